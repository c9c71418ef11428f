import type { Quoting, SourceType } from '../../../server/core/marks/marks.ts'
import type { Span } from '../../../server/core/text/span.ts'
import { bareName, type MarkedAttribution, type MarkedSpan, type Marks, ROLES, type Role } from './marked.ts'

const TYPES = ['named', 'anonymous', 'vague', 'unknown']
const QUOTINGS = ['direct', 'indirect', 'mixed']
const LABEL = /^\+?!?[a-z][a-z-]*( [^:{}\n]*)?$/

interface Building extends Record<Role, Span[]> {
  type?: SourceType
  quoting?: Quoting
  name?: string
}

interface Open {
  readonly label: string
  readonly start: number
  /** Where this brace stands in the marked text, for the message. */
  readonly at: number
  readonly owner?: Building
}

/**
 * Takes a marked draft apart: the draft without braces, and what the braces said. Spans are offsets into that draft.
 * Throws a sentence with the line when a brace has no label, no end, or belongs to no attribution.
 */
export function parseMarked(marked: string): { text: string; marks: Marks } {
  let text = ''
  const open: Open[] = []
  const closed: { mark: { label: string; start: number; end: number }; owners: readonly Building[] }[] = []
  const built: Building[] = []
  const numbered = new Map<string, Building>()
  const fail = (at: number, why: string): never => {
    throw new Error(`line ${marked.slice(0, at).split('\n').length} of the draft: ${why}`)
  }
  const create = (): Building => {
    const building: Building = { source: [], cue: [], content: [] }
    built.push(building)
    return building
  }
  const ownersOf = (label: string, at: number): Building[] => {
    const numbers = label.split(' = ')[0]?.match(/\d+/g) ?? []
    if (numbers.length === 0) {
      const owner = open.findLast((mark) => mark.owner)?.owner
      return [owner ?? fail(at, `{${label}: …} stands outside an {attribution: …} and has no number`)]
    }
    return numbers.map((number) => {
      const building = numbered.get(number) ?? create()
      numbered.set(number, building)
      return building
    })
  }
  const close = (mark: Open): void => {
    const name = mark.label.replace('+', '').split(' ')[0] ?? ''
    if (name === 'attribution') return
    if (mark.label.startsWith('+')) {
      const before = closed.findLast((one) => one.mark.label.split(' ')[0] === name)
      if (before) before.mark.end = text.length
      else fail(mark.at, `nothing comes before {${mark.label}: …} that it could carry on`)
      return
    }
    const role = ROLES.find((one) => one === name)
    const owners = role ? ownersOf(mark.label, mark.at) : []
    for (const owner of owners) describe(owner, mark.label, (why) => fail(mark.at, why))
    closed.push({ mark: { label: mark.label, start: mark.start, end: text.length }, owners })
  }

  for (let at = 0; at < marked.length; at++) {
    const char = marked[at] ?? ''
    const next = marked[at + 1] ?? ''
    if (char === '\\' && (next === '{' || next === '}' || next === '\\')) {
      text += next
      at++
    } else if (char === '{') {
      const colon = marked.indexOf(':', at)
      const label = colon < 0 ? '' : marked.slice(at + 1, colon)
      if (!LABEL.test(label)) fail(at, 'a brace has no label; write \\{ for a brace of the draft')
      const fresh = label === 'attribution' ? create() : undefined
      const carriedOn = label === '+attribution' ? built.at(-1) : undefined
      const owner = fresh ?? carriedOn
      open.push({ label, start: text.length, at, ...(owner && { owner }) })
      at = marked[colon + 1] === ' ' ? colon + 1 : colon
    } else if (char === '}') {
      const mark = open.pop() ?? fail(at, 'a brace closes nothing; write \\} for a brace of the draft')
      close(mark)
    } else text += char
  }
  const left = open.at(-1)
  if (left) fail(left.at, `{${left.label}: …} is never closed`)

  const spans: MarkedSpan[] = []
  for (const { mark, owners } of closed) {
    const role = ROLES.find((one) => one === mark.label.split(' ')[0])
    if (!role) spans.push(mark)
    else for (const owner of owners) owner[role].push({ start: mark.start, end: mark.end })
  }
  const attributions: MarkedAttribution[] = built
  return { text, marks: { attributions, spans } }
}

/** Reads the words after a role's name: numbers, the source's type, how it is quoted, and the name it stands for. */
function describe(attribution: Building, label: string, fail: (why: string) => never): void {
  const [words = '', name] = label.split(' = ')
  if (name !== undefined) attribution.name = bareName(name)
  for (const word of words.split(' ').slice(1)) {
    if (TYPES.includes(word)) attribution.type = word as SourceType
    else if (QUOTINGS.includes(word)) attribution.quoting = word as Quoting
    else if (!/^\d+$/.test(word)) fail(`“${word}” is no type of source and no way of quoting`)
  }
}
