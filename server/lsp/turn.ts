/** Node's way to wait a turn, which no timer holds up; a page has none. */
declare const setImmediate: ((callback: () => void) => void) | undefined

/** Waits until the messages that have come so far are heard, however many. */
export const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Waits until the next message that has come is heard. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve, 0)
  })
