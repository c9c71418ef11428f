import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { removeSpan, suppress } from '../../server/core/edits/index.ts'
import { silence } from '../../server/core/rules/suppressions.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { after, drawn, readingOf } from './editsDraft.ts'

const left = (draft: string, language: Language = 'markdown', rule = 'some-rule'): string => {
  const { text, at } = drawn(draft)
  return after(text, suppress(readingOf(text, language), rule, at)[0])
}

const NEXT = '<!-- says-who-disable-next-line some-rule: own reporting -->'
const SAME = '<!-- says-who-disable-line some-rule: own reporting -->'

describe('leaving a claim as it is', () => {
  it('asks why', () => {
    const titles = suppress(readingOf('A.'), 'some-rule', { start: 0, end: 2 }).map(({ title }) => title)
    assert.deepEqual(titles, [
      'Leave it: own reporting',
      'Leave it: common knowledge',
      'Leave it: opinion',
      'Leave it: cited elsewhere',
    ])
  })

  it('stands on a line of its own before a paragraph, a heading or a quotation', () => {
    assert.equal(left('Rain.\n\n{Crime} doubled.\nRain.'), `Rain.\n\n${NEXT}\nCrime doubled.\nRain.`)
    assert.equal(left('Rain.\r\n\r\n{Crime} doubled.'), `Rain.\r\n\r\n${NEXT}\r\nCrime doubled.`)
    assert.equal(left('> ## {Crime} doubled'), `> ${NEXT}\n> ## Crime doubled`)
    assert.equal(left('> {Crime} doubled.'), `> ${NEXT}\n> Crime doubled.`)
    assert.equal(left('- Rain.\n\n  {Crime} doubled.'), `- Rain.\n\n  ${NEXT}\n  Crime doubled.`)
  })

  it('stands at the end of the line where a line of its own would break what it stands in', () => {
    assert.equal(left('Rain.\n{Crime} doubled.\nSun.'), `Rain.\nCrime doubled. ${SAME}\nSun.`)
    assert.equal(left('Rain.\n{Crime} doubled  \nin May.'), `Rain.\nCrime doubled ${SAME}  \nin May.`)
    assert.equal(left('Rain.\n{Crime} doubled\\\nin May.'), `Rain.\nCrime doubled ${SAME}\\\nin May.`)
    assert.equal(left('- Rain.\n- {Crime} doubled.\n- Sun.'), `- Rain.\n- Crime doubled. ${SAME}\n- Sun.`)
    assert.equal(left('| a |\n|---|\n| {12} % |\n'), `| a |\n|---|\n| 12 % ${SAME} |\n`)
    assert.equal(left('A.[^1]\n\n[^1]: B.\n    See[^{9}].'), `A.[^1]\n\n[^1]: B.\n    See[^9]. ${SAME}`)
  })

  it('stands before a note', () => {
    assert.equal(left('A.\n\n{[^1]}: B.'), `A.\n\n${NEXT}\n[^1]: B.`)
  })

  it('is a line after // in plain text', () => {
    const line = '// says-who-disable-next-line some-rule: own reporting'
    assert.equal(left('Rain.\n{Crime} doubled.', 'plaintext'), `Rain.\n${line}\nCrime doubled.`)
    assert.equal(left('\uFEFF{Crime} doubled.', 'plaintext'), `\uFEFF${line}\nCrime doubled.`)
  })

  it('joins a comment that is there for the same reason, and no other', () => {
    assert.equal(left(`${NEXT}\n{Crime} doubled.`, 'markdown', 'b'), `${NEXT.replace(':', ', b:')}\nCrime doubled.`)
    const other = '<!-- says-who-disable-next-line b: opinion -->'
    assert.equal(left(`${other}\n{Crime} doubled.`), `${other}\n${NEXT}\nCrime doubled.`)
  })

  it('silences the finding, and leaves the blocks as they were', () => {
    const drafts = [
      'A.\n\n{B} c.\nD.',
      'A.\n{B} c.\nD.',
      '- A.\n- {B} c.\n  D.\n- E.',
      '1. A.\n2. {B}',
      '> A.\n> {B} c.\nD.',
      '\uFEFF{A} b.',
      '> - {B} c.\n> - D',
      '| a | b |\n|---|---|\n| {c} | d |\n| e | f |',
      '# A\n{B} c.',
      '{A} b\n===\n\nC.',
      '<!-- says-who-disable-next-line x: opinion -->\n{A} b.',
    ]
    for (const draft of drafts) {
      const { text, at } = drawn(draft)
      const before = readingOf(text)
      const changed = readingOf(after(text, suppress(before, 'some-rule', at)[1]))
      const start = changed.prose.indexOf(text.slice(at.start, at.end))
      const finding = { start, end: start + 1, rule: 'some-rule' }
      assert.deepEqual(silence(changed, [finding]).kept, [], draft)
      assert.deepEqual(
        changed.blocks.map(({ kind }) => kind),
        before.blocks.map(({ kind }) => kind),
        draft,
      )
    }
  })
})

describe('taking a span out', () => {
  const without = (draft: string, language: Language = 'markdown'): string => {
    const { text, at } = drawn(draft)
    return after(text, removeSpan(readingOf(text, language), at, 'Take it out'))
  }

  it('takes the space before it, or the one after it where it begins the words', () => {
    assert.equal(without('Crime doubled {[citation needed]}.'), 'Crime doubled.')
    assert.equal(without('A. {TK} B.'), 'A. B.')
    assert.equal(without('{TK} B.'), 'B.')
    assert.equal(without('- {TK} B.'), '- B.')
    assert.equal(without('  {TK} B.'), '  B.')
  })

  it('takes the whole line of what stands alone on it', () => {
    assert.equal(without('A.\n{<!-- x -->}\nB.'), 'A.\nB.')
    assert.equal(without('> A.\n> {<!-- x -->}\n'), '> A.\n')
    assert.equal(without('A.\r\n\r\n{TK}\r\n\r\nB.'), 'A.\r\n\r\nB.')
  })

  it('takes the whole of a definition, with one of the blank lines around it', () => {
    assert.equal(without('A.\n\n{[^1]:} B.\n[^2]: C.\n'), 'A.\n\n[^2]: C.\n')
    assert.equal(without('A.\n\n{[^1]:} B.\n\n    More.\n\n[^2]: C.\n'), 'A.\n\n[^2]: C.\n')
    assert.equal(without('A.\n\n{[^1]:} B.'), 'A.')
    assert.equal(without('A.\n\n{[^1]: B.}\n'), 'A.\n\n')
    assert.equal(without('A.[1]\n\nSources\n[1] B\n{[2] C}', 'plaintext'), 'A.[1]\n\nSources\n[1] B')
  })
})
