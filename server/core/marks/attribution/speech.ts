import { isFiniteVerb } from '../../english/tags.ts'
import { itemAt } from '../../text/itemAt.ts'
import { at, kindAt, lowerAt, type Passage, sentenceRange, tagAt } from '../passage.ts'
import { isTitle, wordsIn } from '../quotations.ts'
import { subjectBefore } from '../subject.ts'
import { isFree, take } from './labels.ts'
import type { Link } from './link.ts'

/** "Ruiz: “Rents are up.”" and "RUIZ: Rents are up." at the head of a paragraph. */
export function speakerLabel(p: Passage, links: Link[]): void {
  let i = 0
  while (i < Math.min(p.tokens.length, 6) && at(p, i).word.capital) i++
  if (i === 0 || kindAt(p, i) !== 'colon' || at(p, i).word.text !== ':') return
  const q = p.quoteAt[i + 1] ?? -1
  if (q < 0 || links.some((link) => link.content.some((range) => range.from <= i + 1 && i + 1 < range.to))) return
  const quote = p.quotes[q] as Passage['quotes'][number]
  links.push({
    cue: { from: i, to: i + 1 },
    source: { from: 0, to: i },
    content: [{ from: quote.from, to: quote.to }],
    kind: 'colon',
    lemma: ':',
  })
}

const AUXILIARY = /^(?:be|is|are|was|were|been|has|have|had|do|does|did|'s|'re|'ve|'d)$/

/** Any verb can lead up to a quotation after a colon or a comma: Ruiz turned to the crowd: “Go home.” */
export function leadIns(p: Passage, links: Link[]): void {
  if (p.quotes.length === 0) return
  const taken = takenBy(p, links)
  for (const quote of p.quotes) {
    const mark = kindAt(p, quote.from - 1)
    if ((mark !== 'colon' && mark !== 'comma') || wordsIn(p.tokens, quote) < 3) continue
    if (!p.tokens[quote.from + 1]?.word.capital) continue
    if (!isFree(taken, quote)) continue
    const sentence = sentenceRange(p, quote.from - 1)
    for (let i = quote.from - 2; i > sentence.from && (p.quoteAt[i] as number) < 0; i--) {
      if (!isFiniteVerb(tagAt(p, i))) continue
      // "Penn was blunt: “…”": the colon is the cue
      const plain = AUXILIARY.test(lowerAt(p, i))
      if (plain && mark !== 'colon') break
      const source = subjectBefore(p, i)
      if (source && !/^(?:it|this|that|there|here|which|what)$/.test(lowerAt(p, source.from)))
        links.push({
          cue: plain ? { from: quote.from - 1, to: quote.from } : { from: i, to: i + 1 },
          source,
          content: [{ from: quote.from, to: quote.to }],
          kind: 'manner',
          lemma: lowerAt(p, i),
        })
      break
    }
  }
}

/** Speech in the same paragraph that nobody else is given stays with the last speaker: “A,” he said. B is so. “C.” */
export function carryQuotations(p: Passage, links: readonly Link[]): void {
  if (p.quotes.length === 0) return
  const taken = takenBy(p, links)
  const speakers = links
    .flatMap(({ cue, source, kind, content }) =>
      // whoever speaks within a quotation has no turn in the paragraph
      cue !== undefined && source !== undefined && kind !== 'noun' && p.quoteAt[cue.from] === -1
        ? [{ end: cue.to, content }]
        : [],
    )
    .sort((a, b) => a.end - b.end)
  let turn = 0
  for (const quote of p.quotes) {
    while ((speakers[turn]?.end ?? p.tokens.length + 1) <= quote.from) turn++
    if (wordsIn(p.tokens, quote) < 4 || isTitle(p.tokens, quote) || !isFree(taken, quote)) continue
    const alone = sentenceRange(p, quote.from).from === quote.from
    const colon = kindAt(p, quote.from - 1) === 'colon'
    const speaker = itemAt(speakers, turn - 1)
    if (speaker && (alone || colon) && speaker.content.some((range) => (p.quoteAt[range.from] as number) >= 0))
      speaker.content.push({ from: quote.from, to: quote.to })
  }
}

/** For each token whether it is in the content of a link. */
function takenBy(p: Passage, links: readonly Link[]): Uint8Array {
  const taken = new Uint8Array(p.tokens.length)
  for (const { content } of links) for (const range of content) take(taken, range)
  return taken
}
