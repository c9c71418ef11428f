import { attributeNearby, citeExisting, citeWithFootnote, markCitationNeeded, suppress } from '../edits/index.ts'
import type { Claim, WorthReason } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { innermost } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { awaiting, contentsOf, placeIn, touched, vouching } from './coverage.ts'
import { messageWith, phraseFrom, wordsOf } from './message.ts'
import { noEvidence } from './no-evidence.ts'
import { inParagraphs } from './parts.ts'
import type { Objection, Rule } from './rule.ts'
import { allegations } from './unattributed-allegation.ts'
import { unattributedQuote } from './unattributed-quote.ts'
import { vagueSource } from './vague-source.ts'

/** How much must be at stake for a claim on nobody's word to be a warning, and to be mentioned at all. */
export const WARN_FROM = 0.75
export const MENTION_FROM = 0.6

/** How far apart two reasons of one kind may stand and still be told together, in code units. */
const NEIGHBOURS = 12

/** What is asked for each kind of reason, the kind that an editor asks about first at the top. */
const QUESTIONS: ReadonlyArray<readonly [WorthReason['because'], string]> = [
  ['accusation', 'Nobody is named for this accusation: '],
  ['crime', 'Nobody is named for this account of a crime: '],
  ['figure', 'Nobody is named for this figure: '],
  ['non-public act', 'Nobody is named who saw or heard this: '],
  ['medical or scientific effect', 'No study is named for this effect: '],
  ['motive', 'Nobody is named for this motive: '],
  ['cause', 'Nobody is named who says that this was the cause: '],
  ['superlative', 'Nobody is named who compared the others: '],
  ['comparison', 'Nobody is named for this comparison: '],
  ['forecast', 'Nobody is named for this forecast: '],
  ['law', 'No law or ruling is named for this: '],
]

/** What an allegation in a claim is about. */
const ACCUSING: ReadonlyArray<WorthReason['because']> = ['accusation', 'crime']

/** A claim worth checking that nobody stands behind. */
export const unsourcedClaim: Rule = {
  id: 'unsourced-claim',
  title: 'A claim worth checking, with no source',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      'A claim that an editor would want to check (a figure, an accusation, a cause, a superlative, an act that was not public) with no attribution and no citation. The most check-worthy are warnings, the rest are for your information. At most one is shown for a sentence, at the words that are at stake, in the clause that lacks a source. Claims that the sources of the sentences around them seem to cover are left alone, and so is what editors let pass: figures of a poll that is named, of an election or a market, sizes that name a thing (“a $15 minimum wage”), a few things that anybody can count, crimes that are only a topic, superlatives that compare nothing.',
    why: 'A reader who doubts a figure has nowhere to go, and an editor who has to stand by it does not know whom to call.',
    leave:
      'You saw it yourself, everybody knows it, it is opinion, or it is cited elsewhere. Suppress it with that reason.',
  },
  examples: {
    flagged: [
      'The campaign has killed 83 people in 21 attacks since September.',
      'The company poisoned the river for eleven years and bribed two inspectors to look away.',
      'Unemployment in the county rose by 12 percent last year, the steepest increase in the state.',
      'The plant will reopen in May, its director, Tom Hale, said, but the company bribed two inspectors.',
    ],
    silent: [
      'The campaign has killed 83 people in 21 attacks since September, according to the defence ministry.',
      'The campaign has killed 83 people in 21 attacks since September.[^1]\n\n[^1]: Defence ministry, statement of 3 December.',
      'The campaign has killed 83 people in 21 attacks, according to the defence ministry, and the rain has stopped.',
      'It was raining when the delegates came out of the hall.',
      'Who will pay for the new bridge?',
      'Walk down to the harbour on any morning and you will hear the gulls before you see them.',
    ],
  },
  ...inParagraphs((reading) => {
    const isVouchedFor = vouching(reading)
    const isSpokenFor = spokenFor(reading)
    const worst = new Map<number, Claim>()
    for (const claim of reading.claims) {
      if (claim.status !== 'unsourced' || claim.demand < MENTION_FROM || isSpokenFor(claim)) continue
      if (claim.reasons.length > 0 && claim.reasons.every(isVouchedFor)) continue
      if (claim.stake > (worst.get(claim.sentence)?.stake ?? 0)) worst.set(claim.sentence, claim)
    }
    return [...worst.values()].map((claim) => objectionTo(reading, claim, isVouchedFor))
  }),
  fixes(reading, finding) {
    const claims = reading.claims.filter((claim) => claim.status === 'unsourced')
    const at = innermost(claims, finding) ?? finding
    return [
      citeWithFootnote(reading, at),
      ...citeExisting(reading, at),
      ...attributeNearby(reading, at),
      markCitationNeeded(reading, at),
      ...suppress(reading, 'unsourced-claim', finding),
    ]
  },
}

