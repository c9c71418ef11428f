/** The longest name that is compared; nobody means a rule by more. */
const LONGEST_NAME = 60

/**
 * The one of `names` that a misspelt name is closest to, if it takes no more than three changes of a letter and less than
 * half of the name (Levenshtein distance).
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined
  let nearest: string | undefined
  let least = Math.min(4, name.length / 2)
  for (const candidate of names) {
    const changes = distance(name.toLowerCase(), candidate)
    if (changes < least) {
      nearest = candidate
      least = changes
    }
  }
  return nearest
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
