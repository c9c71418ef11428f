import { PUBLICATION_WORDS } from '../english/lexicon/nouns.ts'
import { isName } from '../english/tags.ts'
import { at, lowerAt, type Passage, tagAt } from '../marks/passage.ts'
import type { Span } from '../text/span.ts'

/** A proper name where it stands, with a leading article where the draft writes one. */
export interface Name extends Span {
  readonly text: string
  /** The capitalised words, in lower case, without the article and without "of", "and", "for". */
  readonly words: readonly string[]
  /** A newspaper, an agency, a broadcaster or another outlet. */
  readonly publication: boolean
  /** Whether a sentence begins with it. */
  readonly opens: boolean
}

const INNER: ReadonlySet<string> = new Set([
  'of',
  'for',
  'and',
  'the',
  '&',
  'de',
  'van',
  'von',
  'al',
  'bin',
  'da',
  'del',
  'la',
  'le',
])
const DAYS_AND_MONTHS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)$/

/** The proper names of a passage, in order. */
export function namesIn(p: Passage): Name[] {
  const names: Name[] = []
  const firsts = new Set(p.starts)
  const named = (i: number) => {
    const token = p.tokens[i]
    if (token === undefined || !token.word.capital || DAYS_AND_MONTHS.test(token.word.lower)) return false
    return isName(token.tag) || (!firsts.has(i) && (/^(?:NNS?|JJ)$/.test(token.tag) || token.word.allCaps))
  }
  for (let i = 0; i < p.tokens.length; i++) {
    if (!named(i)) continue
    let to = i + 1
    while (to < p.tokens.length) {
      if (named(to)) to++
      else if (INNER.has(lowerAt(p, to)) && lowerAt(p, to) !== 'and' && named(to + 1)) to += 2
      else if (joins(p, i, to) && lowerAt(p, to + 1) === 'the' && named(to + 2)) to += 3
      else break
    }
    const article = lowerAt(p, i - 1) === 'the' && tagAt(p, i - 1) === 'DT'
    const from = article ? i - 1 : i
    const words = p.tokens.slice(i, to).flatMap(({ word }) => (INNER.has(word.lower) ? [] : [word.lower]))
    names.push({
      start: at(p, from).start,
      end: at(p, to - 1).end,
      text: p.tokens
        .slice(from, to)
        .map(({ word, start }, k) => (k > 0 && start > at(p, from + k - 1).end ? ` ${word.text}` : word.text))
        .join(''),
      words,
      publication: isPublication(words),
      opens: firsts.has(from),
    })
    i = to - 1
  }
  return names
}

/** Whether a word carries a name on before "the": "and" only in names such as "the Ministry of Trade and the Sea". */
function joins(p: Passage, from: number, to: number): boolean {
  if (lowerAt(p, to) !== 'and') return INNER.has(lowerAt(p, to))
  for (let i = from; i < to; i++) if (lowerAt(p, i) === 'of' || lowerAt(p, i) === 'for') return true
  return false
}

const SURE: ReadonlySet<string> = new Set(
  'reuters ap afp bbc cnn nbc abc cbs msnbc npr pbs bloomberg politico axios vox buzzfeed breitbart huffpost newsweek guardian telegraph nyt wsj wapo mediaite'.split(
    ' ',
  ),
)

/** Whether the words of a name read as an outlet's: "New York Times", "Reuters", "Daily Mail", "CNN". */
export function isPublication(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (words.length === 1) return SURE.has(last)
  // "Michael Bloomberg" is a man
  if (last === 'bloomberg' && words[0] !== last) return false
  if (words.some((word) => SURE.has(word)) && words.length <= 3) return true
  if (last === 'press' && words.at(-2) === 'associated') return true
  return PUBLICATION_WORDS.has(last) &&
    ![
      'report',
      'review',
      'independent',
      'monitor',
      'economist',
      'nation',
      'today',
      'press',
      'science',
      'register',
      'post',
      'review',
    ].includes(last)
    ? true
    : (last === 'post' || last === 'independent' || last === 'review' || last === 'monitor' || last === 'today') &&
        words.length <= 4
}
