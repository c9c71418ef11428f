import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { isCode, isData, nodesOf, projectFiles, type Source } from './sources.ts'

const file = (path: string, text: string): Source => ({ path, text })

const tooLong = (sources: readonly Source[]): string[] =>
  sources
    .filter((source) => isCode(source) && !isData(source) && source.text.trimEnd().split('\n').length > 300)
    .map(({ path }) => path)

/** File names in which a word says nothing of what is in them. */
const vague = (sources: readonly Source[]): string[] =>
  sources
    .map(({ path }) => path)
    .filter((path) =>
      basename(path)
        .split(/[^A-Za-z]|(?=[A-Z])/)
        .some((word) => /^(utils?|managers?|helpers?|issues?|entity|entities|misc)$/i.test(word)),
    )

/** Paths of somebody's machine: a home folder, a temporary folder with a name in it, a drive of Windows. */
const foreignPaths = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w.:/~-])\/(?:home|Users|root|work)\/[\w.-]+|(?<!\w)[A-Z]:\\\w+/g)].map(
      (match) => `${path}: ${match[0]}`,
    ),
  )

/** Where a file knows columns (a line never comes without one), or turns a position into an offset. */
function coordinates(source: Source): string[] {
  const names = new Set(['character', 'column', 'lineAt', 'offsetAt', 'positionAt'])
  return nodesOf(source).flatMap((node) => {
    const member = node.type === 'MemberExpression' && node.computed === false ? node.property : undefined
    const key = node.type === 'Property' && node.computed === false ? node.key : undefined
    const name = ((member ?? key) as { name?: string } | undefined)?.name
    return name !== undefined && names.has(name) ? [`${source.path}: ${name}`] : []
  })
}

describe('files', () => {
  const all = projectFiles()

  it('fit in one sitting', () => {
    assert.deepEqual(tooLong(all), [])
    assert.equal(tooLong([file('a.ts', 'a\n'.repeat(301))]).length, 1)
  })

  it('have a name that says what is in them', () => {
    assert.deepEqual(vague(all), [])
    assert.deepEqual(vague([file('server/textUtils.ts', '')]), ['server/textUtils.ts'])
  })

  it('know nothing of the machine that they were written on', () => {
    const own = 'test/tidy/files.test.ts'
    assert.deepEqual(foreignPaths(all.filter(({ path }) => path !== own)), [])
    assert.equal(foreignPaths([file('a.ts', "open('/home/ann/draft.md')"), file('b.ts', 'C:\\drafts')]).length, 2)
  })

  it('count in offsets, but where the protocol or a terminal is spoken to', function () {
    this.timeout(20_000)
    const edge = ['server/lsp/toProtocol.ts', 'server/lsp/draftText.ts']
    const sources = projectFiles('server').filter(
      ({ path }) => path.endsWith('.ts') && !edge.includes(path) && !path.startsWith('server/cli/'),
    )
    assert.deepEqual(sources.flatMap(coordinates), [])
    assert.deepEqual(coordinates(file('a.ts', 'const a = { line: 1 }; a.character')), ['a.ts: character'])
  })

  it('lock the dependencies without naming a registry', () => {
    const lock = all.find(({ path }) => path === 'package-lock.json')?.text ?? ''
    assert.ok(lock.includes('"integrity"'))
    assert.ok(!lock.includes('"resolved"'))
  })
})
