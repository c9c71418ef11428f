import { suppress } from '../edits/index.ts'
import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { isAsked, outerOnes } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { overDraft } from './parts.ts'
import type { Objection, Rule, Settled } from './rule.ts'
import { holdsOne, phrases, wordsIn } from './vocabulary.ts'

/** How far around the source its knowledge and its reasons are looked for, in code units. */
const AROUND = 400

/** From how many unnamed sources on a draft is told how many they are. */
const MANY = 6

/** Words by which a draft says how an unnamed source knows. */
// biome-ignore format: a list of words is easier to look over in lines
const KNOWS = phrases([
  'familiar with', 'briefed on', 'briefed about', 'knowledge of', 'close to', 'privy to', 'aware of',
  'involved in', 'present at', 'in the room', 'at the meeting', 'on the call', 'took part in',
  'participated in', 'worked on', 'worked at', 'works at', 'work at', 'work for', 'worked with', 'worked for', 'works for', 'works with', 'who saw',
  'who has seen', 'who have seen', 'had seen', 'who heard', 'who overheard', 'who read', 'who has read',
  'who have read', 'who reviewed', 'who attended', 'who was there', 'who were there', 'who was present',
  'who were present', 'present', 'in attendance', 'who witnessed', 'eyewitness', 'eyewitnesses', 'witness', 'witnesses', 'who survived',
  'survivor', 'survivors', 'owner', 'owners', 'resident', 'residents', 'neighbor', 'neighbors', 'neighbour', 'neighbours',
  'employee', 'employees', 'patient', 'patients', 'parent', 'parents', 'mother', 'father',
])

/** Words by which a draft says why a source is not named. */
// biome-ignore format: a list of words is easier to look over in lines
const UNNAMED = phrases([
  'anonymity', 'anonymously', 'not to be named', 'not be named', 'not to be identified', 'not be identified',
  'not being named', 'not being identified', 'withhold', 'withheld', 'withholding', 'not authorised',
  'not authorized', "wasn't authorised", "wasn't authorized", "weren't authorised", "weren't authorized",
  'unauthorised', 'unauthorized', 'for fear of', 'feared reprisals', 'fear reprisals', 'fearing reprisals',
  'fears for', 'on background', 'name has been changed', 'names have been changed', 'changed her name',
  'changed his name', 'did not want to be named', 'declined to be named', 'declined to give',
])

/** Those who speak in public, by their office: their names are on the record, and how they know is no question. */
const ON_RECORD = phrases(['judge', 'judges', 'magistrate', 'magistrates', 'court', 'courts', 'jury', 'jurors'])

/** People by the way, whose names nobody needs. */
const BY_THE_WAY = phrases([
  'friend',
  'family',
  'supporter',
  'columnist',
  'media',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'reporter',
  'journalist',
  'protester',
  'protesters',
  'child',
  'boy',
  'girl',
  'passer-by',
  'passerby',
  'onlooker',
  'heckler',
  'fan',
  'customer',
])

/** What is written or counted, and not spoken by anybody. */
const PAPERS = phrases(['data', 'poll', 'survey', 'records', 'filings', 'report', 'statistics', 'figures', 'study'])

/** First words of a phrase that takes up somebody who was spoken of before. */
const TAKEN_UP = ['the', 'this', 'that', 'these', 'those', 'he', 'she', 'they', 'both', 'it']

/** People who are not named, where the draft does not say how they know or why they stay unnamed. */
export const anonymousSource: Rule = {
  id: 'anonymous-source',
  title: 'An unnamed source, with something left unsaid about it',
  severity: 'information',
  registers: 'reporting',
  docs: {
    notices:
      'Particular people who are not named (“a senior official”, “two people familiar with the matter”), at the place where the draft first speaks of them. The message says what is missing: how they know, why they are not named, or how many they are where “sources” turn out to be “the source”. In a draft with six or more, the first message gives their number. Where the draft says both, or where a named outlet is the one that spoke to them, there is nothing to find; nor is there for judges, who speak on the record, or for people by the way.',
    why: 'A reader has to take an unnamed source on the word of the paper. What makes that possible is to be told how the source could know, and why a name would do harm.',
    leave:
      'Passers-by whose names nobody needs, or a house style that explains its unnamed sources once for all articles. Switch the rule off, or suppress the finding.',
  },
  examples: {
    flagged: [
      'Two people familiar with the matter said the board had voted to sell the shipyard.',
      'A senior official said the minister knew of the leak in March.',
      'Sources said the board had voted to sell the shipyard. The source, who attended the meeting, asked not to be named for fear of reprisals.',
    ],
    silent: [
      'Ana Duarte, who sits on the board, said it had voted to sell the shipyard.',
      'A person who attended the meeting said the board had voted to sell the shipyard, speaking on condition of anonymity because the vote was secret.',
      'The board voted on Tuesday to sell the shipyard, chairman Luis Prado said.',
    ],
  },
  ...overDraft(unnamed, settle),
  fixes: (reading, finding) => suppress(reading, 'anonymous-source', finding),
}

