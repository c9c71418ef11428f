import { isFiniteVerb } from '../english/tags.ts'
import { kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** What may stand before an opener: "And look, …". */
const BEFORE = words('and but so now well also again oh yes no')
const CALLS = words('look see listen remember')
const SAYING = words('say tell add mention remind point note repeat stress emphasise emphasize')
const CLEARING = words('make be')
const HEDGED = words('just also again first only simply finally briefly')
/** Words by which a clause asks or leaves open, instead of stating. */
const OPEN = words('what how why who whom whose which where when if whether')
const KNOWING = words('know realise realize')
/** How many tokens a phrase such as "make it very clear that" may have. */
const LONGEST = 8

/**
 * Where a sentence begins to state something, after words that only lead up to it: "Look, …", "Let me say that …", "Bear in mind that …", "Here's the
 * problem: …", and, of a question, "Did you know that …?". The first token of the range where there are no such words, or nothing is stated after them.
 */
export function restOfOpener(p: Passage, range: Range, isQuestion: boolean): number {
  let i = range.from
  while (i < range.from + 2 && BEFORE.has(lowerAt(p, i))) {
    i++
    if (kindAt(p, i) === 'comma') i++
  }
  const end = isQuestion ? endOfKnowing(p, i) : endOfOpener(p, i, range.to)
  return end > i && states(p, end, range.to) ? end : range.from
}

/** "do you know that", "did you realise". */
function endOfKnowing(p: Passage, i: number): number {
  if (!/^(?:do|did|don't|didn't)$/.test(lowerAt(p, i))) return i
  const you = lowerAt(p, i + 1) === "n't" ? i + 2 : i + 1
  if (lowerAt(p, you) !== 'you' || !KNOWING.has(lowerAt(p, you + 1))) return i
  return lowerAt(p, you + 2) === 'that' ? you + 3 : you + 2
}

function endOfOpener(p: Passage, i: number, to: number): number {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (CALLS.has(word)) return kindAt(p, i + 1) === 'comma' ? i + 2 : i
  if (word === 'mind' && next === 'you') return i + 2
  if ((word === 'bear' || word === 'keep') && next === 'in' && lowerAt(p, i + 2) === 'mind') return afterThat(p, i + 3)
  if (word === 'here' && (next === 'is' || next === "'s")) return afterColon(p, i, to)
  const me = word === 'let' && (next === 'me' || next === 'us' || next === "'s") ? i + 2 : word === "let's" ? i + 1 : -1
  if (me < 0) return i
  const verb = HEDGED.has(lowerAt(p, me)) ? me + 1 : me
  if (!SAYING.has(lowerAt(p, verb)) && !(CLEARING.has(lowerAt(p, verb)) && isClearing(p, verb))) return i
  const end = afterPhrase(p, verb, to)
  return end > verb ? end : i
}

/** "be clear", "make it very clear". */
function isClearing(p: Passage, verb: number): boolean {
  for (let i = verb + 1; i < verb + 5; i++) if (lowerAt(p, i) === 'clear') return true
  return false
}

const afterThat = (p: Passage, i: number): number => (lowerAt(p, i) === 'that' || kindAt(p, i) === 'comma' ? i + 1 : i)

/** After the colon or the dash that a signpost ends with; its own beginning where it has none. */
function afterColon(p: Passage, i: number, to: number): number {
  for (let j = i; j < Math.min(to, i + LONGEST); j++)
    if (kindAt(p, j) === 'colon' || kindAt(p, j) === 'dash') return j + 1
  return i
}

/** After "say", "tell you that", "be clear:", "say, first of all,"; the verb itself where the phrase goes on to ask ("tell you why"). */
function afterPhrase(p: Passage, verb: number, to: number): number {
  let end = verb + 1
  for (let j = verb + 1; j < Math.min(to, verb + LONGEST); j++) {
    if (OPEN.has(lowerAt(p, j))) return end > verb + 1 ? end : verb
    if (lowerAt(p, j) === 'that' || kindAt(p, j) === 'colon' || kindAt(p, j) === 'dash' || kindAt(p, j) === 'comma')
      end = j + 1
    else if (isFiniteVerb(tagAt(p, j))) break
  }
  return end
}

/** Whether a subject and a finite verb come next, and no question word. */
function states(p: Passage, from: number, to: number): boolean {
  if (OPEN.has(lowerAt(p, from))) return false
  for (let i = from + 1; i < to; i++) if (isFiniteVerb(tagAt(p, i))) return true
  return false
}
