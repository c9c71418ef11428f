/** How many answers are remembered. A draft of a hundred thousand words has fewer names. */
const MOST = 20_000

/** A function of a text that remembers what it gave, which nobody may change. */
export function remembered<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST) known.clear()
    const value = workOut(text)
    known.set(text, value)
    return value
  }
}
