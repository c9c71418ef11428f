import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { isFiniteVerb } from '../../english/tags.ts'
import { at, kindAt, lowerAt, type Passage, type Range, tagAt } from '../passage.ts'
import { wordsIn } from '../quotations.ts'
import { subjectBefore } from '../subject.ts'
import type { Link } from './link.ts'

/** How long a quotation inside a quotation may be, in tokens. */
const LONGEST = 60

/** Speech within speech: “My father said, ‘Never sell the boat.’” */
export function nestedSpeech(p: Passage): Link[] {
  return p.quotes.flatMap((quote) => (wordsIn(p.tokens, quote) > 4 ? within(p, quote) : []))
}

function within(p: Passage, quote: Range): Link[] {
  const links: Link[] = []
  for (let i = quote.from + 2; i < quote.to - 3; i++) {
    if (!isFiniteVerb(tagAt(p, i)) || reportingVerb(lowerAt(p, i))?.quotation !== true) continue
    const open = kindAt(p, i + 1) === 'comma' || kindAt(p, i + 1) === 'colon' ? i + 2 : i + 1
    if (kindAt(p, open) !== 'quote') continue
    const close = closing(p, open, quote.to - 1)
    const source = subjectBefore(p, i)
    if (close < 0 || source === undefined || source.from <= quote.from) continue
    const content = [{ from: open, to: close + 1 }]
    links.push({
      cue: { from: i, to: i + 1 },
      source,
      content,
      kind: 'verb',
      lemma: reportingVerb(lowerAt(p, i))?.lemma ?? '',
    })
    i = close
  }
  return links
}

/** The token that ends the inner quotation: the next mark that stands close to the word before it and apart from the one after. */
function closing(p: Passage, open: number, limit: number): number {
  for (let i = open + 2; i < Math.min(limit, open + LONGEST); i++) {
    if (kindAt(p, i) !== 'quote' || at(p, i).start !== at(p, i - 1).end) continue
    if (i + 1 >= p.tokens.length || at(p, i + 1).start > at(p, i).end || kindAt(p, i + 1) !== 'word') return i
  }
  return -1
}
