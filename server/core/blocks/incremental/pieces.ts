import type { Root } from 'mdast'
import type { Label, Labels } from '../labels.ts'
import { citesByKeys, partsOf } from '../markdown.ts'
import { createMask, toProse } from '../mask.ts'
import { move } from '../parse.ts'
import { entryOf, type ListedSource, namesReferences, type Part } from '../referenceList.ts'
import { type Walk, walk } from '../walk.ts'
import { type Cut, type Ending, endingOf } from './cut.ts'
import { mentionsIn } from './mentions.ts'
import { yearsCited } from './years.ts'

/** What one node at the top of the syntax tree says by itself, and what of the rest of the draft that depends on. */
export interface Piece {
  readonly text: string
  /** What sort of node it is, and those beside it in its section. */
  readonly type: string
  /** What the walk has shown of it. */
  readonly shown: string
  readonly found: Walk
  readonly labels: readonly Label[]
  readonly mentions: readonly string[]
  /** Whether it shows that the draft cites by Pandoc's keys. */
  readonly keyed: boolean
  /** Whether it holds an `@`, which is a key only in a draft that cites by keys. */
  readonly asksForKeys: boolean
  /** The years in its brackets: what they cite depends on the list of references. */
  readonly years: readonly string[]
  /** Whether it holds a heading such as “References”. */
  readonly titled: boolean
  readonly ending: Ending
}

const NONE: readonly never[] = []

/** What sort of node a section holds; several where definitions stand in a heading. */
export const typeOf = ({ nodes }: Cut): string => nodes.map(({ type }) => type).join(' ')

/**
 * Makes a piece of a node, which is moved to where its text begins. A draft with no node is one piece with none.
 *
 * @param own the labels that it defines
 * @param labels those that the draft defines
 */
export function pieceOf(cut: Cut, own: readonly Label[], labels: Labels): Piece {
  const { text, nodes, start } = cut
  const mask = createMask(text.length)
  const root: Root = { type: 'root', children: [...nodes] }
  move(root, -start)
  const found = walk(root, text, mask, labels)
  const shown = toProse(mask)
  const brackets = text.includes('[')
  return {
    text,
    type: typeOf(cut),
    shown,
    found,
    labels: own,
    mentions: brackets ? [...new Set([...mentionsIn(text), ...mentionsIn(shown)])] : NONE,
    keyed: shown.includes('@') && citesByKeys(shown, text, found),
    asksForKeys: shown.includes('@'),
    years: yearsCited(shown),
    titled: partsOf(found).some((part) => part.heading && namesReferences(text, part)),
    ending: endingOf(cut),
  }
}

const entries = new WeakMap<Piece, readonly Entry[]>()

/** A passage of prose as a list of references has it. */
export interface Entry extends Part {
  readonly names: boolean
  readonly source: ListedSource | undefined
}

/** The passages of prose of a piece, each as the heading of a list of references and as an entry of one. */
export function entriesOf(piece: Piece): readonly Entry[] {
  const known = entries.get(piece)
  if (known !== undefined) return known
  const made = partsOf(piece.found).map((part) => ({
    ...part,
    names: part.heading && namesReferences(piece.text, part),
    source: entryOf(piece.text, part),
  }))
  entries.set(piece, made)
  return made
}
