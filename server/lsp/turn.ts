/** Node's way to wait a turn, which no timer holds up; a page has none. */
declare const setImmediate: ((callback: () => void) => void) | undefined

/** Waits until the messages that have come are heard. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve, 0)
  })
