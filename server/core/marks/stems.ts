import type { WordType } from '../english/words.ts'

/** Irregular verbs whose figures newspapers count, by their forms. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `shoot shot|win won|spend spent|hold held|lose lost|take took taken|find found|build built|pay paid|sell sold|buy bought|leave left
make made|give gave given|send sent|sink sank sunk|strike struck stricken|steal stole stolen|see saw seen|get got gotten|rise rose risen
fall fell fallen|grow grew grown|begin began begun|bring brought|catch caught|choose chose chosen|drive drove driven|fight fought|flee fled
have has had|be is are was were been|do does did done|go goes went gone|keep kept|lead led|meet met|run ran|say said|sit sat|stand stood|tell told
man men|woman women|child children|person people|life lives|die dying|foot feet|wife wives|knife knives`
    .split(/[|\n]/)
    .flatMap((entry) => entry.split(' ').map((form): [string, string] => [form, entry.split(' ')[0] ?? form])),
)

/**
 * What the forms of a word in lower case share: "attacks" and "attack", "killed" and "killing". Rough: it serves to compare
 * words of one draft with one another, and is never shown. After the first step of Porter's suffix stripping (1980).
 */
export function stem(lower: string): string {
  const known = IRREGULAR.get(lower)
  if (known !== undefined) return known
  if (lower.length < 4) return lower
  let base = lower
  if (base.endsWith('ies')) base = `${base.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2)
  else if (/[^su]s$/.test(base)) base = base.slice(0, -1)
  else if (/ied$/.test(base)) base = `${base.slice(0, -3)}y`
  else if (base.length > 4 && /(?:ed|ing)$/.test(base)) base = base.replace(/(?:ed|ing)$/, '')
  if (base !== lower && /([bdgmnprt])\1$/.test(base)) base = base.slice(0, -1)
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base
}

/** The stem of a word, worked out once for each spelling. */
export function stemOf(word: WordType): string {
  word.stem ??= stem(word.lower)
  return word.stem
}
