import { reportingVerb } from '../english/lexicon/verbs.ts'
import type { Token } from '../english/tokens.ts'
import type { Link } from '../marks/attribution/link.ts'
import type { Attribution, Quoting } from '../marks/marks.ts'
import { kindAt, lowerAt, type Passage, type Range, sentenceOf, spanOf } from '../marks/passage.ts'
import { contains, hull, lengthOf, overlaps, type Span } from '../text/span.ts'
import { candidates } from './candidates.ts'
import { elsewhereIn } from './elsewhere.ts'
import { type Identity, identities, type Mention } from './identity.ts'
import { capitalsIn } from './initials.ts'
import type { Name } from './names.ts'
import { type SourceKind, sourceKind } from './sourceType.ts'

/** A passage with the links found in it. */
export interface Linked {
  readonly passage: Passage
  readonly links: readonly Link[]
  /** The number of its first sentence in the draft. */
  readonly firstSentence: number
}

/** A link as spans of the draft, before it is known who its source is. */
export interface Heard {
  /** Index of its passage among those given. */
  readonly passage: number
  readonly p: Passage
  readonly link: Link
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Where the words that attribute begin. */
  readonly at: number
  readonly sentence: number
  readonly kind: SourceKind
}

/** The links in which something is said, in the order of the draft, with what they reach beyond their passage. */
export function heardIn(linked: readonly Linked[]): Heard[] {
  return linked.flatMap(({ links }, b) =>
    links
      .map((link) => heardAt(linked, b, link))
      .filter(({ content }) => content.length > 0)
      .sort((a, b) => a.at - b.at),
  )
}

/** The source of each link as it stands. */
export const mentionsOf = (prose: string, heard: readonly Heard[]): Mention[] =>
  heard.map(({ source, kind, at, passage }) => {
    const span = source[0] ?? { start: at, end: at }
    return { start: span.start, text: prose.slice(span.start, span.end), kind, block: passage }
  })

/** Who a source is, in view of the whole draft. */
export interface Resolved {
  readonly who: Identity
  /** The outlets or firms of which it may be either. */
  readonly eligible: readonly string[]
}

/** Resolves the sources of a whole draft, given in order with its names. */
export function resolve(mentions: readonly Mention[], names: readonly Name[]): Resolved[] {
  const eligible = candidates(mentions, names)
  const elsewhere = elsewhereIn(names, new Set(mentions.map(({ text }) => capitalsIn(text))))
  return identities(mentions, names, elsewhere).who.map((who, i) => ({ who, eligible: eligible[i] ?? [] }))
}

/**
 * Attributions of links, in order, with which stands in which.
 *
 * @param resolved who the source of each is
 * @param places where each name is written first
 */
export function attributionsOf(
  heard: readonly Heard[],
  resolved: readonly Resolved[],
  places: ReadonlyMap<string, Span>,
): Attribution[] {
  const nested = nesting(heard)
  return heard.map((one, i) => attributionOf(one, resolved[i] as Resolved, places, nested[i]))
}

function heardAt(linked: readonly Linked[], b: number, link: Link): Heard {
  const { passage: p, firstSentence } = linked[b] as Linked
  const span = (range: Range): Span => spanOf(p, range)
  const within = [...link.content].sort((a, b) => a.from - b.from).map(span)
  const beyond = link.open ? ledTo(linked, b) : carriedOn(linked, b, link)
  const content = beyond.length === 0 ? within : [...within, ...beyond]
  const cue = link.cue ? [span(link.cue)] : []
  if (link.cueToo) cue.push(span(link.cueToo))
  const anchor = link.cue?.from ?? link.content[0]?.from ?? 0
  return {
    passage: b,
    p,
    link,
    source: link.source ? [span(link.source)] : [],
    cue,
    content,
    at: (cue[0] ?? within[0])?.start ?? p.block.start,
    sentence: firstSentence + sentenceOf(p, anchor),
    kind: sourceKind(p, link.source),
  }
}

function attributionOf(
  one: Heard,
  { who, eligible }: Resolved,
  places: ReadonlyMap<string, Span>,
  nestedIn: number | undefined,
): Attribution {
  const attribution: { -readonly [Key in keyof Attribution]: Attribution[Key] } = {
    source: one.source,
    cue: one.cue,
    content: one.content,
    sourceType: one.source.length === 0 && widely(one.link, one.p) ? 'vague' : one.kind.type,
    quotation: quotingOf(one.p, one.link),
    published: one.kind.published || who.publication,
    reports: reportsWords(one.link),
    sentence: one.sentence,
  }
  if (who.name !== undefined) attribution.resolvesTo = who.name
  const introduced = introducedAt(places, who.name, one.source[0])
  if (introduced !== undefined) attribution.introduced = introduced
  const candidates = candidatesOf(eligible, who)
  if (candidates !== undefined) attribution.candidates = candidates
  if (nestedIn !== undefined) attribution.nestedIn = nestedIn
  return attribution
}

/** Where the name that a source stands for is written first, unless that is the source itself. */
export function introducedAt(
  places: ReadonlyMap<string, Span>,
  name: string | undefined,
  source: Span | undefined,
): Span | undefined {
  const place = name === undefined ? undefined : places.get(name)
  return place === undefined || (source !== undefined && overlaps(place, source)) ? undefined : place
}

