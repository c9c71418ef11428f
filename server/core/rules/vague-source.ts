import { citeExisting, citeWithFootnote, markCitationNeeded, suppress } from '../edits/index.ts'
import { PERSON_NOUNS } from '../english/lexicon/nouns.ts'
import type { Attribution, Claim, WorthReason } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { hull, type Span } from '../text/span.ts'
import { awaiting, citing, claimsOver, isAsked, isVouchedFor, outerOnes, touched } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import { perReading } from './perReading.ts'
import type { Objection, Rule, Severity } from './rule.ts'
import { holdsOne, phrases, wordsIn } from './vocabulary.ts'

/** How much must be at stake for a claim on a vague source to be a warning, and to be mentioned at all. */
const WARN_FROM = 0.5
const MENTION_FROM = 0.3

/** Those whose opinion an article sums up. Readers know that no one person is meant; it is their facts that need a name. */
// biome-ignore format: a list of words is easier to look over in lines
const CAMPS = phrases([
  'critics', 'opponents', 'supporters', 'proponents', 'advocates', 'sceptics', 'skeptics', 'detractors',
  'defenders', 'backers', 'rivals', 'allies', 'fans', 'groups',
])
const PAPERS = phrases([
  'studies',
  'study',
  'research',
  'reports',
  'report',
  'data',
  'polls',
  'surveys',
  'statistics',
  'figures',
])
/** Those who answered a poll are nobody in particular by design, and the poll is named. */
const ANSWERED = phrases([
  'surveyed',
  'polled',
  'respondents',
  'respondent',
  'interviewed',
  'voters',
  'percent',
  'poll',
])
const FACTS: ReadonlyArray<WorthReason['because']> = [
  'figure',
  'accusation',
  'crime',
  'forecast',
  'medical or scientific effect',
]

/** A claim that rests on "experts", "studies" or "it is widely believed". */
export const vagueSource: Rule = {
  id: 'vague-source',
  title: 'A claim put down to nobody in particular',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      'A claim whose only source is “experts”, “analysts”, “studies”, “some officials”, “it is widely believed”. Where the claim is less worth checking, the finding is for your information. It stays away where a named source vouches for the whole (“some officials said so, the Post reported”), where the sentence carries a citation, and where “critics” or “supporters” only hold an opinion.',
    why: 'Nobody can ask “experts” what they meant, or find the study that “studies show”. A vague source lends a claim an authority that the reader has no way to test, and it is often where a claim lost its source on the way.',
    leave:
      'The sentence sums up views that the article then reports one by one, by name. Suppress it with a reason: cited elsewhere.',
  },
  examples: {
    flagged: [
      'Analysts expect the company to lose 4,000 jobs by the end of the year.',
      'Experts say the dam would fail in a magnitude 6 earthquake.',
      'Studies show that the drug cuts the risk of stroke by 30 percent.',
    ],
    silent: [
      'Rachel Osei, an analyst at Carver Bank, expects the company to lose 4,000 jobs by the end of the year.',
      'Critics say the plan is a disgrace.',
      'Some former officials have said the order was illegal, The Guardian reports.',
      'Studies show that the drug cuts the risk of stroke by 30 percent.[^1]\n\n[^1]: Osei and others, “Stroke after surgery”, 2021.',
      'Three hundred people came to hear the experts speak.',
    ],
  },
  ...inParagraphs(
    perReading((reading) => {
      const over = claimsOver(reading)
      const isFigure = touched(reading.figures)
      const isCited = citing(reading)
      const isAwaiting = awaiting(reading)
      const told = new Set<number>()
      return reading.attributions.flatMap((attribution): Objection[] => {
        if (
          attribution.sourceType !== 'vague' ||
          told.has(attribution.sentence) ||
          isCited(attribution.sentence) ||
          isAwaiting(attribution.sentence)
        )
          return []
        if (outerOnes(reading, attribution).some(isVouchedFor)) return []
        const at = attribution.source[0] ?? attribution.cue[0]
        if (at === undefined || isSet(wordsOf(reading, at)) || holdsOne(wordsOf(reading, at), ANSWERED)) return []
        if (isNamedAfter(reading, attribution) || isAsked(reading, attribution)) return []
        const claims = attribution.content.flatMap(over).filter(restsOnIt)
        const isSaid = touched(attribution.content)
        const severity = severityFor(
          claims,
          isSaid,
          attribution.content.some(isFigure),
          !attribution.reports || holdsOne(wordsOf(reading, at), CAMPS),
        )
        if (severity === undefined) return []
        told.add(attribution.sentence)
        const { start, end } = at
        const message = messageFor(reading, attribution, at)
        return [{ start, end, message, ...(severity === 'information' && { severity }) }]
      })
    }),
  ),
  fixes: (reading, finding) => [
    citeWithFootnote(reading, finding),
    ...citeExisting(reading, finding),
    markCitationNeeded(reading, finding),
    ...suppress(reading, 'vague-source', finding),
  ],
}

