import { isFiniteVerb } from '../../english/tags.ts'
import { clauseContent, trimEnd } from '../contentSpan.ts'
import type { Cue } from '../cues.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from '../passage.ts'
import { phraseAfter } from '../sourceSpan.ts'
import type { Link } from './link.ts'

export function according(p: Passage, cue: Cue, tails: readonly number[], lemma: string): Link | undefined {
  const sentence = sentenceRange(p, cue.from)
  const source = accordingSource(p, cue.to, sentence.to)
  if (source === undefined) return undefined
  const content: Range[] = []
  if (cue.from === sentence.from || (cue.from === sentence.from + 1 && tagAt(p, sentence.from) === 'CC')) {
    let i = source.to
    while (i < sentence.to && kindAt(p, i) !== 'comma') i++
    const body = i + 1 < sentence.to ? clauseContent(p, i + 1, tails) : undefined
    if (body) content.push(body)
  } else {
    const comma = kindAt(p, cue.from - 1) === 'comma'
    const inside = tagAt(p, cue.from - 2)
    if (comma && (inside === 'WDT' || inside === 'WP' || lowerAt(p, cue.from - 2) === 'that')) {
      // "ships that, according to the ministry, are …"
      const body = kindAt(p, source.to) === 'comma' ? clauseContent(p, source.to + 1, tails) : undefined
      if (body) content.push(body)
    } else {
      const from = Math.max(sentence.from, clauseBefore(p, cue.from, sentence.from))
      const to = trimEnd(p, from, comma ? cue.from - 1 : cue.from)
      if (to > from) content.push({ from, to })
      // "The deck, according to the report, has been unsafe"
      if (comma && kindAt(p, source.to) === 'comma' && /^(?:MD|VB[DZP])$/.test(tagAt(p, source.to + 1))) {
        const rest = clauseContent(p, source.to + 1, tails)
        if (rest) content.push(rest)
      }
      const after = afterSource(p, source.to, sentence.to)
      if (after) content.push(after)
    }
  }
  return content.length ? { cue, source, content, kind: 'according', lemma } : undefined
}

/** "according to what was published by the New York Times": the publisher is the source. */
function accordingSource(p: Passage, from: number, limit: number): Range | undefined {
  if (lowerAt(p, from) === 'what') {
    for (let i = from; i < limit && i < from + 8; i++) if (lowerAt(p, i) === 'by') return phraseAfter(p, i + 1, limit)
  }
  return phraseAfter(p, from, limit)
}

/** "…, according to the Post on Friday: “The order was …”" */
function afterSource(p: Passage, from: number, limit: number): Range | undefined {
  for (let i = from; i < limit; i++) {
    const kind = kindAt(p, i)
    if (kind === 'colon' && (p.quoteAt[i + 1] ?? -1) >= 0) {
      const quote = p.quotes[p.quoteAt[i + 1] as number] as Passage['quotes'][number]
      return { from: quote.from, to: quote.to }
    }
    if (isFiniteVerb(tagAt(p, i))) return undefined
  }
  return undefined
}

/** Where the clause begins that "according to" stands at the end of. */
function clauseBefore(p: Passage, cue: number, floor: number): number {
  for (let i = cue - 2; i > floor; i--) {
    if (kindAt(p, i) === 'colon' && at(p, i).word.text === ';') return i + 1
  }
  return floor
}
