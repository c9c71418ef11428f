import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { actions } from '../../server/core/features/actions.ts'
import { summary } from '../../server/core/features/summary.ts'
import { type DraftSymbol, symbols } from '../../server/core/features/symbols.ts'
import { check } from '../../server/core/findings.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { readingOf } from './editsDraft.ts'
import { claim } from './handmade.ts'

const found = (text: string, words: string, rule = 'unsourced-claim'): Finding => {
  const start = text.indexOf(words)
  return { rule, severity: 'warning', message: `Who says “${words}”?`, start, end: start + words.length }
}

describe('symbols', () => {
  const text = 'Rain fell.\n\n# One\n\n### Deep\n\nCrime doubled.\n\n## Two\n\nSun shone.\n\n# Three\n'
  const reading = readingOf(text, 'markdown', (at) => ({ claims: [claim(at('Crime doubled.'), 0.9)] }))
  const outline = (list: readonly DraftSymbol[]): unknown[] =>
    list.map((one) => (one.children.length === 0 ? one.name : [one.name, ...outline(one.children)]))

  it('nests headings by depth, with the open claims beneath', () => {
    const findings = [found(text, 'Rain'), found(text, 'doubled'), found(text, 'Sun'), found(text, 'Sun', 'other')]
    const tree = symbols(reading, findings)
    assert.deepEqual(outline(tree), ['Rain', ['One', ['Deep', 'Crime doubled.'], ['Two', 'Sun']], 'Three'])
    assert.equal(tree[0]?.detail, 'Who says “Rain”?')
  })

  it('spans what it holds', () => {
    const inside = (list: readonly DraftSymbol[], start: number, end: number): void => {
      for (const { span, selection, children } of list) {
        assert.ok(start <= span.start && span.start <= selection.start, text.slice(span.start))
        assert.ok(selection.end <= span.end && span.end <= end, text.slice(span.start))
        inside(children, span.start, span.end)
      }
    }
    inside(symbols(reading, [found(text, 'doubled'), found(text, 'Sun')]), 0, text.length)
  })
})

describe('summary', () => {
  it('counts claims, and those that nobody stands behind', () => {
    const text = 'Rain fell. Sun shone.'
    assert.deepEqual(summary(2, [found(text, 'Rain'), found(text, 'Sun', 'no-evidence')]), { claims: 2, open: 1 })
  })
})

describe('actions', () => {
  const text = 'Crime has doubled. Rain fell.'
  const reading = readingOf(text, 'markdown', (at) => ({
    claims: [claim(at('Crime has doubled.'), 0.9), claim(at('Rain fell.'), 0.2, [], { sentence: 1 })],
  }))
  const findings = check(reading)

  it('offers the fixes of what the range touches, one of them preferred', () => {
    assert.equal(findings.length, 1)
    const offered = actions(reading, findings, { start: 3, end: 3 })
    assert.ok(offered.some(({ fix }) => fix.title === 'Cite with a footnote' && fix.kind === 'quickfix'))
    assert.ok(offered.every(({ finding }) => finding === findings[0]))
    assert.equal(offered.filter(({ fix }) => fix.preferred).length, 1)
  })

  it('offers each fix once, even where two findings have it', () => {
    const [finding] = findings
    assert.ok(finding)
    const twice = actions(reading, [finding, { ...finding, rule: 'vague-source' }], { start: 0, end: 4 })
    const keys = twice.map(({ fix }) => JSON.stringify([fix.title, fix.edits]))
    assert.equal(new Set(keys).size, keys.length)
    assert.equal(twice.filter(({ fix }) => fix.preferred).length, 1)
  })

  it('offers a citation for a claim that nothing objects to, without pressing it', () => {
    const offered = actions(reading, findings, { start: text.length - 3, end: text.length - 3 })
    assert.deepEqual(
      offered.map(({ fix: { title, kind, preferred } }) => ({ title, kind, preferred })),
      [{ title: 'Cite with a footnote', kind: 'refactor.rewrite', preferred: undefined }],
    )
  })
})
