import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { checkReferences } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { type Bibliography, parseBibliography } from '../../server/core/references/bibliography.ts'
import { draftReferences } from '../../server/core/references/draft/index.ts'
import { escapeMarkdown, formatReference, formatShort, sortKey } from '../../server/core/references/format/index.ts'
import { readFrontMatter } from '../../server/core/references/frontMatter.ts'
import type { Item, PersonName } from '../../server/core/references/reference.ts'
import { indexReferences } from '../../server/core/references/search/build.ts'
import { rankForClaim } from '../../server/core/references/search/claim.ts'
import { searchReferences } from '../../server/core/references/search/query.ts'
import { appendReference } from '../../server/core/references/write/append.ts'
import { isCitationKey, newKey } from '../../server/core/references/write/keys.ts'
import { renameKey } from '../../server/core/references/write/rename.ts'
import type { Span } from '../../server/core/text/span.ts'
import { anyBibliography, anyItem, type Written } from './anyBibliography.ts'
import { anyDraft } from './anyDraft.ts'

const parse = ({ text, kind }: Written): Bibliography => parseBibliography(text, kind, 'file:///a')

const lies = (span: Span, length: number): boolean => 0 <= span.start && span.start <= span.end && span.end <= length

/** An item as it must come back, whatever quotation marks and dashes TeX makes of what was typed. */
function typeset(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/['’]/g, '’').replace(/[-–—]/g, '-')
  if (Array.isArray(value)) return value.map(typeset)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typeset(part)]))
}

/** Names as readers see them, since "von" may be a particle or a part of the family name. */
const shown = (names: readonly PersonName[]): string[] =>
  names.map(({ literal, given, particle, family, suffix }) =>
    [literal, given, particle, family, suffix].filter((part) => part !== undefined).join(' '),
  )

describe('any bibliography', () => {
  it('is read without an exception, the same each time, with spans within the text and in order', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyBibliography, (written) => {
        const bibliography = parse(written)
        const { references, faults } = bibliography
        const findings = checkReferences(bibliography)
        assert.deepEqual(parse(written), bibliography)
        for (const spans of [references.map(({ span }) => span), faults]) {
          assert.ok(spans.every((span) => lies(span, written.text.length)))
          assert.ok(spans.every(({ start }, at) => start >= (spans[at - 1]?.start ?? 0)))
        }
        for (const { span, keySpan } of references) assert.ok(span.start <= keySpan.start && keySpan.end <= span.end)
        for (const { message } of findings) assert.match(message, /^[^\n]{1,99}[.?]$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('can be searched for anything, and each of its references can be put in every style', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyBibliography, fc.string({ unit: 'grapheme' }), (written, query) => {
        const { references } = parse(written)
        const index = indexReferences(references)
        assert.ok(searchReferences(index, query, 5).length <= 5)
        assert.ok(rankForClaim(index, { source: query, words: query, date: { month: 1 }, year: 2024 }, 5).length <= 5)
        for (const { item } of references) {
          const texts = (['news', 'chicago', 'apa'] as const).map((style) => formatReference(item, style))
          for (const text of [...texts, formatShort(item)]) assert.ok(text !== '' && !/undefined|\n/.test(text))
          assert.equal(typeof sortKey(item), 'string')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes an entry at its end that is then read, and stays what it was before it, byte for byte', function () {
    this.timeout(60_000)
    let added = 0
    fc.assert(
      fc.property(anyBibliography, anyItem, (written, item) => {
        const { text, kind } = written
        const before = parse(written).references
        const key = newKey(
          item,
          before.map(({ key }) => key),
        )
        const edit = appendReference(text, kind, item, key)
        if (edit === undefined) return assert.notEqual(kind, 'bibtex')
        added++
        const after = applyEdits(text, [edit])
        // the brackets of an empty list of YAML make way for the list
        assert.match(text.slice(edit.start, edit.end), /^\s*(?:\[\s*\])?\s*$/)
        const { references, faults } = parse({ text: after, kind })
        const found = references.find((reference) => reference.key === key)
        assert.ok(found !== undefined, JSON.stringify({ text, after }))
        assert.equal(references.length, before.length + 1)
        assert.ok(faults.every((fault) => fault.end <= found.span.start || fault.start >= found.span.end))
        same(found.item, item)
      }),
      { numRuns: 2000 },
    )
    assert.ok(added > 500)
  })

  it('has a key renamed in place, byte for byte the same elsewhere', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyBibliography, (written) => {
        const { text, kind } = written
        const before = parse(written).references
        for (const { key, keySpan } of before) {
          if (keySpan.start === keySpan.end) continue
          const edits = renameKey(text, kind, key, 'new2024key')
          const after = parse({ text: applyEdits(text, edits), kind }).references
          const names = before.map((one) => (one.key === key ? 'new2024key' : one.key))
          assert.deepEqual(
            after.map((one) => one.key),
            names,
          )
          assert.equal(
            applyEdits(
              text,
              edits.map((edit) => ({ ...edit, text: text.slice(edit.start, edit.end) })),
            ),
            text,
          )
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Whether an item came back as it was, but for what its kind of bibliography has one place for. */
function same(found: Item, item: Item): void {
  assert.deepEqual(typeset(shown(found.author)), typeset(shown(item.author)))
  for (const part of ['title', 'issued', 'accessed', 'volume', 'page', 'url', 'doi', 'note'] as const)
    assert.deepEqual(typeset(found[part]), typeset(item[part]), part)
}

describe('any draft', () => {
  it('gives its own references without an exception, with spans within it', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { references, bibliographies } = readFrontMatter(draft.text)
        const all = [...draftReferences(read(draft)), ...references]
        for (const { span, keySpan } of all) {
          assert.ok(lies(span, draft.text.length) && lies(keySpan, draft.text.length))
          assert.ok(span.start <= keySpan.start && keySpan.end <= span.end)
        }
        for (const { path, start, end } of bibliographies) assert.equal(draft.text.slice(start, end), path)
      }),
      { numRuns: 500 },
    )
  })

  it('has nothing of a reference for markup', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyItem, (item) => {
        const text = formatReference(item, 'news')
        const draft = { text: escapeMarkdown(text), language: 'markdown' } as const
        const { citations, blocks, prose } = read(draft)
        assert.deepEqual(
          citations.filter(({ kind }) => kind !== 'url'),
          [],
        )
        assert.equal(blocks.length, 1)
        assert.equal(blocks[0]?.kind, 'paragraph')
        // nothing is hidden as markup but the backslashes and the addresses
        const words = (one: string): string => one.replace(/https?:\S*[^\s.,]|\uFFFC/g, '').replace(/\s+/g, '')
        assert.equal(words(prose), words(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a new key', () => {
  it('can be cited as it is, is new, and is the same each time', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(anyItem, (item) => {
        const taken: string[] = []
        for (let count = 0; count < 30; count++) {
          const key = newKey(item, taken)
          assert.ok(isCitationKey(key) && !taken.includes(key))
          assert.equal(newKey(item, taken), key)
          taken.push(key)
        }
      }),
      { numRuns: 200 },
    )
  })
})
