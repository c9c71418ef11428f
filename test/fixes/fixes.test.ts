import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Fix } from '../../server/core/edits/fix.ts'
import {
  absoluteDate,
  attributeNearby,
  citeExisting,
  citeWithFootnote,
  defineNote,
  linkSource,
  markCitationNeeded,
  nameSource,
  removeSpan,
  sameFigure,
  spellOut,
  suppress,
} from '../../server/core/edits/index.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'

const FILE = new URL('./fixes.txt', import.meta.url)
const DRAFT = /^(markdown|plaintext) (".*")$/
const WRITTEN = { year: 2026, month: 3, day: 14 }

/** A fix in one line. */
function lineOf({ draft: { text } }: Reading, fix: Fix): string {
  let shift = 0
  const edits = fix.edits.map(({ start, end, text: put }) => {
    const caret = (fix.caret ?? -1) - start - shift
    shift += put.length - (end - start)
    const shown = caret >= 0 && caret <= put.length ? `${put.slice(0, caret)}‸${put.slice(caret)}` : put
    return `${start}${end > start ? ` ${JSON.stringify(text.slice(start, end))}` : ''} → ${JSON.stringify(shown)}`
  })
  return `${fix.title}${fix.preferred ? '*' : ''}${fix.kind === 'quickfix' ? '' : ` (${fix.kind})`}: ${edits.join('; ')}`
}

/** Every edit that can be made of the parts of a reading, whether a rule asks for it or not. */
function edits(reading: Reading): [part: Span, fixes: Fix[]][] {
  const { sentences, citations, definitions, attributions, abbreviations, dates, figures } = reading
  const [figure] = figures
  return [
    ...sentences.map((at): [Span, Fix[]] => [
      at,
      [
        citeWithFootnote(reading, at),
        markCitationNeeded(reading, at),
        ...citeExisting(reading, at),
        ...attributeNearby(reading, at),
        ...suppress(reading, 'a-rule', at).slice(0, 1),
        removeSpan(reading, at, 'Remove'),
      ],
    ]),
    ...citations.map((at): [Span, Fix[]] => [at, [defineNote(reading, at), removeSpan(reading, at, 'Remove')]]),
    ...definitions.map((at): [Span, Fix[]] => [at, [removeSpan(reading, at, 'Remove')]]),
    ...attributions.flatMap((one): [Span, Fix[]][] =>
      one.source.map((at) => [at, [...linkSource(reading, one), nameSource(reading, at, 'the Example Times')]]),
    ),
    ...abbreviations.map((one): [Span, Fix[]] => [one, spellOut(reading, one)]),
    ...dates.map((at): [Span, Fix[]] => [at, absoluteDate(reading, at, WRITTEN)]),
    ...figures.map((at): [Span, Fix[]] => [at, figure === undefined ? [] : sameFigure(reading, at, figure)]),
  ]
}

/** What can be done in a draft, line by line. */
function shown(text: string, language: Language): string[] {
  const reading = read({ text, language })
  const words = ({ start, end }: Span): string => JSON.stringify(text.slice(start, end))
  return edits(reading).flatMap(([part, fixes]) =>
    fixes.length === 0 ? [] : [`  ${words(part)}`, ...fixes.map((fix) => `    ${lineOf(reading, fix)}`)],
  )
}

describe('every edit of a few drafts', function () {
  this.timeout(60_000)
  const before = readFileSync(FILE, 'utf8')
  const drafts = before.split('\n').flatMap((line) => {
    const [, language, text] = DRAFT.exec(line) ?? []
    return text === undefined ? [] : [{ line, language: language as Language, text: JSON.parse(text) as string }]
  })

  if (process.env.UPDATE)
    it('is written down', () => {
      const all = drafts.map(({ line, language, text }) => [line, ...shown(text, language), ''].join('\n'))
      writeFileSync(FILE, all.join('\n'))
    })
  else
    for (const { line, language, text } of drafts)
      it(`is as it was: ${line.slice(0, 60)}`, () => {
        const from = before.indexOf(`${line}\n`) + line.length + 1
        const written = before.slice(from, before.indexOf('\n\n', from))
        assert.equal(shown(text, language).join('\n'), written.replace(/\n$/, ''))
      })
})
