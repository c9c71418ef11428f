import type { Citation } from '../blocks/block.ts'
import { defineNote, suppress } from '../edits/index.ts'
import { messageWith } from './message.ts'
import type { Objection, Rule } from './rule.ts'

/** A note or a key that leads nowhere. */
export const undefinedCitation: Rule = {
  id: 'undefined-citation',
  title: 'A note or citation key that nothing defines',
  severity: 'warning',
  registers: 'every',
  docs: {
    notices:
      'A footnote mark with no footnote, or a number that the list of sources does not have, at its first use, in any kind of writing. Keys of a bibliography that lies outside the draft are taken to be defined.',
    why: 'The mark tells the reader that there is a source. Nothing is there when they look.',
    leave:
      'The definitions are added by a later step, as when chapters are joined. Switch the rule off for those files.',
  },
  examples: {
    flagged: [
      'Crime in the county has doubled since 2019.[^1]',
      'The dam was built in 1911.[^dam] It failed in 1954.[^flood]\n\n[^dam]: County archive, file 12.',
    ],
    silent: [
      'Crime in the county has doubled since 2019.[^1]\n\n[^1]: Sheriff’s office, annual report 2023.',
      'The dam was built in 1911 [@calder1990].',
      'The dam was built in [1911](https://example.org/dam).',
    ],
  },
  check(reading) {
    const seen = new Set<string>()
    return reading.citations.flatMap((citation): Objection[] => {
      const name = `${citation.kind} ${citation.key.toLowerCase()}`
      if (citation.defined || seen.has(name)) return []
      seen.add(name)
      const { start, end } = citation
      return [{ start, end, message: messageFor(citation) }]
    })
  },
  fixes(reading, finding) {
    const citation = reading.citations.find(({ start, end }) => start === finding.start && end === finding.end)
    return [
      ...(citation === undefined ? [] : [defineNote(reading, citation)]),
      ...suppress(reading, 'undefined-citation', finding),
    ]
  },
}

function messageFor({ kind, key }: Citation): string {
  if (kind === 'footnote') return messageWith('No note has this mark, so add one at the end: ', `[^${key}]`)
  if (kind === 'numbered-note') return messageWith('The list of sources lacks this number, so add it: ', `[${key}]`)
  return messageWith('Nothing in the bibliography has this key: ', key)
}
