import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { generated, stale } from '../../scripts/generate.ts'
import { rules } from '../../server/core/rules/index.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A project with a manifest, a README and the page of a rule that is no more. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'says-who-'))
  const properties = { 'saysWho.rules.gone': {}, 'saysWho.trace': { type: 'string' } }
  const manifest = { name: 'a', contributes: { commands: [], configuration: { title: 'T', properties } }, scripts: {} }
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(root, 'README.md'), 'Before.\n<!-- rules -->\nold\n<!-- /rules -->\nAfter.\n')
  mkdirSync(join(root, 'docs/rules'), { recursive: true })
  writeFileSync(join(root, 'docs/rules/gone.md'), '')
  return root
}

describe('what is made from the rules', () => {
  it('is as the rules are now; if not, run npm run generate', () => {
    assert.deepEqual(stale(ROOT), [])
  })

  it('keeps the rest of the manifest and of the README, and lets go of rules that are no more', () => {
    const root = project()
    try {
      const files = generated(root)
      const manifest = JSON.parse(files.get('package.json') ?? '')
      assert.deepEqual(Object.keys(manifest), ['name', 'contributes', 'scripts'])
      assert.deepEqual(Object.keys(manifest.contributes.configuration.properties), [
        'saysWho.trace',
        'saysWho.citationStyle',
        'saysWho.referenceStyle',
        'saysWho.bibliography',
        ...rules.map(({ id }) => `saysWho.rules.${id}`),
      ])
      const readme = files.get('README.md') ?? ''
      assert.match(readme, /^Before\.\n<!-- rules -->\n\| rule/)
      assert.match(readme, /\n<!-- \/rules -->\nAfter\.\n$/)
      assert.ok(files.has('docs/rules/gone.md') && files.get('docs/rules/gone.md') === undefined)
      assert.ok(stale(root).includes('docs/rules/gone.md'))
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