/** Whether nothing better than the vague source stands behind a claim in its content. */
const restsOnIt = ({ status }: Claim): boolean => status === 'unsourced' || status === 'attributed-nearby'

/** “All three candidates”, “1,409 teachers”, “one”: a set that is counted, or that the sentence before has named. */
function isSet(source: string): boolean {
  const [first = ''] = wordsIn(source)
  return first === 'all' || first === 'those' || source === 'one' || /^[0-9]/.test(first)
}

/** How far after a vague source names are looked for, in code units. */
const NAMED_WITHIN = 200

/** Whether “several nations” are named in the same sentence: “…, including the Netherlands”. */
function isNamedAfter(reading: Reading, { cue, sentence }: Attribution): boolean {
  const from = cue.at(-1)?.end ?? 0
  const to = Math.min(reading.sentences[sentence]?.end ?? from, from + NAMED_WITHIN)
  return /, including (?:the )?\p{Lu}/u.test(reading.prose.slice(from, to))
}

/** Where the source only takes a stance or looks ahead, what it says must be a fact to be worth a name. */
function severityFor(
  claims: readonly Claim[],
  isSaid: (span: Span) => boolean,
  hasFigure: boolean,
  takesStance: boolean,
): Severity | undefined {
  const weighed = takesStance
    ? claims.filter((claim) => claim.reasons.some((reason) => FACTS.includes(reason.because) && isSaid(reason)))
    : claims
  // what is at stake in the words around, as in “critics of the $4 million plan”, is not what the vague source says
  const stakeOf = ({ stake, demand, reasons }: Claim): number =>
    hasFigure || reasons.some(isSaid) || (reasons.length === 0 && demand === stake)
      ? stake
      : Math.min(stake, MENTION_FROM)
  const stake = weighed.reduce((most, claim) => Math.max(most, stakeOf(claim)), 0)
  if (stake < MENTION_FROM) return undefined
  return stake >= WARN_FROM && weighed.some((claim) => claim.status === 'unsourced') ? 'warning' : 'information'
}

function messageFor(reading: Reading, attribution: Attribution, at: Span): string {
  const source = wordsOf(reading, at)
  if (attribution.source.length === 0 || wordsIn(source)[0] === 'it') {
    const whole = hull([...attribution.source, ...attribution.cue])
    return messageWith('Say who: nobody in particular is meant by ', wordsOf(reading, whole))
  }
  if (isOfPaper(source)) return messageWith('Say which, and cite it, so that readers can look: ', source)
  return messageWith('Name one of them, or cite what they wrote: ', source)
}

/** Whether words for a source name something written: “studies”, and not “experts who were not involved in the study”. */
function isOfPaper(source: string): boolean {
  const head = wordsIn(source).find((word) => PAPERS.has(word) || PERSON_NOUNS.has(word))
  return head !== undefined && PAPERS.has(head)
}
