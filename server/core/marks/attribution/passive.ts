import { clauseContent, objectContent, startsClause } from '../contentSpan.ts'
import type { Cue } from '../cues.ts'
import { lowerAt, type Passage, type Range, sentenceRange, tagAt } from '../passage.ts'
import { phraseAfter } from '../sourceSpan.ts'
import type { Link } from './link.ts'

export function passive(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  lemma: string,
): Link | undefined {
  const sentence = sentenceRange(p, cue.from)
  const next = lowerAt(p, cue.to)
  if (next === 'by') {
    const source = phraseAfter(p, cue.to + 1, sentence.to)
    if (source === undefined) return undefined
    const widened: Range = { from: cue.from, to: cue.to + 1 }
    const content: Range[] = subject ? [subject] : []
    const as = lowerAt(p, source.to) === 'as' ? source.to : -1
    const rest = as > 0 ? objectContent(p, as + 1, tails) : undefined
    if (rest) content.push(rest)
    return { cue: widened, ...(rest && { cueToo: { from: as, to: as + 1 } }), source, content, kind: 'passive', lemma }
  }
  if (subject === undefined) return undefined
  const reported = cue.verb?.that || cue.verb?.clause
  if (
    lowerAt(p, subject.from) === 'it' &&
    subject.to - subject.from === 1 &&
    (next === 'that' || (cue.verb?.clause === true && startsClause(p, cue.to))) &&
    reported
  ) {
    const content = clauseContent(p, cue.to, tails)
    return content && { cue, source: undefined, content: [content], kind: 'passive', lemma }
  }
  if (next === 'to' && /^VB/.test(tagAt(p, cue.to + 1)) && reported) {
    const content = clauseContent(p, cue.to, tails)
    return content && { cue, source: undefined, content: [subject, content], kind: 'passive', lemma }
  }
  // "he was told that", "was quoted as saying" and the like say who heard it; told by nobody it is nobody's
  if (next === 'that' && cue.verb?.recipient) {
    const content = clauseContent(p, cue.to, tails)
    return content && { cue, source: undefined, content: [content], kind: 'passive', lemma }
  }
  return undefined
}
