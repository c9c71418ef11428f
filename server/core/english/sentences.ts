import { FINAL_ABBREVIATIONS } from './lexicon/abbreviations.ts'
import type { Token } from './tokens.ts'

/** Words that begin a sentence far more often than they follow an abbreviation in the middle of one. */
const STARTERS: ReadonlySet<string> = new Set(
  'the a an this that these those he she it they we i you his her its their our in on at by for from with as but and or so yet if when while after before since although though because there here then thus however meanwhile some many most all no not one two last earlier later what who why how where analysts officials thousands hundreds talks police'.split(
    ' ',
  ),
)

const ENDS_WITH_STOP = /\.$/

/**
 * Cuts the tokens of a block into sentences.
 *
 * @returns the index of each sentence's first token, and at the end the number of tokens. A sentence takes its closing quotation marks and
 * brackets with it. "said" and other words in lower case after “…!” carry the sentence on.
 */
export function sentenceStarts(tokens: readonly Token[]): number[] {
  const starts = [0]
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const abbreviation = token.word.kind === 'word' && ENDS_WITH_STOP.test(token.word.text)
    if (token.word.kind !== 'stop' && !abbreviation) continue
    let next = i + 1
    while (next < tokens.length && (tokens[next] as Token).word.kind === 'stop') next++
    // closing marks stand close to the stop, opening ones close to the next word
    while (next < tokens.length && closes(tokens, next)) next++
    if (next >= tokens.length) break
    if (abbreviation ? endsAfterAbbreviation(tokens, i, next) : endsAfterStop(tokens, next)) {
      starts.push(next)
      i = next - 1
    }
  }
  starts.push(tokens.length)
  return starts
}

function closes(tokens: readonly Token[], i: number): boolean {
  const { word, start, end } = tokens[i] as Token
  if (word.kind === 'close') return true
  if (word.kind !== 'quote' || word.text === '“' || word.text === '‘') return false
  const next = tokens[i + 1]
  const before = tokens[i - 1] as Token
  if (before.end !== start) return false
  return next === undefined || next.start > end || word.text === '”' || word.text === '’'
}

function opener(tokens: readonly Token[], i: number): Token | undefined {
  let at = i
  while (at < tokens.length && ['quote', 'open', 'dash'].includes((tokens[at] as Token).word.kind)) at++
  return tokens[at]
}

function endsAfterStop(tokens: readonly Token[], next: number): boolean {
  const gap = (tokens[next] as Token).start > (tokens[next - 1] as Token).end
  if (!gap) return false
  const first = opener(tokens, next)
  if (first === undefined) return false
  const { word } = first
  if (word.kind === 'number') return true
  if (word.kind === 'object') return true
  if (word.capital) return true
  // "…!” he asked" and an ellipsis in mid-sentence go on in lower case; "iPhone" begins one
  return word.kind === 'word' && word.text !== word.lower
}

function endsAfterAbbreviation(tokens: readonly Token[], i: number, next: number): boolean {
  const first = opener(tokens, next)
  if (first === undefined || !first.word.capital)
    return next > i + 1 && first !== undefined && first.word.text !== first.word.lower
  const bare = (tokens[i] as Token).word.lower.slice(0, -1)
  const final = FINAL_ABBREVIATIONS.has(bare) || bare.includes('.')
  if (!final) return false
  // a closing mark after the point: “… in the U.S.” Then
  if (next > i + 1) return true
  return STARTERS.has(first.word.lower)
}
