import type { CiteContext } from '../citing/context.ts'
import { sentenceOf } from '../edits/sentence.ts'
import type { Reading } from '../reading.ts'
import { type PartialDate, parseDateWords, type Reference, rankForClaim } from '../references/index.ts'
import { wordsOf } from '../rules/message.ts'
import { contains, overlaps, type Span } from '../text/span.ts'

/**
 * The references of the library that fit what is said at a span best: by the source that is named there, its date and its words.
 * Few fit; with `loosely` all that have anything in common with it, in order.
 *
 * @param near the reading, or what is known of it near the span
 */
export function matchesFor(
  reading: Reading,
  near: Reading,
  at: Span,
  { index }: CiteContext,
  limit: number,
  loosely = false,
): Reference[] {
  if (index.references.length === 0) return []
  const sentence = sentenceOf(near, at) ?? at
  const source = sourceNamed(near, at, sentence)
  const date = near.dates
    .filter((mark) => contains(sentence, mark))
    .map((mark) => parseDateWords(wordsOf(near, mark)))
    .find((one) => one !== undefined)
  const year = yearOf(reading)
  return rankForClaim(
    index,
    {
      words: wordsOf(near, sentence),
      ...(source !== undefined && { source }),
      ...(date !== undefined && { date }),
      ...(year !== undefined && { year }),
    },
    limit,
    loosely,
  )
}

/** The name of the source of the sentence: of the attribution that is pointed at, else of a published one, else of any. */
function sourceNamed(reading: Reading, at: Span, sentence: Span): string | undefined {
  const within = reading.attributions.filter(({ source }) => source.some((span) => contains(sentence, span)))
  const attribution =
    within.find(({ source }) => source.some((span) => overlaps(span, at))) ??
    within.find(({ published }) => published) ??
    within[0]
  const words = attribution?.source[0]
  return attribution?.resolvesTo ?? (words && wordsOf(reading, words))
}

/** The year that most dates of the draft are of: that of the draft itself, as far as it says. */
function yearOf(reading: Reading): number | undefined {
  const years = reading.dates
    .filter(({ relative }) => !relative)
    .map((mark): PartialDate | undefined => parseDateWords(wordsOf(reading, mark)))
    .flatMap((date) => date?.year ?? [])
  return years.length === 0 ? undefined : Math.max(...years)
}
