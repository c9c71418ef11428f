import { beginningsOf } from './beginnings.ts'
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
  /** Seeds of the tagger's features: of the word, its endings and its shape. */
  readonly seeds: Int32Array
  /** What it adds to the scores of the tagger, once it has been met there. */
  tagSums: Int16Array | undefined
}

const APOSTROPHE = /[\u2019\u02BC]/g

/** FNV-1a over UTF-16 code units, from a salt that keeps one sort of feature apart from another. */
export function seedOf(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

function shapeOf(text: string, kind: TokenKind): string {
  if (kind !== 'word' && kind !== 'number') return kind + text[0]
  const digit = /[0-9]/.test(text) ? '9' : ''
  const hyphen = text.includes('-') ? '-' : ''
  const dot = text.includes('.') ? '.' : ''
  const first = text[0] ?? ''
  const upper = first !== first.toLowerCase()
  const rest = text.slice(1)
  const letters = upper
    ? rest === rest.toLowerCase()
      ? 'Xx'
      : rest === rest.toUpperCase()
        ? 'XX'
        : 'XxX'
    : text === text.toLowerCase()
      ? 'x'
      : 'xX'
  return letters + digit + hyphen + dot
}

/** What our own lists know of a word: irregular verb forms, verbs of reporting, people. */
const lexicalClass = (lower: string, forms: number, verb: ReportingVerb | undefined): string =>
  `${forms}${verb ? 'r' : ''}${PERSON_NOUNS.has(lower) ? 'p' : ''}`

/** Makes the type of a spelling; `wordType` remembers those that have been made. */
export function makeType(text: string, kind: TokenKind): WordType {
  const lower = text.toLowerCase().replace(APOSTROPHE, "'")
  const first = text[0] ?? ''
  const capital = kind === 'word' && first !== first.toLowerCase()
  const letters = text.replace(/[.&-]/g, '')
  const forms = irregularForms(lower)
  const verb = reportingVerb(lower)
  // numbers share their features: no year or sum of the fitting data is remembered
  const known = kind === 'number' ? lower.replace(/[0-9]/g, '0') : lower
  return {
    text,
    lower,
    kind,
    capital,
    allCaps:
      kind === 'word' && letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    past: kind === 'word' && isPastForm(lower),
    forms,
    verb,
    begins: beginningsOf(text, lower, kind, capital),
    seeds: Int32Array.of(
      seedOf(known, 1),
      seedOf(known.slice(-3), 2),
      seedOf(known.slice(-2), 3),
      seedOf(known.slice(-1), 4),
      seedOf(shapeOf(text, kind), 5),
      seedOf(known.slice(0, 2), 6),
      seedOf(known.slice(-4), 7),
      seedOf(lexicalClass(lower, forms, verb), 8),
    ),
    tagSums: undefined,
  }
}
