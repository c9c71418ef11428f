import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { LongDraft } from '../../server/core/index.ts'
import { DraftText } from '../../server/lsp/draftText.ts'

const runs = Number(process.env.RUNS ?? 1000)

/** How long the pieces are in which a long text is kept: what is done where two meet is the hardest. */
const PIECE = 4096

/** Every line break, pairs and halves of them, NUL, and words of several lengths. */
const anyWords = fc
  .array(
    fc.constantFrom('a', 'é', ' ', 'so it is ', '\n', '\r', '\r\n', '\n\r', '\u{1F600}', '\uD83D', '\uDE00', '\0'),
    {
      maxLength: 9,
    },
  )
  .map((words) => words.join(''))
/** Little else than breaks, so that an edit is likely to join or to part one where pieces meet. */
const anyBreaks = fc.array(fc.constantFrom('\r', '\n', 'a'), { maxLength: 4 }).map((breaks) => breaks.join(''))
const longWords = fc
  .tuple(fc.oneof(anyWords, anyBreaks), fc.integer({ min: PIECE, max: 5 * PIECE }))
  .map(([words, length]) => words.repeat(Math.ceil(length / Math.max(1, words.length))).slice(0, length))
const anyText = fc.oneof(anyWords, longWords)

/** Where an edit begins: some code units from where pieces meet, or so many thousandths into the text. */
const anyPlace = fc.oneof(
  fc.record({ piece: fc.nat({ max: 3 }), by: fc.constantFrom(-1, 0, 0, 0, 1) }),
  fc.record({ share: fc.nat({ max: 1000 }) }),
)
const anyEdits = fc.array(
  fc.record({
    at: anyPlace,
    removed: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 3 * PIECE })),
    put: fc.oneof(anyWords, anyBreaks, fc.constantFrom('', '\n'), anyText),
  }),
  { maxLength: 8 },
)

/** Where the pieces of a text of some length meet, as long as nothing is done to it. */
const seams = (length: number): number[] => {
  const count = Math.ceil(length / PIECE)
  return Array.from({ length: count }, (_, index) => Math.round((length * index) / count))
}

const within = (at: number, length: number): number => Math.max(0, Math.min(length, at))

/** Fails unless each of some offsets has the place in both. */
function assertPlaces(document: DraftText, fresh: TextDocument, from: number, to: number): void {
  for (let at = from; at <= to; at++) {
    const [here, there] = [document.positionAt(at), fresh.positionAt(at)]
    assert.ok(here.line === there.line && here.character === there.character, `the place of ${at}`)
  }
}

/** Fails unless positions in and out of the lines near one mean the same in both, and so does what lies between. */
function assertOffsets(document: DraftText, fresh: TextDocument, near: number): void {
  const positions = [-1, 0, 1, 2, fresh.lineCount].flatMap((by) =>
    [-1, 0, 1, 2, 9, 2 ** 31].map((character) => ({ line: near + by, character })),
  )
  for (const [index, position] of positions.entries()) {
    assert.equal(document.offsetAt(position), fresh.offsetAt(position), JSON.stringify(position))
    const range = { start: position, end: positions[index + 3] ?? position }
    assert.equal(document.getText(range), fresh.getText(range))
  }
}

describe('the text of a draft', () => {
  it('is that of a document that was made just now, with its lines, whatever was edited', () => {
    fc.assert(
      fc.property(anyText, anyEdits, fc.nat({ max: 5 * PIECE }), (first, edits, known) => {
        const document = DraftText.create('file:///a.md', 'markdown', 0, first)
        const meets = seams(first.length)
        const versions: Array<readonly [LongDraft, string]> = []
        let text = first
        for (const [index, { at, removed, put }] of edits.entries()) {
          versions.push([document.beginning(within(known, text.length), 'markdown'), text.slice(0, known)])
          const place = 'share' in at ? (text.length * at.share) / 1000 : (meets[at.piece] ?? text.length) + at.by
          const start = within(Math.round(place), text.length)
          const end = within(start + removed, text.length)
          text = text.slice(0, start) + put + text.slice(end)
          document.replace({ start, end }, put, index + 1)
          const fresh = TextDocument.create('', '', 0, text)
          assert.equal(document.version, index + 1)
          assert.equal(document.length, text.length)
          assert.equal(document.lineCount, fresh.lineCount)
          assert.equal(document.hasNul, text.includes('\0'))
          for (const edge of [start, start + put.length]) {
            assert.equal(document.slice(within(edge - 9, edge), edge + 9), text.slice(within(edge - 9, edge), edge + 9))
            assertPlaces(document, fresh, edge - 9, edge + 9)
            assertOffsets(document, fresh, fresh.positionAt(edge).line)
          }
        }
        assert.equal(document.slice(0, text.length + 1), text)
        assert.equal(document.getText(), text)
        assertPlaces(document, TextDocument.create('', '', 0, text), -1, text.length + 1)
        for (const [version, expected] of versions) {
          assert.equal(version.slice(0, version.length), expected)
          assert.equal(version.text, expected)
        }
      }),
      { numRuns: runs },
    )
  }).timeout(300_000)
})
