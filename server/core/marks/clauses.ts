import { isFiniteVerb, isNoun } from '../english/tags.ts'
import { itemAt } from '../text/itemAt.ts'
import { kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'

/** How a clause is joined to the one before: carried on, set against it, or after a semicolon. */
export type Joint = 'none' | 'and' | 'but' | 'stop'

/** A clause with a subject and a finite verb of its own. Ranges are of tokens; the clauses of a sentence cover it, in order. */
export interface Clause extends Range {
  /** Its words alone: without the conjunction and the punctuation that part it from its neighbours. */
  readonly words: Range
  readonly joint: Joint
  /** Whether it is subordinate to the clause beside it: "although rents fell". */
  readonly leans: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const JOINTS: ReadonlyMap<string, Joint> = new Map([
  ['and', 'and'],
  ['or', 'and'],
  ['nor', 'and'],
  ['so', 'and'],
  ['but', 'but'],
  ['yet', 'but'],
])
/** Conjunctions that set one state of things against another, each of which is asserted. */
const SETTING_AGAINST = words('while whereas although though')
/** Other words that open a clause which is no statement by itself. */
const SUBORDINATING = words(
  'that if when whether because since after before until unless as once where how why than lest',
)
const NO_SUBJECTS = words('him them me us whom')
const NOMINATIVE = words('he she they we i')
/** The longest subject that is looked through, in tokens. */
const LONGEST_SUBJECT = 16

/** The clauses of a sentence that assert something each by itself; one alone where it is not plain that there are more. */
export function clausesOf(p: Passage, range: Range): Clause[] {
  const cuts = holdsTwoVerbs(p, range) ? cutsIn(p, range) : []
  if (cuts.length === 0) return [{ from: range.from, to: range.to, words: range, joint: 'none', leans: false }]
  const bounds = [...cuts.map(({ at }) => at), range.to]
  return bounds.map((to, n): Clause => {
    const cut = itemAt(cuts, n - 1)
    const from = cut?.at ?? range.from
    const next = cuts[n]
    return {
      from,
      to,
      words: { from: cut?.first ?? from, to: next === undefined ? to : withoutTail(p, from, to) },
      joint: cut?.joint ?? 'none',
      leans: (cut?.leans ?? false) || (next?.closesLeaning ?? false),
    }
  })
}

/** Where a clause begins. */
interface Cut {
  /** Its first token, the conjunction included. */
  readonly at: number
  /** The first token of its words. */
  readonly first: number
  readonly joint: Joint
  readonly leans: boolean
  /** Whether the clause before it leans on this one. */
  readonly closesLeaning: boolean
}

function holdsTwoVerbs(p: Passage, { from, to }: Range): boolean {
  let verbs = 0
  let joint = false
  for (let i = from; i < to; i++) {
    const tag = tagAt(p, i)
    if (isFiniteVerb(tag)) verbs++
    else if (tag === 'CC' || tag === 'RB' || tag === 'IN' || tag === ':') joint = true
  }
  return verbs > 1 && joint
}

function cutsIn(p: Passage, range: Range): Cut[] {
  const cuts: Cut[] = []
  let from = range.from
  let depth = 0
  let leaning = setsAgainst(p, from)
  for (let i = from + 1; i < range.to - 1; i++) {
    const kind = kindAt(p, i)
    if (kind === 'open') depth++
    else if (kind === 'close') depth--
    if (depth > 0 || (p.quoteAt[i] as number) >= 0 || i < from + 2) continue
    const cut = leaning > 0 ? afterLeaning(p, i, range.to) : cutAt(p, i, range.to)
    if (cut === undefined || !hasMainVerb(p, from + leaning, i)) continue
    cuts.push(cut)
    from = cut.at
    leaning = 0
    i = cut.first
  }
  return cuts
}

/** A clause that begins at a token, with the conjunction or after the semicolon that joins it to the one before. */
function cutAt(p: Passage, i: number, end: number): Cut | undefined {
  const parted = kindAt(p, i - 1) === 'comma' || kindAt(p, i - 1) === 'dash'
  if (!parted && tagAt(p, i) !== 'CC' && kindAt(p, i) !== 'colon') return undefined
  if (kindAt(p, i) === 'colon' && p.tokens[i]?.word.text === ';') {
    const conjunction = tagAt(p, i + 1) === 'CC' ? JOINTS.get(lowerAt(p, i + 1)) : undefined
    const first = conjunction === undefined ? i + 1 : i + 2
    if (!isClauseAt(p, first, end)) return undefined
    return { at: i + 1, first, joint: conjunction ?? 'stop', leans: false, closesLeaning: false }
  }
  const joint = JOINTS.get(lowerAt(p, i))
  if (joint !== undefined && (tagAt(p, i) === 'CC' || parted)) {
    if (!(parted || canOnlyJoinClauses(p, i)) || !isClauseAt(p, i + 1, end)) return undefined
    return { at: i, first: i + 1, joint, leans: false, closesLeaning: false }
  }
  const length = parted ? setsAgainst(p, i) : 0
  if (length === 0 || !isClauseAt(p, i + length, end)) return undefined
  const joins = lowerAt(p, i) === 'while' || lowerAt(p, i) === 'whereas' ? 'and' : 'but'
  return { at: i, first: i, joint: joins, leans: true, closesLeaning: false }
}

/** The clause on which one leans that came first: "Although rents fell, | the agency closed". */
function afterLeaning(p: Passage, i: number, end: number): Cut | undefined {
  if (kindAt(p, i - 1) !== 'comma' || !isClauseAt(p, i, end)) return undefined
  return { at: i, first: i, joint: 'but', leans: false, closesLeaning: true }
}

/** How many words of a conjunction that sets against begin at a token; 0 where none does. */
function setsAgainst(p: Passage, i: number): number {
  if (SETTING_AGAINST.has(lowerAt(p, i))) return 1
  return lowerAt(p, i) === 'even' && (lowerAt(p, i + 1) === 'though' || lowerAt(p, i + 1) === 'as') ? 2 : 0
}

/** Without a comma "and" may join two nouns: not after a verb, an adverb or "%", nor before "he". */
function canOnlyJoinClauses(p: Passage, i: number): boolean {
  const before = tagAt(p, i - 1)
  return (
    NOMINATIVE.has(lowerAt(p, i + 1)) ||
    before === 'VBD' ||
    before === 'VBN' ||
    before === 'RB' ||
    before === 'RP' ||
    lowerAt(p, i - 1) === '%'
  )
}

/** Whether a clause begins at a token, and is no noun phrase with a verb in it ("and the man who fled, were jailed"). */
function isClauseAt(p: Passage, first: number, end: number): boolean {
  const verb = verbOfClause(p, first, end)
  if (verb < 0) return false
  for (let i = verb + 1; i < end; i++) {
    if ((p.quoteAt[i] as number) >= 0) return true
    if (kindAt(p, i) !== 'comma') continue
    return !isFiniteVerb(tagAt(p, tagAt(p, i + 1) === 'RB' ? i + 2 : i + 1))
  }
  return true
}

/** The finite verb of a clause that begins with its subject, or with when or where it is; -1 where there is none. */
function verbOfClause(p: Passage, first: number, end: number): number {
  let named = false
  /** Whether what was named is governed by a preposition, and so no subject: "still below the 5 million spent". */
  let governed = false
  let commas = /^(?:IN|RB|TO)$/.test(tagAt(p, first)) ? 1 : 0
  for (let i = first; i < Math.min(end, first + LONGEST_SUBJECT); i++) {
    const tag = tagAt(p, i)
    const word = lowerAt(p, i)
    if (isFiniteVerb(tag)) return named && !governed && !isReducedRelative(p, i) ? i : -1
    if (isNoun(tag) || tag === 'PRP' || tag === 'EX' || tag === 'CD' || tag === 'DT') {
      if (NO_SUBJECTS.has(word) && !named) return -1
      // "in 2019 | the mayor"
      if (named && (tag === 'DT' || tag === 'PRP')) governed = false
      named = true
    } else if (tag === ',') {
      if (commas-- === 0) return named && !governed ? verbAfterAside(p, i, end) : -1
      named = false
      governed = false
    } else if (tag === 'IN' || tag === 'TO') {
      if (SUBORDINATING.has(word)) return -1
      if (!named) governed = true
    } else if (!isOfPhrase(tag)) return -1
  }
  return -1
}

/** The verb after what two commas add to a subject: "Ana Ruiz, its head, said"; -1 where there is none. */
function verbAfterAside(p: Passage, comma: number, end: number): number {
  for (let i = comma + 1; i < Math.min(end, comma + LONGEST_SUBJECT); i++)
    if (kindAt(p, i) === 'comma') return isFiniteVerb(tagAt(p, i + 1)) ? i + 1 : -1
  return -1
}

const isOfPhrase = (tag: string): boolean =>
  tag.startsWith('JJ') ||
  tag === 'PRP$' ||
  tag === 'POS' ||
  tag === 'PDT' ||
  tag === 'RB' ||
  tag === 'RBR' ||
  tag === 'VBN' ||
  tag === 'VBG' ||
  tag === 'CC' ||
  tag === '$'

/** "the man accused of fraud", "the bill signed by the mayor": a participle that the tagger may take for a past form. */
function isReducedRelative(p: Passage, i: number): boolean {
  if (tagAt(p, i) !== 'VBD' || !lowerAt(p, i).endsWith('ed')) return false
  const next = lowerAt(p, i + 1)
  if (next === 'by') return tagAt(p, i + 2) !== 'CD' && !isMeasure(lowerAt(p, i + 2))
  return next === 'of'
}

const isMeasure = (word: string): boolean => word === 'a' || word === 'more' || word === 'less' || word === '$'

/** Whether a verb of the stretch is in no clause that another word opens: "the man who fled" has none. */
export function hasMainVerb(p: Passage, from: number, to: number): boolean {
  let relative = 0
  let subordinate = 0
  for (let i = from; i < to; i++) {
    const tag = tagAt(p, i)
    if (tag === 'WDT' || tag === 'WP' || tag === 'WP$') relative++
    else if (tag === 'WRB' || (tag === 'IN' && (SUBORDINATING.has(lowerAt(p, i)) || setsAgainst(p, i) > 0)))
      subordinate++
    else if (tag === ',') subordinate = 0
    else if (isFiniteVerb(tag)) {
      if (relative > 0) relative--
      else if (subordinate > 0) subordinate--
      else return true
    }
  }
  return false
}

/** The end of a clause's words, before the punctuation that parts it from the next one. */
function withoutTail(p: Passage, from: number, to: number): number {
  let end = to
  while (end > from + 1 && /^[,:]$/.test(tagAt(p, end - 1)) && kindAt(p, end - 1) !== 'close') end--
  return end
}
