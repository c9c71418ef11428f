import { isFiniteVerb, isName, isNoun } from '../english/tags.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'
import { inPhrase, isTime } from './phrases.ts'

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

/**
 * The subject of a verb group: the noun phrase that ends before token `cueFrom`, with its appositive and without an aside (", however,").
 * Undefined where the verb has no subject of its own.
 */
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
        kindAt(p, i - 1) === 'comma' ||
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
