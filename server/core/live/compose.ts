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
export const composed = (live: Live): Reading => new Composed(live, 0, live.known.length)

/**
 * The same reading near a place: of sentences and the marks in them it has those of the parts around, numbered among themselves, so that
 * it costs as little in a long draft as in a short one. Blocks, what the draft cites, its comments and its prose are there in whole.
 */
export function composedAround(live: Live, { start, end }: Span): Reading {
  const { parts, offsets } = live
  const [first, last] = [partAt(offsets, start - 1), partAt(offsets, end + 1)]
  // the marks of the parts next to the place refer to what stands around these
  return new Composed(live, beginningOf(parts, beginningOf(parts, first)), endOf(parts, endOf(parts, last + 1)))
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

/**
 * A reading in parts. It is a class for the sake of its getters: where an object is made with some of its own, it lives until all of
 * the memory is cleaned up, with all that it knows.
 */
class Composed implements Reading {
  readonly draft
  readonly register
  readonly written
  private readonly known: readonly Known[]
  private readonly offsets: Int32Array
  private readonly lists: Uint8Array
  /** The parts whose marks it has. */
  private readonly from: number
  private readonly to: number
  private readonly made = new Map<string, unknown>()

  constructor({ draft, known, offsets, tallies, register, written }: Live, from: number, to: number) {
    this.draft = draft
    this.register = register
    this.written = written
    this.known = known
    this.offsets = offsets
    this.lists = tallies.lists
    this.from = from
    this.to = to
  }

  get prose() {
    return this.once('prose', () => this.known.map(({ part }) => part.section.prose).join(''))
  }
  get blocks() {
    return this.once('blocks', () =>
      this.known.flatMap(({ part }, p) => part.section.blocks.map((one) => moved(one, this.offsets[p] as number))),
    )
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
      return introduced(own, this.known, this.offsets)
    })
  }
  get claims() {
    return this.over('claims', ({ marks }, by) => marks.claims.map((one) => movedClaim(one, by)))
  }
  get unverified() {
    return this.over('unverified', ({ marks }, by) => marks.unverified.map((one) => movedUnverified(one, by)))
  }
  get citations() {
    return this.inSections('citations', ({ citations }) => citations, movedCitation)
  }
  get definitions() {
    return this.inSections('definitions', ({ definitions }) => definitions, movedDefinition)
  }
  get directives() {
    return this.inSections('directives', ({ directives }) => directives, moved)
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
      const citation = this.listed(this.from).reduce((sum, p) => sum + sectionOf(this.known, p).citations.length, 0)
      let block = 0
      for (let p = 0; p < this.from; p++) block += (this.known[p] as Known).part.paragraphs.length
      return homesOf(this.known.slice(this.from, this.to), this.offsets.subarray(this.from), block, citation)
    })
  }

  private over<T>(name: keyof Reading | 'moved', of: (known: Known, by: Move, home: Home) => readonly T[]): T[] {
    return this.once(name, () => {
      const homes = this.homes()
      return this.known.slice(this.from, this.to).flatMap((one, p) => {
        const home = homes[p] as Home
        return of(one, moveTo(one.marks.home, home), home)
      })
    })
  }

  /** Few sections have any, and every check asks for these. */
  private inSections<T>(
    name: keyof Reading,
    of: (section: Section) => readonly T[],
    move: (one: T, by: number) => T,
  ): T[] {
    return this.once(name, () => {
      const found: T[] = []
      for (const p of this.listed(this.known.length))
        for (const one of of(sectionOf(this.known, p))) found.push(move(one, this.offsets[p] as number))
      return found
    })
  }

  /** The parts before one in which there are citations, definitions or directives. */
  private listed(end: number): number[] {
    const found: number[] = []
    for (let p = this.lists.indexOf(1); p >= 0 && p < end; p = this.lists.indexOf(1, p + 1)) found.push(p)
    return found
  }
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
function introduced(own: readonly Attribution[], known: readonly Known[], offsets: Int32Array): Attribution[] {
  const places = firstPlaces(new Set(own.map(({ resolvesTo }) => resolvesTo)), known, offsets)
  return own.map((one) => {
    const introduced = introducedAt(places, one.resolvesTo, one.source[0])
    return introduced === undefined ? one : { ...one, introduced }
  })
}

/** For each of the names that are wanted where it stands first. */
function firstPlaces(
  wanted: Set<string | undefined>,
  known: readonly Known[],
  offsets: Int32Array,
): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>()
  wanted.delete(undefined)
  const see = ({ text, start, end }: Name, offset: number): void => {
    if (wanted.delete(text)) places.set(text, { start: start + offset, end: end + offset })
  }
  for (let p = 0; p < known.length && wanted.size > 0; p++)
    for (const { names } of (known[p] as Known).part.paragraphs)
      for (const name of names) see(name, offsets[p] as number)
  return places
}

const sectionOf = (known: readonly Known[], p: number): Section => (known[p] as Known).part.section

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
