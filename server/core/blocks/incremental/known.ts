import type { Labels } from '../labels.ts'
import type { Known } from '../parse.ts'
import { mentionsIn, mentionsOf } from './mentions.ts'
import type { Piece } from './pieces.ts'
import type { Run } from './splice.ts'

/** Which of the labels that a text mentions a draft defines. */
export function knownTo(labels: Labels, text: string, isElsewhere = (_: string): boolean => true): Known {
  const mentions = mentionsIn(text).filter(isElsewhere)
  return {
    links: mentions.filter((label) => labels.addresses.has(label.toLowerCase())),
    notes: mentions
      .filter((label) => label.startsWith('^') && labels.notes.has(label.slice(1).toLowerCase()))
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
  const definedIn = ({ piece }: { readonly piece: Piece }): string[] => piece.labels.flatMap(mentionsOf)
  const inside = new Set(slots.slice(first, behind).flatMap(definedIn))
  const isOutside = (label: string): boolean =>
    slots.some(
      (slot, index) =>
        (index < first || index >= behind) && slot.piece.labels.length > 0 && definedIn(slot).includes(label),
    )
  return knownTo(labels, text, (label) => !inside.has(label) || isOutside(label))
}
