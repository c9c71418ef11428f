import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { check, checkReferences } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import { docsUrl, ruleById, rules } from '../../server/core/rules/index.ts'
import { type AnyRule, isAboutDrafts } from '../../server/core/rules/rule.ts'

/** What the rule finds, switched on where it is off until then. */
function findings(text: string, rule: AnyRule) {
  const settings = { rules: { [rule.id]: rule.severity } }
  if (isAboutDrafts(rule)) return check(read({ text, language: 'markdown' }), settings)
  return checkReferences(parseBibliography(text, 'bibtex', 'file:///a.bib'), settings)
}

for (const rule of rules) {
  describe(`the examples of ${rule.id}`, () => {
    for (const text of rule.examples.flagged)
      it(`flags: ${text}`, () => {
        assert.ok(findings(text, rule).some((finding) => finding.rule === rule.id))
      })
    for (const text of rule.examples.silent)
      it(`leaves alone: ${text}`, () => {
        assert.deepEqual(
          findings(text, rule).filter((finding) => finding.rule === rule.id),
          [],
        )
      })
  })
}

describe('the registry', () => {
  it('has each rule once, by a slug that its page is named after', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
    for (const rule of rules) {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)+$/)
      assert.equal(ruleById(rule.id), rule)
      assert.ok(docsUrl(rule.id).endsWith(`/docs/rules/${rule.id}.md`))
    }
  })
})
