/** Assertions for both hosts; a web worker has no node:assert. */

/** Throws unless `value` holds. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message)
}

/** Throws unless both are the same, showing both. */
export function equal<T>(actual: T, expected: T, what = 'values'): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  ok(a === b, `${what} differ:\n  actual   ${a}\n  expected ${b}`)
}
