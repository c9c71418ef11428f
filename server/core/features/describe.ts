import type { Citation, Definition } from '../blocks/block.ts'
import { type Library, lacks } from '../citing/library.ts'
import type {
  Abbreviation,
  Attribution,
  Claim,
  ClaimKind,
  DateMark,
  Figure,
  Leftover,
  Quotation,
  SourceType,
  Unverified,
  UnverifiedKind,
  WorthReason,
} from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { formatReference, type ReferenceStyle } from '../references/index.ts'
import { placeIn } from '../text/search.ts'
import { addressOf } from './address.ts'
import { cite, type HoverLine, name, quote, quoteSpan, say, type Words } from './words.ts'

/** What is known besides the draft, and how references are put. */
export interface Told {
  readonly library: Library
  readonly form: ReferenceStyle
}

const CLAIM: Record<ClaimKind, string> = {
  statistic: 'a figure',
  event: 'something that happened',
  quotation: 'what somebody said',
  causal: 'a cause',
  comparison: 'a comparison',
  legal: 'a matter of law',
  'medical-science': 'medicine or science',
  prediction: 'a forecast',
  position: 'what somebody wants, plans or thinks',
  other: 'a state of affairs',
}

const SOURCE: Record<SourceType, string> = {
  named: 'named',
  anonymous: 'particular people, not named',
  vague: 'nobody in particular',
  unknown: 'not said who',
}

const UNVERIFIED: Record<UnverifiedKind, readonly [string, string]> = {
  'evidence-gap': ['Evidence gap', 'the text itself says that there is no proof'],
  allegation: ['Allegation', 'it is alleged, not established'],
  hearsay: ['Hearsay', 'it is passed on, not established'],
  hedge: ['Hedge', 'the text leaves it open; no problem by itself'],
  'distancing-quotation': ['Words set apart', 'somebody else’s words, and it is not said whose'],
}

const FIGURE: Record<Figure['kind'], string> = {
  count: 'a number of things or people',
  money: 'a sum of money',
  percentage: 'a percentage',
  ordinal: 'a place in an order',
  year: 'a year',
  age: 'an age',
  time: 'a time',
  other: 'a number',
}

const REASONS_SHOWN = 2

/** What a claim is, and why an editor would want its source. */
export function describeClaim(reading: Reading, claim: Claim): HoverLine {
  const start = [name('Claim'), say(`: ${CLAIM[claim.kind]}. `)]
  if (claim.demand < 0.5) return [...start, say('It seldom needs a source.')]
  if (claim.reasons.length === 0) return [...start, say('An editor would want its source.')]
  const reasons = claim.reasons
    .slice(0, REASONS_SHOWN)
    .flatMap((reason: WorthReason, index) => [
      say(`${index === 0 ? '' : ', '}${reason.because} `),
      quoteSpan(reading, reason),
    ])
  return [...start, say('An editor would want its source: '), ...reasons, say('.')]
}

/** Whether a claim is sourced, by whom, and where that stands. */
export function describeStatus(reading: Reading, claim: Claim, told: Told): HoverLine {
  const attribution = reading.attributions[claim.attribution ?? -1]
  const citation = reading.citations[claim.citation ?? -1]
  switch (claim.status) {
    case 'cited':
      return [
        name('Cited'),
        ...(citation === undefined ? [say('.')] : [say(': '), ...pointsTo(reading, citation, told)]),
      ]
    case 'attributed':
      return [name('Attributed'), ...(attribution ? [say(' to '), ...whoIs(reading, attribution)] : []), say('.')]
    case 'attributed-nearby':
      return [name('Attributed nearby'), ...(attribution ? nearby(reading, claim, attribution) : []), say('.')]
    case 'unsourced':
      return [name('Unsourced'), say(': nobody in particular is said to say so, and nothing is cited.')]
  }
}

function nearby(reading: Reading, claim: Claim, attribution: Attribution): Words[] {
  return [say(`: ${placeOf(reading, claim.sentence, attribution.sentence)}, `), ...whoIs(reading, attribution)]
}

/** Where one sentence stands as seen from another. */
function placeOf({ sentences }: Reading, from: number, to: number): string {
  const blocks = (sentences[to]?.block ?? 0) - (sentences[from]?.block ?? 0)
  if (blocks !== 0)
    return Math.abs(blocks) === 1 ? `in the paragraph ${before(blocks)}` : `${earlier(blocks)} in the draft`
  if (from === to) return 'in this sentence'
  return Math.abs(to - from) === 1 ? `in the sentence ${before(to - from)}` : `${earlier(to - from)} in the paragraph`
}

const before = (steps: number): string => (steps < 0 ? 'before' : 'after')
const earlier = (steps: number): string => (steps < 0 ? 'earlier' : 'later')

