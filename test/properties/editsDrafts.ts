import fc from 'fast-check'
import type { Edit, Fix } from '../../server/core/edits/fix.ts'
import type { Draft } from '../../server/core/text/draft.ts'

const sentences = fc.constantFrom(
  'The New York Times reported that 21 people died in the attacks.',
  'The campaign has led to 21 attacks and 83 deaths.',
  'Crime has doubled since 2019.',
  'Crime has doubled since 2019',
  'Experts say that crime has doubled.',
  '“We killed everyone,” Mayor Ines Calder said.',
  '“The order was to kill everyone.”',
  'The alleged smugglers were killed, according to the newspaper.',
  'They were killed without any evidence of smuggling.',
  'The Washington Post published it. TWP says 40 % were hurt.',
  'Two people familiar with the matter said so.',
  'Was it the U.S.? It happened in the U.S.',
  'He earns $2 million [citation needed].',
  'It rained 😀 on 12 % of the days 😀',
  'Costs rose by 30 percent (they doubled in May.)',
  'Stop!',
  'See [the report](https://example.org/report) for 12 deaths.',
  'Crime doubled.[^1]',
  'Crime doubled.[^gone]',
  'Crime doubled.[1]',
  'Crime fell by 20 percent [@doe2020].',
  '**Crime has tripled since 2020.**',
  '*Most* people `work` 90 hours\\',
  '\uD83D alone and \uDE00',
)

const pieces = fc.constantFrom(
  ' ',
  '\n',
  '\n\n',
  '  \n',
  '\r\n',
  '\r\n\r\n',
  '\n> ',
  '\n\n> ',
  '\n- ',
  '\n\n- ',
  '\n1. ',
  '\n\n    ',
)
const openings = fc.constantFrom(
  '',
  '# A heading\n\n',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n| ',
  '---\ntitle: x\n---\n\n',
)
const markdownEnds = fc.constantFrom(
  '',
  '\n',
  '\n\n[^1]: Example Times, 3 May.\n',
  '\n\n[^1]: A.\n\n[^times]: B.\n\n    More.\n',
  '\n\n> [^1]: A.\n',
  '\n\n```\ncode',
  '\n\n<!-- says-who-disable-next-line vague-source: opinion -->\nExperts say that it doubled.',
)
const plainEnds = fc.constantFrom(
  '',
  '\n',
  '\n\nSources\n[1] Example Times\n',
  '\r\n\r\nNotes:\r\n1. A',
  '\nSources\n[1] A\nMore of A',
)

/** Drafts of either language, put together from what journalists write and what breaks editors: of so many sentences and one. */
export const draftsOf = (most: number): fc.Arbitrary<Draft> =>
  fc
    .tuple(
      fc.boolean(),
      openings,
      fc.array(fc.tuple(sentences, pieces), { minLength: 1, maxLength: most }),
      sentences,
      markdownEnds,
      plainEnds,
    )
    .map(([isMarkdown, opening, middle, last, markdownEnd, plainEnd]): Draft => {
      const body = `${middle.map(([sentence, piece]) => sentence + piece).join('')}${last}`
      return isMarkdown
        ? { language: 'markdown', text: opening + body + markdownEnd }
        : { language: 'plaintext', text: body.replaceAll('> ', '') + plainEnd }
    })

export const drafts = draftsOf(6)

/** What is wrong with the edits of a fix, as edits; undefined where nothing is. */
export function flawIn(text: string, { edits, caret }: Fix, changed: string): string | undefined {
  let at = 0
  for (const [index, { start, end }] of edits.entries()) {
    if (start < at || start === edits[index - 1]?.start) return 'edits overlap, begin at one place, or are out of order'
    if (end < start || end > text.length) return 'an edit is out of range'
    if (splitsPair(text, start) || splitsPair(text, end)) return 'an edit splits a surrogate pair'
    at = end
  }
  if (edits.length === 0) return 'nothing is edited'
  if (caret !== undefined && (caret < 0 || caret > changed.length)) return 'the caret is out of range'
  return undefined
}

/** The edits that take a changed draft back to what it was. */
export function reversed(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0
  return edits.map(({ start, end, text: put }) => {
    const edit = { start: start + shift, end: start + shift + put.length, text: text.slice(start, end) }
    shift += put.length - (end - start)
    return edit
  })
}

/** Where an offset comes to be after some edits; what is put in at the offset itself goes before it. */
export function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const { start, end, text } of edits) if (end <= offset) shift += text.length - (end - start)
  return offset + shift
}

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
}
