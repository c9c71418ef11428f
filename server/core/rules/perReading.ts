import type { Reading } from '../reading.ts'

/**
 * Works something out once for each reading, which never changes, however many rules ask for it. It is kept as long as the reading is.
 * What is given out is shared: nobody may change it.
 */
export function perReading<T>(workOut: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, { readonly value: T }>()
  return (reading) => {
    let found = known.get(reading)
    if (found === undefined) {
      found = { value: workOut(reading) }
      known.set(reading, found)
    }
    return found.value
  }
}
