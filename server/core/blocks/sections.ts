import { type Draft, textIn } from '../text/draft.ts'
import type { Span } from '../text/span.ts'
import type { Block, Citation, Definition, Directive, Structure } from './block.ts'
import { type Counts, NO_COUNTS, recount } from './incremental/counts.ts'
import { editMarkdown, type MarkdownSections, NO_MARKDOWN } from './incremental/markdown.ts'
import { editPlain, NO_PLAIN, type PlainSections } from './incremental/plain.ts'
import type { Edit } from './incremental/splice.ts'

/** A stretch of a draft that is taken apart by itself. Sections tile the draft. Immutable; all offsets count from its start. */
export interface Section {
  /** Code units of the draft that it covers; at least one. */
  readonly length: number
  /** Masked as in `Structure`, of the same length. */
  readonly prose: string
  readonly blocks: readonly Block[]
  readonly citations: readonly Citation[]
  /** An entry of a list of sources in plain text may reach past the end of its section, into the lines that carry it on. */
  readonly definitions: readonly Definition[]
  readonly directives: readonly Directive[]
  /** Code units of code. */
  readonly code: number
}

/** A draft in sections, with what it takes to edit it. */
export interface Sections {
  readonly sections: readonly Section[]
  readonly kept: Kept
}

/** How the draft was taken apart, and what the guard before the parser of Markdown has counted in it. */
interface Kept {
  readonly language: Draft['language']
  readonly length: number
  readonly taken:
    | { readonly as: 'markdown'; readonly draft: MarkdownSections }
    | { readonly as: 'lines'; readonly draft: PlainSections }
  readonly counts: Counts
  /** Whether the parser gave up, so that nothing can be said before it has tried the whole draft again. */
  readonly failed: boolean
}

/** Takes a draft apart into sections. Total, as `structure` is. */
export function sectionsOf(draft: Draft): Sections {
  if (draft.language === 'plaintext') return inLines(draft, false)
  try {
    const taken = editMarkdown(NO_MARKDOWN, draft, wholeOf(draft))
    return taken === undefined ? inLines(draft, false) : asMarkdown(draft, taken, NO_COUNTS)
  } catch {
    // The parser ran out of stack: the nesting is deeper than the guard foresaw.
    return inLines(draft, true)
  }
}

/**
 * Takes a draft apart after an edit, which costs as much as what the edit touches. A section that says the same as before is the
 * same object.
 *
 * @param draft the draft after the edit
 * @param edit what lay in [start, end) of the draft before has been replaced by `length` code units
 */
export function editedSections(before: Sections, draft: Draft, edit: Edit): Sections {
  const { language, length, taken, counts, failed } = before.kept
  const isOfIt = language === draft.language && length + edit.length - (edit.end - edit.start) === textIn(draft).length
  if (!isOfIt || failed || edit.start < 0 || edit.start > edit.end || edit.end > length) return sectionsOf(draft)
  if (taken.as === 'lines') {
    const after = keptInLines(draft, editPlain(taken.draft, draft, edit), counts, false)
    return language === 'plaintext' || after.kept.counts.isTangled ? after : sectionsOf(draft)
  }
  try {
    const after = editMarkdown(taken.draft, draft, edit)
    return after === undefined ? sectionsOf(draft) : asMarkdown(draft, after, counts)
  } catch {
    return sectionsOf(draft)
  }
}

/** The structure of the whole draft, put together: equal to `structure(draft)`. */
export function composed({ sections }: Sections): Structure {
  const blocks: Block[] = []
  const citations: Citation[] = []
  const definitions: Definition[] = []
  const directives: Directive[] = []
  let start = 0
  let code = 0
  for (const section of sections) {
    const moved = <T extends Span>(one: T): T => ({ ...one, start: one.start + start, end: one.end + start })
    for (const block of section.blocks) blocks.push(moved(block))
    for (const citation of section.citations)
      citations.push({ ...moved(citation), ...(citation.group && { group: moved(citation.group) }) })
    for (const definition of section.definitions)
      definitions.push({ ...moved(definition), label: moved(definition.label), body: moved(definition.body) })
    for (const directive of section.directives) directives.push(moved(directive))
    start += section.length
    code += section.code
  }
  const prose = sections.map((section) => section.prose).join('')
  return { prose, blocks, citations, definitions, directives, codeShare: start === 0 ? 0 : Math.min(1, code / start) }
}

const wholeOf = (draft: Draft): Edit => ({ start: 0, end: 0, length: textIn(draft).length })

/** A Markdown draft that has been parsed, but for one that turns out too tangled as a whole. */
function asMarkdown(whole: Draft, draft: MarkdownSections, before: Counts): Sections {
  const counts = recount(before, draft.run, (index) => draft.slots[index]?.piece.text ?? '')
  if (counts.isTangled) return inLines(whole, false)
  return {
    sections: draft.sections,
    kept: { ...measured(whole), taken: { as: 'markdown', draft }, counts, failed: false },
  }
}

const inLines = (draft: Draft, failed: boolean): Sections =>
  keptInLines(draft, editPlain(NO_PLAIN, draft, wholeOf(draft)), NO_COUNTS, failed)

function keptInLines(whole: Draft, draft: PlainSections, before: Counts, failed: boolean): Sections {
  const { sections, run, slots } = draft
  const counts =
    whole.language === 'plaintext' ? before : recount(before, run, (index) => slots[index]?.line.text ?? '')
  return { sections, kept: { ...measured(whole), taken: { as: 'lines', draft }, counts, failed } }
}

const measured = (draft: Draft): Pick<Kept, 'language' | 'length'> => ({
  language: draft.language,
  length: textIn(draft).length,
})
