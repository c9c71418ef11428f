import { PERSON_NOUNS } from '../english/lexicon/nouns.ts'
import { isFiniteVerb, isName, isNoun, isVerb } from '../english/tags.ts'
import { kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'
import { inPhrase, isTime } from './phrases.ts'

/** The noun phrase that begins at or just after token `start`, with its appositive, up to `limit`. */
export function phraseAfter(p: Passage, start: number, limit: number): Range | undefined {
  let from = start
  const first = tagAt(p, from)
  if (from >= limit) return undefined
  if (first === 'PRP') return { from, to: from + 1 }
  if (!inPhrase(p, from) && kindAt(p, from) !== 'object') return undefined
  if (isVerb(first)) return undefined
  let i = from
  let seenNoun = false
  while (i < limit) {
    const tag = tagAt(p, i)
    const kind = kindAt(p, i)
    const word = lowerAt(p, i)
    if (inPhrase(p, i) || kind === 'object') {
      if (isTime(p, i) && seenNoun) break
      if (
        (tag === 'VBG' || tag === 'VBN') &&
        seenNoun &&
        tagAt(p, i + 1) === 'IN' &&
        !/(?:with|by|in|of|to|on)$/.test(lowerAt(p, i + 1))
      )
        break
      if (tag === 'VBG' && seenNoun && tagAt(p, i + 1) !== 'DT' && tagAt(p, i + 1) !== 'IN') break
      if (tag === 'DT' && seenNoun) break
      if (isNoun(tag) || kind === 'object') seenNoun = true
    } else if (
      tag === 'CC' &&
      seenNoun &&
      (isNoun(tagAt(p, i + 1)) || tagAt(p, i + 1) === 'JJ') &&
      !verbFollows(p, i + 1, limit)
    ) {
      // "Lee and Park"
    } else if (tag === 'IN' && seenNoun && isLinking(p, i, word)) {
      seenNoun = false
      i++
      if (tagAt(p, i) === 'DT' || tagAt(p, i) === 'PRP$') i++
      continue
    } else if (tag === 'TO' && seenNoun && isNoun(tagAt(p, i + 1))) {
      // "adviser to Trump"
    } else break
    i++
  }
  let to = i
  while (
    to > from &&
    !isNoun(tagAt(p, to - 1)) &&
    !/^(?:CD|PRP|DT|JJ.?|VBN|WP|NNPS?)$/.test(tagAt(p, to - 1)) &&
    kindAt(p, to - 1) !== 'object'
  )
    to--
  if (to <= from) return undefined
  // an appositive: ", the Secretary of War", ", 52,", ", who leads the panel"
  if (kindAt(p, to) === 'comma' && to + 1 < limit) {
    const next = tagAt(p, to + 1)
    const appositive =
      next === 'DT' ||
      next === 'CD' ||
      next === 'WP' ||
      (isNoun(next) && !isTime(p, to + 1)) ||
      (next === 'JJ' && !isTime(p, to + 1))
    if (appositive) {
      let end = to + 1
      while (end < limit && !['comma', 'stop', 'colon', 'dash', 'quote'].includes(kindAt(p, end))) end++
      const verb = next === 'WP' ? false : hasFinite(p, to + 1, end)
      if (!verb) to = end
    }
  }
  from = start
  return { from, to }
}

const hasFinite = (p: Passage, from: number, to: number) => {
  for (let i = from; i < to; i++) {
    if (tagAt(p, i) === 'WP' || tagAt(p, i) === 'WDT') return false
    if (isFiniteVerb(tagAt(p, i))) return true
  }
  return false
}

const verbFollows = (p: Passage, from: number, limit: number) => {
  for (let i = from; i < Math.min(limit, from + 5); i++) if (isFiniteVerb(tagAt(p, i))) return true
  return false
}

/** What somebody says something in or at, rather than where somebody belongs. */
const OCCASIONS: ReadonlySet<string> = new Set(
  'interview statement speech letter email e-mail tweet report memo meeting rally hearing conference call briefing debate event post'.split(
    ' ',
  ),
)
const LINKING: ReadonlySet<string> = new Set(['of', 'for', 'from', 'with', 'at', 'in', 'to', 'on', 'about'])
const isLinking = (p: Passage, i: number, word: string) => {
  if (!LINKING.has(word)) return false
  if (word === 'of') return true
  if (isTime(p, i + 1) || isTime(p, i + 2)) return false
  // "a man in the gallery", "two doctors at St Bride’s": nobody by name is told by the place
  if (word !== 'to' && word !== 'about' && PERSON_NOUNS.has(lowerAt(p, i - 1)) && !isName(tagAt(p, i - 1))) {
    return !OCCASIONS.has(lowerAt(p, i + 2)) && !OCCASIONS.has(lowerAt(p, i + 1)) && !OCCASIONS.has(lowerAt(p, i + 3))
  }
  // "said Lee in an interview", "said Lee at a rally": the place is no part of the source
  if (word === 'in' || word === 'at' || word === 'on' || word === 'to' || word === 'about')
    return (
      (lowerAt(p, i - 1).endsWith('s') || PEOPLE_AT.has(lowerAt(p, i - 1))) && isName(tagAt(p, i + 1)) && word !== 'on'
    )
  return word === 'for' || word === 'with' || word === 'from'
}
const PEOPLE_AT: ReadonlySet<string> = new Set(
  'professor director head economist analyst researcher fellow official lawyer spokesman spokeswoman scientist adviser strategist expert person people officials familiar'.split(
    ' ',
  ),
)
