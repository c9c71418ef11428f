import { isName, isNoun } from '../english/tags.ts'
import type { Figure } from './marks.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'
import { type Amount, amountOf } from './quantities.ts'
import { stem, stemOf } from './stems.ts'

/** A figure with what is counted, by which verb, and what else its sentence speaks of. Words are stems. */
export interface Counted {
  readonly figure: Figure
  readonly amount: Amount
  /** What is counted: "boat", "drug boat", "$ fine". */
  readonly thing: string
  /** Whether "the" or "its" says that it was told of before: "the 22 attacks". */
  readonly known: boolean
  /** What is said of it, as a verb and the place of the figure by it: "kill object", "attend subject", "attack in". */
  readonly said: string
  /** Names in its sentence. */
  readonly names: ReadonlySet<string>
  /** Other words in its sentence that carry meaning. */
  readonly words: ReadonlySet<string>
  /** Days, months, years in its sentence, as they stand. */
  readonly times: ReadonlySet<string>
}

/** Words close to a figure after which it is one of several, of another time, or a part: nothing can contradict it. */
const APART: ReadonlySet<string> = new Set(
  `another more additional extra further other others second third fourth last previous previously earlier later next former initially
originally first each every per apiece average median respectively both either than compared versus from up down half quarter remaining rest
including among include includes included expected estimated twice instead rather ago within between of about against to one these those such`.split(
    /\s/,
  ),
)

/** Words anywhere in a sentence that make it one of change, of comparison, or of what is not or not yet so. */
const OPEN: ReadonlySet<string> = new Set(
  `not no never neither nor without if unless whether would could may might should can must will shall n't want wants wanted plan plans planned goal
target rise rose risen rising fell fallen grew grown increase increased increases decrease decreased dropped doubled tripled compared versus while
whereas than respectively each per every average remaining another additional instead until yearly annually monthly weekly daily`.split(
    /\s/,
  ),
)

const BE = /^(?:be|is|are|was|were|been|being)$/
const AUXILIARY = /^(?:be|is|are|was|were|been|being|have|has|had)$/

/** The deaths and the injuries of one event are told in many words. */
const HARM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kill: 'kill',
    die: 'kill',
    dead: 'kill',
    death: 'kill',
    fatality: 'kill',
    injur: 'injure',
    injury: 'injure',
    wound: 'injure',
    hurt: 'injure',
  }),
)
const ANYBODY: ReadonlySet<string> = new Set(['person', 'life', 'dead', 'death', 'fatality', 'injury', 'victim', ''])

/** Events that happen once, so that they have one year. */
const ONCE =
  /^(?:found|open|born|establish|launch|creat|built|build|marry|graduat|retir|publish|die|di|complet|inaugurat|incorporat)$/

/** How many words before a figure its verb is looked for. */
const BACK = 6
/** How many words on each side of a figure are asked whether it stands apart. */
const BEFORE = 3
const BEHIND = 3

/** What a count is of, by the last word of its figure: the same for all words of which the same people may be meant. */
export function headOf(word: string): string {
  const head = stem(word)
  return ANYBODY.has(head) ? 'person' : head
}

/** The figures of a passage that can be compared with others, in order. */
export function countedIn(p: Passage, figures: readonly Figure[]): Counted[] {
  let i = 0
  return figures.flatMap((figure): Counted[] => {
    while (i < p.tokens.length && at(p, i).start < figure.start) i++
    let to = i
    while (to < p.tokens.length && at(p, to).end <= figure.end) to++
    return to > i ? countedAt(p, figure, { from: i, to }) : []
  })
}

function countedAt(p: Passage, figure: Figure, range: Range): Counted[] {
  const words = p.tokens.slice(range.from, range.to).map(({ word }) => word.text)
  const text = words.join(' ')
  const years = figure.kind === 'age' ? /[0-9]{1,3}/.exec(text)?.[0] : undefined
  const amount = years === undefined ? amountOf(text) : { low: +years, high: +years, unit: 'age', rest: [] }
  if (amount === undefined || p.quoteAt[range.from] !== -1) return []
  if (figure.kind !== 'age' && standsApart(p, range, figure.kind)) return []
  const what = whatIsCounted(p, figure, range, amount)
  if (what === undefined) return []
  const known = /^(?:the|its|their|his|her|all)$/.test(lowerAt(p, range.from - 1))
  return [{ figure, amount, known, ...what, ...around(p, range) }]
}

