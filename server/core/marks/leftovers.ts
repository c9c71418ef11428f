import type { Structure } from '../blocks/block.ts'
import { byPosition, type Span } from '../text/span.ts'
import type { Leftover } from './marks.ts'

/** What editors write in brackets where a source is missing. Blanks may be doubled where emphasis marks are masked. */
const BRACKETED =
  /\[ {0,3}(?:(?:citation|cite|source|reference) {1,3}(?:needed|missing)|needs {1,3}(?:a {1,3})?(?:citation|source)|(?:source|citation|cite|who|by {1,3}whom|according {1,3}to {1,3}whom) {0,3}\?) {0,3}\]/gi
const SHORT = /\[cn\]/g
const TEMPLATE = /\{\{ ?(?:cn|citation needed|source needed) ?(?:\|[^{}|]{0,80}){0,3}\}\}/gi
const TO_COME = /(?:TK)+/g
const TO_COME_SMALL = /(?:tk){2,4}/g
const WORD = /^[\p{L}\p{M}\p{N}\p{Cs}_]$/u
const NAME = /^ \p{Lu}/u

/**
 * Finds what a writer left to be filled in: `[citation needed]`, `{{cn}}`, and `TK`, which is how newsrooms mark what is still
 * to come. Looks at prose and at what notes say, never at code. `TK` in a name (TK Maxx, TK-421) is none, nor is any `TK` in a
 * draft that spells it out as an abbreviation.
 *
 * @param isSpelledOut whether the draft does so
 * @returns spans with their brackets, in document order, none of them overlapping
 */
export function leftovers(
  { prose, blocks, definitions }: Pick<Structure, 'prose' | 'blocks' | 'definitions'>,
  text: string,
  isSpelledOut: boolean,
): Leftover[] {
  const found: Leftover[] = []
  const read = (words: string, start: number): void => {
    for (const span of needed(words)) found.push(leftover(span, start, 'citation-needed'))
    if (!isSpelledOut) for (const span of toCome(words)) found.push(leftover(span, start, 'to-come'))
  }
  for (const block of blocks) read(prose.slice(block.start, block.end), block.start)
  for (const { body } of definitions) {
    const words = text.slice(body.start, body.end)
    // Notes are not in the prose, so their code is not masked.
    if (!words.includes('`')) read(words, body.start)
  }
  return found.sort(byPosition)
}

/** Whether two words of a block that begin with T and K come right before a "(TK)". */
export function spellsOut(words: string): boolean {
  for (let at = words.indexOf('(TK)'); at >= 0; at = words.indexOf('(TK)', at + 4)) {
    const before = words
      .slice(Math.max(0, at - 60), at)
      .trim()
      .split(' ')
    if (before.at(-2)?.startsWith('T') && before.at(-1)?.startsWith('K')) return true
  }
  return false
}

const leftover = ({ start, end }: Span, by: number, kind: Leftover['kind']): Leftover => ({
  start: start + by,
  end: end + by,
  kind,
})

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

function needed(words: string): Span[] {
  if (!words.includes('[') && !words.includes('{{')) return []
  const short = [...words.matchAll(SHORT)].map(spanOf).filter((span) => {
    // Alone or after another bracket it is a language in a row of links: [en] [cn].
    const before = words.slice(Math.max(0, span.start - 2), span.start).trimEnd()
    return before !== '' && !'[]|('.includes(before.slice(-1))
  })
  return [...[...words.matchAll(BRACKETED)].map(spanOf), ...[...words.matchAll(TEMPLATE)].map(spanOf), ...short]
}

function toCome(words: string): Span[] {
  const found: Span[] = []
  if (!words.includes('TK') && !words.includes('tk')) return found
  for (const match of [...words.matchAll(TO_COME), ...words.matchAll(TO_COME_SMALL)]) {
    const span = spanOf(match)
    const last = found.at(-1)
    if (!standsAlone(words, span)) continue
    const repeats = last !== undefined && words.slice(last.end, span.start) === ' '
    if (repeats) found[found.length - 1] = { start: last.start, end: span.end }
    else if (match[0].length > 2 || !NAME.test(words.slice(span.end, span.end + 3)) || opensPair(words, span)) {
      found.push(withBrackets(words, span))
    }
  }
  return found
}

/** Whether the letters are a whole word, with no hyphen, slash or apostrophe that makes them part of a name. */
function standsAlone(words: string, span: Span): boolean {
  const before = words[span.start - 1] ?? ' '
  const after = words[span.end] ?? ' '
  const next = words[span.end + 1] ?? ' '
  if (WORD.test(before) || '-/.@#&$'.includes(before)) return false
  if (WORD.test(after) || "-/@&'’".includes(after)) return false
  return !(after === '.' && WORD.test(next))
}

/** `TK TK` is written twice so that nobody takes it for a name. */
const opensPair = (words: string, span: Span): boolean => words.startsWith(' TK', span.end)

function withBrackets(words: string, span: Span): Span {
  const bracketed = words[span.start - 1] === '[' && words[span.end] === ']'
  return bracketed ? { start: span.start - 1, end: span.end + 1 } : span
}
