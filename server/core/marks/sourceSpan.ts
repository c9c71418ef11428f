import { isFiniteVerb, isName, isNoun, isVerb } from '../english/tags.ts'
import { at, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'

const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'he she they it we i you who that which those these this everyone somebody someone nobody some many most others few both one'.split(
    ' ',
  ),
)
/** Words that open a clause, so that no subject reaches back over them. */
const OPENERS: ReadonlySet<string> = new Set(
  'that because if when while as although though since whether where after before unless until what how why but than so'.split(
    ' ',
  ),
)
const TIME_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow week month year morning afternoon evening night day january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. earlier later recently now then also meanwhile however'.split(
    ' ',
  ),
)

const isTime = (p: Passage, i: number) => TIME_WORDS.has(lowerAt(p, i))
const kindAt = (p: Passage, i: number) => p.tokens[i]?.word.kind ?? 'other'

/** Whether a token can stand inside a noun phrase. */
function inPhrase(p: Passage, i: number): boolean {
  const tag = tagAt(p, i)
  return (
    isNoun(tag) ||
    /^(?:JJ.?|CD|DT|PDT|PRP\$?|POS|VBN|VBG|\$|EX|RBS|NNPS?)$/.test(tag) ||
    ((tag === 'RB' || tag === 'RBR') && !isTime(p, i))
  )
}

/** The last token before `i` that is not an aside between commas (", however,"). */
export function subjectBefore(p: Passage, cueFrom: number): Range | undefined {
  const sentence = sentenceRange(p, cueFrom)
  let end = cueFrom
  if (end <= sentence.from) return undefined
  const before = tagAt(p, end - 1)
  if (before === 'CC' || (kindAt(p, end - 1) === 'comma' && lowerAt(p, end - 2) === 'and')) return undefined
  // an aside between the subject and the verb, or an appositive that is part of the source
  let aside: number | undefined
  if (kindAt(p, end - 1) === 'comma' || kindAt(p, end - 1) === 'dash') {
    const kind = kindAt(p, end - 1)
    let open = end - 2
    while (open > sentence.from && (kindAt(p, open) !== kind || p.quoteAt[open] !== p.quoteAt[end - 1])) open--
    if (open <= sentence.from) {
      return undefined
    }
    aside = end - 1
    end = kindAt(p, open) === kind ? open : end - 1
  }
  const from = phraseStart(p, end, sentence.from)
  if (from === undefined) return undefined
  if (aside === undefined) return { from, to: end }
  const first = tagAt(p, end + 1)
  const word = lowerAt(p, end + 1)
  const appositive =
    first === 'DT' ||
    isNoun(first) ||
    first === 'CD' ||
    first === 'JJ' ||
    first === 'WP' ||
    first === 'PRP$' ||
    (word === 'as' && lowerAt(p, end + 2) === 'well') ||
    word === 'including' ||
    word === 'which'
  const time = isTime(p, end + 1) || isTime(p, end + 2)
  return { from, to: appositive && !time ? aside : end }
}