/** Who the source of an attribution is, what the words for it stand for, and of what type it is. */
export function whoIs(reading: Reading, attribution: Attribution): Words[] {
  const { sourceType, published, resolvesTo, nestedIn } = attribution
  const source = attribution.source[0]
  const outer = reading.attributions[nestedIn ?? -1]?.source[0]
  const words = source === undefined ? [say('a source that is left out')] : [quoteSpan(reading, source)]
  const own = words[0]?.text.toLowerCase().replace(/^the /, '')
  const stands = resolvesTo !== undefined && resolvesTo.toLowerCase().replace(/^the /, '') !== own
  return [
    ...words,
    ...(stands ? [say(', that is '), quote(resolvesTo), ...introducedIn(reading, attribution)] : []),
    say(` (${SOURCE[sourceType]}${published && sourceType === 'named' ? ', published' : ''})`),
    ...(outer === undefined ? [] : [say(', as told by '), quoteSpan(reading, outer)]),
  ]
}

/** Where the name is introduced that a source stands for, as seen from the source. */
function introducedIn(reading: Reading, { introduced, sentence }: Attribution): Words[] {
  if (introduced === undefined) return []
  const { sentences } = reading
  // of a long draft no sentences are known but those around
  const isFar = introduced.start < (sentences[0]?.start ?? 0) || introduced.start > (sentences.at(-1)?.end ?? 0)
  const place = isFar
    ? `${earlier(introduced.start - (sentences[sentence]?.start ?? 0))} in the draft`
    : placeOf(reading, sentence, placeIn(sentences, introduced.start))
  return [say(`, named ${place}`)]
}

/** What part of an attribution is pointed at, and whose it is. */
export function describeAttribution(reading: Reading, attribution: Attribution, part: keyof typeof PARTS): HoverLine {
  return [name(PARTS[part]), say(': '), ...whoIs(reading, attribution), say('.')]
}

const PARTS = { source: 'Source', cue: 'Attributed to', content: 'Attributed to' } as const

export function describeUnverified(reading: Reading, { kind, attribution }: Unverified): HoverLine {
  const [title, meaning] = UNVERIFIED[kind]
  const by = reading.attributions[attribution ?? -1]
  const who = by === undefined || by.source.length === 0 ? [] : [say('; the source is '), ...whoIs(reading, by)]
  return [name(title), say(`: ${meaning}`), ...who, say('.')]
}

export function describeQuotation(reading: Reading, { kind, attribution }: Quotation): HoverLine {
  if (kind === 'title') return [name('Title of a work'), say('.')]
  const by = reading.attributions[attribution ?? -1]
  if (by !== undefined) return [name('Quotation'), say(': the words of '), ...whoIs(reading, by), say('.')]
  return [name('Quotation'), say(': nobody is said to have spoken it.')]
}

/** What a citation points to, as far as the draft and its library say. */
export function describeCitation(reading: Reading, citation: Citation, told: Told): HoverLine {
  return [name('Citation'), say(': '), ...pointsTo(reading, citation, told)]
}

function pointsTo(reading: Reading, { kind, key, defined }: Citation, { library, form }: Told): Words[] {
  if (kind === 'link' || kind === 'url') return [say('a link to '), quote(addressOf(key)), say('.')]
  if (kind === 'citation-key') {
    const entry = library.byKey.get(key)
    if (entry !== undefined) return [cite(formatReference(entry.item, form))]
    return [say('key '), quote(key), say(lacks(library, key) ? ', which no entry has.' : '.')]
  }
  const definition = reading.definitions.find((one) => one.kind === kind && one.key.toLowerCase() === key.toLowerCase())
  if (definition !== undefined) return body(reading, definition)
  if (kind === 'author-year') return [quote(key), say('; the draft does not list it.')]
  return [say(defined ? 'a note.' : 'nothing in the draft defines this note.')]
}

function body({ draft: { text } }: Reading, { body: { start, end } }: Definition): Words[] {
  const words = text.slice(start, Math.min(end, start + 1000))
  return words.trim() === '' ? [say('the note is still blank.')] : [say('note '), quote(words), say('.')]
}

export function describeDefinition(reading: Reading, { kind, key }: Definition): HoverLine {
  const times = reading.citations.filter(
    (one) => one.kind === kind && one.key.toLowerCase() === key.toLowerCase(),
  ).length
  const often = times === 0 ? 'never' : times === 1 ? 'once' : `${times} times`
  return [name('Note'), say(`: cited ${often}.`)]
}

export function describeAbbreviation({ standsFor, introduced }: Abbreviation): HoverLine {
  const known = introduced ? 'known to readers.' : 'the draft does not say what it stands for.'
  const meaning = standsFor === undefined ? [say(known)] : [say('stands for '), quote(standsFor), say('.')]
  return [name('Abbreviation'), say(': '), ...meaning]
}

export const describeFigure = ({ kind }: Figure): HoverLine => [name('Figure'), say(`: ${FIGURE[kind]}.`)]

export const describeDate = ({ relative }: DateMark): HoverLine => [
  name('Date'),
  say(relative ? ', counted from the day of the draft.' : '.'),
]

export const describeLeftover = ({ kind }: Leftover): HoverLine => [
  name('Left to fill in'),
  say(kind === 'to-come' ? ': words are still to come.' : ': a source is still to come.'),
]
