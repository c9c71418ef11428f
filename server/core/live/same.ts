/** Whether two values say the same, wherever they stand: offsets are left out of account. Plain objects, lists, sets and primitives. */
export function saySame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => saySame(one, b[i]))
  if (a instanceof Set)
    return b instanceof Set && a.size === b.size && [...(a as Set<unknown>)].every((one) => b.has(one))
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(one).filter((key) => !isOffset(key))
  return (
    keys.length === Object.keys(other).filter((key) => !isOffset(key)).length &&
    keys.every((key) => saySame(one[key], other[key]))
  )
}

const isOffset = (key: string): boolean => key === 'start' || key === 'end'
