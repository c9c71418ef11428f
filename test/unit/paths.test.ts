import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFiles } from '../../server/lsp/nodeFiles.ts'
import { fileWithin, folderOf } from '../../server/project/paths.ts'

describe('paths that a draft or a project names', () => {
  const root = 'file:///desk'
  const from = `${root}/drafts/may`

  it('are seen from where they are named', () => {
    assert.equal(fileWithin(root, from, 'a.bib'), `${from}/a.bib`)
    assert.equal(fileWithin(root, from, './../refs/a b.bib'), `${root}/drafts/refs/a%20b.bib`)
    assert.equal(fileWithin(root, from, '..\\..\\all.bib'), `${root}/all.bib`)
    assert.equal(
      fileWithin('vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/d', 'a.bib'),
      'vscode-vfs://github/o/r/d/a.bib',
    )
  })

  it('never lead out of the workspace', () => {
    const wrong = [
      '../../../a.bib',
      '/etc/a.bib',
      '\\\\host\\share\\a.bib',
      '//host/a.bib',
      'file:///desk/a.bib',
      'C:\\a.bib',
      'c:a.bib',
      '~/a.bib',
      'a\0.bib',
      'http://a.org/a.bib',
    ]
    for (const path of wrong) assert.equal(fileWithin(root, from, path), undefined, path)
    assert.equal(fileWithin(root, 'file:///deskother', 'a.bib'), undefined)
    assert.equal(fileWithin(root, from, '%2e%2e/%2e%2e/%2e%2e/a.bib'), `${from}/%252e%252e/%252e%252e/%252e%252e/a.bib`)
  })

  it('belong to the innermost folder', () => {
    assert.equal(folderOf(['file:///a', 'file:///a/b'], 'file:///a/b/c.md'), 'file:///a/b')
    assert.equal(folderOf(['file:///a'], 'file:///ab/c.md'), undefined)
  })
})

describe('files on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'says-who-files-'))
  const uri = (...names: string[]): string => pathToFileURL(join(folder, ...names)).href
  before(() => {
    mkdirSync(join(folder, 'in/deep/.git'), { recursive: true })
    writeFileSync(join(folder, 'secret.bib'), 'secret')
    writeFileSync(join(folder, 'in/a.bib'), 'a')
    for (const name of ['a.md', 'deep/b.md', 'deep/.git/c.md']) writeFileSync(join(folder, 'in', name), 'x')
    symlinkSync(join(folder, 'secret.bib'), join(folder, 'in/out.bib'))
    symlinkSync(join(folder, 'in/a.bib'), join(folder, 'in/same.bib'))
    symlinkSync(folder, join(folder, 'in/up'))
    symlinkSync('/dev/zero', join(folder, 'in/zero.bib'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const read = async (address: string): Promise<string | undefined> => {
    const bytes = await nodeFiles.read(address, uri('in'))
    return bytes && new TextDecoder().decode(bytes)
  }

  it('are read where they are regular files of the folder', async () => {
    assert.equal(await read(uri('in', 'a.bib')), 'a')
    assert.equal(await read(uri('in', 'same.bib')), 'a')
  })

  it('are not read outside it, through a link, from a device or from another machine', async () => {
    const wrong = [
      uri('secret.bib'),
      uri('in', 'out.bib'),
      uri('in', 'up', 'secret.bib'),
      uri('in', 'zero.bib'),
      uri('in'),
      uri('in', 'no.bib'),
      'file://host/a.bib',
      'file:///%00',
      'untitled:a.bib',
    ]
    for (const address of wrong) assert.equal(await read(address), undefined, address)
  })

  it('are found as drafts, but for hidden folders and what links lead to', async () => {
    assert.deepEqual((await nodeFiles.drafts(uri('in'))).sort(), [uri('in', 'a.md'), uri('in', 'deep', 'b.md')])
    assert.deepEqual(await nodeFiles.drafts('untitled:x'), [])
  })
})
