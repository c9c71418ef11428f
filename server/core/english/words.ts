import { beginningsOf } from './beginnings.ts'
import { fixedTagOf } from './fixedTags.ts'
import { irregularForms, isPastForm } from './lexicon/irregular.ts'
import { PERSON_NOUNS } from './lexicon/nouns.ts'
import { type ReportingVerb, reportingVerb } from './lexicon/verbs.ts'

/** What a token is before anything is known of its sentence. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'open'
  | 'close'
  | 'quote'
  | 'dash'
  | 'stop'
  | 'comma'
  | 'colon'
  | 'object'
  | 'other'

/** Everything about a word that does not depend on its place, made once for each spelling. */
export interface WordType {
  readonly text: string
  readonly lower: string
  readonly kind: TokenKind
  /** Begins with a capital letter. */
  readonly capital: boolean
  /** Two or more letters, all of them capitals (periods aside). */
  readonly allCaps: boolean
  /** Can be nothing but a past form or participle: "spoke", "told". */
  readonly past: boolean
  /** Which forms of an irregular verb it can be, as `irregularForms` gives them. */
  readonly forms: number
  /** The verb of reporting that it can be a form of. */
  readonly verb: ReportingVerb | undefined
  /** What may begin at it: bits of `Beginning`. */
  readonly begins: number
  /** The index of its part of speech where that needs no decision, else -1. */
  readonly fixedTag: number
  /** Seeds of the tagger's features: of the word, its endings and its shape. */
  readonly seeds: Int32Array
  /** What it adds to the scores of the tagger, and what it adds at the head of a sentence, once it has been met there. */
  tagSums: Int32Array | undefined
  firstTagSums: Int32Array | undefined
  /** What the labeller of attributions makes of it with each tag, once it has met it so. */
  classes: WordClass | undefined
  /** Its stem, once somebody has asked for it. */
  stem: string | undefined
  /** What check-worthiness makes of it, once it has met it. */
  worth: WordWorth | undefined
}

/** A word as check-worthiness knows it: see `wordWorthOf`. */
export interface WordWorth {
  /** What our own lists say of it, in bits. */
  readonly bits: number
  /** The buckets of its features by itself: the word, and its first four, its last three and its first five letters; -1 where it has none. */
  readonly word: number
  readonly four: number
  readonly ending: number
  readonly five: number
  /** The part of speech that it was met with last, the seed of that, and the bucket of the word with it. */
  tag: string
  tagSeed: number
  tagged: number
}

/** A word with one tag as the labeller of attributions knows it: see `wordClassOf`. */
export interface WordClass {
  readonly tag: string
  /** Seeds of its class, of its part of speech, and of its lemma where it is a verb of our lists. */
  readonly seed: number
  readonly tagSeed: number
  readonly lemma: number
  /** What it can do for an attribution, in bits. */
  readonly bits: number
  /** What it can govern as a cue; 0 where it is none. */
  readonly cue: number
  /** Its class for the steps from label to label. */
  readonly step: number
  readonly finite: boolean
  /** The same word with another tag. */
  readonly next: WordClass | undefined
}

/** FNV-1a over UTF-16 code units, from a salt that keeps one sort of feature apart from another. */
export function seedOf(text: string, salt: number, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** The shape of a word or number: where its capitals are, and whether it has digits, hyphens and points. */
function shapeOf(text: string, small: string): string {
  let shape = text === small ? 'x' : capitalsOf(text)
  if (/[0-9]/.test(text)) shape += '9'
  if (text.includes('-')) shape += '-'
  return text.includes('.') ? `${shape}.` : shape
}

function capitalsOf(text: string): string {
  if (!beginsWithCapital(text)) return 'xX'
  const rest = text.slice(1)
  return rest === rest.toLowerCase() ? 'Xx' : rest === rest.toUpperCase() ? 'XX' : 'XxX'
}

const beginsWithCapital = (text: string): boolean => {
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}

function isAllCaps(text: string): boolean {
  const letters = text.replace(/[.&-]/g, '')
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** What our own lists know of a word: irregular verb forms, verbs of reporting, people. */
const lexicalClass = (lower: string, forms: number, verb: ReportingVerb | undefined): string =>
  `${forms}${verb ? 'r' : ''}${PERSON_NOUNS.has(lower) ? 'p' : ''}`

/** Makes the type of a spelling; `wordType` remembers those that have been made. */
export function makeType(text: string, kind: TokenKind): WordType {
  const small = text.toLowerCase()
  const lower = small.replaceAll('\u2019', "'").replaceAll('\u02BC', "'")
  const isWord = kind === 'word'
  const capital = isWord && text !== small && beginsWithCapital(text)
  const forms = irregularForms(lower)
  const verb = reportingVerb(lower)
  // numbers share their features: no year or sum of the fitting data is remembered
  const known = kind === 'number' ? lower.replace(/[0-9]/g, '0') : lower
  const end = known.length
  const seeds = new Int32Array(8)
  seeds[0] = seedOf(known, 1)
  seeds[1] = seedOf(known, 2, Math.max(0, end - 3))
  seeds[2] = seedOf(known, 3, Math.max(0, end - 2))
  seeds[3] = seedOf(known, 4, Math.max(0, end - 1))
  seeds[4] = seedOf(isWord || kind === 'number' ? shapeOf(text, small) : kind + text[0], 5)
  seeds[5] = seedOf(known, 6, 0, Math.min(2, end))
  seeds[6] = seedOf(known, 7, Math.max(0, end - 4))
  seeds[7] = seedOf(lexicalClass(lower, forms, verb), 8)
  return {
    text,
    lower,
    kind,
    capital,
    allCaps: isWord && text !== small && isAllCaps(text),
    past: isWord && isPastForm(lower, forms),
    forms,
    verb,
    begins: beginningsOf(text, lower, kind, capital),
    fixedTag: fixedTagOf(text, kind),
    seeds,
    tagSums: undefined,
    firstTagSums: undefined,
    classes: undefined,
    stem: undefined,
    worth: undefined,
  }
}
