/**
 * Whether a path matches a pattern. Both are written with `/`; `*` and `?` stay within a folder, `**` crosses folders, and
 * `{a,b}` offers a choice (not nested). Everything else stands for itself, upper and lower case apart.
 */
export const matchesGlob = (pattern: string, path: string): boolean =>
  choices(pattern).some((choice) => matchesFolders(choice.split('/'), path.split('/')))

/** Whether a pattern matches a path or a folder that it lies in: `archive` and `archive/**` both take in `archive/a.md`. */
export const covers = (pattern: string, path: string): boolean => {
  const folders = path.split('/')
  const plain = pattern.endsWith('/') ? pattern.slice(0, -1) : pattern
  return folders.some((_, index) => matchesGlob(plain, folders.slice(0, index + 1).join('/')))
}

/** Whether a path has anything in it that makes it a pattern. */
export const isGlob = (path: string): boolean => ['*', '?', '{'].some((sign) => path.includes(sign))

/** A pattern with its first choice written out, and so on for the rest. More than 1,000 patterns are not made of one. */
function choices(pattern: string): string[] {
  let patterns = ['']
  let at = 0
  for (;;) {
    const open = pattern.indexOf('{', at)
    const close = pattern.indexOf('}', open)
    const options = open < 0 || close < 0 ? [] : pattern.slice(open + 1, close).split(',')
    if (options.length === 0 || patterns.length * options.length > 1000)
      return patterns.map((start) => start + pattern.slice(at))
    const before = pattern.slice(at, open)
    patterns = patterns.flatMap((start) => options.map((option) => start + before + option))
    at = close + 1
  }
}

const matchesFolders = (pattern: readonly string[], path: readonly string[]): boolean =>
  matchesSequence(
    pattern,
    path,
    (part) => part === '**',
    (part, name) => matchesSequence([...part], [...name], (sign) => sign === '*', matchesSign),
  )

const matchesSign = (sign: string, letter: string): boolean => sign === '?' || sign === letter

/**
 * Matches a sequence in which some parts stand for any number of items. Time is the product of the two lengths at most: of
 * several such parts only the last has to be tried again.
 */
function matchesSequence(
  pattern: readonly string[],
  items: readonly string[],
  isAny: (part: string) => boolean,
  matchesOne: (part: string, item: string) => boolean,
): boolean {
  let part = 0
  let item = 0
  let any = -1
  let tried = 0
  while (item < items.length) {
    const wanted = pattern[part]
    if (wanted !== undefined && isAny(wanted)) {
      any = part++
      tried = item
    } else if (wanted !== undefined && matchesOne(wanted, items[item] ?? '')) {
      part++
      item++
    } else if (any >= 0) {
      part = any + 1
      item = ++tried
    } else return false
  }
  return pattern.slice(part).every(isAny)
}
