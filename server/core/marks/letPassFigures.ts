import { isName, isNoun } from '../english/tags.ts'
import type { Figure } from './marks.ts'
import { at, kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'
import { TOLD, Told } from './told.ts'
import { Said, wordWorthOf } from './wordWorth.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What is counted in public, and looked up by anybody who doubts it. */
const PUBLIC_COUNTS = words(
  `delegate delegates superdelegates seat seats votes ballots precincts turnout electoral state states county counties district districts country countries nations
   candidate candidates supporters voters contender contenders nominees rivals contests primaries caucuses members lawmakers democrats republicans senators residents inhabitants followers views retweets subscribers`,
)
const CHANGES = words(
  `increase rise drop fall decline cut gain loss lead edge jump surge share majority stake hike reduction raise growth profit deficit surplus margin discount fine bribe
   payment gift donation contribution loan settlement contract`,
)
/** What somebody must have counted, however few they are. */
const COUNTED = words(
  `people persons men women children boys girls students workers employees staff jobs layoffs patients soldiers officers prisoners migrants refugees families households
   firms companies schools boats ships cars attacks strikes arrests complaints accidents crashes fires fatalities murders homicides crimes offences offenses homes times`,
)
const HEDGING = words('about around nearly almost roughly over than least most estimated some up approximately')
const SCALES = words('hundred thousand million billion trillion')
const MANY = words('dozen dozens scores hundreds thousands tens millions')

/** Money that is called by its value. */
const NOTES = words('bill bills note notes coin coins')

/** What the sentences before say of the figures of one. */
export interface Setting {
  /** Whether a poll was named shortly before. */
  readonly polled: boolean
  /** Whether the sentence before tells the outcome of a vote. */
  readonly voted: boolean
}

/** What a sentence says of its figures, for it and those after it. */
export function settingOf(p: Passage, { from, to }: Range): Setting {
  let polled = false
  let voted = false
  for (let i = from; i < to; i++) {
    const { bits } = wordWorthOf(at(p, i).word)
    if ((bits & (Said.Poll | Said.Election | Said.Vote)) === 0) continue
    if ((bits & Said.Poll) !== 0) polled = true
    else if ((bits & Said.Election) !== 0 || lowerAt(p, i - 1) === 'the') voted = true
  }
  return { polled, voted }
}

/**
 * Whether an editor lets a figure pass: it is of a poll that is named, of an election or a market, it was counted in public, names a thing by its size
 * ("a $15 minimum wage"), or gives no number ("dozens of volunteers") of anybody who came to harm.
 */
export function isIdleFigure(p: Passage, sentence: Range, figure: Figure, own: Setting, before: Setting): boolean {
  let from = sentence.from
  while (from < sentence.to - 1 && at(p, from).start < figure.start) from++
  let to = from
  while (to < sentence.to && at(p, to).end <= figure.end) to++
  const { kind } = figure
  const last = lowerAt(p, to - 1)
  if ((p.quoteAt[from] as number) >= 0 || (lowerAt(p, from) === '100' && kind === 'percentage')) return true
  if (own.polled || (before.polled && kind === 'percentage')) return true
  let harm = false
  let market = false
  let voters = false
  let background = false
  for (let i = sentence.from; i < sentence.to; i++) {
    const { word } = at(p, i)
    if ((wordWorthOf(word).bits & Said.Figures) === 0) continue
    const told = TOLD.get(word.lower) as number
    if ((told & Told.Harm) !== 0 && i > from - 5 && i < to + 2) harm = true
    else if ((told & Told.Market) !== 0) market = true
    else if ((told & Told.Voters) !== 0) voters = true
    else if ((told & Told.Background) !== 0 || ((told & Told.Limit) !== 0 && i < from + 3 && i > from - 7))
      background = true
  }
  if (harm && kind === 'count') return false
  if (own.voted && kind !== 'money') return true
  if (isPriceMove(p, from, to)) return true
  if (kind === 'percentage' && lowerAt(p, from - 1) === 'the' && lowerAt(p, to) !== 'of' && lowerAt(p, to) !== 'who')
    return true
  if (background || (kind === 'percentage' && (voters || before.voted))) return true
  if (market && kind !== 'age') return true
  if (kind === 'money' || kind === 'percentage') return namesThing(p, from, to)
  if (kind !== 'count') return false
  // "the world's 1.2 billion Catholics"
  if (tagAt(p, from - 1) === 'POS' && /^(?:world|nation|country)$/.test(lowerAt(p, from - 2))) return true
  if (PUBLIC_COUNTS.has(last) || PUBLIC_COUNTS.has(lowerAt(p, to))) return true
  for (let i = from; i < to; i++) if (MANY.has(lowerAt(p, i))) return true
  if (SCALES.has(lowerAt(p, to - 1)) && /^(?:a|several|few)$/.test(lowerAt(p, to - 2))) return true
  if (!isNoun(tagAt(p, to - 1)) && (before.voted || isAge(p, from))) return true
  if (isNameOfOne(p, from, to)) return true
  if (last === 'times' && !/^(?:JJR|RBR|DT|IN)$/.test(tagAt(p, to))) return true
  // "two rows of chairs": a few things can be counted by anybody
  return isFew(p, from, to) && !COUNTED.has(last)
}

/** "Fortune 500 companies", "his 757 jet", "the 2016 race": a number that is a name. */
function isNameOfOne(p: Passage, from: number, to: number): boolean {
  const { kind, text } = at(p, from).word
  if (kind !== 'number' || text.includes(',')) return false
  if (/^(?:19|20)[0-9]{2}$/.test(text)) return true
  const tag = tagAt(p, from - 1)
  const one = tagAt(p, to - 1) === 'NN' || to - from === 1
  return (isName(tag) && kindAt(p, from - 1) === 'word') || (one && (tag === 'DT' || tag === 'PRP$'))
}

/** Whether a figure is a plain number below a thousand. */
function isFew(p: Passage, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { kind, text, lower } = at(p, i).word
    if (SCALES.has(lower)) return false
    // "more than 60 schools" is somebody's estimate
    if (kind === 'word' && HEDGING.has(lower)) return false
    if (kind === 'number' && !(text.length < 4 && Number(text) < 1000)) return false
  }
  return true
}

