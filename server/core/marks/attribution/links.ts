import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { kindAt, lowerAt, type Passage, type Range } from '../passage.ts'
import { isTitle, wordsIn } from '../quotations.ts'
import { type Atoms, atomsOf } from './atoms.ts'
import { conventional, conventionalCue, conventionalSource, isExact } from './conventions.ts'
import { type Candidate, type Labelled, levelled } from './cueView.ts'
import { candidatesIn, labelPassage, type Parts, type Settled, settle } from './labeller.ts'
import { isFree, Label, outermost, partLabels, rangesOf, take } from './labels.ts'
import type { Link } from './link.ts'
import { headOf, says } from './plausible.ts'
import { keptFlags } from './room.ts'
import { ruleLinks } from './rules.ts'

/**
 * Who says what in a passage, in three steps: the rules draft it; a fitted labeller that has seen their draft says what each token is, which
 * gives the words that may be cues; and for each of those a second one says whether it is a cue, and what its source and its contents are.
 * Attributions within the content of another are those of the rules.
 */
export function linksIn(p: Passage): Link[] {
  if (p.tokens.length === 0) return []
  const drafted = ruleLinks(p)
  const outer = outermost(p, drafted)
  const atoms = atomsOf(p)
  const labelled = labelPassage(p, atoms, partLabels(p, outer))
  const candidates = candidatesIn(labelled, outer)
  const content = contentRoom(p.tokens.length)
  const links = settledLinks(p, atoms, labelled, candidates, content)
  const cued = cuedRoom(p.tokens.length)
  for (const { cue } of links) if (cue) take(cued, cue)
  const nested = drafted.filter(
    (link) => (link.cue === undefined || isFree(cued, link.cue)) && liesIn(p, content, link),
  )
  const loose = looseQuotations(p, labelled, content)
  return [...withLoose(p, links, loose), ...nested].sort((a, b) => placeOf(a) - placeOf(b))
}

const contentRoom = keptFlags()
const beginsRoom = keptFlags()
const draftedRoom = keptFlags()
const cuesRoom = keptFlags()
const cuedRoom = keptFlags()

/** From this chance on what the rules have exactly is an attribution, without being looked at once more. */
const SURE = 0.8
/** A quotation of so many words is speech, whoever speaks. */
const SPEECH = 8

const placeOf = (link: Link): number => link.cue?.from ?? link.content[0]?.from ?? 0

const meets = (a: Range | undefined, b: Range | undefined): boolean =>
  a !== undefined && b !== undefined && a.from < b.to && b.from < a.to

/**
 * The attributions of the candidates, no words being cue or content of two: first those that stand as the rules drafted them, then the
 * likeliest. Writes what is content.
 */
function settledLinks(
  p: Passage,
  atoms: Atoms,
  labelled: Labelled,
  candidates: readonly Candidate[],
  content: Uint8Array,
): Link[] {
  if (candidates.length === 0) return []
  const begins = beginsRoom(p.tokens.length)
  const drafted = draftedRoom(p.tokens.length)
  for (const { from, draft } of candidates) {
    begins[from] = 1
    if (draft) drafted[from] = 1
  }
  const cues = cuesRoom(p.tokens.length)
  const inLevels = levelled(labelled)
  const likely: Likely[] = []
  for (const candidate of candidates) {
    const exact = candidate.draft && isExact(p, candidate.draft) ? candidate.draft : undefined
    const sure = exact !== undefined && candidate.chance >= SURE
    const settled = sure ? undefined : settle(p, atoms, inLevels, candidate, begins)
    if (sure || settled) likely.push({ candidate, exact, settled, chance: settled?.chance ?? candidate.chance })
  }
  likely.sort((a, b) => (a.exact ? 0 : 1) - (b.exact ? 0 : 1) || b.chance - a.chance)
  const isUntaken = (cue: Range | undefined): boolean =>
    cue === undefined || (isFree(cues, cue) && isFree(content, cue))
  const links: Link[] = []
  for (const { candidate, settled, exact } of likely) {
    const whole = exact ?? joined(p, candidate, (settled as Settled).parts, drafted)
    const free = whole.content.filter((range) => isFree(content, range))
    const link = free.length === whole.content.length ? whole : { ...whole, content: free }
    if (!isUntaken(link.cue) || !isUntaken(link.cueToo)) continue
    if (free.length === 0 && !link.open) continue
    if (candidate.draft === undefined && !says(p, link)) continue
    if (link.cue) take(cues, link.cue)
    if (link.cueToo) take(cues, link.cueToo)
    for (const range of free) take(content, range)
    links.push(link)
  }
  return links
}

