import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makeDesk } from './run.ts'

const ENTRY =
  '@book{calder1990,\n  title = {The Dam},\n  author = {Calder, Ines},\n  publisher = {Hill Press},\n  year = {1990}\n}\n'
const naming = (path: string): string =>
  `---\nbibliography: '${path}'\n---\n\nIt fell [@calder1990]. It rose [@doe1999].\n`

describe('says-who and bibliographies', function () {
  this.timeout(60_000)
  const outside = makeDesk({ 'secret.bib': ENTRY })
  const desk = makeDesk({
    'refs/a.bib': ENTRY,
    'a.md': naming('refs/a.bib'),
    'deep/b.md': naming('../refs/a.bib'),
    'lost.md': naming('missing.bib'),
    'out.md': naming('../a.bib'),
    'linked.md': naming('link.bib'),
    'plain.md': 'It fell [@calder1990]. It rose [@doe1999].\n',
    'project/.says-who.json': '{"bibliography": "all.bib"}',
    'project/all.bib': ENTRY,
    'project/c.md': 'It fell [@calder1990]. It rose [@doe1999].\n',
  })
  symlinkSync(join(outside.folder, 'secret.bib'), join(desk.folder, 'link.bib'))

  after(() => {
    desk.remove()
    outside.remove()
  })

  const found = (path: string, cwd = desk.folder): string[] => {
    const { out } = desk.run(['check', path, '--format', 'json'], { cwd })
    const files: Array<{ findings: Array<{ rule: string; message: string }> }> = JSON.parse(out)
    return files.flatMap(({ findings }) =>
      findings.map(({ rule, message }) => `${rule}${/doe1999/.test(message) ? ' doe1999' : ''}`),
    )
  }

  it('finds the keys that none has, as an editor does', () => {
    assert.deepEqual(found('a.md'), ['undefined-citation doe1999'])
    assert.deepEqual(found('deep/b.md'), ['undefined-citation doe1999'])
    assert.deepEqual(found('plain.md'), [])
    assert.deepEqual(found('c.md', join(desk.folder, 'project')), ['undefined-citation doe1999'])
  })

  it('says that one cannot be read, and reads none outside the folder, not through a link either', () => {
    for (const path of ['lost.md', 'out.md', 'linked.md']) assert.deepEqual(found(path), ['broken-reference'], path)
  })
})
