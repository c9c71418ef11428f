import { TAGS, type Tag } from './tags.ts'
import type { TokenKind } from './words.ts'

const PUNCTUATION: Partial<Record<TokenKind, Tag>> = {
  quote: '"',
  comma: ',',
  stop: '.',
  colon: ':',
  dash: ':',
  object: 'NN',
  open: ':',
  close: ':',
}

/** Function words that are nothing else in English prose, in small letters: more than a quarter of what is written. */
const WORDS: ReadonlyArray<readonly [Tag, string]> = [
  ['DT', 'the a an'],
  ['CC', 'and'],
  ['IN', 'of from with into because if'],
  ['PRP', 'he she it they we him them'],
  ['PRP$', 'his its their our my your'],
  ['VBZ', 'is'],
  ['VBD', 'was were'],
  ['MD', 'would could should'],
  ['RB', "not n't"],
  ['WP', 'who'],
]

const ofKind = new Map<string, number>(Object.entries(PUNCTUATION).map(([kind, tag]) => [kind, TAGS.indexOf(tag)]))
const ofWord = new Map<string, number>(
  WORDS.flatMap(([tag, list]) => list.split(' ').map((word) => [word, TAGS.indexOf(tag)] as const)),
)

/** The index of the tag that needs no decision: of punctuation, and of words that have but one; -1 where the tagger decides. */
export const fixedTagOf = (text: string, kind: TokenKind): number =>
  (kind === 'word' ? ofWord.get(text.replace('’', "'")) : ofKind.get(kind)) ?? -1
