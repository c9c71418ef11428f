import { NAME_PARTICLES } from './lexicon/abbreviations.ts'
import { PERSON_NOUNS } from './lexicon/nouns.ts'
import { AUXILIARIES, STARTERS, STARTING_NOUNS } from './lexicon/starters.ts'
import { reportingVerb } from './lexicon/verbs.ts'
import type { Token } from './tokens.ts'
import type { WordType } from './words.ts'

const LONGEST_NAME = 5
const LONGEST_TAIL = 7

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Carry on a clause that ends a quotation: “…?” Harris asked in a memo. */
const ADDED = set(
  'in on at as after before when while during from with without over through outside inside via amid and then again aloud back out earlier later once yesterday today',
)
/** Begin what somebody else's words say: “…?” Harris said he did not know. */
const OWN_WORDS = set(
  'that to for about if whether why how what who he she it they we i you there of is are was were has had have will would could can should not no',
)
/** May stand between a name and its verb: "Harris’s lawyer then asked". */
const BETWEEN = set("'s then later again also once finally quickly softly quietly repeatedly")
/** Take the listener between them and the end: “…?” Harris asked the clerk. */
const ADDRESSING = set('ask tell remind warn answer assure inform beg urge')
/** Take "to" and the listener, or "of" and what is spoken of. */
const TOWARDS = set('say shout yell whisper call cry mutter scream reply write joke quip')
const QUESTIONING = set('wonder demand inquire enquire ask')

/**
 * Whether a name or a title and its verb of saying stand at `at`, after “…?” or “…!”, and no more than whom or when they said it:
 * "Harris asked.", "Mr. Bell wanted to know.", "President Ortega told the crowd."
 */
export function isSpeaker(tokens: readonly Token[], at: number): boolean {
  const head = (tokens[at] as Token).word
  if ((STARTERS.has(head.lower) && head.text !== 'I') || STARTING_NOUNS.has(head.lower)) return false
  for (let i = at + 1; i <= at + LONGEST_NAME; i++) {
    const word = tokens[i]?.word
    if (word === undefined) return false
    if (says(tokens, i, word)) return true
    if (!word.capital && !PERSON_NOUNS.has(word.lower) && !NAME_PARTICLES.has(word.lower) && !BETWEEN.has(word.lower))
      return false
  }
  return false
}

function says(tokens: readonly Token[], i: number, word: WordType): boolean {
  if (word.capital) return false
  const next = tokens[i + 1]?.word
  if ((word.lower === 'wanted' || word.lower === 'wants') && next?.lower === 'to')
    return tokens[i + 2]?.word.lower === 'know' && isOver(tokens, i + 3)
  if (AUXILIARIES.has(word.lower)) {
    const verb = reportingVerb(next?.lower ?? '')
    if (verb === undefined || !(verb.quotation || QUESTIONING.has(verb.lemma))) return false
    return word.lower === 'was' || word.lower === 'were' ? isOver(tokens, i + 2, true) : ends(tokens, i + 2, verb.lemma)
  }
  const verb = reportingVerb(word.lower)
  if (verb === undefined || word.lower === verb.lemma || word.lower.endsWith('ing')) return false
  return (verb.quotation || QUESTIONING.has(verb.lemma)) && ends(tokens, i + 1, verb.lemma)
}

/** Whether a clause is at its end at `at`, or only tells where and when. */
function isOver(tokens: readonly Token[], at: number, passive = false): boolean {
  const word = tokens[at]?.word
  if (word === undefined || word.kind === 'stop' || word.kind === 'comma' || word.kind === 'dash') return true
  return (
    ADDED.has(word.lower) || (passive && word.lower === 'by') || (word.kind === 'word' && word.lower.endsWith('ly'))
  )
}

/** Whether only a listener stands between the verb and the end of its clause. */
function ends(tokens: readonly Token[], at: number, lemma: string): boolean {
  if (isOver(tokens, at)) return true
  const towards = TOWARDS.has(lemma) && ['to', 'of'].includes(tokens[at]?.word.lower ?? '')
  if (!towards && !ADDRESSING.has(lemma)) return false
  for (let i = towards ? at + 1 : at; i < at + LONGEST_TAIL; i++) {
    if (isOver(tokens, i)) return true
    const word = (tokens[i] as Token).word
    if (OWN_WORDS.has(word.lower) && !(i === at && word.lower === 'it')) return false
  }
  return false
}
