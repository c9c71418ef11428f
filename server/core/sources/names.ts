import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../english/lexicon/calendar.ts'
import { PUBLICATION_WORDS } from '../english/lexicon/nouns.ts'
import { isName } from '../english/tags.ts'
import { at, lowerAt, type Passage, sentenceOf, tagAt } from '../marks/passage.ts'
import type { Span } from '../text/span.ts'
import { BODIES, HONORIFICS, TITLES } from './titles.ts'

/** A proper name where it stands, with a leading article where the draft writes one. */
export interface Name extends Span {
  readonly text: string
  /** The capitalised words, in lower case, without the article and without "of", "and", "for". */
  readonly words: readonly string[]
  /** The words without titles. */
  readonly bare: readonly string[]
  /** A newspaper, an agency, a broadcaster or another outlet. */
  readonly publication: boolean
  /** Whether it may be a person's: one to four words besides titles, and no body's or outlet's. */
  readonly person: boolean
  /** Whether it is told to be a person's by what stands before it. */
  readonly titled: boolean
  /** Whether a sentence begins with it. */
  readonly opens: boolean
  /** The number of its block in the draft. */
  readonly block: number
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
const DAYS_AND_MONTHS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...MONTHS,
  ...[...SHORT_MONTHS].flatMap((month) => [month, `${month}.`]),
])

/** The proper names of a passage, the block of that number, in order. */
export function namesIn(p: Passage, block: number): Name[] {
  const names: Name[] = []
  for (let i = 0; i < p.tokens.length; i++) {
    if (!isNamed(p, i)) continue
    let to = i + 1
    while (to < p.tokens.length) {
      if (isNamed(p, to)) to++
      else if (INNER.has(lowerAt(p, to)) && lowerAt(p, to) !== 'and' && isNamed(p, to + 1)) to += 2
      else if (joins(p, i, to) && lowerAt(p, to + 1) === 'the' && isNamed(p, to + 2)) to += 3
      else break
    }
    const article = lowerAt(p, i - 1) === 'the' && tagAt(p, i - 1) === 'DT'
    const from = article ? i - 1 : i
    names.push(nameOf(p, from, i, to, p.starts[sentenceOf(p, from)] === from, block))
    i = to - 1
  }
  return names
}

/** Whether a token is a word of a proper name: a capital, and not just because a sentence begins. */
function isNamed(p: Passage, i: number): boolean {
  const token = p.tokens[i]
  if (token === undefined || !token.word.capital || DAYS_AND_MONTHS.has(token.word.lower)) return false
  const { word, tag } = token
  if (isName(tag)) return true
  return (tag === 'NN' || tag === 'NNS' || tag === 'JJ' || word.allCaps) && p.starts[sentenceOf(p, i)] !== i
}

/** The name of the tokens from `first` up to `to`, with the article that stands from `from` on. */
function nameOf(p: Passage, from: number, first: number, to: number, opens: boolean, block: number): Name {
  let text = ''
  const words: string[] = []
  for (let i = from; i < to; i++) {
    const { word, start } = at(p, i)
    text += i > from && start > at(p, i - 1).end ? ` ${word.text}` : word.text
    if (i >= first && !INNER.has(word.lower)) words.push(word.lower)
  }
  const bare = words.filter((word) => !HONORIFICS.has(word) && !TITLES.has(word))
  const publication = isPublication(words)
  const person = !publication && !/^the /i.test(text) && !BODIES.has(words.at(-1) ?? '') && bare.length <= 4
  const titled = words.some((word) => HONORIFICS.has(word))
  const { start } = at(p, from)
  const { end } = at(p, to - 1)
  return { start, end, text, words, bare, publication, person, titled, opens, block }
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
  if (!ORDINARY.has(last)) return PUBLICATION_WORDS.has(last)
  return (
    (last === 'post' || last === 'independent' || last === 'review' || last === 'monitor' || last === 'today') &&
    words.length <= 4
  )
}

/** Last words of outlets that end other names just as often. */
const ORDINARY: ReadonlySet<string> = new Set(
  'report review independent monitor economist nation today press science register post'.split(' '),
)
