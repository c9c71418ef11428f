import { attributeNearby, citeExisting, citeWithFootnote, suppress } from '../edits/index.ts'
import type { Quotation } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { citing, contentsOf, placeIn, touched } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import { perReading } from './perReading.ts'
import type { Rule } from './rule.ts'

const MARKS = '“”„‟«»"'

/** How far behind a quotation its signature is looked for, in code units. */
const NEAR = 20

/** A quotation with no speaker. */
export const unattributedQuote: Rule = {
  id: 'unattributed-quote',
  title: 'A quotation that nobody is said to have spoken',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      'Something said, in quotation marks, with no speaker in its sentence or around it. Words set apart (a “rapid” operation), titles, headings, quotations with a signature behind a dash, and block quotations that carry a citation are left alone, and so is a quotation that carries on one from the paragraph before.',
    why: 'Quotation marks promise that somebody spoke these very words. Without the speaker the reader cannot tell whose they are, and an editor cannot check that they were said.',
    leave:
      'A proverb, a line that everybody knows, or a voice that the article names a few lines on for effect. Suppress it with a reason.',
  },
  examples: {
    flagged: [
      'The meeting ended in shouting. “We will never sign a paper like this one.”',
      'It began with a note on the door: “Nobody is coming back to this factory.”',
    ],
    silent: [
      '“We will never sign a paper like this one,” said Marta Klein, who leads the union.',
      '“It was dark,” Klein said. “We will never sign a paper like this one.”',
      'The army spoke of a “rapid” operation.',
      '“Nobody asked us before the factory was closed, and nobody has asked us since.” — Marta Klein, Hallam',
      '# “We will never sign”\n\nThe union walked out on Tuesday, its leader Marta Klein said.',
      '> “Of all the roads that lead to the sea, this one is the longest.”\n>\n> — Ines Calder, _The Salt Road_\n\nThe union walked out on Tuesday, its leader Marta Klein said.',
    ],
  },
  ...inParagraphs(
    perReading((reading) => {
      const hasSpeakerIn = touched(contentsOf(reading, (attribution) => attribution.sourceType !== 'unknown'))
      const hasCitation = touched(reading.citations)
      const isCited = citing(reading)
      return reading.quotations
        .filter((quotation) => quotation.kind === 'speech' && !quotation.continues && !hasSpeaker(reading, quotation))
        .filter((quotation) => !hasSpeakerIn(quotation))
        .filter((quotation) => {
          const sentence = placeIn(reading.sentences, quotation.end - 1)
          const index = reading.sentences[sentence]?.block ?? -1
          const block = reading.blocks[index]
          if (block?.kind === 'heading' || isCited(sentence)) return false
          return !isSigned(reading, quotation, index) && !(block?.kind === 'quotation' && hasCitation(block))
        })
        .map(({ start, end }) => ({
          start,
          end,
          message: messageWith('Say who said this: ', unmarked(wordsOf(reading, { start, end }))),
        }))
    }),
  ),
  fixes: (reading, finding) => [
    ...attributeNearby(reading, finding),
    citeWithFootnote(reading, finding),
    ...citeExisting(reading, finding),
    ...suppress(reading, 'unattributed-quote', finding),
  ],
}

const hasSpeaker = (reading: Reading, quotation: Quotation): boolean =>
  quotation.attribution !== undefined && reading.attributions[quotation.attribution]?.sourceType !== 'unknown'

/** Whether a name follows a quotation behind a dash, in its own block or in the next one of the same block quotation. */
function isSigned({ prose, blocks }: Reading, quotation: Quotation, index: number): boolean {
  const block = blocks[index]
  const next = blocks[index + 1]
  const after = prose.slice(quotation.end, Math.min(quotation.end + NEAR, block?.end ?? quotation.end))
  const isOneQuotation = block?.kind === 'quotation' && next?.kind === 'quotation'
  // “Pop-up show”, by Ann Lee: a headline with its author
  if (/^,? by \p{Lu}/u.test(after)) return true
  return isSignature(after) || (isOneQuotation && isSignature(prose.slice(next.start, next.start + NEAR)))
}

/** Whether words begin with a dash or a bracket and a capital, as “— Ines Calder” and “[Harbour Post]” do, and “— they said” does not. */
function isSignature(text: string): boolean {
  const words = text.trimStart()
  const first = words.slice(1).trimStart()[0] ?? ''
  return '—–-―[('.includes(words[0] ?? ' ') && first !== first.toLowerCase()
}

/** A quotation without its marks, and without the comma or stop inside them. */
function unmarked(words: string): string {
  let start = 0
  let end = words.length
  while (start < end && MARKS.includes(words[start] ?? '')) start += 1
  while (end > start && `${MARKS},.`.includes(words[end - 1] ?? '')) end -= 1
  return words.slice(start, end)
}
