import { isName, isNoun, isVerb } from '../english/tags.ts'
import type { Figure, WorthReason } from './marks.ts'
import { at, kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Crimes that are told by their noun: who did it took or paid them. The nouns of other crimes are topics ("the debate on terrorism"). */
const TOLD_BY_NOUN = words(
  'bribe bribes bribery kickback kickbacks embezzlement laundering extortion blackmail perjury plagiarism',
)
const COMMITTING = words('commit commits committed committing confessed guilty')
const ALSO_PLACES = words('down up back at past to into')
/** Words of accusation that are as often a topic, a taste, or a turn of speech. */
const TOPICS = words(
  'scandal discrimination harassment negligence misconduct wrongdoing retaliation retaliated violation violations accuses rigged complicit racist sexist illegal unlawful lying',
)
const UNLAWFUL_ACTS = words(
  'payment payments donation donations contribution contributions dumping deal deals loan loans fee fees search searches',
)
const DUTIES = words(
  'warning warnings law laws rule rules order orders inspection inspections report reports complaint complaints advice evidence',
)
/** What is done in secret, where the rest is only called so: "the Secret Service", "classified documents". */
const SECRET_ACTS = words(
  'deal deals meeting meetings talks payment payments pact pacts agreement agreements fund funds account accounts list lists recording recordings operation operations order orders prison prisons vote negotiations',
)
const SECRECY = words('secret classified confidential covert clandestine undisclosed behind-the-scenes')
const SPEAKING = words(
  'say says said admit admits admitted concede conceded doubt doubted fear feared worry worried told warned urged agreed complained',
)
const MIGRATING = words(
  'country living live lives enter entered entering cross crossed crossing border immigrants migrants here',
)
/** Words like superlatives that measure nothing, or nothing that is said. */
const UNMEASURED = words('never only most unique modest honest earnest latest unprecedented')
/** What a superlative is measured against. */
const AGAINST = words('in of since ever among history record worldwide')
const AGES = words('since ever history decades years record')

/**
 * Whether an editor lets the word at a token pass that could have been a reason to ask: a crime that is only a topic, a superlative that compares
 * nothing, a word that somebody else is quoted with.
 */
export function isIdleWord(p: Passage, i: number, end: number, because: WorthReason['because']): boolean {
  if (because === 'figure') return false
  if ((p.quoteAt[i] as number) >= 0 && because !== 'medical or scientific effect') return true
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  const tag = tagAt(p, i)
  switch (because) {
    case 'crime':
      if (isVerb(tag) && !isGerund(p, i)) return word === 'shot' && ALSO_PLACES.has(next)
      return !TOLD_BY_NOUN.has(word) && ![1, 2, 3].some((n) => COMMITTING.has(lowerAt(p, i - n)))
    case 'accusation':
      return isIdleAccusation(p, i, end)
    case 'non-public act':
      return isIdleSecret(p, i)
    case 'cause':
      return isNoun(tag) || (word === 'led' && next !== 'to') || (word === 'due' && next !== 'to')
    case 'superlative':
      return !isMeasured(p, i, end)
    default:
      return false
  }
}

/** "a mass shooting in May", and not "after shooting a man". */
function isGerund(p: Passage, i: number): boolean {
  if (tagAt(p, i) !== 'VBG') return false
  const before = tagAt(p, i - 1)
  return before === 'DT' || before.startsWith('JJ') || !/^(?:DT|CD|PRP|NN|JJ)/.test(tagAt(p, i + 1))
}

function isIdleSecret(p: Passage, i: number): boolean {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (SECRECY.has(word)) return !SECRET_ACTS.has(next) && lowerAt(p, i - 1) !== 'in'
  if (word === 'leaked') return isNoun(tagAt(p, i + 1)) || /^(?:into|out|from)$/.test(next)
  if (word === 'hidden') return !/^(?:has|have|had)$/.test(lowerAt(p, i - 1))
  return word === 'privately' && !SPEAKING.has(next) && !SPEAKING.has(lowerAt(p, i - 1))
}

function isIdleAccusation(p: Passage, i: number, end: number): boolean {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (word === 'illegal' || word === 'unlawful') return !UNLAWFUL_ACTS.has(next)
  if (TOPICS.has(word)) return true
  if (word === 'ignored' || word === 'skipped') return ![1, 2, 3].some((n) => DUTIES.has(lowerAt(p, i + n)))
  if (word === 'forged') return !isNoun(tagAt(p, i + 1))
  if (word === 'illegally') return [1, 2, 3, 4].some((n) => MIGRATING.has(lowerAt(p, i - n)))
  if (word !== 'accused') return false
  // "accused Ruiz of", "accused by prosecutors": the accuser is named
  if (next !== 'of' || !isPassive(p, i)) return true
  for (let j = i + 2; j < end; j++)
    if (lowerAt(p, j) === 'by' && (isName(tagAt(p, j + 1)) || tagAt(p, j + 1) === 'DT')) return true
  return false
}

/** "was accused of", "a man accused of", and not "whom he accused of". */
const isPassive = (p: Passage, i: number): boolean =>
  isNoun(tagAt(p, i - 1)) || [1, 2, 3].some((n) => /^(?:is|are|was|were|be|been|being)$/.test(lowerAt(p, i - n)))

/** Whether it is said what a superlative is measured against: "the largest fall since 2009", "the first in its history". */
function isMeasured(p: Passage, i: number, end: number): boolean {
  const word = lowerAt(p, i)
  if (UNMEASURED.has(word) || (lowerAt(p, i - 1) === 'the' && lowerAt(p, i - 2) === 'of')) return false
  if (word === 'record')
    return lowerAt(p, i - 1) === 'a' || tagAt(p, i + 1) === 'CD' || /^(?:high|low|number)$/.test(lowerAt(p, i + 1))
  const set = word === 'first' ? AGES : AGAINST
  for (let j = i + 1; j < Math.min(end, i + 8); j++) {
    if (kindAt(p, j) === 'comma' || kindAt(p, j) === 'dash') return false
    if (set.has(lowerAt(p, j))) return true
  }
  return false
}

const POLLS = words('poll survey census surveyed polled respondents pollsters polling')
/** What is counted in public, and looked up by anybody who doubts it. */
const PUBLIC_COUNTS = words(
  `delegate delegates superdelegates seat seats votes ballots precincts turnout electoral state states county counties district districts country countries nations
   candidate candidates voters contender contenders nominees rivals contests primaries caucuses senators residents inhabitants followers views retweets subscribers`,
)
const ELECTION = words(
  'delegate delegates superdelegates ballot ballots turnout precinct precincts electoral primary primaries caucus caucuses electorate',
)
const MARKETS = words('barrel nasdaq dow stock stocks futures yen yield yields treasury')
const VOTERS = words('voters electorate vote votes democrats republicans')
const HARM = words(
  'killed kill dead died deaths injured wounded displaced cases victims lost missing fled homeless toll',
)
const CHANGES = words(
  `increase rise drop fall decline cut gain loss lead edge jump surge share majority stake hike reduction raise growth profit deficit surplus margin discount fine bribe
   payment gift donation contribution loan settlement contract`,
)
/** What somebody must have counted, however few they are. */
const COUNTED = words(
  `people persons men women children boys girls students workers employees staff jobs layoffs patients soldiers officers prisoners migrants refugees families households
   attacks strikes arrests complaints accidents crashes fires fatalities murders homicides crimes offences offenses homes times`,
)
const SCALES = words('hundred thousand million billion trillion')
const MANY = words('dozen dozens scores hundreds thousands tens millions')

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
    const word = lowerAt(p, i)
    if (POLLS.has(word)) polled = true
    else if (ELECTION.has(word) || (word === 'vote' && lowerAt(p, i - 1) === 'the')) voted = true
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
  if (own.polled || (before.polled && kind === 'percentage')) return true
  let harm = false
  let market = false
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = lowerAt(p, i)
    if (HARM.has(word)) harm = true
    else if (MARKETS.has(word)) market = true
  }
  if (harm && kind === 'count') return false
  if (own.voted && kind !== 'money') return true
  if (kind === 'percentage' && [0, 1, 2, 3, 4].some((n) => VOTERS.has(lowerAt(p, to + n)))) return true
  if (market && (kind === 'percentage' || kind === 'money')) return true
  if (kind === 'money' || kind === 'percentage') return namesThing(p, from, to)
  if (kind !== 'count') return false
  if (PUBLIC_COUNTS.has(last) || PUBLIC_COUNTS.has(lowerAt(p, to))) return true
  for (let i = from; i < to; i++) if (MANY.has(lowerAt(p, i))) return true
  if (!isNoun(tagAt(p, to - 1)) && (before.voted || isAge(p, from))) return true
  // "two rows of chairs": a few things can be counted by anybody
  return isFew(p, from, to) && !COUNTED.has(last)
}

/** Whether a figure is a bare number below a hundred. */
function isFew(p: Passage, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { kind, text, lower } = at(p, i).word
    if (SCALES.has(lower)) return false
    if (kind === 'number' && !(text.length < 3 && Number(text) < 100)) return false
  }
  return true
}

/** "a 40 percent excise tax": what has this size, and no rise or gift of it. */
function namesThing(p: Passage, from: number, to: number): boolean {
  const tag = tagAt(p, from - 1)
  if (tag !== 'DT' && tag !== 'POS' && tag !== 'PRP$') return false
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
