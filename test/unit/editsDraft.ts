import { structure } from '../../server/core/blocks/index.ts'
import { applyEdits, type Fix } from '../../server/core/edits/fix.ts'
import { sentenceStarts } from '../../server/core/english/sentences.ts'
import { tokenize } from '../../server/core/english/tokens.ts'
import type { Reading } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'

/** Finds words in the draft. Words that are not there are an error in the test. */
export type Find = (words: string) => Span

type Marks = Partial<Omit<Reading, 'draft'>>

/** A reading with the real blocks, sentences, citations and notes of a draft, and the marks that the test gives. */
export function readingOf(text: string, language: Language = 'markdown', marks?: (at: Find) => Marks): Reading {
  const parts = structure({ text, language })
  const sentences = parts.blocks.flatMap(({ start, end }, block) => {
    const tokens = tokenize(parts.prose, start, end)
    const starts = sentenceStarts(tokens)
    return starts.slice(0, -1).flatMap((first, index) => {
      const from = tokens[first]
      const to = tokens[(starts[index + 1] ?? 0) - 1]
      return from === undefined || to === undefined ? [] : [{ start: from.start, end: to.end, block }]
    })
  })
  const at: Find = (words) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`The draft of this test does not have “${words}”`)
    return { start, end: start + words.length }
  }
  return {
    draft: { text, language },
    ...parts,
    register: 'reporting',
    sentences,
    quotations: [],
    attributions: [],
    claims: [],
    unverified: [],
    figures: [],
    counted: [],
    dates: [],
    abbreviations: [],
    leftovers: [],
    ...marks?.(at),
  }
}

/** A draft with the words that a fix is for in braces: `{Crime} has doubled.` */
export function drawn(draft: string): { text: string; at: Span } {
  const start = draft.indexOf('{')
  const end = draft.indexOf('}') - 1
  return { text: draft.replace('{', '').replace('}', ''), at: { start, end } }
}

/** The draft after a fix, with `‸` where the caret goes. */
export function after(text: string, fix: Fix | undefined): string {
  if (fix === undefined) return 'no fix'
  const changed = applyEdits(text, fix.edits)
  return fix.caret === undefined ? changed : `${changed.slice(0, fix.caret)}‸${changed.slice(fix.caret)}`
}