/** Where the noun phrase that ends before token `end` begins; undefined where no noun phrase ends there. */
function phraseStart(p: Passage, end: number, floor: number): number | undefined {
  let i = end - 1
  if (i < floor) return undefined
  const last = tagAt(p, i)
  if (last === 'WDT' || last === 'WP') return i
  if (SUBJECT_PRONOUNS.has(lowerAt(p, i)) && (last === 'PRP' || last === 'DT' || last === 'IN'))
    return last === 'IN' ? undefined : i
  if (kindAt(p, i) === 'close') {
    while (i > floor && kindAt(p, i) !== 'open') i--
    i--
  }
  if (!inPhrase(p, i) && kindAt(p, i) !== 'object' && kindAt(p, i) !== 'quote') return undefined
  let from = i + 1
  let verbs = 0
  while (i >= floor) {
    const tag = tagAt(p, i)
    const word = lowerAt(p, i)
    const kind = kindAt(p, i)
    if (kind === 'quote') {
      const q = p.quoteAt[i] as number
      const quote = p.quotes[q]
      // a name or a few words set apart within the phrase stay in it; speech ends it
      if (
        quote === undefined ||
        quote.to - quote.from > 8 ||
        at(p, i - 1)?.word.kind === 'comma' ||
        /[,.?!]/.test(at(p, quote.to - 2).word.text)
      )
        break
      i = quote.from - 1
      from = quote.from
      continue
    }
    if (kind === 'comma') {
      // "police, prosecutors and judges", "Maj. Gen. Ann Lee, 52,"
      const listed =
        isNoun(tagAt(p, i - 1)) && isNoun(tagAt(p, i + 1)) && hasCoordination(p, i + 1, end) && !isName(tagAt(p, i + 1))
      if (!listed) break
      i--
      continue
    }
    if (kind === 'dash' || kind === 'colon' || kind === 'stop' || kind === 'open') break
    if (OPENERS.has(word) && (tag === 'IN' || tag === 'WRB' || tag === 'WP' || tag === 'CC' || tag === 'RB')) break
    if (tag === 'WDT' || tag === 'WP') {
      // "a person who was briefed said": the relative clause belongs to the phrase when its verb has been passed
      if (verbs === 0) break
      verbs--
      i--
      continue
    }
    if (tag === 'CC') {
      if (!isNoun(tagAt(p, i - 1)) && tagAt(p, i - 1) !== 'JJ') break
      if (!coordinates(p, i, floor)) break
      i--
      continue
    }
    if (
      isFiniteVerb(tag) &&
      tag !== 'MD' &&
      isNoun(tagAt(p, i - 1)) &&
      /ed$/.test(word) &&
      lowerAt(p, i + 1) !== 'the' &&
      tag === 'VBD' &&
      tagAt(p, i + 1) === 'IN'
    ) {
      i--
      continue
    }
    if (isFiniteVerb(tag)) {
      verbs++
      if (!relativeBefore(p, i, floor)) break
      i--
      continue
    }
    if (tag === 'VB' && tagAt(p, i - 1) !== 'TO') break
    if (tag === 'RB' && isTime(p, i)) break
    if (tag === 'UH') break
    if (inPhrase(p, i)) from = i
    else if (tag === 'CC' && i === floor) break
    i--
  }
  from = trimFront(p, from, end)
  return from < end ? from : undefined
}

const hasCoordination = (p: Passage, from: number, end: number) => {
  for (let i = from; i < end; i++) if (tagAt(p, i) === 'CC') return true
  return false
}

/** "Democrats and Republicans" against "He left and Republicans": no finite verb stands before the conjunction in its clause. */
function coordinates(p: Passage, i: number, floor: number): boolean {
  for (let j = i - 1; j >= floor; j--) {
    const kind = kindAt(p, j)
    if (kind === 'comma' || kind === 'colon' || kind === 'dash' || kind === 'quote') return true
    if (isFiniteVerb(tagAt(p, j))) return false
  }
  return true
}

function relativeBefore(p: Passage, i: number, floor: number): boolean {
  for (let j = i - 1; j >= Math.max(floor, i - 6); j--) {
    const tag = tagAt(p, j)
    if (tag === 'WP' || tag === 'WDT') return true
    if (kindAt(p, j) === 'comma') return false
  }
  return false
}

/** Takes an opening adverbial off: "In Washington on Friday officials" gives "officials". */
function trimFront(p: Passage, start: number, end: number): number {
  let from = start
  for (;;) {
    const tag = tagAt(p, from)
    if (from >= end) return from
    if (
      tag === 'CC' ||
      tag === 'UH' ||
      ((tag === 'RB' || tag === 'RBR') && lowerAt(p, from) !== 'about' && lowerAt(p, from) !== 'nearly') ||
      tag === 'POS'
    )
      from++
    else if (isTime(p, from) && isNoun(tagAt(p, from + 1)) && from + 1 < end && !isName(tagAt(p, from + 1))) from++
    else if (before(p, from) === 'IN' && hasLaterPhrase(p, from, end)) from = laterPhrase(p, from, end)
    else return from
  }
}

const before = (p: Passage, i: number) => (i > 0 && tagAt(p, i - 1) === 'IN' && kindAt(p, i - 2) !== 'word' ? 'IN' : '')

const laterPhrase = (p: Passage, from: number, end: number): number => {
  for (let i = from + 1; i < end; i++) {
    const tag = tagAt(p, i)
    if ((tag === 'DT' || tag === 'PRP' || tag === 'PRP$') && tagAt(p, i - 1) !== 'IN') return i
  }
  return end
}
const hasLaterPhrase = (p: Passage, from: number, end: number) => laterPhrase(p, from, end) < end

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

const LINKING: ReadonlySet<string> = new Set(['of', 'for', 'from', 'with', 'at', 'in', 'to', 'on', 'about'])
const isLinking = (p: Passage, i: number, word: string) => {
  if (!LINKING.has(word)) return false
  if (word === 'of') return true
  if (isTime(p, i + 1) || isTime(p, i + 2)) return false
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