/** An unnamed source, whether or not something is missing. */
interface Unnamed extends Objection {
  readonly words: string
  /** Whether its words take up somebody who was spoken of before. */
  readonly takesUp: boolean
  /** What is missing; undefined where nothing is, or where it is for others to say. */
  readonly missing: string | undefined
}

function unnamed(reading: Reading): Unnamed[] {
  return reading.attributions.flatMap((attribution): Unnamed[] => {
    const at = attribution.source[0]
    if (attribution.sourceType !== 'anonymous' || !attribution.reports || at === undefined) return []
    if (isAsked(reading, attribution)) return []
    const words = wordsOf(reading, at)
    if (holdsOne(words, ON_RECORD) || holdsOne(words, BY_THE_WAY) || holdsOne(words, PAPERS) || isApposed(reading, at))
      return []
    const isTold =
      isKnown(reading, attribution, at) || outerOnes(reading, attribution).some((outer) => outer.sourceType === 'named')
    const missing = isTold ? undefined : whatIsMissing(reading, attribution, at)
    const message = missing === undefined ? '' : messageWith(asking(missing), words)
    return [{ start: at.start, end: at.end, message, words, takesUp: isTakenUp(reading, attribution, at), missing }]
  })
}

const asking = (missing: string): string => `Say ${missing}: `

/** The first message of a draft that leans on unnamed sources says how many there are. */
function settle(candidates: readonly Unnamed[]): Settled[] {
  const found: Settled[] = []
  candidates.forEach(({ missing, message, takesUp }, candidate) => {
    if (missing !== undefined && !(takesUp && candidate > 0)) found.push({ candidate, message })
  })
  const [first, ...rest] = found
  if (first === undefined || found.length < MANY) return found
  const { missing = '', words } = candidates[first.candidate] as Unnamed
  return [
    { ...first, message: messageWith(asking(missing), words, ` (one of ${found.length} in this draft).`) },
    ...rest,
  ]
}

function isTakenUp(reading: Reading, attribution: Attribution, at: Span): boolean {
  const [first = ''] = wordsIn(wordsOf(reading, at))
  return attribution.resolvesTo !== undefined || TAKEN_UP.includes(first)
}

/** Whether words only say who somebody is whose name stands before them: "Ann Lee, president of the fund". */
function isApposed({ prose }: Reading, { start }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 40), start).trimEnd()
  const last = before.slice(before.lastIndexOf(' ') + 1)
  return last.endsWith(',') && /^\p{Lu}\p{Ll}/u.test(last)
}

/** Whether "the" and a plural take up people of whom there was talk: "the researchers", and not "the two people familiar with it". */
const tookUp = (said: readonly string[]): boolean =>
  (said[1] ?? '').endsWith('s') || (said.length > 2 && (said[2] ?? '').endsWith('s') && !said.includes('familiar'))

/** How far back, in its paragraph and the one before, somebody was spoken of whom "the employee" takes up, in code units. */
const BACK = 800

/** Whether "the employee" is one of whom the draft has just told. */
function isKnown(reading: Reading, { sentence }: Attribution, at: Span): boolean {
  const said = wordsIn(wordsOf(reading, at))
  const head = said.at(-1) ?? ''
  if (said[0] !== 'the') return false
  if (tookUp(said) || said.length === 2) return true
  if (said.length > 3) return false
  const block = reading.sentences[sentence]?.block ?? 0
  const from = (reading.blocks[block - 1] ?? reading.blocks[block])?.start ?? at.start
  return wordsIn(reading.prose.slice(Math.max(from, at.start - BACK), at.start)).includes(head)
}

/** What the sentences around a source do not say about it, in words that follow “Say”. */
function whatIsMissing(reading: Reading, attribution: Attribution, at: Span): string | undefined {
  const sentence = reading.sentences[attribution.sentence] ?? at
  const block = reading.blocks[reading.sentences[attribution.sentence]?.block ?? -1] ?? sentence
  const knows = holdsOne(near(reading, at, sentence), KNOWS)
  const unnamed = holdsOne(near(reading, at, block), UNNAMED)
  if (isOneOnly(reading, at, block)) return 'how many they are, since “the source” is one'
  if (knows && unnamed) return undefined
  if (knows) return 'why they are not named'
  return unnamed ? 'how they know' : 'how they know, and why they are not named'
}

/** Whether “sources” are spoken of as “the source” in the rest of their paragraph. */
function isOneOnly(reading: Reading, at: Span, block: Span): boolean {
  if (wordsIn(wordsOf(reading, at)).at(-1) !== 'sources') return false
  const rest = wordsIn(reading.prose.slice(at.end, Math.min(block.end, at.end + AROUND)))
  return rest.some((word, n) => word === 'source' && rest[n - 1] === 'the' && rest[n + 1] !== 'of')
}

const near = (reading: Reading, at: Span, within: Span): string =>
  reading.prose.slice(Math.max(within.start, at.start - AROUND), Math.min(within.end, at.end + AROUND))
