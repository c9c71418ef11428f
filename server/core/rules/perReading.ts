import type { Reading } from '../reading.ts'

const WORKED_OUT = Symbol('worked out')

interface Keeping {
  [WORKED_OUT]?: Map<(reading: Reading) => unknown, unknown>
}

/**
 * Works something out once for each reading, which never changes, however many rules ask for it. It is kept as long as the reading is.
 * What is given out is shared: nobody may change it.
 *
 * It is kept on the reading, where nobody sees it, rather than in a weak map: what such a map holds lives until all of the memory is
 * cleaned up, and what one key leaves behind has to go at once.
 */
export function perReading<T>(workOut: (reading: Reading) => T): (reading: Reading) => T {
  return (reading) => {
    const keeping = reading as Keeping
    if (keeping[WORKED_OUT] === undefined && !Object.isExtensible(reading)) return workOut(reading)
    if (keeping[WORKED_OUT] === undefined) Object.defineProperty(reading, WORKED_OUT, { value: new Map() })
    const known = keeping[WORKED_OUT] as Map<(reading: Reading) => unknown, unknown>
    if (!known.has(workOut)) known.set(workOut, workOut(reading))
    return known.get(workOut) as T
  }
}
