import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { attributeNearby, citeExisting, citeWithFootnote, markCitationNeeded } from '../../server/core/edits/index.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import type { Span } from '../../server/core/text/span.ts'

/** The first paragraph of a draft after a fix at the figure "8 %". */
function changed(text: string, fixOf: (reading: Reading, at: Span) => ReturnType<typeof citeWithFootnote> | undefined) {
  const start = text.indexOf('8 %')
  const fix = fixOf(read({ text, language: 'markdown' }), { start, end: start + 3 })
  return fix && applyEdits(text, fix.edits).split('\n')[0]
}

const MORE = ' and the mayor was arrested on Friday.'
const NOTE = '\n\n[^1]: Police.'

describe('fixes for a clause that another one follows', () => {
  it('put a note behind its comma, and before it where the draft does', () => {
    assert.equal(changed(`Crime fell by 8 %,${MORE}`, citeWithFootnote), `Crime fell by 8 %,[^1]${MORE}`)
    assert.equal(
      changed(`It rained,[^1] he said. Crime fell by 8 %,${MORE}${NOTE}`, citeWithFootnote),
      `It rained,[^1] he said. Crime fell by 8 %,[^2]${MORE}`,
    )
    assert.equal(
      changed(`It rained[^1], he said. Crime fell by 8 %,${MORE}${NOTE}`, citeWithFootnote),
      `It rained[^1], he said. Crime fell by 8 %[^2],${MORE}`,
    )
  })

  it('put a note behind the markup and the notes of the clause', () => {
    assert.equal(changed(`Crime fell by **8 %**,${MORE}`, citeWithFootnote), `Crime fell by **8 %**,[^1]${MORE}`)
    assert.equal(changed(`Crime fell by 8 %,[^1]${MORE}${NOTE}`, citeWithFootnote), `Crime fell by 8 %,[^1][^2]${MORE}`)
  })

  it('put a note into a relative clause', () => {
    assert.equal(
      changed('The club, which took 8 % of it, was closed.', citeWithFootnote),
      'The club, which took 8 % of it,[^1] was closed.',
    )
  })

  it('put keys, links, marks and speakers before its comma or behind it, each as is usual', () => {
    assert.equal(
      changed(`It rained [@a2020]. Crime fell by 8 %,${MORE}`, citeWithFootnote),
      `It rained [@a2020]. Crime fell by 8 % [@],${MORE}`,
    )
    assert.equal(
      changed(`It rained [@a2020]. Crime fell by 8 %;${MORE}`, (reading, at) => citeExisting(reading, at)[0]),
      `It rained [@a2020]. Crime fell by 8 % [@a2020];${MORE}`,
    )
    assert.equal(
      changed(`Crime fell by 8 %,${MORE}`, markCitationNeeded),
      `Crime fell by 8 %, [citation needed]${MORE}`,
    )
    const attribute = (reading: Reading, at: Span) => attributeNearby(reading, at)[0]
    assert.equal(
      changed(`Ana Ruiz said it rained. Crime fell by 8 %,${MORE}`, attribute),
      `Ana Ruiz said it rained. Crime fell by 8 %, Ana Ruiz said,${MORE}`,
    )
    assert.equal(
      changed(`Ana Ruiz said it rained. Crime fell by 8 %${MORE}`, attribute),
      `Ana Ruiz said it rained. Crime fell by 8 %, Ana Ruiz said,${MORE}`,
    )
  })

  it('stay at the end of the sentence for the last clause', () => {
    assert.equal(
      changed('The mayor was arrested on Friday, and crime fell by 8 %.', citeWithFootnote),
      'The mayor was arrested on Friday, and crime fell by 8 %.[^1]',
    )
  })
})
