import { isFiniteVerb } from '../../english/tags.ts'
import type { Cue } from '../cues.ts'
import { kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from '../passage.ts'
import { subjectBefore } from '../subject.ts'
import { following } from './following.ts'
import type { Link } from './link.ts'

/** “…,” he said, adding that …: the source of the cue before. */
export function participle(
  p: Passage,
  cue: Cue,
  tails: readonly number[],
  previous: Link | undefined,
  lemma: string,
): Link | undefined {
  const before = kindAt(p, cue.from - 1)
  const joined =
    before === 'comma' ||
    lowerAt(p, cue.from - 1) === 'and' ||
    lowerAt(p, cue.from - 1) === 'by' ||
    lowerAt(p, cue.from - 1) === 'while'
  const sentence = sentenceRange(p, cue.from)
  if (!joined && cue.from !== sentence.from) return undefined
  const after = following(p, cue, tails)
  if (after === undefined) return undefined
  const same =
    previous?.source && previous.source.from >= sentence.from ? previous.source : participleSubject(p, cue, sentence)
  return same ? { cue, source: same, content: after.content, kind: 'participle', lemma } : undefined
}

function participleSubject(p: Passage, cue: Cue, sentence: Range): Range | undefined {
  for (let i = sentence.from + 1; i < cue.from; i++) {
    if (!isFiniteVerb(tagAt(p, i))) continue
    return subjectBefore(p, i)
  }
  return undefined
}