/** Whether a figure is one of those that tell how a price moved: "rose $1.25, or 1.4 percent, to $88.95". */
function isPriceMove(p: Passage, from: number, to: number): boolean {
  for (let i = from - 5; i <= to + 1; i++) if (lowerAt(p, i) === 'or' && isShareOfMove(p, i)) return true
  return false
}

/** ", or 1.4 percent, to" */
function isShareOfMove(p: Passage, or: number): boolean {
  if (lowerAt(p, or - 1) !== ',' || tagAt(p, or + 1) !== 'CD') return false
  const comma = lowerAt(p, or + 3) === ',' ? or + 3 : or + 2
  return /^(?:%|percent)$/.test(lowerAt(p, comma - 1)) && lowerAt(p, comma) === ',' && lowerAt(p, comma + 1) === 'to'
}

/** "a 40 percent excise tax": what has this size, and no rise or gift of it. */
function namesThing(p: Passage, from: number, to: number): boolean {
  if (/-percent$/.test(lowerAt(p, from)) || NOTES.has(lowerAt(p, to))) return true
  const tag = tagAt(p, from - 1)
  if (tag !== 'DT' && tag !== 'POS' && tag !== 'PRP$' && tag !== 'JJ') return false
  let head = to
  while (isNoun(tagAt(p, head)) || tagAt(p, head).startsWith('JJ')) head++
  if (head === to || !isNoun(tagAt(p, head - 1))) return false
  for (let i = to; i < head; i++) if (CHANGES.has(lowerAt(p, i)) || /^points?$/.test(lowerAt(p, i))) return false
  return true
}

/** "voters over 65", "who is 28". */
const isAge = (p: Passage, from: number): boolean =>
  /^(?:over|under|is|was|aged|age)$/.test(lowerAt(p, from)) ||
  /^(?:over|under|is|was|aged|age)$/.test(lowerAt(p, from - 1))
