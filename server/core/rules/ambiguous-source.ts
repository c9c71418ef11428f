import { nameSource, suppress } from '../edits/index.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import type { Objection, Rule } from './rule.ts'

/** “The newspaper”, where two were named and nothing says which is meant. */
export const ambiguousSource: Rule = {
  id: 'ambiguous-source',
  title: 'A source that could be either of two',
  severity: 'information',
  registers: 'reporting',
  docs: {
    notices:
      '“The newspaper”, “the network”, “the agency” or “the company” as a source, where two of that kind were named shortly before and not just one of them had spoken; and a surname that two people bear who were named shortly before. The fixes write one name or the other.',
    why: 'The reader credits the wrong paper with what follows, and so does everybody who quotes it from here.',
    leave:
      'The paragraph makes it plain in a way that the program does not see. Suppress the finding with that reason.',
  },
  examples: {
    flagged: [
      'The report was first seen by the Harbour Post and the Orrin Herald. The newspaper said the dam had been cracked for years.',
      'Skerra Shipping Lines bought the yard from Orrin Steel. The company said 40 jobs would go.',
    ],
    silent: [
      'The Harbour Post said the dam had been cracked for years. The newspaper said it had seen the report.',
      'The Harbour Post and Reuters saw the report. The newspaper said the dam had been cracked for years.',
      'The Harbour Post said it had beaten the Orrin Herald to the report. The newspaper said the dam had been cracked.',
      'The New York Times saw the report first. Editors at the Times were proud. The newspaper said the dam was cracked.',
      'The Harbour Post and the Orrin Herald saw the report. Both said the dam was cracked.',
    ],
  },
  ...inParagraphs((reading) =>
    reading.attributions.flatMap(({ source, candidates = [] }): Objection[] => {
      const at = source[0]
      if (at === undefined || candidates.length < 2) return []
      const message = messageWith('More than one was named, so say which is meant: ', wordsOf(reading, at))
      return [{ start: at.start, end: at.end, message }]
    }),
  ),
  fixes(reading, finding) {
    const attribution = reading.attributions.find(({ source }) => source[0]?.start === finding.start)
    const names = attribution?.candidates ?? []
    return [
      ...names.map((name) => nameSource(reading, finding, name)),
      ...suppress(reading, 'ambiguous-source', finding),
    ]
  },
}
