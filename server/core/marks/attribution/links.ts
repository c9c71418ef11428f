import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { OBJECT_STOPS } from '../contentSpan.ts'
import { kindAt, lowerAt, type Passage, type Range, sentenceRange } from '../passage.ts'
import { labelPassage } from './labeller.ts'
import { Label, labelsOf, rangesOf } from './labels.ts'
import type { Link } from './link.ts'
import { headOf, says } from './plausible.ts'
import { ruleLinks } from './rules.ts'

/** How far a source may stand from its cue, in tokens. */
const REACH = 25

/** Parts of one kind in order, and for each token the index of the part that it stands in; -1 for none. */
interface Parts {
  readonly list: readonly Range[]
  readonly at: Int32Array
}

/**
 * Who says what in a passage: the rules draft it, the fitted labeller settles where each part begins and ends and what the rules have
 * missed, and each cue gets the source and the contents that the rules or nearness give it. Attributions within the content of another are
 * those of the rules.
 */
export function linksIn(p: Passage): Link[] {
  if (p.tokens.length === 0) return []
  const drafted = ruleLinks(p)
  const labels = labelPassage(p, labelsOf(p, drafted), certainty(p, drafted))
  const cues = partsOf(
    p,
    rangesOf(labels, Label.Cue).map((cue) => (cue.to - cue.from > 1 ? bare(p, cue) : cue)),
  )
  const sources = partsOf(
    p,
    rangesOf(labels, Label.Source).map((source) => bare(p, source)),
  )
  const contents = partsOf(p, rangesOf(labels, Label.Content))
  const drafts: Array<Link | undefined> = cues.list.map(() => undefined)
  const nested: Link[] = []
  for (const link of drafted) {
    const c = link.cue ? partIn(cues, link.cue) : -1
    if (c >= 0) drafts[c] ??= link
    else if (liesIn(contents, link)) nested.push(link)
  }
  const shares = shareOut(p, contents, cues, drafts)
  const links = cues.list.map((cue, c) =>
    joined(p, cue, drafts[c], sourceFor(p, c, drafts[c], sources, cues), shares[c] as Range[]),
  )
  const kept = links.filter(
    (link, c) => (link.content.length > 0 || link.open) && (drafts[c] !== undefined || says(p, link)),
  )
  return [...kept, ...nested, ...unled(p, contents, cues)].sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = (link: Link): number => link.cue?.from ?? link.content[0]?.from ?? 0

function partsOf(p: Passage, list: readonly Range[]): Parts {
  const at = new Int32Array(p.tokens.length).fill(-1)
  list.forEach((range, i) => {
    at.fill(i, range.from, range.to)
  })
  return { list, at }
}

/** The first part that shares a token with a range; -1 for none. */
function partIn({ at }: Parts, range: Range): number {
  for (let i = range.from; i < range.to; i++) if ((at[i] as number) >= 0) return at[i] as number
  return -1
}

/** Whether a link's cue and contents all lie in one content. */
function liesIn(contents: Parts, { cue, content }: Link): boolean {
  const outer = cue && contents.list[contents.at[cue.from] as number]
  if (outer === undefined || cue === undefined) return false
  return [cue, ...content].every((range) => outer.from <= range.from && range.to <= outer.to)
}

/** A range without the comma or colon that ends it. */
function bare(p: Passage, range: Range): Range {
  let { to } = range
  while (to > range.from + 1 && (kindAt(p, to - 1) === 'comma' || kindAt(p, to - 1) === 'colon')) to--
  return { from: range.from, to }
}

/** How many of a sorted list begin before a token. */
function countBefore(list: readonly Range[], token: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as Range).from < token) low = middle + 1
    else high = middle
  }
  return low
}

/** Gives each content to the cue whose draft has it, or else to the nearest. */
function shareOut(p: Passage, contents: Parts, cues: Parts, drafts: ReadonlyArray<Link | undefined>): Range[][] {
  const shares: Range[][] = cues.list.map(() => [])
  const owner = new Int32Array(contents.list.length).fill(-1)
  drafts.forEach((draft, c) => {
    for (const range of draft?.content ?? [])
      for (let i = range.from; i < range.to; i++) {
        const content = contents.at[i] as number
        if (content < 0) continue
        if ((owner[content] as number) < 0) owner[content] = c
        i = (contents.list[content] as Range).to - 1
      }
  })
  contents.list.forEach((content, k) => {
    const drafted = owner[k] as number
    const best = drafted >= 0 ? drafted : nearestCue(cues.list, content)
    // only speech goes on into another sentence
    if (drafted >= 0 || isQuoted(p, content) || sameSentence(p, cues.list[best], content)) shares[best]?.push(content)
  })
  return shares
}

