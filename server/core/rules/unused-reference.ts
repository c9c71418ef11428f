import { removeSpan, suppress } from '../edits/index.ts'
import { messageWith, wordsOf } from './message.ts'
import type { Rule } from './rule.ts'

/** A footnote that nothing in the text points to. */
export const unusedReference: Rule = {
  id: 'unused-reference',
  title: 'A footnote that nothing cites',
  severity: 'information',
  registers: 'every',
  docs: {
    notices:
      'A footnote, or an entry in a list of sources, whose mark stands nowhere in the text or in another footnote.',
    why: 'Either the sentence that it belonged to was cut, or the mark was, and then a claim has lost its source.',
    leave: 'The list is meant as further reading. Give it a heading of its own and no marks, or suppress the finding.',
  },
  examples: {
    flagged: [
      'Crime in the county has doubled since 2019, Sheriff Dana Reyes said.\n\n[^1]: Sheriff’s office, annual report 2023.',
      'The dam was built in 1911.[^dam]\n\n[^dam]: County archive, file 12.\n[^flood]: County archive, file 31.',
    ],
    silent: [
      'Crime in the county has doubled since 2019.[^1]\n\n[^1]: Sheriff’s office, annual report 2023.',
      'The dam was built in 1911.[^dam]\n\n[^dam]: County archive, file 12; but see the note on the flood.[^flood]\n[^flood]: County archive, file 31.',
      'The dam failed in 1954.',
    ],
  },
  check(reading) {
    const cited = new Set(reading.citations.map(({ key }) => key.toLowerCase()))
    for (const { body } of reading.definitions)
      for (const key of keysIn(wordsIn(reading.draft.text, body))) cited.add(key)
    return reading.definitions
      .filter(({ key }) => !cited.has(key.toLowerCase()))
      .map(({ label: { start, end } }) => ({
        start,
        end,
        message: messageWith('Cite this note in the text, or take it out: ', wordsOf(reading, { start, end })),
      }))
  },
  fixes(reading, finding) {
    const definition = reading.definitions.find(
      ({ label }) => label.start === finding.start && label.end === finding.end,
    )
    return [
      ...(definition === undefined ? [] : [removeSpan(reading, definition, 'Take the note out')]),
      ...suppress(reading, 'unused-reference', finding),
    ]
  },
}

const wordsIn = (text: string, body: { start: number; end: number }): string => text.slice(body.start, body.end)

/** The keys of the marks in a note: `[^key]` or `[2]`, in lower case. */
function keysIn(body: string): string[] {
  const keys: string[] = []
  for (let open = body.indexOf('['); open >= 0; open = body.indexOf('[', open + 1)) {
    const close = body.indexOf(']', open)
    if (close < 0) break
    keys.push(body.slice(body[open + 1] === '^' ? open + 2 : open + 1, close).toLowerCase())
  }
  return keys
}
