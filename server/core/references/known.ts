/** What a part is before it is known to be there. */
type Unsure<T> = { readonly [Name in keyof T]: T[Name] | undefined | '' }

/** The parts that are there: neither undefined nor an empty text. */
export function known<T extends object>(parts: Unsure<T>): Partial<T> {
  const there: Partial<T> = {}
  for (const name in parts) {
    const part = parts[name]
    if (part !== undefined && part !== '') there[name] = part as T[typeof name]
  }
  return there
}
