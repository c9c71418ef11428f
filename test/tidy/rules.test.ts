import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importsOf, projectFiles, type Source } from './sources.ts'

const INDEX = 'server/core/rules/index.ts'

/** A file of the folder that makes a rule, known by the type that it says it is. */
const isRule = ({ text }: Source): boolean => /^export const \w+: (?:Bibliography)?Rule\b/m.test(text)

/** Rules that are not what their file is called, share a file, or are not registered. */
function objections(sources: readonly Source[]): string[] {
  const index = sources.find(({ path }) => path === INDEX)
  const registered = index === undefined ? [] : importsOf(index).map(({ file }) => file)
  return sources.filter(isRule).flatMap(({ path, text }) => {
    const ids = [...text.matchAll(/^ {2}id: '([^']+)'/gm)].map((match) => match[1])
    const name = basename(path, '.ts')
    const found = ids.length === 1 && ids[0] === name ? [] : [`${path} holds ${ids.join(', ') || 'no rule'}`]
    return registered.includes(path) ? found : [...found, `${path} is not in ${INDEX}`]
  })
}

describe('rules', () => {
  const sources = projectFiles('server/core/rules')

  it('are one file each, named after the rule, and registered', () => {
    assert.deepEqual(objections(sources), [])
    const rule = "export const a: Rule = {\n  id: 'another',\n}"
    assert.equal(
      objections([
        { path: 'server/core/rules/a.ts', text: rule },
        { path: INDEX, text: '' },
      ]).length,
      2,
    )
  })

  it('are the rules of the settings', () => {
    const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration
    const settings = Object.keys(properties)
      .filter((name) => name.startsWith('saysWho.rules.'))
      .map((name) => name.slice('saysWho.rules.'.length))
    assert.deepEqual(
      settings.toSorted(),
      sources
        .filter(isRule)
        .map(({ path }) => basename(path, '.ts'))
        .toSorted(),
    )
  })
})
