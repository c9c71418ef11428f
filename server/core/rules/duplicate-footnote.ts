import type { Definition } from '../blocks/block.ts'
import { giveOwnLabel } from '../citing/rename.ts'
import { removeSpan, suppress } from '../edits/index.ts'
import { noteMark } from '../edits/notes.ts'
import { messageWith } from './message.ts'
import type { Objection, Rule } from './rule.ts'

/** Two notes that one mark would point to. */
export const duplicateFootnote: Rule = {
  id: 'duplicate-footnote',
  title: 'Two notes with one mark',
  severity: 'warning',
  registers: 'every',
  docs: {
    notices: 'A footnote, or an entry of a numbered list of sources, whose mark an earlier one has already.',
    why: 'Readers get the first note wherever the mark stands, so the second source is lost, and a claim has the wrong one.',
    leave: 'Never for long: most programs drop the second note without a word.',
  },
  examples: {
    flagged: [
      'Crime has doubled since 2019.[^1] Rents have not.[^1]\n\n[^1]: Sheriff’s office, annual report 2023.\n[^1]: Housing board, survey of May 2024.',
    ],
    silent: [
      'Crime has doubled since 2019.[^1] Rents have not.[^2]\n\n[^1]: Sheriff’s office, annual report 2023.\n[^2]: Housing board, survey of May 2024.',
      'Crime has doubled since 2019,[^1] and again since 2021.[^1]\n\n[^1]: Sheriff’s office, annual report 2023.',
    ],
  },
  check(reading) {
    const first = new Map<string, Definition>()
    return reading.definitions.flatMap((definition): Objection[] => {
      if (definition.kind === 'author-year') return []
      const { key, label } = definition
      const other = first.get(key.toLowerCase())
      if (other === undefined) {
        first.set(key.toLowerCase(), definition)
        return []
      }
      const related = [{ ...other.label, message: 'The note that readers get stands here.' }]
      const message = messageWith('Another note has this mark, and readers get that one: ', noteMark(reading, key))
      return [{ start: label.start, end: label.end, message, related }]
    })
  },
  fixes(reading, finding) {
    const second = reading.definitions.find(({ label }) => label.start === finding.start && label.end === finding.end)
    if (second === undefined) return []
    const first = reading.definitions.find(({ key }) => key.toLowerCase() === second.key.toLowerCase())
    const said = ({ body }: Definition): string => reading.draft.text.slice(body.start, body.end)
    const isSame = first !== undefined && said(first) === said(second)
    return [
      ...(isSame ? [removeSpan(reading, second, 'Take the second note out')] : [giveOwnLabel(reading, second)]),
      ...suppress(reading, 'duplicate-footnote', finding),
    ]
  },
}