/** A candidate that is likely enough, with what it was settled to be, unless it stands as it was drafted. */
interface Likely {
  readonly candidate: Candidate
  readonly exact: Link | undefined
  readonly settled: Settled | undefined
  readonly chance: number
}

/** A range without the comma or colon that ends it. */
function bare(p: Passage, range: Range): Range {
  let { to } = range
  while (to > range.from + 1 && (kindAt(p, to - 1) === 'comma' || kindAt(p, to - 1) === 'colon')) to--
  return { from: range.from, to }
}

const gap = (a: Range, b: Range): number => Math.max(a.from - b.to, b.from - a.to)

function joined(p: Passage, candidate: Candidate, settled: Parts, drafted: Uint8Array): Link {
  const { draft } = candidate
  const content = conventional(p, draft, settled.contents, drafted)
  const own = settled.cues.find((range) => meets(range, candidate)) ?? (settled.cues[0] as Range)
  const cue = conventionalCue(p, draft, bare(p, own))
  const too = settled.cues.find((range) => range !== own)
  const head = headOf(p, cue)
  return {
    cue,
    source: sourceOf(p, cue, draft, settled.sources),
    content,
    kind: draft?.kind ?? (lowerAt(p, cue.from) === 'according' ? 'according' : head < 0 ? 'noun' : 'verb'),
    lemma: draft?.lemma ?? reportingVerb(lowerAt(p, Math.max(head, cue.from)))?.lemma ?? lowerAt(p, cue.from),
    ...(too && { cueToo: too }),
    ...(draft?.open && content.length === 0 && { open: true }),
  }
}

/** The source that was settled, the nearest of several, or else the one that the rules have. */
function sourceOf(p: Passage, cue: Range, draft: Link | undefined, sources: readonly Range[]): Range | undefined {
  // "Survivors were told that …": the subject is who heard it
  if (draft?.kind === 'passive' && draft.source === undefined) return undefined
  if (sources.length === 0) return draft?.source
  const nearest = sources.reduce((best, source) => (gap(source, cue) < gap(best, cue) ? source : best))
  return conventionalSource(p, draft, bare(p, nearest))
}

/** Whether a link's cue and contents all lie within content. */
function liesIn(p: Passage, taken: Uint8Array, { cue, content }: Link): boolean {
  if (cue === undefined) return false
  return [cue, ...content].every(({ from, to }) => {
    for (let i = from; i < Math.min(to, p.tokens.length); i++) if (taken[i] === 0) return false
    return true
  })
}

/** Speech that no cue has got: what the labeller sees, and any other quotation that is long enough for it and no title. */
function looseQuotations(p: Passage, { labels }: Labelled, content: Uint8Array): Range[] {
  const seen = rangesOf(labels, Label.Content).filter((range) => (p.quoteAt[range.from] as number) >= 0)
  const long = p.quotes.filter((quote) => wordsIn(p.tokens, quote) >= SPEECH && !isTitle(p.tokens, quote))
  const loose: Range[] = []
  for (const { from, to } of [...seen, ...long])
    if (isFree(content, { from, to })) {
      take(content, { from, to })
      loose.push({ from, to })
    }
  return loose
}

/**
 * Gives loose speech to the nearest speaker of the passage. Where there is none it stands by itself, unless it carries on from the passage
 * before: then it is part of what was said there.
 */
function withLoose(p: Passage, links: readonly Link[], loose: readonly Range[]): Link[] {
  if (links.length === 0)
    return p.quotes[0]?.continues
      ? []
      : loose.map((range) => ({ cue: undefined, source: undefined, content: [range], kind: 'manner', lemma: '' }))
  const added = links.map((): Range[] => [])
  for (const range of loose) {
    let best = 0
    links.forEach(({ cue }, l) => {
      if (cue && gap(cue, range) < gap(links[best]?.cue ?? cue, range)) best = l
    })
    added[best]?.push(range)
  }
  return links.map((link, l) => {
    const more = added[l] as Range[]
    return more.length === 0 ? link : { ...link, content: [...link.content, ...more].sort((a, b) => a.from - b.from) }
  })
}
