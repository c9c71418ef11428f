import { isFiniteVerb } from '../../english/tags.ts'
import type { Cue } from '../cues.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from '../passage.ts'
import { phraseAfter } from '../sourceSpan.ts'
import { subjectBefore } from '../subject.ts'
import { following } from './following.ts'
import type { Link } from './link.ts'
import { preceding, resumed } from './preceding.ts'

export function active(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  previous: Link | undefined,
  lemma: string,
): Link | undefined {
  const turned = inverted(p, cue, lemma)
  if (turned) return turned
  const source = subject ?? sharedSubject(p, cue, previous)
  const relative =
    source !== undefined &&
    source.to - source.from === 1 &&
    /^W/.test(tagAt(p, source.from)) &&
    kindAt(p, source.from - 1) === 'comma'
  const after = following(p, cue, tails, relative)
  if (after) {
    if (source === undefined && !after.quoted) return undefined
    // a quotation before the speaker and one after are one attribution
    const leading = after.quoted && source ? preceding(p, source.from, true) : undefined
    return { cue, source, content: leading ? [leading, ...after.content] : after.content, kind: cue.kind, lemma }
  }
  if (source && endsOpen(p, cue)) return { cue, source, content: [], open: true, kind: cue.kind, lemma }
  if (source === undefined || source !== subject) return undefined
  const content = preceding(p, source.from, false)
  return content ? { cue, source, content: [content, ...resumed(p, cue.to)], kind: cue.kind, lemma } : undefined
}

/** "Ruiz wrote:" at the end of a paragraph. */
function endsOpen(p: Passage, cue: Cue): boolean {
  const last = p.tokens.length - 1
  if (!cue.verb?.quotation && !cue.verb?.that) return false
  if (kindAt(p, last) !== 'colon' || at(p, last).word.text !== ':' || sentenceRange(p, cue.from).to !== p.tokens.length)
    return false
  for (let i = cue.to; i < last; i++) if (isFiniteVerb(tagAt(p, i))) return false
  return true
}

/** “…,” said Ruiz, a neighbour. */
export function inverted(p: Passage, cue: Cue, lemma: string): Link | undefined {
  if (cue.kind !== 'manner' && cue.verb?.quotation !== true && cue.verb?.that !== true) return undefined
  const sentence = sentenceRange(p, cue.from)
  const before = kindAt(p, cue.from - 1)
  const quote = before === 'quote' && (p.quoteAt[cue.from - 1] as number) >= 0
  const comma = before === 'comma' && cue.verb?.lemma === 'say'
  if (!quote && !comma) return undefined
  const source = phraseAfter(p, cue.to, sentence.to)
  if (source === undefined) return undefined
  const end = kindAt(p, source.to)
  if (comma && end !== 'stop' && end !== 'comma' && source.to < sentence.to) return undefined
  const content = preceding(p, cue.from, quote)
  return content ? { cue, source, content: [content, ...resumed(p, source.to)], kind: cue.kind, lemma } : undefined
}

/** "He denied it and said that …": the subject of the verb before. */
function sharedSubject(p: Passage, cue: Cue, previous: Link | undefined): Range | undefined {
  const before = lowerAt(p, cue.from - 1)
  if (before !== 'and' && before !== 'but' && before !== 'or' && kindAt(p, cue.from - 1) !== 'comma') return undefined
  const sentence = sentenceRange(p, cue.from)
  if (previous?.source && previous.source.from >= sentence.from && previous.cue && previous.cue.to <= cue.from)
    return previous.source
  for (let i = cue.from - 2; i > sentence.from; i--) {
    if (p.quoteAt[i] !== -1) return undefined
    if (!isFiniteVerb(tagAt(p, i))) continue
    let from = i
    while (
      from > sentence.from &&
      (tagAt(p, from - 1) === 'MD' ||
        tagAt(p, from - 1) === 'RB' ||
        /^(?:has|have|had|is|was|were)$/.test(lowerAt(p, from - 1)))
    )
      from--
    return subjectBefore(p, from)
  }
  return undefined
}
