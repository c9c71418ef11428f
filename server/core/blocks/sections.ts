import type { Draft } from '../text/draft.ts'
import type { Block, Citation, Definition, Directive } from './block.ts'
import { structure } from './index.ts'
export interface Section {
  readonly length: number
  readonly prose: string
  readonly blocks: readonly Block[]
  readonly citations: readonly Citation[]
  readonly definitions: readonly Definition[]
  readonly directives: readonly Directive[]
  readonly code: number
}
export interface Sections {
  readonly sections: readonly Section[]
}
const mv = (o: any, by: number): any => {
  if (Array.isArray(o)) return o.map((x) => mv(x, by))
  if (o && typeof o === 'object')
    return Object.fromEntries(
      Object.entries(o).map(([k, v]) => [k, k === 'start' || k === 'end' ? (v as number) + by : mv(v, by)]),
    )
  return o
}
export function sectionsOf(draft: Draft): Sections {
  const s = structure(draft)
  if (draft.text.length === 0) return { sections: [] }
  const starts = [0, ...s.blocks.slice(1).map((b) => b.start), draft.text.length]
  const sections: Section[] = []
  const inside = (list: readonly any[], a: number, b: number) =>
    mv(
      list.filter((x) => x.start >= a && x.start < b),
      -a,
    )
  for (let i = 0; i + 1 < starts.length; i++) {
    const a = starts[i]!,
      b = starts[i + 1]!
    sections.push({
      length: b - a,
      prose: s.prose.slice(a, b),
      blocks: inside(s.blocks, a, b),
      citations: inside(s.citations, a, b),
      definitions: inside(s.definitions, a, b),
      directives: inside(s.directives, a, b),
      code: i === 0 ? s.codeShare * draft.text.length : 0,
    })
  }
  return { sections }
}
export function editedSections(
  before: Sections,
  draft: Draft,
  _edit: { start: number; end: number; length: number },
): Sections {
  const now = sectionsOf(draft).sections.slice()
  const old = new Map<string, Section[]>()
  const key = (s: Section) => JSON.stringify(s)
  for (const s of before.sections) {
    const k = key(s)
    const l = old.get(k)
    if (l) l.push(s)
    else old.set(k, [s])
  }
  for (let i = 0; i < now.length; i++) {
    const l = old.get(key(now[i]!))
    const f = l?.shift()
    if (f) now[i] = f
  }
  return { sections: now }
}
