import { isFiniteVerb, isName, isNoun } from '../../english/tags.ts'
import { clauseContent, subjectClause } from '../contentSpan.ts'
import type { Cue } from '../cues.ts'
import { type Passage, sentenceRange, tagAt } from '../passage.ts'
import type { Link } from './link.ts'

export function nounLink(p: Passage, cue: Cue, tails: readonly number[], lemma: string): Link | undefined {
  const sentence = sentenceRange(p, cue.from)
  let verb = false
  for (let i = sentence.from; i < cue.from; i++) if (isFiniteVerb(tagAt(p, i))) verb = true
  const content = verb ? clauseContent(p, cue.to, tails) : subjectClause(p, cue.to)
  if (content === undefined) return undefined
  let from = cue.from
  while (from > sentence.from && /^JJ/.test(tagAt(p, from - 1))) from--
  const owner = tagAt(p, from - 1)
  if (owner === 'PRP$') return { cue, source: { from: from - 1, to: from }, content: [content], kind: 'noun', lemma }
  if (owner === 'POS') {
    let start = from - 2
    while (
      start > sentence.from &&
      (isName(tagAt(p, start - 1)) ||
        (isNoun(tagAt(p, start - 1)) && isNoun(tagAt(p, start))) ||
        tagAt(p, start - 1) === 'DT')
    )
      start--
    return { cue, source: { from: start, to: from }, content: [content], kind: 'noun', lemma }
  }
  return { cue, source: undefined, content: [content], kind: 'noun', lemma }
}
