import type { Edit, Fix } from '../edits/fix.ts'
import { citeWithFootnote, removeSpan, suppress } from '../edits/index.ts'
import { overlaps } from '../text/span.ts'
import { placeIn } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import type { Rule } from './rule.ts'

/** A mark that says something is still to be filled in. */
export const citationNeeded: Rule = {
  id: 'citation-needed',
  title: 'A “citation needed” or “TK” left in the draft',
  severity: 'warning',
  registers: 'every',
  docs: {
    notices: '`[citation needed]`, `{{cn}}`, `{{citation needed}}` and `TK`, in any kind of writing.',
    why: 'They are notes from a writer to an editor. Printed, they tell the reader that the draft was not finished.',
    leave: 'The article is about such marks. Put the words in code, or suppress the finding.',
  },
  examples: {
    flagged: [
      'Crime in the county has doubled since 2019.[citation needed]',
      'The factory, which employs TK people, opened in 1962.',
      'The factory opened in 1962.{{cn}}',
    ],
    silent: [
      'Crime in the county has doubled since 2019, Sheriff Dana Reyes said.',
      'A source was needed for the citation, and the editor found one.',
      'Write `[citation needed]` where a source is missing.',
    ],
  },
  ...inParagraphs((reading) =>
    reading.leftovers.map(({ start, end, kind }) => {
      const words = wordsOf(reading, { start, end })
      const message =
        kind === 'citation-needed'
          ? messageWith('Add the source, and take this out: ', words)
          : messageWith('Fill this in before it is published: ', words)
      return { start, end, message }
    }),
  ),
  fixes(reading, finding) {
    const removal = removeSpan(reading, finding, 'Take the mark out')
    const leftover = reading.leftovers.find(({ start, end }) => start === finding.start && end === finding.end)
    if (leftover?.kind !== 'citation-needed') return suppress(reading, 'citation-needed', finding)
    const sentence = reading.sentences[placeIn(reading.sentences, finding.start)] ?? finding
    const footnote = replacing(citeWithFootnote(reading, sentence), removal)
    return [...(footnote === undefined ? [] : [footnote]), removal, ...suppress(reading, 'citation-needed', finding)]
  },
}

/** A fix that does what `fix` does and takes out what `removal` removes; none where the two touch the same characters. */
function replacing(fix: Fix, removal: Fix): Fix | undefined {
  if (fix.edits.some((edit) => removal.edits.some((gone) => overlaps(edit, gone)))) return undefined
  const edits = [...fix.edits, ...removal.edits].sort((a, b) => a.start - b.start || a.end - b.end)
  if (fix.caret === undefined) return { ...fix, edits }
  return { ...fix, edits, caret: caretAfter(fix.caret, fix, removal) }
}

/** Where the caret of a fix comes to stand once the removal is made too. */
function caretAfter(caret: number, fix: Fix, removal: Fix): number {
  return removal.edits.reduce((at, gone) => {
    const before = fix.edits.filter((edit) => edit.end <= gone.start)
    return gone.start + growth(before) < caret ? at + growth([gone]) : at
  }, caret)
}

/** By how many code units edits lengthen a draft. */
const growth = (edits: readonly Edit[]): number =>
  edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0)
