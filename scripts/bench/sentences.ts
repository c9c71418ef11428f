import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, read as readDraft } from '../../server/core/index.ts'
import { parseCases } from '../../test/articles/notation/cases.ts'
import { parseMarked } from '../../test/articles/notation/parse.ts'

/** Sentences to make texts of, and words to vary them with. */
export interface Stock {
  readonly sentences: readonly string[]
  /** Others, in which the rules find something where they stand alone. */
  readonly flagged: readonly string[]
  /** Words in small letters by their ending (see `endingOf`). */
  readonly words: ReadonlyMap<string, readonly string[]>
}

const PREFIXES = ['re', 'un', 'over', 'under', 'out', 'mis', 'pre', 'non', 'inter', 'counter', 'anti', 'semi', 'super']

/** The ending that a word keeps when another takes its place, so that sentences stay like English. */
export const endingOf = (word: string): string => word.match(/(?:ing|ed|ly|er|al|s)$/)?.[0] ?? ''

/** Sentences and words of the project's own seeds, tests, pages and word lists. */
export function stock(root: string): Stock {
  const read = (folder: string, kind: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(kind) && name !== 'README.md')
      .sort()
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))
  const seeds = [...read('seeds', '.txt'), ...read('seeds', '.md')]
  const drafts = read('test/articles', '.md').flatMap((file) =>
    parseCases(file).map(({ draft }) => parseMarked(draft.text).text),
  )
  const sentences: string[] = []
  const flagged: string[] = []
  for (const text of new Set([...seeds, ...drafts].flatMap(sentencesOf))) {
    const found = check(readDraft({ text, language: 'plaintext' }))
    const list = found.length > 0 ? flagged : sentences
    list.push(text)
  }
  const all = [...seeds, ...drafts, ...read('docs', '.md'), ...read('server/core/english/lexicon', '.ts')].join('\n')
  const own = [...new Set(all.match(/(?<![\p{L}\p{N}_'’-])[a-z]{4,}(?![\p{L}\p{N}_'’(-])/gu) ?? [])]
  const derived = PREFIXES.flatMap((prefix) => own.map((word) => prefix + word))
  const words = new Map<string, string[]>()
  for (const word of [...own, ...derived]) {
    const alike = words.get(endingOf(word)) ?? []
    alike.push(word)
    words.set(endingOf(word), alike)
  }
  return { sentences, flagged, words }
}

/** Whole sentences of prose with no markup in them, and with quotation marks that are closed. */
function sentencesOf(draft: string): string[] {
  return draft
    .split(/\n+/)
    .flatMap((line) => line.split(/(?<=[a-z\d][.?!]["”]?) (?=["“]?[A-Z])/))
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        /^["“]?[A-Z][^\n]{30,400}[.?!]["”]?$/.test(sentence) &&
        !/[[\]<>{}*_`#|\\]|https?:|TK/.test(sentence) &&
        // manuals, recipes and minutes of meetings are looked at less closely than news
        !/^[A-Z][a-z]+:|\b(?:you|your|yours|cups?|grams?|minutes?|t(?:able|ea)spoons?)\b/i.test(sentence) &&
        sentence.split('"').length % 2 === 1 &&
        sentence.split('“').length === sentence.split('”').length,
    )
}
