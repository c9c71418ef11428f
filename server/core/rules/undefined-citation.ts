import type { Citation } from '../blocks/block.ts'
import { emptyLibrary, type Library, lacks } from '../citing/library.ts'
import { writeKey } from '../citing/rename.ts'
import type { Fix } from '../edits/fix.ts'
import { defineNote, suppress } from '../edits/index.ts'
import type { Reading } from '../reading.ts'
import { messageWith } from './message.ts'
import { nearestName } from './nearest.ts'
import type { Objection, Rule } from './rule.ts'

/** A note or a key that leads nowhere. */
export const undefinedCitation: Rule = {
  id: 'undefined-citation',
  title: 'A note or citation key that nothing defines',
  severity: 'warning',
  registers: 'every',
  docs: {
    notices:
      'A footnote mark with no footnote, a number that the list of sources does not have, or a citation key that no entry has, at its first use, in any kind of writing. A key is looked for only where the draft or the project names a bibliography and all of it could be read.',
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
      '---\nreferences:\n- id: calder1990\n  type: book\n  title: The dam\n---\n\nThe dam was built in 1911 [@calder1990].',
    ],
  },
  check(reading, library = emptyLibrary) {
    const seen = new Set<string>()
    const isDefined = ({ kind, key, defined }: Citation): boolean =>
      kind === 'citation-key' ? !lacks(library, key) : defined
    return reading.citations.flatMap((citation): Objection[] => {
      const name = `${citation.kind} ${citation.key.toLowerCase()}`
      if (isDefined(citation) || seen.has(name)) return []
      seen.add(name)
      const { start, end } = citation
      return [{ start, end, message: messageFor(citation) }]
    })
  },
  fixes(reading, finding, library = emptyLibrary) {
    const citation = reading.citations.find(({ start, end }) => start === finding.start && end === finding.end)
    const isKey = citation?.kind === 'citation-key'
    return [
      ...(citation === undefined ? [] : isKey ? respell(reading, citation, library) : [defineNote(reading, citation)]),
      ...suppress(reading, 'undefined-citation', finding),
    ]
  },
}

/** Writes the key that was meant, everywhere in the draft, if one is close enough. */
function respell(reading: Reading, { key }: Citation, { byKey }: Library): Fix[] {
  const meant = nearestKey(key, [...byKey.keys()])
  return meant === undefined ? [] : [writeKey(reading, key, meant)]
}

function nearestKey(key: string, keys: readonly string[]): string | undefined {
  const lower = new Map(keys.map((one) => [one.toLowerCase(), one]))
  return lower.get(nearestName(key, [...lower.keys()]) ?? '')
}

function messageFor({ kind, key }: Citation): string {
  if (kind === 'footnote') return messageWith('No note has this mark, so add one at the end: ', `[^${key}]`)
  if (kind === 'numbered-note') return messageWith('The list of sources lacks this number, so add it: ', `[${key}]`)
  return messageWith('Nothing in the bibliography has this key: ', key)
}
