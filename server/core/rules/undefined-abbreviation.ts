import { spellOut, suppress } from '../edits/index.ts'
import type { Abbreviation } from '../marks/marks.ts'
import { placeIn } from './coverage.ts'
import { abridge, messageWith } from './message.ts'
import type { Objection, Rule } from './rule.ts'

/** The most that an abbreviation takes of a message, in code units. */
const LETTERS = 20

/** Capitals that the draft never explains. */
export const undefinedAbbreviation: Rule = {
  id: 'undefined-abbreviation',
  title: 'An abbreviation that is never introduced',
  severity: 'information',
  registers: 'reporting',
  docs: {
    notices:
      'The first use, outside headings, of an abbreviation that the draft never introduces and that not every reader knows. Letters with no name to them are found only where they stand for somebody who acts or speaks. Where the draft gives a name that the letters fit, the message offers it.',
    why: 'Initials that a reader does not know hide who is speaking. An unexplained one is also a common trace of text that was moved or shortened.',
    leave:
      'Your readers know it: a trade paper need not spell out the initials of its trade. Suppress it for the file.',
  },
  examples: {
    flagged: [
      'The Harbour Workers Union called a strike for Monday. The HWU said talks had failed.',
      'The bridge failed a test by the KTRB in May, Mayor Ines Calder said.',
    ],
    silent: [
      'The Harbour Workers Union (HWU) called a strike for Monday. The HWU said talks had failed.',
      'NATO ministers met in Brussels, the alliance said.',
      'The US and the UK signed the treaty in 1998.',
    ],
  },
  check(reading) {
    const seen = new Set<string>()
    const known = new Set(reading.abbreviations.filter((one) => one.introduced).map((one) => one.text))
    return reading.abbreviations.flatMap((one): Objection[] => {
      if (known.has(one.text) || seen.has(one.text) || one.thing) return []
      const sentence = reading.sentences[placeIn(reading.sentences, one.start)]
      if (reading.blocks[sentence?.block ?? -1]?.kind === 'heading') return []
      seen.add(one.text)
      return [{ start: one.start, end: one.end, message: messageFor(one) }]
    })
  },
  fixes(reading, finding) {
    const abbreviation = reading.abbreviations.find(({ start, end }) => start === finding.start && end === finding.end)
    return [
      ...(abbreviation === undefined ? [] : spellOut(reading, abbreviation)),
      ...suppress(reading, 'undefined-abbreviation', finding),
    ]
  },
}

function messageFor({ text, standsFor }: Abbreviation): string {
  const letters = abridge(text, LETTERS)
  if (standsFor === undefined) return `Say what “${letters}” stands for at its first use.`
  return messageWith(`Spell out “${letters}” at its first use, perhaps as `, standsFor)
}
