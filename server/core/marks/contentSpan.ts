import { isFiniteVerb, isNoun } from '../english/tags.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'

/** Where the words after a cue stop being what is attributed. */
export interface Limits {
  /** First token of each later cue of the same sentence, with the token where its own clause begins. */
  readonly tails: ReadonlyArray<{ readonly from: number; readonly shared: boolean }>
}

const EVIDENCE_GAP_START: ReadonlySet<string> = new Set(['without', 'offering', 'citing'])

/** Whether "without providing any evidence" and its like begin here. */
export function startsEvidenceGap(p: Passage, i: number): boolean {
  if (!EVIDENCE_GAP_START.has(lowerAt(p, i))) return false
  for (let j = i + 1; j < i + 6; j++) {
    const word = lowerAt(p, j)
    if (word === 'evidence' || word === 'proof') return true
    if (kindAt(p, j) !== 'word') return false
  }
  return false
}

/** Takes the punctuation that ends a sentence off an unquoted content. */
export function trimEnd(p: Passage, from: number, end: number): number {
  let to = end
  while (to > from) {
    const kind = kindAt(p, to - 1)
    const quoted = (p.quoteAt[to - 1] as number) >= 0
    if (quoted && kind === 'quote') break
    if (
      !quoted &&
      (kind === 'stop' || kind === 'comma' || kind === 'colon' || kind === 'dash') &&
      at(p, to - 1).word.text !== '?' &&
      at(p, to - 1).word.text !== '!'
    )
      to--
    else if (!quoted && kind === 'quote') to--
    else break
  }
  return to
}

const WHILE: ReadonlySet<string> = new Set([
  'while',
  'whereas',
  'although',
  'though',
  'according',
  'adding',
  'citing',
  'referring',
  'noting',
  'saying',
  'as',
  'after',
  'when',
  'which',
  'prompting',
  'calling',
  'describing',
  'arguing',
  'suggesting',
])

/**
 * A clause from token `from` to the end of its sentence, or to where something else begins.
 *
 * @param bounded whether the clause stands between commas and ends at the next ("Penn, who said the deck was unsafe, has left")
 */
export function clauseContent(
  p: Passage,
  from: number,
  tailStarts: readonly number[],
  bounded = false,
): Range | undefined {
  const sentence = sentenceRange(p, from)
  let end = sentence.to
  for (let i = from + 1; i < sentence.to; i++) {
    const q = p.quoteAt[i] as number
    if (q >= 0) {
      // over the whole quotation, which may end a sentence or more later
      i = (p.quotes[q] as Passage['quotes'][number]).to - 1
      if (i >= sentence.to) {
        end = Math.max(end, sentenceRange(p, Math.min(i, p.tokens.length - 1)).to)
        if (endsSpeech(p, i)) return finish(p, from, i + 1)
      }
      continue
    }
    const kind = kindAt(p, i)
    if (kind === 'colon' && at(p, i).word.text === ';') {
      end = i
      break
    }
    if (tailStarts.includes(i)) {
      end = i
      break
    }
    if (kind === 'comma' && bounded) {
      end = i
      break
    }
    if (kind === 'comma' && WHILE.has(lowerAt(p, i + 1)) && i - from > 2) {
      end = i
      break
    }
    if (startsEvidenceGap(p, i)) {
      end = i
      break
    }
  }
  return finish(p, from, end)
}

const endsSpeech = (p: Passage, close: number) => /[.?!]/.test(p.tokens[close - 1]?.word.text ?? '')

function finish(p: Passage, from: number, end: number): Range | undefined {
  const to = trimEnd(p, from, end)
  return to > from ? { from, to } : undefined
}

/** A "that"-clause in the subject of its sentence, from token `from`: it ends where the verb of the sentence begins. */
export function subjectClause(p: Passage, from: number): Range | undefined {
  const sentence = sentenceRange(p, from)
  let verbs = 0
  for (let i = from + 1; i < sentence.to; i++) {
    if (!isFiniteVerb(tagAt(p, i))) continue
    // a second verb group with no conjunction before it is the main one
    if (
      verbs > 0 &&
      lowerAt(p, i - 1) !== 'and' &&
      lowerAt(p, i - 1) !== 'or' &&
      !/^W/.test(tagAt(p, i - 1)) &&
      lowerAt(p, i - 1) !== 'that'
    )
      return finish(p, from, i)
    verbs++
    while (/^(?:VBN|VBG|VB|RB)$/.test(tagAt(p, i + 1))) i++
  }
  return undefined
}

/** Words that begin an adverbial clause or phrase after what is attributed. */
export const OBJECT_STOPS: ReadonlySet<string> = new Set(
  'after before during while when amid because since as if although though unless until where'.split(' '),
)

/** A noun phrase that is itself what is attributed, from token `from`: with its prepositions, without what comes after a comma. */
export function objectContent(p: Passage, from: number, tailStarts: readonly number[]): Range | undefined {
  const sentence = sentenceRange(p, from)
  let end = sentence.to
  let relative = false
  for (let i = from; i < sentence.to; i++) {
    const q = p.quoteAt[i] as number
    if (q >= 0) {
      i = (p.quotes[q] as Passage['quotes'][number]).to - 1
      continue
    }
    const kind = kindAt(p, i)
    const tag = tagAt(p, i)
    if (tag === 'WDT' || tag === 'WP') relative = true
    const stops =
      kind === 'comma' ||
      kind === 'colon' ||
      kind === 'dash' ||
      tailStarts.includes(i) ||
      (i > from + 1 && OBJECT_STOPS.has(lowerAt(p, i))) ||
      (isFiniteVerb(tag) && !relative && i > from && tag !== 'VBP')
    if (stops) {
      end = i
      break
    }
  }
  return finish(p, from, end)
}

/** Whether a clause with a subject and a finite verb begins at token `from`. */
export function startsClause(p: Passage, from: number): boolean {
  const first = tagAt(p, from)
  if (!(isNoun(first) || /^(?:DT|PRP\$?|JJ.?|CD|EX|NNPS?|VBG|PDT|IN|WP|RB)$/.test(first))) return false
  const sentence = sentenceRange(p, from)
  for (let i = from; i < Math.min(sentence.to, from + 30); i++) {
    const kind = kindAt(p, i)
    if (kind === 'stop' || kind === 'colon') return false
    if ((kind === 'comma' || lowerAt(p, i) === 'that') && i - from < 2) return false
    // "noted the time and closed the meeting": the second verb has the subject of the first
    if (isFiniteVerb(tagAt(p, i)) && i > from) return tagAt(p, i - 1) !== 'CC'
    // a participle right after the noun, with no auxiliary, is the past tense: "40 people marched"
    if (tagAt(p, i) === 'VBN' && i > from && isNoun(tagAt(p, i - 1))) return true
    if (tagAt(p, i) === 'WDT' || tagAt(p, i) === 'WP') i += 2
  }
  return false
}
