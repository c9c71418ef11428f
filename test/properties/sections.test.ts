import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import '../chance.ts'
import { structure } from '../../server/core/blocks/index.ts'
import { composed, editedSections, type Sections, sectionsOf } from '../../server/core/blocks/sections.ts'
import type { Draft } from '../../server/core/text/draft.ts'
import { markdownScripts, placed, plainScripts, type Script } from './sectionsDrafts.ts'

/** Milliseconds: a failure is not made smaller for longer than this. */
const LONGEST = 240_000

/** Checks that sections are a draft's, whole and in order. */
function assertWhole(sections: Sections, draft: Draft): void {
  assert.deepEqual(composed(sections), structure(draft))
  assert.equal(
    sections.sections.reduce((sum, { length }) => sum + length, 0),
    draft.text.length,
  )
  for (const { length, prose, blocks } of sections.sections) {
    assert.ok(length > 0)
    assert.equal(prose.length, length)
    for (const { start, end } of blocks) assert.ok(start >= 0 && end <= length, 'no block leaves its section')
  }
}

function follow({ text, language, edits }: Script): void {
  let draft: Draft = { text, language }
  let sections = sectionsOf(draft)
  assertWhole(sections, draft)
  for (const change of edits) {
    const { start, end, text: put } = placed(draft.text, change)
    draft = { text: draft.text.slice(0, start) + put + draft.text.slice(end), language }
    sections = editedSections(sections, draft, { start, end, length: put.length })
    assertWhole(sections, draft)
  }
}

describe('sections, after any ten edits', function () {
  this.timeout(600_000)

  it('are what the whole Markdown draft is taken apart into', () => {
    fc.assert(fc.property(markdownScripts, follow), { numRuns: 2000, interruptAfterTimeLimit: LONGEST })
  })

  it('are what the whole plain text is taken apart into', () => {
    fc.assert(fc.property(plainScripts, follow), { numRuns: 2000, interruptAfterTimeLimit: LONGEST })
  })
})
