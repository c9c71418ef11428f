import { foldLabel, type Label, type Labels } from '../labels.ts'

/** How far the brackets of a label may lie apart, in code units: a label has 999 characters at most, besides the marks of quotations. */
const LONGEST = 4000

const NONE: readonly string[] = []

/**
 * The labels that a text may ask for, in the form in which the parser compares them, and those of footnotes with their `^`:
 * what stands between two brackets with no other between. Rather too many than too few.
 */
export function mentionsIn(text: string): readonly string[] {
  let open = text.indexOf('[')
  if (open < 0) return NONE
  const found = new Set<string>()
  for (; open >= 0; open = text.indexOf('[', open + 1)) {
    const close = closing(text, open)
    if (close < 0) continue
    const inner = text.slice(open + 1, close)
    found.add(normalized(inner))
    // within a quotation its marks stand before the later lines, and are no part of the label
    if (inner.includes('>')) found.add(normalized(inner.replace(/[\r\n][\s>]*/g, ' ')))
  }
  return [...found]
}

function closing(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST)
  for (let at = open + 1; at < limit; at++) {
    const char = text[at]
    if (char === ']') return at
    if (char === '[') return -1
    if (char === '\\') at++
  }
  return -1
}

const normalized = (label: string): string =>
  foldLabel(
    label
      .replaceAll('\0', '\uFFFD')
      .replace(/[\t\n\r ]+/g, ' ')
      .replace(/^ | $/g, ''),
  )

/** The mentions to which a definition answers. */
export function mentionsOf({ kind, identifier, value }: Label): string[] {
  return kind === 'link' ? [foldLabel(identifier)] : [`^${foldLabel(identifier)}`, `^${foldLabel(value)}`]
}

/** The mentions to which the draft's definitions answer otherwise than they did. */
export function changedMentions(before: Labels, now: Labels): Set<string> {
  const changed = new Set<string>()
  const compare = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>, sign: string): void => {
    for (const [label, value] of a) if (b.get(label) !== value) changed.add(sign + foldLabel(label))
    for (const label of b.keys()) if (!a.has(label)) changed.add(sign + foldLabel(label))
  }
  compare(before.addresses, now.addresses, '')
  compare(before.names, now.names, '^')
  for (const note of before.notes) if (!now.notes.has(note)) changed.add(`^${foldLabel(note)}`)
  for (const note of now.notes) if (!before.notes.has(note)) changed.add(`^${foldLabel(note)}`)
  return changed
}
