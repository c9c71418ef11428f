import assert from 'node:assert/strict'
import fc from 'fast-check'
import { convertCitations } from '../../server/core/citing/convert.ts'
import { insertCitation, sourceOfReference } from '../../server/core/citing/insert.ts'
import { type Library, libraryOf } from '../../server/core/citing/library.ts'
import { type Cite, definitionOf, placesOf } from '../../server/core/citing/place.ts'
import { type CitationStyle, citationStyles, stylesIn } from '../../server/core/citing/style.ts'
import type { Addition } from '../../server/core/citing/target.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { renameIn } from '../../server/core/features/rename.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import { formatReference } from '../../server/core/references/index.ts'
import type { Language } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'
import { citedDrafts, references } from './citedDrafts.ts'
import { flawIn } from './editsDrafts.ts'

/** Milliseconds: a failure is not made smaller for longer than this. */
const LONGEST = 60_000

/** The words of each block as a reader has them: what cites taken out, the words of a link left in. */
function proseOf(reading: Reading): string[] {
  const { text } = reading.draft
  const gone = placesOf(reading).flatMap(({ span, words }) =>
    words === undefined
      ? [span]
      : [
          { start: span.start, end: words.start },
          { start: words.end, end: span.end },
        ],
  )
  const list = reading.blocks.findIndex(({ start, end }) => /^(?:References|Sources)$/.test(text.slice(start, end)))
  return reading.blocks.slice(0, list < 0 ? undefined : list).map(({ start, end }) => {
    let words = ''
    let at = start
    for (const span of gone.filter((one) => one.start >= start && one.end <= end)) {
      words += text.slice(at, span.start)
      at = span.end
    }
    return words + text.slice(at, end)
  })
}

/** All that a reader can find out about each source that is cited, in order. */
function toldOf(reading: Reading, library: Library): string[] {
  const { text } = reading.draft
  const told = ({ citation, prefix, locator }: Cite, words?: Span): string => {
    const definition = definitionOf(reading, citation)
    const item = library.byKey.get(citation.key)?.item
    return [
      citation.kind === 'footnote' && definition !== undefined
        ? ''
        : text.slice(words?.end ?? citation.start, citation.end),
      prefix,
      locator,
      definition === undefined ? '' : text.slice(definition.body.start, definition.body.end),
      citation.kind === 'citation-key' && item !== undefined ? formatReference(item, 'news') : '',
    ].join(' ')
  }
  return placesOf(reading).flatMap(({ cites, words }) => cites.map((cite) => told(cite, words)))
}

/** Words that say something about a source, not how it is cited. First names are initials in some forms, years have letters, months are shortened. */
const factsIn = (told: string): string[] => [
  ...new Set(
    told
      .replaceAll(/Ines|undated/g, '')
      .replace(/(\d{4})[a-z]/g, '$1')
      .replace(/@\S+/g, '')
      .toLowerCase()
      .replace(/\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*/g, '$1')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  ),
]

const withAdditions = (library: Library, additions: readonly Addition[]): Library => {
  const span = { start: 0, end: 0 }
  const added = additions.map(({ key, item }) => ({ kind: 'bibtex' as const, key, item, span, keySpan: span }))
  return libraryOf([...library.references, ...added])
}

function converted(reading: Reading, style: CitationStyle, library: Library): { reading: Reading; library: Library } {
  const citing = convertCitations(reading, style, library, 'news')
  if (citing === undefined) return { reading, library }
  const { text, language } = reading.draft
  const changed = applyEdits(text, citing.edits)
  assert.equal(flawIn(text, { title: '', kind: 'refactor.rewrite', edits: citing.edits }, changed), undefined)
  return { reading: read({ text: changed, language }), library: withAdditions(library, citing.additions) }
}

function assertSame(before: Reading, after: Reading, libraries: [Library, Library], what: string): void {
  const shown = `${what}\n${before.draft.text}\n=====>\n${after.draft.text}`
  assert.deepEqual(proseOf(after), proseOf(before), shown)
  const [had, has] = [toldOf(before, libraries[0]), toldOf(after, libraries[1])]
  assert.equal(has.length, had.length, shown)
  for (const [index, told] of had.entries()) {
    const found = new Set(factsIn(has[index] ?? ''))
    assert.deepEqual(
      factsIn(told).filter((word) => !found.has(word)),
      [],
      `${shown}\n\n${told}\n${has[index]}`,
    )
  }
}

const pairsIn = (language: Language): Array<[CitationStyle, CitationStyle]> =>
  stylesIn(language).flatMap((one) => stylesIn(language).map((other): [CitationStyle, CitationStyle] => [one, other]))

