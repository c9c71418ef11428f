import { spellOut, suppress } from '../edits/index.ts'
import type { Abbreviation } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { placeIn } from './coverage.ts'
import { abridge, messageWith } from './message.ts'
import { overDraft } from './parts.ts'
import type { Objection, Rule, Settled } from './rule.ts'

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
  ...overDraft(uses, settle),
  fixes(reading, finding) {
    const abbreviation = reading.abbreviations.find(({ start, end }) => start === finding.start && end === finding.end)
    return [
      ...(abbreviation === undefined ? [] : spellOut(reading, abbreviation)),
      ...suppress(reading, 'undefined-abbreviation', finding),
    ]
  },
}

/** A use of an abbreviation. */
interface Use extends Objection {
  readonly text: string
  readonly introduced: boolean
  /** Whether it stands for a thing, or in a heading, and is no matter here. */
  readonly passed: boolean
}

function uses(reading: Reading): Use[] {
  return reading.abbreviations.map((one) => {
    const sentence = reading.sentences[placeIn(reading.sentences, one.start)]
    const inHeading = reading.blocks[sentence?.block ?? -1]?.kind === 'heading'
    const { start, end, text, introduced } = one
    return { start, end, text, introduced, passed: one.thing === true || inHeading, message: messageFor(one) }
  })
}

/** The first use of each that the draft introduces nowhere. */
function settle(candidates: readonly Use[]): Settled[] {
  const seen = new Set(candidates.filter((one) => one.introduced).map(({ text }) => text))
  return candidates.flatMap(({ text, passed, message }, candidate): Settled[] => {
    if (passed || seen.has(text)) return []
    seen.add(text)
    return [{ candidate, message }]
  })
}

function messageFor({ text, standsFor }: Abbreviation): string {
  const letters = abridge(text, LETTERS)
  if (standsFor === undefined) return `Say what “${letters}” stands for at its first use.`
  return messageWith(`Spell out “${letters}” at its first use, perhaps as `, standsFor)
}
