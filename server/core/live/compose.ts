import type { Section } from '../blocks/sections.ts'
import type { Abbreviation, Attribution } from '../marks/marks.ts'
import { at } from '../marks/passage.ts'
import { sentenceCount } from '../reading/paragraph.ts'
import type { Reading, Sentence } from '../reading.ts'
import { introducedAt } from '../sources/attributions.ts'
import { firstPlaces } from '../sources/identity.ts'
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
export const composed = (live: Live): Reading => new Composed(live)

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
  private readonly made = new Map<string, unknown>()

  constructor({ draft, known, offsets, tallies, register, written }: Live) {
    this.draft = draft
    this.register = register
    this.written = written
    this.known = known
    this.offsets = offsets
    this.lists = tallies.lists
  }

  get prose() {
    return this.once('prose', () => this.known.map(({ part }) => part.section.prose).join(''))
  }
  get blocks() {
    return this.over('blocks', ({ part }, _, { offset }) => part.section.blocks.map((one) => moved(one, offset)))
  }
  get sentences() {
    return this.over('sentences', ({ part }, _, home) => sentencesOf(part, home))
  }
  get quotations() {
    return this.over('quotations', ({ marks }, by) => marks.quotations.map((one) => movedQuotation(one, by)))
  }
  get attributions() {
    return this.once('attributions', () => attributionsOf(this.known, this.offsets, this.homes()))
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
    return this.once('homes', () => homesOf(this.known, this.offsets))
  }

  private over<T>(name: keyof Reading, of: (known: Known, by: Move, home: Home) => readonly T[]): T[] {
    return this.once(name, () => {
      const homes = this.homes()
      return this.known.flatMap((one, p) => {
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
      for (let p = this.lists.indexOf(1); p >= 0; p = this.lists.indexOf(1, p + 1))
        for (const one of of((this.known[p] as Known).part.section)) found.push(move(one, this.offsets[p] as number))
      return found
    })
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

function attributionsOf(known: readonly Known[], offsets: Int32Array, homes: readonly Home[]): Attribution[] {
  const names = known.flatMap(({ part }, p) =>
    part.paragraphs.flatMap((one) => one.names.map((name) => moved(name, offsets[p] as number))),
  )
  const places = firstPlaces(names)
  return known.flatMap(({ marks }, p) => {
    const by = moveTo(marks.home, homes[p] as Home)
    return marks.attributions.map((one) => {
      const own = movedAttribution(one, by)
      const introduced = introducedAt(places, own.resolvesTo, own.source[0])
      return introduced === undefined ? own : { ...own, introduced }
    })
  })
}

/** Where each part begins now. */
function homesOf(known: readonly Known[], offsets: Int32Array): Home[] {
  let [block, sentence, attribution, citation] = [0, 0, 0, 0]
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
