import { citeExisting, citeWithFootnote, suppress } from '../edits/index.ts'
import { reachOf, touched, vouching } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import { perReading } from './perReading.ts'
import type { Rule } from './rule.ts'

/** A draft that says itself that there is no evidence for what it tells. */
export const noEvidence: Rule = {
  id: 'no-evidence',
  title: 'The draft itself says that there is no evidence',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      'Words by which the draft says outright that nothing shows what it tells: “without providing any evidence”, “offered no proof”, “could not be independently verified”, “baseless”. The finding stands on those words. It stays away where somebody else is saying them, as in “the minister called the report baseless”, and where a citation follows them in the sentence.',
    why: 'Readers remember the claim and forget the caution. A claim that nobody has proved needs a reason to be in the article at all, and the reader needs to know who asked for the proof and what the answer was.',
    leave:
      'The lack of evidence is the news, and the article says who looked for it. Suppress it with a reason, or cite the check.',
  },
  examples: {
    flagged: [
      'The mayor said the recount was rigged, without offering any evidence.',
      'Residents say the plant poisoned the river, a claim that could not be independently verified.',
    ],
    silent: [
      'The mayor called the recount unfair and asked for a second one.',
      'A spokesman for the plant, Tom Hale, said the accusations were baseless.',
      'Police have found no evidence of a break-in, Inspector Dana Reyes said on Monday.',
      'The mayor said the recount was rigged, without offering any evidence.[^1]\n\n[^1]: Election board, recount report, 4 May 2024.',
    ],
  },
  ...inParagraphs(
    perReading((reading) => {
      const isVouchedFor = vouching(reading)
      const hasCitation = touched(reading.citations)
      return reading.unverified
        .filter((mark) => mark.kind === 'evidence-gap' && !isVouchedFor(mark))
        .filter((mark) => !hasCitation({ start: mark.start, end: reachOf(reading, mark.sentence).end }))
        .map(({ start, end }) => ({
          start,
          end,
          message: messageWith(questionFor(wordsOf(reading, { start, end })), wordsOf(reading, { start, end })),
        }))
    }),
  ),
  fixes: (reading, finding) => [
    citeWithFootnote(reading, finding),
    ...citeExisting(reading, finding),
    ...suppress(reading, 'no-evidence', finding),
  ],
}

/** Where somebody looked and found nothing out, the reader should know who could have told. */
const questionFor = (words: string): string =>
  /verif|confirm|corroborat/i.test(words)
    ? 'Not verified; say who could confirm it: '
    : 'No proof is given; say who looked for it: '
