import type { Structure } from '../blocks/block.ts'
import { isName } from '../english/tags.ts'
import type { Link } from './attribution/link.ts'
import type { Register } from './marks.ts'
import { at, type Passage, tagAt } from './passage.ts'

/** Headings of how-tos, software documentation, recipes and minutes. */
const TECHNICAL_HEADINGS: ReadonlySet<string> = new Set(
  `install installation installing usage use api options configuration config license licence contributing changelog requirements prerequisites quickstart setup example examples features faq troubleshooting
   documentation docs testing tests build building development commands cli ingredients method directions instructions steps preparation notes agenda attendees present apologies minutes actions decisions
   upgrading migration support roadmap credits acknowledgements authors security`
    .trim()
    .split(/\s+/),
)
const RECORD_LABELS: ReadonlySet<string> = new Set([
  'present',
  'apologies',
  'attendees',
  'attending',
  'absent',
  'action',
  'actions',
  'decision',
  'resolved',
  'motion',
])
/** Words of which some kinds of writing are full: those for the reader, for the people of a story, and for what a recipe measures. */
const TELLING: ReadonlyMap<string, 'you' | 'third' | 'measure'> = new Map([
  ...'you your yours'.split(' ').map((word) => [word, 'you'] as const),
  ...'he she him her his hers himself herself'.split(' ').map((word) => [word, 'third'] as const),
  ...'minute minutes tablespoon tablespoons teaspoon teaspoons tbsp tsp gram grams cup cups'
    .split(' ')
    .map((word) => [word, 'measure'] as const),
])

/**
 * Tells reports from the kinds of writing in which nobody expects a source: how-tos, software documentation, recipes, minutes; and fiction.
 * In doubt it is reporting.
 */
export function registerOf(
  structure: Structure,
  passages: readonly Passage[],
  links: readonly (readonly Link[])[],
): Register {
  let words = 0
  let sentences = 0
  let orders = 0
  let you = 0
  let third = 0
  let figures = 0
  let headings = 0
  let records = 0
  let objects = 0
  let quotedStarts = 0
  let paragraphs = 0
  let names = 0
  let times = 0
  for (const p of passages) {
    if (p.block.kind === 'heading') {
      if (p.tokens.length <= 4 && p.tokens.some(({ word }) => TECHNICAL_HEADINGS.has(word.lower))) headings++
      if (p.tokens.some(({ word }) => word.lower === 'minutes' || word.lower === 'agenda')) records++
      continue
    }
    if (p.tokens.length === 0) continue
    paragraphs++
    if (RECORD_LABELS.has(at(p, 0).word.lower) && p.tokens[1]?.word.kind === 'colon') records++
    if (p.quoteAt[0] === 0) quotedStarts++
    for (let s = 0; s + 1 < p.starts.length; s++) {
      sentences++
      const first = p.starts[s] as number
      if (tagAt(p, first) === 'VB' && p.quoteAt[first] === -1) orders++
    }
    for (let i = 0; i < p.tokens.length; i++) {
      const { word, tag } = at(p, i)
      if (word.kind === 'word') words++
      else if (word.kind === 'number') figures++
      else if (word.kind === 'object') objects++
      const telling = TELLING.get(word.lower)
      if (telling === 'measure') times++
      else if (telling !== undefined && (p.quoteAt[i] as number) < 0) {
        if (telling === 'you') you++
        else third++
      }
      if (isName(tag) && isName(tagAt(p, i - 1)) && word.kind === 'word') names++
    }
  }
  // a few sentences tell too little
  if (sentences < 4 && structure.codeShare < 0.05 && headings + records === 0) return 'reporting'
  // "Present:", "Apologies:": minutes of a meeting are their own source
  if (records >= 2) return 'technical'
  const perWord = (count: number) => count / Math.max(1, words)
  const technical =
    (structure.codeShare > 0.04 ? 1.5 : 0) +
    Math.min(2, headings * 0.8) +
    (orders / Math.max(1, sentences)) * 6 +
    perWord(you) * 30 +
    perWord(objects) * 20 +
    perWord(times) * 20
  const said = links.flat().filter((link) => link.kind !== 'noun' && link.kind !== 'according').length
  // where people are said to say things, it is no manual
  if (technical - (said / Math.max(1, sentences)) * 4 >= 1.5) return 'technical'
  const fiction =
    perWord(third) * 25 +
    (quotedStarts / Math.max(1, paragraphs)) * 2 -
    perWord(figures) * 60 -
    perWord(names) * 35 -
    (said === 0 ? 0.2 : 0) -
    perWord(accordingCount(links)) * 100
  return fiction >= 1.2 && words > 60 ? 'fiction' : 'reporting'
}

const accordingCount = (links: readonly (readonly Link[])[]) =>
  links.flat().filter((link) => link.kind === 'according').length
