import type { Section } from '../blocks/sections.ts'
import type { Abbreviation } from '../marks/marks.ts'
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
import type { Home, Known } from './part.ts'
import { movedCitation, movedDefinition } from './window.ts'

/** The reading of a draft as it is now, each of its lists put together when it is first asked for. Later edits do not change it. */
export function composed({ draft, known, offsets, register, written }: Live): Reading {
  const homes = once(() => homesOf(known, offsets))
  const over = <T>(of: (known: Known, by: Move, home: Home) => readonly T[]): (() => T[]) =>
    once(() =>
      known.flatMap((one, p) => {
        const home = homes()[p] as Home
        return of(one, moveTo(one.marks.home, home), home)
      }),
    )
  // few sections have any, and every check asks for these
  const inSections = <T>(of: (section: Section) => readonly T[], move: (one: T, by: number) => T): (() => T[]) =>
    once(() => {
      const found: T[] = []
      for (let p = 0; p < known.length; p++)
        for (const one of of((known[p] as Known).part.section)) found.push(move(one, offsets[p] as number))
      return found
    })
  const lists = {
    prose: once(() => known.map(({ part }) => part.section.prose).join('')),
    blocks: over(({ part }, _, { offset }) => part.section.blocks.map((one) => moved(one, offset))),
    sentences: over(({ part }, _, { offset, block }) =>
      part.paragraphs.flatMap(({ passage: p }, b) => {
        const sentences: Sentence[] = []
        for (let s = 0; s < sentenceCount(p); s++) {
          const { start } = at(p, p.starts[s] as number)
          const { end } = at(p, (p.starts[s + 1] as number) - 1)
          sentences.push({ start: start + offset, end: end + offset, block: block + b })
        }
        return sentences
      }),
    ),
    quotations: over(({ marks }, by) => marks.quotations.map((one) => movedQuotation(one, by))),
    attributions: once(() => {
      const names = known.flatMap(({ part }, p) =>
        part.paragraphs.flatMap((one) => one.names.map((name) => moved(name, offsets[p] as number))),
      )
      const places = firstPlaces(names)
      return known.flatMap(({ marks }, p) => {
        const by = moveTo(marks.home, homes()[p] as Home)
        return marks.attributions.map((one) => {
          const own = movedAttribution(one, by)
          const introduced = introducedAt(places, own.resolvesTo, own.source[0])
          return introduced === undefined ? own : { ...own, introduced }
        })
      })
    }),
    claims: over(({ marks }, by) => marks.claims.map((one) => movedClaim(one, by))),
    unverified: over(({ marks }, by) => marks.unverified.map((one) => movedUnverified(one, by))),
    citations: inSections(({ citations }) => citations, movedCitation),
    definitions: inSections(({ definitions }) => definitions, movedDefinition),
    directives: inSections(({ directives }) => directives, moved),
    figures: over(({ part }, _, { offset }) =>
      part.paragraphs.flatMap(({ figures }) => figures.map((one) => moved(one, offset))),
    ),
    counted: over(({ marks }, by) => marks.counted.map((one) => movedCounted(one, by))),
    dates: over(({ part }, _, { offset }) =>
      part.paragraphs.flatMap(({ dates }) => dates.map((one) => moved(one, offset))),
    ),
    abbreviations: over(({ abbreviations }, _, { offset }) =>
      abbreviations.flatMap((one): Abbreviation[] => (one ? [moved(one, offset)] : [])),
    ),
    leftovers: over(({ marks }, by) => marks.leftovers.map((one) => moved(one, by.offset))),
  }
  return {
    draft,
    register,
    written,
    get prose() {
      return lists.prose()
    },
    get blocks() {
      return lists.blocks()
    },
    get sentences() {
      return lists.sentences()
    },
    get quotations() {
      return lists.quotations()
    },
    get attributions() {
      return lists.attributions()
    },
    get claims() {
      return lists.claims()
    },
    get unverified() {
      return lists.unverified()
    },
    get citations() {
      return lists.citations()
    },
    get definitions() {
      return lists.definitions()
    },
    get directives() {
      return lists.directives()
    },
    get figures() {
      return lists.figures()
    },
    get counted() {
      return lists.counted()
    },
    get dates() {
      return lists.dates()
    },
    get abbreviations() {
      return lists.abbreviations()
    },
    get leftovers() {
      return lists.leftovers()
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Where each part begins now. */
function homesOf(known: readonly Known[], offsets: readonly number[]): Home[] {
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
