import { byPosition, contains, hull, overlaps, type Span } from '../../../server/core/text/span.ts'
import { type MarkedAttribution, type Marks, ROLES, usualType } from './marked.ts'

/** A pair of braces to be written. Of two with the same span the lower rank stands outside. */
export interface Brace extends Span {
  readonly label: string
  readonly rank: number
}

const spansOf = (attribution: MarkedAttribution): Span[] => ROLES.flatMap((role) => attribution[role])

/** Where an attribution counts as standing when attributions are numbered. */
const linkOf = (attribution: MarkedAttribution): Span => attribution.cue[0] ?? hull(spansOf(attribution))

/** Whether `inner` stands in one part of `outer`, or between two of them, so that braces around both stay readable. */
const fitsIn = (outer: MarkedAttribution, inner: MarkedAttribution): boolean => {
  const within = hull(spansOf(inner))
  if (!contains(hull(spansOf(outer)), within)) return false
  return (
    spansOf(outer).some((span) => contains(span, within)) || spansOf(outer).every((span) => !overlaps(span, within))
  )
}

/** The attributions that share a part or interlock: their parts are numbered instead of wrapped. */
function interlocked(attributions: readonly MarkedAttribution[]): Map<MarkedAttribution, number> {
  const found = attributions.filter((one) =>
    attributions.some(
      (other) =>
        other !== one &&
        overlaps(hull(spansOf(one)), hull(spansOf(other))) &&
        !fitsIn(one, other) &&
        !fitsIn(other, one),
    ),
  )
  return new Map(found.map((attribution, index) => [attribution, index + 1]))
}

/** What the braces of a role say besides its name; the first span of the attribution carries it. */
function wordsOf(attribution: MarkedAttribution, span: Span, role: (typeof ROLES)[number]): string {
  const bearer = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0]
  const words: string[] = []
  if (span === bearer) {
    if (attribution.type && attribution.type !== usualType(attribution.source)) words.push(attribution.type)
    if (attribution.misnested) words.push('misnested')
  }
  if (role === 'content' && span === attribution.content[0]) {
    if (attribution.quoting && attribution.quoting !== 'indirect') words.push(attribution.quoting)
  }
  if (span === bearer && attribution.name) words.push(`= ${attribution.name}`)
  return words.map((word) => ` ${word}`).join('')
}

/** All braces of a draft, in the order in which they open. */
export function bracesOf(marks: Marks): Brace[] {
  const attributions = marks.attributions
    .filter((one) => spansOf(one).length > 0)
    .toSorted((a, b) => byPosition(linkOf(a), linkOf(b)))
  const numbers = interlocked(attributions)
  const braces: Brace[] = []
  const shared = new Map<string, Brace>()
  for (const attribution of attributions) {
    const around = hull(spansOf(attribution))
    const depth = attributions.filter(
      (other) => other !== attribution && fitsIn(other, attribution) && !numbers.has(other),
    ).length
    const number = numbers.get(attribution)
    if (number === undefined) braces.push({ ...around, label: 'attribution', rank: 10 + 3 * depth })
    for (const role of ROLES) {
      for (const span of attribution[role]) {
        const words = wordsOf(attribution, span, role)
        const rank = 11 + 3 * depth + (number === undefined ? 0 : 50)
        if (number === undefined) {
          braces.push({ ...span, label: role + words, rank })
          continue
        }
        const key = [role, span.start, span.end, words].join('|')
        const before = shared.get(key)?.label.replace(words, '') ?? role
        shared.set(key, { start: span.start, end: span.end, label: `${before} ${number}${words}`, rank })
      }
    }
  }
  braces.push(...shared.values())
  for (const span of marks.spans) braces.push({ ...span, rank: rankOf(span.label) })
  return braces.sort(inOrder)
}

const UNVERIFIED = ['evidence-gap', 'allegation', 'hearsay', 'hedge', 'distancing-quotation']

/** Statuses and findings stand outside attributions, unverified words and citations inside. */
const rankOf = (label: string): number => (UNVERIFIED.includes(label) || label === 'citation' ? 200 : 0)

const inOrder = (a: Span & Brace, b: Span & Brace): number =>
  byPosition(a, b) || a.rank - b.rank || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)

const escaped = (text: string): string => text.replace(/[\\{}]/g, '\\$&')

/**
 * Writes marks into a draft. Marks that cross are cut where the outer one ends, and the rest is written as `{+label: …}`.
 * The same marks always give the same text, so two sets of marks can be compared as texts.
 */
export function writeMarked(text: string, marks: Marks): string {
  const queue = bracesOf(marks)
  const open: Brace[] = []
  let out = ''
  let at = 0
  const copyTo = (end: number): void => {
    out += escaped(text.slice(at, end))
    at = Math.max(at, end)
  }
  const closeBefore = (offset: number): void => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      copyTo(top.end)
      out += '}'
      open.pop()
    }
  }
  for (let brace = queue.shift(); brace; brace = queue.shift()) {
    closeBefore(brace.start)
    const top = open.at(-1)
    if (top && top.end < brace.end) {
      const name = brace.label.replace('+', '').split(' ')[0]
      queue.push({ ...brace, start: top.end, label: `+${name}` })
      queue.sort(inOrder)
      brace = { ...brace, end: top.end }
    }
    copyTo(brace.start)
    out += `{${brace.label}: `
    open.push(brace)
  }
  closeBefore(Number.POSITIVE_INFINITY)
  copyTo(text.length)
  return out
}
