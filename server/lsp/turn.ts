/** Node's way to wait a turn, which no timer holds up; a page has none. */
declare const setImmediate: ((callback: () => void) => void) | undefined

function soon(callback: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(callback)
  else setTimeout(callback, 0)
}

/** Waits until the next message that has come is heard. */
const nextTurn = (): Promise<void> => new Promise(soon)

/** Runs long pieces of work, of whomever, one after the other, so that what has come is heard and answered between any two. */
export type OneByOne = (work: () => void) => Promise<void>

/** Makes one that waits for messages by `quiet`. A piece that throws rejects for its own caller. */
export function oneByOne(quiet: Mail['quiet']): OneByOne {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    // what has come meanwhile is heard, and in the next turn answered
    last = done
      .catch(() => {})
      .then(quiet)
      .then(nextTurn)
    return done.then(() => last).then(() => {})
  }
}

/** The messages of a client that have come and are not heard yet. */
export interface Mail {
  /** Another one has come. */
  came(): void
  /** Waits until the messages that have come so far are heard, however many. */
  quiet(): Promise<void>
}

/**
 * Counts messages: on Node the connection hears one of them in each turn, and so does this. In a page each is heard at once, and there
 * is nothing to count.
 */
export function mail(): Mail {
  if (typeof setImmediate !== 'function') return { came() {}, quiet: nextTurn }
  let waiting = 0
  const heard = (): void => {
    if (--waiting > 0) soon(heard)
  }
  return {
    came() {
      if (++waiting === 1) soon(heard)
    },
    async quiet() {
      do await nextTurn()
      while (waiting > 0)
    },
  }
}
