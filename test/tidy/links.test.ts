import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../built.ts'
import { projectFiles, type Source } from './sources.ts'

/** Links of a page to files of this project that are not there. Code, in which links are only spoken of, is left out. */
const deadLinks = ({ path, text }: Source): string[] =>
  [
    ...text
      .replace(/^ *```[\s\S]*?^ *```/gm, '')
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
  ]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(root, dirname(path), target)))
    .map((target) => `${path}: ${target}`)

describe('pages', () => {
  it('lead to files that are there', () => {
    const pages = projectFiles().filter(({ path }) => path.endsWith('.md') && !path.startsWith('test/'))
    assert.ok(pages.length > 20)
    assert.deepEqual(pages.flatMap(deadLinks), [])
    assert.deepEqual(deadLinks({ path: 'docs/a.md', text: '[a](b.md), [c](../README.md), `[d](e.md)`' }), [
      'docs/a.md: b.md',
    ])
  })
})
