import type { Label, Labels } from '../labels.ts'
import type { Known } from '../parse.ts'
import { mentionsIn, mentionsOf } from './mentions.ts'
import type { Piece } from './pieces.ts'
import type { Run } from './splice.ts'

type Kind = Label['kind']

/**
 * Which of the labels that a text mentions a draft defines.
 *
 * @param isElsewhere whether a label of a kind is defined where it counts
 */
export function knownTo(
  labels: Labels,
  text: string,
  isElsewhere: (kind: Kind, label: string) => boolean = () => true,
): Known {
  const mentions = mentionsIn(text)
  return {
    links: mentions.filter((label) => labels.addresses.has(label.toLowerCase()) && isElsewhere('link', label)),
    notes: mentions
      .filter((label) => label.startsWith('^') && labels.notes.has(label.slice(1).toLowerCase()))
      .filter((label) => isElsewhere('note', label))
      .map((label) => label.slice(1)),
  }
}

/** Which of the labels that a text mentions are defined outside a run of sections. */
export function knownBeside(
  slots: readonly { readonly piece: Piece }[],
  labels: Labels,
  { first, behind }: Pick<Run, 'first' | 'behind'>,
  text: string,
): Known {
  const defines = ({ piece }: { readonly piece: Piece }, kind: Kind, label: string): boolean =>
    piece.labels.some((one) => one.kind === kind && mentionsOf(one).includes(label))
  const inside = slots.slice(first, behind)
  return knownTo(
    labels,
    text,
    (kind, label) =>
      !inside.some((slot) => defines(slot, kind, label)) ||
      slots.some((slot, index) => (index < first || index >= behind) && defines(slot, kind, label)),
  )
}
