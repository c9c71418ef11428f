import type { BibliographyKind } from '../../server/core/references/bibliography.ts'

/** A made-up library, with what its entries are about, so that queries can be made of it. */
export interface Library {
  readonly text: string
  readonly titles: readonly string[]
  readonly authors: readonly string[]
}

const OUTLETS = [
  'The New York Times',
  'The Washington Post',
  'The Guardian',
  'Reuters',
  'Hallam Gazette',
  'Journal of River Studies',
  'Annals of Water Policy',
]
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zen lin mar ton ber gal der son vil ric'.split(' ')

/** Numbers that look random and are the same each time (a linear congruential generator). */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** A made-up word, always the same for the same number. */
export function madeUp(rank: number): string {
  const spell = dice(rank)
  return Array.from({ length: 2 + spell(3) }, () => SYLLABLES[spell(SYLLABLES.length)]).join('')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A rank below a size, such that few are frequent and many are rare, as those of words are. */
export const rankOf = (roll: (sides: number) => number, size: number): number =>
  Math.floor(size ** (roll(1_000_000) / 1_000_000))

/** A library of a size, written as a kind of bibliography. Words are drawn so that few are frequent and many are rare. */
export function library(size: number, kind: BibliographyKind): Library {
  const roll = dice(7)
  const word = (): string => madeUp(rankOf(roll, 40_000))
  const entries = Array.from({ length: size }, (_, at) => ({
    key: `${word()}${1950 + roll(75)}x${at}`,
    author: Array.from({ length: 1 + roll(3) }, () => ({ family: capital(word()), given: capital(word()) })),
    title: capital(Array.from({ length: 5 + roll(7) }, word).join(' ')),
    outlet: OUTLETS[roll(OUTLETS.length)] ?? '',
    date: `${1950 + roll(75)}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`,
    abstract: Array.from({ length: 30 }, word).join(' '),
  }))
  type Entry = (typeof entries)[number]
  const url = ({ key }: Entry): string => `https://example.org/articles/${key}`
  const written: Record<BibliographyKind, (entry: Entry) => string> = {
    bibtex: (entry) =>
      `@article{${entry.key},\n  author = {${entry.author.map(({ family, given }) => `${family}, ${given}`).join(' and ')}},\n  title = {${entry.title.replace(/ (\w+)$/, " {$1} caf\\'e")}},\n  journaltitle = {${entry.outlet}},\n  date = {${entry.date}},\n  url = {${url(entry)}},\n  abstract = {${entry.abstract}},\n}\n`,
    'csl-json': (entry) =>
      JSON.stringify(
        {
          id: entry.key,
          type: 'article-newspaper',
          title: entry.title,
          author: entry.author,
          'container-title': entry.outlet,
          issued: { 'date-parts': [entry.date.split('-').map(Number)] },
          URL: url(entry),
          abstract: entry.abstract,
        },
        null,
        2,
      ),
    'csl-yaml': (entry) =>
      `- id: ${entry.key}\n  type: article-newspaper\n  title: ${entry.title}\n  author:\n${entry.author.map(({ family, given }) => `  - family: ${family}\n    given: ${given}\n`).join('')}  container-title: ${entry.outlet}\n  issued: ${entry.date}\n  URL: ${url(entry)}\n  abstract: ${entry.abstract}\n`,
  }
  const texts = entries.map(written[kind])
  const text = {
    bibtex: () => texts.join('\n'),
    'csl-json': () => `[\n${texts.join(',\n')}\n]\n`,
    'csl-yaml': () => `references:\n${texts.join('')}`,
  }[kind]()
  return {
    text,
    titles: entries.map(({ title }) => title),
    authors: entries.map(({ author }) => author[0]?.family ?? ''),
  }
}