describe('inserting a citation', () => {
  it('in any style leaves the text, cites the sentence once and keeps what was cited', () => {
    const cases = fc.tuple(
      citedDrafts,
      fc.constantFrom(...citationStyles),
      fc.constantFrom(...references),
      fc.constantFrom('', 'p. 7'),
      fc.nat(),
    )
    fc.assert(
      fc.property(cases, ([{ text, language }, style, reference, locator, pick]) => {
        const library = libraryOf(references)
        const before = read({ text, language })
        const isText = (block: number): boolean =>
          block < proseOf(before).length && before.blocks[block]?.kind !== 'heading'
        const sentences = before.sentences.filter(({ block }) => isText(block))
        const sentence = sentences[pick % sentences.length]
        if (sentence === undefined) return
        const source = sourceOfReference(before, reference)
        const citing = insertCitation(before, sentence, source, { style, form: 'news', library, locator })
        const changed = applyEdits(text, citing.edits)
        const shown = `${text}\n=====>\n${changed}`
        assert.equal(flawIn(text, { title: '', kind: 'quickfix', edits: citing.edits }, changed), undefined, shown)
        assert.deepEqual(citing.additions, [])
        const after = read({ text: changed, language })
        assert.deepEqual(proseOf(after), proseOf(before), shown)
        const [had, has] = [toldOf(before, library), toldOf(after, library)]
        assert.equal(has.length, had.length + 1, shown)
        const own = has.findIndex((told, index) => told !== had[index])
        assert.deepEqual(has.toSpliced(own, 1).map(factsIn), had.map(factsIn), shown)
        // a bare address in plain text is the whole citation
        if (language === 'plaintext' && reference.item.url && has[own]?.includes(reference.item.url)) return
        const facts = new Set(factsIn(has[own] ?? ''))
        for (const word of factsIn(`${reference.item.title} ${locator}`)) assert.ok(facts.has(word), `${word} ${shown}`)
      }),
      { numRuns: Number(process.env.RUNS ?? 25) * 10, interruptAfterTimeLimit: LONGEST },
    )
  }).timeout(2 * LONGEST)
})

describe('renaming', () => {
  it('changes the name wherever it stands, and back again gives the draft as it was', () => {
    fc.assert(
      fc.property(citedDrafts, fc.nat(), ({ text, language }, pick) => {
        const library = libraryOf(references)
        const before = read({ text, language })
        const named = before.citations.filter(({ kind, key }) => /^(?:footnote|citation-key)$/.test(kind) && key !== '')
        const citation = named[pick % Math.max(1, named.length)]
        if (citation === undefined) return
        const fresh = 'new-name'
        const edits = renameIn(before, library, citation, fresh)
        const changed = applyEdits(text, edits)
        assert.equal(flawIn(text, { title: '', kind: 'quickfix', edits }, changed), undefined)
        const after = read({ text: changed, language })
        assert.deepEqual(proseOf(after), proseOf(before), changed)
        const renamed = (one: { kind: string; key: string }): string =>
          one.kind === citation.kind && one.key === citation.key ? fresh : one.key
        assert.deepEqual(
          after.citations.map(({ key }) => key),
          before.citations.map(renamed),
          changed,
        )
        assert.deepEqual(
          after.definitions.map(({ key }) => key),
          before.definitions.map(renamed),
          changed,
        )
        const thing = { kind: citation.kind, key: fresh }
        assert.equal(applyEdits(changed, renameIn(after, library, thing, citation.key)), text)
      }),
      { numRuns: Number(process.env.RUNS ?? 25) * 10, interruptAfterTimeLimit: LONGEST },
    )
  }).timeout(2 * LONGEST)
})

describe('converting citations', () => {
  it('between all pairs of styles and back leaves the text and loses nothing that is cited', () => {
    fc.assert(
      fc.property(citedDrafts, ({ text, language }) => {
        const library = libraryOf(references)
        const original = read({ text, language })
        for (const [one, other] of pairsIn(language)) {
          const first = converted(original, one, library)
          assertSame(original, first.reading, [library, first.library], one)
          const second = converted(first.reading, other, first.library)
          assertSame(first.reading, second.reading, [first.library, second.library], `${one} → ${other}`)
          const back = converted(second.reading, one, second.library)
          assertSame(original, back.reading, [library, back.library], `${one} → ${other} → ${one}`)
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 25), interruptAfterTimeLimit: LONGEST },
    )
  }).timeout(2 * LONGEST)
})
