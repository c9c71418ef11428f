import type { Block, Citation, Definition, Directive } from '../blocks/block.ts'
import type { Section } from '../blocks/sections.ts'
import type { Abbreviation, Attribution } from '../marks/marks.ts'
import { at } from '../marks/passage.ts'
import { sentenceCount } from '../reading/paragraph.ts'
import type { Reading, Sentence } from '../reading.ts'
import { introducedAt } from '../sources/attributions.ts'
import type { Name } from '../sources/names.ts'
import type { Span } from '../text/span.ts'
import { beginningOf, endOf } from './chain.ts'
import type { Live } from './live.ts'
import {
  type Move,
  moved,
  movedAttribution,
  movedClaim,
  movedCounted,
  movedQuotation,
  movedUnverified,
} from './moved.ts'
import type { Home, Known, Part } from './part.ts'
import { movedCitation, movedDefinition } from './window.ts'

/** The reading of a draft as it is now, each of its lists put together when it is first asked for. Later edits do not change it. */
export function composed({ draft, parts, known, offsets, tallies: { lists }, register, written }: Live): Composed {
  const state = { draft, parts, known, offsets, lists, register, written }
  return new Composed(state, 0, parts.length, undefined)
}

/** A live draft as it was, with 1 for each part in which there are citations, definitions or directives. */
interface State extends Pick<Live, 'draft' | 'parts' | 'known' | 'offsets' | 'register' | 'written'> {
  readonly lists: Uint8Array
}

/**
 * A reading in parts. It is a class for the sake of its getters: where an object is made with some of its own, it lives until all of
 * the memory is cleaned up, with all that it knows.
 */
export class Composed implements Reading {
  readonly draft
  readonly register
  readonly written
  private readonly state: State
  /** The parts whose marks it has. */
  private readonly from: number
  private readonly to: number
  /** The reading of the whole draft, where this is that of a place. */
  private readonly whole: Composed | undefined
  private readonly made = new Map<string, unknown>()

  constructor(state: State, from: number, to: number, whole: Composed | undefined) {
    this.draft = state.draft
    this.register = state.register
    this.written = state.written
    this.state = state
    this.from = from
    this.to = to
    this.whole = whole
  }

  /**
   * The same reading near a place: of sentences and the marks in them it has those of the parts around, numbered among themselves, so that
   * it costs as little in a long draft as in a short one. Blocks, what the draft cites, its comments and its prose are there in whole.
   */
  near({ start, end }: Span): Reading {
    const { parts, offsets } = this.state
    const [first, last] = [partAt(offsets, start - 1), partAt(offsets, end + 1)]
    // the marks of the parts next to the place refer to what stands around these
    const from = beginningOf(parts, beginningOf(parts, first))
    return new Composed(this.state, from, endOf(parts, endOf(parts, last + 1)), this)
  }

