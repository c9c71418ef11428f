import { reportingVerb } from '../english/lexicon/verbs.ts'
import type { Token } from '../english/tokens.ts'
import type { Link } from '../marks/attribution/link.ts'
import type { Attribution, Quoting } from '../marks/marks.ts'
import { type Passage, type Range, sentenceOf, spanOf } from '../marks/passage.ts'
import { contains, hull, lengthOf, overlaps, type Span } from '../text/span.ts'
import { candidates } from './candidates.ts'
import { firstPlaces, type Identity, identities, type Mention } from './identity.ts'
import { type Name, namesIn } from './names.ts'
import { sourceKind } from './sourceType.ts'

/** A passage with the links found in it. */
export interface Linked {
  readonly passage: Passage
  readonly links: readonly Link[]
  /** The number of its first sentence in the draft. */
  readonly firstSentence: number
}

/** The proper names of a draft, in order. */
export const namesOf = (linked: readonly Linked[]): Name[] => linked.flatMap(({ passage }) => namesIn(passage))

/** Turns links into attributions of the draft, in order, with who each source is and which stands in which. */
export function attributionsOf(prose: string, linked: readonly Linked[], names: readonly Name[]): Attribution[] {
  const found = linked.flatMap(({ passage: p, links, firstSentence }, b) =>
    links.flatMap((link) => {
      const spans = (ranges: readonly Range[]): Span[] => ranges.map((range) => spanOf(p, range))
      const within = spans([...link.content].sort((a, b) => a.from - b.from))
      const content = [...within, ...(link.open ? ledTo(linked, b) : carriedOn(linked, b, link))]
      if (content.length === 0) return []
      const cue = spans([...(link.cue ? [link.cue] : []), ...(link.cueToo ? [link.cueToo] : [])])
      const anchor = link.cue?.from ?? link.content[0]?.from ?? 0
      return [
        {
          p,
          link,
          source: link.source ? spans([link.source]) : [],
          cue,
          content,
          at: (cue[0] ?? (content[0] as Span)).start,
          sentence: firstSentence + sentenceOf(p, anchor),
          kind: sourceKind(p, link.source),
        },
      ]
    }),
  )
  found.sort((a, b) => a.at - b.at)
  const mentions: Mention[] = found.map(({ source, kind, at }) => {
    const span = source[0] ?? { start: at, end: at }
    return { start: span.start, text: prose.slice(span.start, span.end), kind }
  })
  const who = identities(mentions, names)
  const places = firstPlaces(names)
  const eligible = candidates(mentions, names)
  const nested = nesting(found)
  return found.map((one, i) => {
    const identity = who[i] as (typeof who)[number]
    return {
      source: one.source,
      cue: one.cue,
      content: one.content,
      sourceType: one.source.length === 0 && widely(one.link, one.p) ? 'vague' : one.kind.type,
      quotation: quotingOf(one.p, one.link),
      published: one.kind.published || identity.publication,
      reports: reportsWords(one.link),
      sentence: one.sentence,
      ...(identity.name !== undefined && { resolvesTo: identity.name }),
      ...introducedAt(places, identity.name, one.source[0]),
      ...candidatesOf(eligible[i], identity),
      ...(nested[i] !== undefined && { nestedIn: nested[i] }),
    }
  })
}

/** Where the name that a source stands for is written first, unless that is the source itself. */
function introducedAt(places: ReadonlyMap<string, Span>, name: string | undefined, source: Span | undefined) {
  const place = name === undefined ? undefined : places.get(name)
  return place === undefined || (source !== undefined && overlaps(place, source)) ? {} : { introduced: place }
}

/** The names between which nothing decides: of outlets and firms, or of persons with one surname. */
function candidatesOf(
  eligible: readonly string[] | undefined,
  { candidates }: Identity,
): { candidates?: readonly string[] } {
  const names = eligible?.length ? eligible : candidates
  return names ? { candidates: names } : {}
}

/** What a passage that ends in a colon leads to: the block quotation after it, or the quotation that the next one opens with. */
function ledTo(linked: readonly Linked[], b: number): Span[] {
  const spans: Span[] = []
  for (let next = b + 1; linked[next]?.passage.block.kind === 'quotation'; next++) {
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

function carriedFrom(linked: readonly Linked[], b: number): Span[] {
  const spans: Span[] = []
  for (let next = b + 1; next < linked.length; next++) {
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

/** "It is widely believed": everybody and nobody. */
function widely({ kind, lemma, cue }: Link, p: Passage): boolean {
  if (kind !== 'passive' || cue === undefined) return false
  for (let i = cue.from; i < cue.to; i++)
    if (/^(?:widely|generally|commonly|universally|broadly)$/.test(p.tokens[i]?.word.lower ?? '')) return true
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
      const kind = p.tokens[i]?.word.kind
      if (kind !== 'word' && kind !== 'number') continue
      if ((p.quoteAt[i] as number) >= 0) inside++
      else outside++
    }
  return inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed'
}

interface Placed {
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** For each attribution the index of the smallest other one whose content holds its cue and its content, where there is one. */
function nesting(placed: readonly Placed[]): Array<number | undefined> {
  return placed.map((inner, i) => {
    const whole = hull([...inner.cue, ...inner.content])
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
        if (
          lengthOf(content) === lengthOf(whole) &&
          j > i &&
          lengthOf(hull([...outer.cue, ...outer.content])) === lengthOf(whole)
        )
          continue
        best = j
        size = lengthOf(content)
      }
    }
    return best
  })
}
