/** Nothing is shown of what is done before this, and nothing more often, in milliseconds. */
const PATIENCE = 300
const PAUSE = 100

/** How far a run is, on one line of a terminal that is written over. */
export interface Progress {
  /** So many drafts are done. */
  done(count: number): void
  /** Takes the line away, before anything else is written. */
  clear(): void
}

/** Shows how far a run over `total` drafts is, where standard error is a terminal; elsewhere nothing is written. */
export function progressOver(total: number): Progress {
  let next = Date.now() + PATIENCE
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[2K')
    shown = false
  }
  return {
    done: (count) => {
      if (!process.stderr.isTTY || total < 2 || count >= total || Date.now() < next) return
      next = Date.now() + PAUSE
      process.stderr.write(`\r\u001b[2K${count} of ${total} drafts`)
      shown = true
    },
    clear,
  }
}