  get prose(): string {
    return this.whole?.prose ?? this.once('prose', () => this.state.parts.map(({ section }) => section.prose).join(''))
  }
  get blocks(): readonly Block[] {
    return this.whole?.blocks ?? this.once('blocks', () => this.allBlocks())
  }
  get sentences() {
    return this.over('sentences', ({ part }, _, home) => sentencesOf(part, home))
  }
  get quotations() {
    return this.over('quotations', ({ marks }, by) => marks.quotations.map((one) => movedQuotation(one, by)))
  }
  get attributions() {
    return this.once('attributions', () => {
      const own = this.over('moved', ({ marks }, by) => marks.attributions.map((one) => movedAttribution(one, by)))
      return introduced(own, this.state)
    })
  }
  get claims() {
    return this.over('claims', ({ marks }, by) => marks.claims.map((one) => movedClaim(one, by)))
  }
  get unverified() {
    return this.over('unverified', ({ marks }, by) => marks.unverified.map((one) => movedUnverified(one, by)))
  }
  get citations(): readonly Citation[] {
    return (
      this.whole?.citations ??
      this.once('citations', () => this.inSections(({ citations }) => citations, movedCitation))
    )
  }
  get definitions(): readonly Definition[] {
    return (
      this.whole?.definitions ??
      this.once('definitions', () => this.inSections(({ definitions }) => definitions, movedDefinition))
    )
  }
  get directives(): readonly Directive[] {
    return (
      this.whole?.directives ?? this.once('directives', () => this.inSections(({ directives }) => directives, moved))
    )
  }
  get figures() {
    return this.over('figures', ({ part }, _, { offset }) =>
      part.paragraphs.flatMap(({ figures }) => figures.map((one) => moved(one, offset))),
    )
  }
  get counted() {
    return this.over('counted', ({ marks }, by) => marks.counted.map((one) => movedCounted(one, by)))
  }
  get dates() {
    return this.over('dates', ({ part }, _, { offset }) =>
      part.paragraphs.flatMap(({ dates }) => dates.map((one) => moved(one, offset))),
    )
  }
  get abbreviations() {
    return this.over('abbreviations', ({ abbreviations }, _, { offset }) =>
      abbreviations.flatMap((one): Abbreviation[] => (one ? [moved(one, offset)] : [])),
    )
  }
  get leftovers() {
    return this.over('leftovers', ({ marks }, by) => marks.leftovers.map((one) => moved(one, by.offset)))
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make())
    return this.made.get(name) as T
  }

  private homes(): Home[] {
    return this.once('homes', () => {
      const { parts, known, offsets } = this.state
      const citation = this.listed(this.from).reduce((sum, p) => sum + (parts[p] as Part).section.citations.length, 0)
      let block = 0
      for (let p = 0; p < this.from; p++) block += (parts[p] as Part).paragraphs.length
      return homesOf(known.slice(this.from, this.to), offsets.subarray(this.from), block, citation)
    })
  }

  private over<T>(name: keyof Reading | 'moved', of: (known: Known, by: Move, home: Home) => readonly T[]): T[] {
    return this.once(name, () => {
      const homes = this.homes()
      return this.state.known.slice(this.from, this.to).flatMap((one, p) => {
        const home = homes[p] as Home
        return of(one, moveTo(one.marks.home, home), home)
      })
    })
  }

  private allBlocks(): Block[] {
    const { parts, offsets } = this.state
    return parts.flatMap(({ section }, p) => section.blocks.map((one) => moved(one, offsets[p] as number)))
  }

  /** Few sections have any, and every check asks for these. */
  private inSections<T>(of: (section: Section) => readonly T[], move: (one: T, by: number) => T): T[] {
    const { parts, offsets } = this.state
    const found: T[] = []
    for (const p of this.listed(parts.length))
      for (const one of of((parts[p] as Part).section)) found.push(move(one, offsets[p] as number))
    return found
  }

  /** The parts before one in which there are citations, definitions or directives. */
  private listed(end: number): number[] {
    const { lists } = this.state
    const found: number[] = []
    for (let p = lists.indexOf(1); p >= 0 && p < end; p = lists.indexOf(1, p + 1)) found.push(p)
    return found
  }
}

/** The part in which an offset lies, or the first one. */
function partAt(offsets: Int32Array, offset: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function sentencesOf({ paragraphs }: Part, { offset, block }: Home): Sentence[] {
  return paragraphs.flatMap(({ passage: p }, b) => {
    const sentences: Sentence[] = []
    for (let s = 0; s < sentenceCount(p); s++) {
      const { start } = at(p, p.starts[s] as number)
      const { end } = at(p, (p.starts[s + 1] as number) - 1)
      sentences.push({ start: start + offset, end: end + offset, block: block + b })
    }
    return sentences
  })
}

/** Attributions with where the names are written first that their sources stand for. */
function introduced(own: readonly Attribution[], state: State): Attribution[] {
  const places = firstPlaces(new Set(own.map(({ resolvesTo }) => resolvesTo)), state)
  return own.map((one) => {
    const introduced = introducedAt(places, one.resolvesTo, one.source[0])
    return introduced === undefined ? one : { ...one, introduced }
  })
}

/** For each of the names that are wanted where it stands first. */
function firstPlaces(wanted: Set<string | undefined>, { parts, offsets }: State): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>()
  wanted.delete(undefined)
  const see = ({ text, start, end }: Name, offset: number): void => {
    if (wanted.delete(text)) places.set(text, { start: start + offset, end: end + offset })
  }
  for (let p = 0; p < parts.length && wanted.size > 0; p++)
    for (const { names } of (parts[p] as Part).paragraphs) for (const name of names) see(name, offsets[p] as number)
  return places
}

/** Where each part begins now. */
function homesOf(known: readonly Known[], offsets: Int32Array, firstBlock: number, firstCitation: number): Home[] {
  let [block, sentence, attribution, citation] = [firstBlock, 0, 0, firstCitation]
  return known.map(({ part, marks }, p) => {
    const home = { offset: offsets[p] as number, block, sentence, attribution, citation }
    block += part.paragraphs.length
    sentence += part.sentences
    attribution += marks.attributions.length
    citation += part.section.citations.length
    return home
  })
}

const moveTo = (from: Home, to: Home): Move => ({
  offset: to.offset - from.offset,
  block: to.block - from.block,
  sentence: to.sentence - from.sentence,
  attribution: to.attribution - from.attribution,
  citation: to.citation - from.citation,
})
