import { attributeNearby, citeExisting, citeWithFootnote, suppress } from '../edits/index.ts'
import { PERSON_NOUNS } from '../english/lexicon/nouns.ts'
import type { Unverified } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { awaiting, citing, claimsOver, touched, vouching } from './coverage.ts'
import { messageWith, phraseFrom, wordsOf } from './message.ts'
import { overDraft } from './parts.ts'
import { perReading } from './perReading.ts'
import type { Objection, Rule, Settled } from './rule.ts'
import { holdsOne, phrases, wordsIn } from './vocabulary.ts'

/** An accusation, or a rumour, with nobody who makes it. */
export const unattributedAllegation: Rule = {
  id: 'unattributed-allegation',
  title: 'An allegation that nobody is said to make',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      '“Alleged”, “reportedly”, “accused of”, “suspected”, “rumoured” and their like, where the sentence does not say who alleges, reports, accuses or suspects. Charges before a court, and accusations whose accuser follows (“accused of fraud by two clerks”), are left alone. The same accusation in the same words is flagged once in a draft. Where the sources nearby seem to cover it, the finding is for your information.',
    why: '“Alleged” does not make an accusation safe. It tells readers that somebody said so and keeps from them who, and so they cannot weigh it; nor does the word protect a publisher in court.',
    leave:
      'The accuser is plain from the context, as in the report of a trial whose charges were set out before. Suppress it with a reason, or name the court once more.',
  },
  examples: {
    flagged: [
      'Harbour officials were accused of taking bribes from two shipping firms.',
      'The owner reportedly moved the money to an account in Cyprus.',
    ],
    silent: [
      'Prosecutors in Bristol accused the harbour master, Colin Webb, of taking bribes from two shipping firms.',
      'Webb allegedly took £40,000 in bribes, according to the indictment.',
      'The trial of Colin Webb opens on Monday in Bristol.',
      'The owner reportedly moved the money to Cyprus.[^1]\n\n[^1]: Land registry, extract of 3 March 2024.',
    ],
  },
  ...overDraft((reading) => allegations(reading), settle),
  fixes: (reading, finding) => [
    ...attributeNearby(reading, finding),
    citeWithFootnote(reading, finding),
    ...citeExisting(reading, finding),
    ...suppress(reading, 'unattributed-allegation', finding),
  ],
}

/** An allegation on nobody's word. */
interface Allegation extends Objection {
  /** The first words of what is alleged. */
  readonly key: string
}

/** Every allegation that nobody is said to make, those that the draft makes again included. */
export const allegations: (reading: Reading) => Allegation[] = perReading((reading) => {
  const isVouchedFor = vouching(reading)
  const isCited = citing(reading)
  const isAwaiting = awaiting(reading)
  const claims = claimsOver(reading)
  const vagueCues = touched(
    reading.attributions.flatMap(({ sourceType, cue }) => (sourceType === 'vague' ? [...cue] : [])),
  )
  return reading.unverified.flatMap((mark): Allegation[] => {
    if (!alleges(reading, mark) || isVouchedFor(mark) || isCited(mark.sentence) || isAwaiting(mark.sentence)) return []
    // "It is widely believed": vague-source speaks of it
    if (mark.kind === 'hearsay' && vagueCues(mark)) return []
    if (isCharged(reading, mark) || hasAccuser(reading, mark)) return []
    const stop = reading.sentences[mark.sentence]?.end ?? mark.end
    const accusation = wordsOf(reading, phraseFrom(reading, mark, stop))
    const nearby = claims(mark).some((claim) => claim.status === 'attributed-nearby')
    return [
      {
        start: mark.start,
        end: mark.end,
        message: messageWith(questionFor(mark, accusation), accusation),
        ...(nearby && { severity: 'information' as const }),
        key: wordsIn(accusation).slice(0, 3).join(' '),
      },
    ]
  })
})

/** The same accusation in the same words is told once. */
function settle(candidates: readonly Allegation[]): Settled[] {
  const told = new Set<string>()
  return candidates.flatMap(({ key, message }, candidate): Settled[] => {
    if (told.has(key)) return []
    told.add(key)
    return [{ candidate, message }]
  })
}

/** Whether a mark alleges something on nobody's word. “So-called” and “supposed” keep their distance from a name and accuse no one. */
function alleges(reading: Reading, mark: Unverified): boolean {
  if (mark.kind !== 'allegation' && mark.kind !== 'hearsay') return false
  const accuser = mark.attribution === undefined ? undefined : reading.attributions[mark.attribution]
  if (accuser !== undefined && accuser.sourceType !== 'unknown') return false
  return !['so called', 'supposed'].includes(wordsIn(wordsOf(reading, mark)).join(' '))
}

/** Words of a charge before a court, whose allegation it is. */
const CHARGE = phrases([
  'charged',
  'charges',
  'indicted',
  'indictment',
  'prosecutors',
  'prosecutor',
  'court',
  'trial',
  'arraigned',
])

const isCharged = (reading: Reading, { sentence }: Unverified): boolean => {
  const span = reading.sentences[sentence]
  return span !== undefined && holdsOne(wordsOf(reading, span), CHARGE)
}

/** Words of a phrase for people: “by two former clerks”, “by her sister”. */
const PEOPLE = new Set('two three four five six seven several many former his her their some'.split(' '))

/** How far after “accused of” its accuser is looked for, in code units. */
const ACCUSER_WITHIN = 80

/** “accused of fraud by two former clerks”: who accuses is said after the charge. */
function hasAccuser(reading: Reading, { end, sentence }: Unverified): boolean {
  const stop = Math.min(reading.sentences[sentence]?.end ?? end, end + ACCUSER_WITHIN)
  const after = (reading.prose.slice(end, stop).split(/[,;:]/)[0] ?? '').split(/\s+/)
  const by = after.indexOf('by')
  if (by < 0) return false
  return after
    .slice(by + 1, by + 5)
    .some((word) => /^\p{Lu}/u.test(word) || PEOPLE.has(word) || PERSON_NOUNS.has(word.replace(/\W/g, '')))
}

function questionFor(mark: Unverified, accusation: string): string {
  const [first = ''] = wordsIn(accusation)
  if (accusation.toLowerCase().includes('accused')) return 'Say who accuses them: '
  if (first.startsWith('suspect')) return 'Say who suspects this: '
  return mark.kind === 'hearsay' ? 'Say who reports this: ' : 'Say who alleges this: '
}