const isQuoted = (p: Passage, { from }: Range): boolean => (p.quoteAt[from] as number) >= 0

const sameSentence = (p: Passage, cue: Range | undefined, content: Range): boolean => {
  if (cue === undefined) return false
  const { from, to } = sentenceRange(p, cue.from)
  return content.from >= from && content.from < to
}

/** The cue nearest to a content: as near on either side, what follows a cue is its content. */
function nearestCue(cues: readonly Range[], content: Range): number {
  const after = countBefore(cues, content.from)
  const left = cues[after - 1]
  const right = cues[after]
  if (left === undefined || right === undefined) return left ? after - 1 : after
  return content.from - left.to <= right.from - content.to ? after - 1 : after
}

function joined(p: Passage, cue: Range, draft: Link | undefined, source: Range | undefined, content: Range[]): Link {
  const open = draft?.open === true && content.length === 0
  const head = headOf(p, cue)
  const too = draft?.cueToo
  return {
    cue,
    source,
    content,
    kind: draft?.kind ?? (lowerAt(p, cue.from) === 'according' ? 'according' : head < 0 ? 'noun' : 'verb'),
    lemma: draft?.lemma ?? reportingVerb(lowerAt(p, Math.max(head, cue.from)))?.lemma ?? lowerAt(p, cue.from),
    ...(too && !content.some((range) => range.from < too.to && too.from < range.to) && { cueToo: too }),
    ...(open && { open }),
  }
}

/** The source of the draft as the labeller bounds it, or the nearest in the sentence with no other cue between, or the draft's own. */
function sourceFor(p: Passage, c: number, draft: Link | undefined, sources: Parts, cues: Parts): Range | undefined {
  // "Survivors were told that …": the subject is who heard it
  if (draft?.kind === 'passive' && draft.source === undefined) return undefined
  const drafted = draft?.source ? partIn(sources, draft.source) : -1
  if (drafted >= 0) return sources.list[drafted]
  const cue = cues.list[c] as Range
  const sentence = sentenceRange(p, cue.from)
  const after = countBefore(sources.list, cue.from)
  const left = sources.list[after - 1]
  const right = sources.list[after]
  const toLeft = left && left.to > sentence.from && left.to > (cues.list[c - 1]?.to ?? 0) ? cue.from - left.to : REACH
  const toRight =
    right && right.from < sentence.to && right.from < (cues.list[c + 1]?.from ?? sentence.to)
      ? right.from - cue.to + 1.5
      : REACH
  if (Math.min(toLeft, toRight) >= REACH) return draft?.source
  return toLeft <= toRight ? left : right
}

/** Contents that no cue leads to; a quotation carried on from the paragraph before is part of what was said there. */
function unled(p: Passage, contents: Parts, cues: Parts): Link[] {
  if (cues.list.length > 0 || p.quotes[0]?.continues) return []
  return contents.list.map((content) => ({
    cue: undefined,
    source: undefined,
    content: [content],
    kind: 'manner',
    lemma: '',
  }))
}

/** Verbs with which the rules know where source and content begin and end. */
const PLAIN: ReadonlySet<string> = new Set(['say', 'tell', 'report', 'add', 'write', 'ask', 'reply'])
const EXACT: ReadonlySet<Link['kind']> = new Set(['according', 'manner', 'colon', 'noun', 'passive'])

/** The tokens of sentences in which the rules have found an attribution of an exact kind; 1 for each. */
function certainty(p: Passage, drafted: readonly Link[]): Uint8Array {
  const certain = new Uint8Array(p.tokens.length)
  for (const { cue, kind, lemma, content } of drafted) {
    const clause = content[0] !== undefined && lowerAt(p, content[0].from) === 'that'
    // "announced a ban | after a week of protests": the adverbial is the writer's
    for (const { from, to } of content)
      if (OBJECT_STOPS.has(lowerAt(p, to))) certain.fill(1, from, sentenceRange(p, from).to)
    if (cue === undefined || !(EXACT.has(kind) || clause || PLAIN.has(lemma) || reportingVerb(lemma)?.recipient))
      continue
    const { from, to } = sentenceRange(p, cue.from)
    certain.fill(1, from, to)
    for (const range of content) certain.fill(1, range.from, range.to)
  }
  return certain
}