type What = Pick<Counted, 'thing' | 'said'>

function whatIsCounted(p: Passage, { kind }: Figure, range: Range, amount: Amount): What | undefined {
  if (kind === 'age') return personAged(p, range)
  const said = saidOf(p, range)
  if (kind === 'year') {
    const [verb = '', place] = said.split(' ')
    return place === 'in' && ONCE.test(verb) ? { thing: 'year', said } : undefined
  }
  if (kind !== 'count' && kind !== 'money' && kind !== 'percentage') return undefined
  const things = kind === 'count' ? amount.rest : nounsAfter(p, range.to)
  if (kind === 'count' && things.length === 0) return undefined
  const stems = things.map(stem)
  const head = stems.at(-1) ?? ''
  const harm =
    HARM.get(head) ??
    (said.endsWith(' object') || said === 'die subject' ? HARM.get(said.split(' ')[0] ?? '') : undefined)
  if (kind === 'count' && harm !== undefined) {
    return { thing: ANYBODY.has(head) ? 'person' : stems.join(' '), said: harm }
  }
  return { thing: `${amount.unit} ${stems.join(' ')}`.trim(), said }
}

/** The nouns right after a sum of money or a share: "a $2 billion contract", "12 percent of voters". */
function nounsAfter(p: Passage, from: number): string[] {
  const of = lowerAt(p, from) === 'of'
  let i = of ? from + 1 : from
  if (of && /^(?:the|all|its|their)$/.test(lowerAt(p, i))) i++
  const words: string[] = of ? ['of'] : []
  while (
    words.length < 4 &&
    !TIME.test(lowerAt(p, i)) &&
    !/^(?:last|next|past)$/.test(lowerAt(p, i)) &&
    (isNoun(tagAt(p, i)) || (tagAt(p, i) === 'JJ' && isNoun(tagAt(p, i + 1))))
  )
    words.push(lowerAt(p, i++))
  return words
}

/** The verb that a figure goes with, and its place by it; empty where there is none. */
function saidOf(p: Passage, range: Range): string {
  let i = range.to
  let passive = false
  while (AUXILIARY.test(lowerAt(p, i)) || (i > range.to && tagAt(p, i) === 'RB')) passive = BE.test(lowerAt(p, i++))
  const after = stem(lowerAt(p, i))
  if (HARM.has(after)) return `${after} object`
  if (/^VB[DPZ]?$/.test(tagAt(p, i)) || (tagAt(p, i) === 'VBN' && i > range.to))
    return `${after} ${passive ? 'object' : 'subject'}`
  if (tagAt(p, i) === 'VBN') return `${after} object`
  let k = range.from - 1
  while (k > range.from - 3 && /^(?:DT|PRP\$|RB|RP|JJ)$/.test(tagAt(p, k))) k--
  if (lowerAt(p, k - 1) === 'there' && BE.test(lowerAt(p, k))) return 'be there'
  if (/^VB/.test(tagAt(p, k))) return BE.test(lowerAt(p, k)) ? '' : `${stem(lowerAt(p, k))} object`
  if (tagAt(p, k) !== 'IN' && tagAt(p, k) !== 'TO') return ''
  const preposition = lowerAt(p, k)
  for (let v = k - 1; v >= 0 && v > k - BACK && kindAt(p, v) === 'word'; v--)
    if (/^VB/.test(tagAt(p, v)) && !AUXILIARY.test(lowerAt(p, v))) return `${stem(lowerAt(p, v))} ${preposition}`
  return isNoun(tagAt(p, k - 1)) ? `${stem(lowerAt(p, k - 1))} ${preposition}` : ''
}