/** The names between which nothing decides: of outlets and firms, or of persons with one surname. */
const candidatesOf = (eligible: readonly string[], { candidates }: Identity): readonly string[] | undefined =>
  eligible.length > 0 ? eligible : candidates

/** What a passage that ends in a colon leads to: the block quotation after it, or the quotation that the next one opens with. */
function ledTo(linked: readonly Linked[], b: number): Span[] {
  const spans: Span[] = []
  for (let next = b + 1; next <= b + CARRIED && linked[next]?.passage.block.kind === 'quotation'; next++) {
    const { tokens } = (linked[next] as Linked).passage
    if (tokens.length > 0) spans.push({ start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end })
  }
  if (spans.length > 0) return spans
  const next = linked[b + 1]
  const quote = next?.passage.quotes[0]
  if (next === undefined || quote === undefined || quote.from !== 0) return []
  if (next.links.some(({ content }) => content.some((range) => range.from < quote.to))) return []
  return [spanOf(next.passage, quote), ...carriedFrom(linked, b + 1)]
}

/** The paragraphs that carry a link's quotation on, where its own paragraph leaves it open. */
function carriedOn(linked: readonly Linked[], b: number, link: Link): Span[] {
  const p = (linked[b] as Linked).passage
  const last = p.quotes.at(-1)
  if (last === undefined || last.closed || !link.content.some((range) => range.from < last.to && last.from < range.to))
    return []
  return carriedFrom(linked, b)
}

/** Over how many paragraphs a quotation is carried on at most. */
export const CARRIED = 20

function carriedFrom(linked: readonly Linked[], b: number): Span[] {
  const spans: Span[] = []
  for (let next = b + 1; next < Math.min(linked.length, b + 1 + CARRIED); next++) {
    const { passage: p, links } = linked[next] as Linked
    const quote = p.quotes[0]
    if (quote?.continues !== true) break
    if (links.some(({ content }) => content.some((range) => range.from < quote.to))) break
    spans.push(spanOf(p, quote))
    if (quote.closed) break
  }
  return spans
}

/** Verbs that take a clause but tell what somebody thinks, feels or wants. */
const MENTAL: ReadonlySet<string> = new Set(
  'think believe feel hope expect fear worry suspect assume presume suppose guess figure imagine realize realise want wish intend plan doubt know understand hear notice see sense like love hate prefer agree disagree trust regret appreciate accept bet pray dream mind forget pretend anticipate consider threaten promise vow pledge refuse decline'.split(
    ' ',
  ),
)

const HELD: ReadonlySet<string> = new Set([
  'think',
  'believe',
  'understand',
  'accept',
  'acknowledge',
  'assume',
  'consider',
  'know',
  'agree',
  'regard',
  'suppose',
])

const BROADLY: ReadonlySet<string> = new Set(['widely', 'generally', 'commonly', 'universally', 'broadly'])

/** "It is widely believed": everybody and nobody. */
function widely({ kind, lemma, cue }: Link, p: Passage): boolean {
  if (kind !== 'passive' || cue === undefined) return false
  for (let i = cue.from; i < cue.to; i++) if (BROADLY.has(lowerAt(p, i))) return true
  return HELD.has(lemma)
}

/** Whether a link reports what was said, written or found. */
function reportsWords({ kind, lemma, cue }: Link): boolean {
  if (cue === undefined) return false
  if (kind === 'according' || kind === 'colon' || kind === 'manner') return true
  const verb = reportingVerb(lemma)
  if (kind === 'passive' && verb && ['think', 'believe', 'expect', 'understand', 'report', 'say'].includes(lemma))
    return true
  return verb !== undefined && (verb.that || verb.quotation) && !MENTAL.has(lemma)
}

/** Whether a content is all in quotation marks, partly, or not at all. */
function quotingOf(p: Passage, link: Link): Quoting {
  let inside = 0
  let outside = 0
  for (const range of link.content)
    for (let i = range.from; i < range.to; i++) {
      const kind = kindAt(p, i)
      if (kind !== 'word' && kind !== 'number') continue
      if ((p.quoteAt[i] as number) >= 0) inside++
      else outside++
    }
  return inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed'
}

interface Placed {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** For each attribution the index of the smallest other one whose content holds all of it, where there is one. */
function nesting(placed: readonly Placed[]): Array<number | undefined> {
  const wholes = placed.map(({ source, cue, content }) => hull([...source, ...cue, ...content]))
  return placed.map((inner, i) => {
    const whole = wholes[i] as Span
    const cue = inner.cue[0] ?? whole
    let best: number | undefined
    let size = Number.POSITIVE_INFINITY
    // contents lie in the paragraph of their cue: only near neighbours in order can hold one another
    for (let j = Math.max(0, i - 12); j < Math.min(placed.length, i + 13); j++) {
      if (j === i) continue
      const outer = placed[j] as Placed
      for (const content of outer.content) {
        if (!contains(content, cue) || lengthOf(content) >= size) continue
        if (!contains(content, whole)) continue
        // two that hold each other cover the same words: the first is the outer one, so that nesting never goes in a circle
        if (lengthOf(content) === lengthOf(whole) && j > i && lengthOf(wholes[j] as Span) === lengthOf(whole)) continue
        best = j
        size = lengthOf(content)
      }
    }
    return best
  })
}