function objectionTo(reading: Reading, claim: Claim, isVouchedFor: (span: Span) => boolean): Objection {
  const open = claim.reasons.filter((reason) => !isVouchedFor(reason))
  const [because, question] = QUESTIONS.find(([kind]) => open.some((reason) => reason.because === kind)) ?? []
  const group = firstGroup(
    open.filter((reason) => reason.because === because),
    reading,
  )
  const { start, end } = placeOf(reading, claim, group)
  const asked = because === 'figure' && group.length > 1 ? 'Nobody is named for these figures: ' : question
  return {
    start,
    end,
    message: messageWith(asked ?? 'Nobody is named for this claim: ', wordsOf(reading, { start, end })),
    ...(claim.demand < WARN_FROM && { severity: 'information' as const }),
  }
}

/** The words at stake: figures as they stand, another reason with the phrase that it leads, the whole claim where there is none. */
function placeOf(reading: Reading, claim: Claim, group: readonly WorthReason[]): Span {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined) return claim
  const end = first.because === 'figure' ? last.end : phraseFrom(reading, last, claim.end).end
  return { start: first.start, end }
}

/** The longest run of reasons that stand close enough to be told together; the first one where several are as long. */
function firstGroup(reasons: readonly WorthReason[], reading: Reading): WorthReason[] {
  let longest: WorthReason[] = []
  let run: WorthReason[] = []
  for (const reason of reasons) {
    const last = run.at(-1)
    if (last === undefined || !areNeighbours(reading, last, reason)) run = []
    run.push(reason)
    if (run.length > longest.length) longest = run
  }
  return longest
}

function areNeighbours(reading: Reading, a: Span, b: Span): boolean {
  if (b.start - a.end > NEIGHBOURS) return false
  const between = reading.prose.slice(a.end, b.start)
  return ![...between].some((char) => ';:.—–()'.includes(char))
}

/** Whether a more telling rule already speaks about a claim, so that its sentence is not underlined twice for one thing. */
function spokenFor(reading: Reading): (claim: Claim) => boolean {
  const vague = new Set(vagueSource.check(reading).map(({ start }) => start))
  const isOnVagueWord = touched(
    contentsOf(reading, (one) => one.sourceType === 'vague' && vague.has((one.source[0] ?? one.cue[0])?.start ?? -1)),
  )
  const isQuoted = touched(unattributedQuote.check(reading))
  const isAlleged = touched(allegations(reading))
  const isAwaiting = awaiting(reading)
  const unproved = new Set(noEvidence.check(reading).map(({ start }) => placeIn(reading.sentences, start)))
  return (claim) => {
    if (isAwaiting(claim.sentence) || unproved.has(claim.sentence) || isOnVagueWord(claim)) return true
    const isAccused = isAlleged(claim)
    const isAsked = (reason: WorthReason): boolean =>
      isQuoted(reason) || (isAccused && ACCUSING.includes(reason.because))
    return claim.reasons.length > 0 && claim.reasons.every(isAsked)
  }
}