/** The person whose age it is, by first and last name: "Ana Ruiz, 45," and "45-year-old Ana Ruiz". */
function personAged(p: Passage, range: Range): What | undefined {
  const isBehind = kindAt(p, range.from - 1) === 'comma' && /^(?:comma|stop|close)$/.test(kindAt(p, range.to))
  let from = isBehind ? range.from - 1 : range.to
  let to = from
  if (isBehind) while (isName(tagAt(p, from - 1))) from--
  else while (isName(tagAt(p, to))) to++
  const names = p.tokens.slice(from, to).map(({ word }) => word.lower)
  const known = names.length >= 2 && names.length <= 4 && !names.some((name) => TITLES.test(name))
  return known ? { thing: `${names[0]} ${names.at(-1)}`, said: 'age' } : undefined
}

function standsApart(p: Passage, range: Range, kind: Figure['kind']): boolean {
  const sentence = sentenceRange(p, range.from)
  // "Of the dead, four": a part
  if (/^(?:of|among|besides)$/.test(lowerAt(p, sentence.from))) return true
  for (let i = sentence.from; i < sentence.to; i++) if (leavesOpen(p, i)) return true
  for (let i = Math.max(sentence.from, range.from - BEFORE); i < range.from; i++) {
    if (kindAt(p, i) === 'comma' || tagAt(p, i) === 'RP') continue
    if (
      APART.has(lowerAt(p, i)) &&
      !(lowerAt(p, i) === 'of' && /^(?:toll|total|crew|staff|size|cost|price|fine)$/.test(lowerAt(p, i - 1)))
    )
      return true
  }
  if (kind !== 'count') return false
  for (let i = range.to; i < Math.min(sentence.to, range.to + BEHIND); i++) {
    if (kindAt(p, i) !== 'word') break
    const isComplement = lowerAt(p, i) === 'of' && !/^(?:them|those|these|whom|which|all)$/.test(lowerAt(p, i + 1))
    if (APART.has(lowerAt(p, i)) && lowerAt(p, i) !== 'from' && !isComplement) return true
  }
  return false
}

/** Whether a word leaves its sentence open: not "in May", which is a month, nor "more than 80", which is a bound. */
function leavesOpen(p: Passage, i: number): boolean {
  const word = lowerAt(p, i)
  if (word === 'may' && tagAt(p, i) !== 'MD') return false
  if (word === 'than' && (kindAt(p, i + 1) === 'number' || tagAt(p, i + 1) === 'CD')) return false
  return OPEN.has(word) || word.endsWith("n't")
}

const MEANING = /^(?:NNS?|JJ[RS]?|VB[DGNPZ]?)$/

/** What else the sentence of a figure speaks of. */
function around(p: Passage, range: Range): Pick<Counted, 'names' | 'words' | 'times'> {
  const names = new Set<string>()
  const words = new Set<string>()
  const times = new Set<string>()
  // a headline may capitalise every word
  const isHeading = p.block.kind === 'heading'
  const sentence = sentenceRange(p, range.from)
  for (let i = sentence.from; i < sentence.to; i++) {
    if (i >= range.from && i < range.to) continue
    const { word, tag } = at(p, i)
    if (TIME.test(word.lower) || (word.lower === 'may' && isName(tag))) times.add(word.lower)
    else if (isName(tag) && !TITLES.test(word.lower)) (isHeading ? words : names).add(stemOf(word))
    else if (MEANING.test(tag) && word.kind === 'word' && !LIGHT.has(stemOf(word))) words.add(stemOf(word))
  }
  return { names, words, times }
}

const TITLES = /^(?:mr|mrs|ms|dr|sir|lord|lady|president|minister|mayor|senator|sen|rep|gov)\.?$/

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.|(?:1[5-9]|20)[0-9]{2}|yesterday|today|tonight|week|month|year|decade|morning|night|season|quarter)$/

/** Verbs that say too little to tell one event from another. */
const LIGHT: ReadonlySet<string> = new Set(
  'be have do say said tell see get take make go includ show giv give com come want need know think find put keep'.split(
    ' ',
  ),
)
