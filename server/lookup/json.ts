/** Reading values that came from elsewhere, of which nothing is known. */

/** No word or name is longer, in UTF-16 code units. */
const LONGEST = 1000

/** What a JSON text says; undefined where it is none. Its error, which would quote the text, is dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return undefined
  }
}

/** A member of an object that is its own; undefined where there is none, or no object. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** A list, or one thing as a list of it, but for what is beyond `most`. */
export function listOf(value: unknown, most: number): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, most) : [value]
}

/** A string or number as a string that is not blank; of a list, the first. Undefined for all else. */
export function textOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'number' && Number.isFinite(one)) return String(one)
  return typeof one === 'string' && one.trim() !== '' ? one.slice(0, LONGEST).trim() : undefined
}

/** An object without the members that are undefined. */
export function known<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
