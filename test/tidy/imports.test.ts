import assert from 'node:assert/strict'
import { importsOf, isCode, nodesOf, projectFiles, type Source } from './sources.ts'

/** The house from the ground up. A file may import what stands lower, or its own storey. */
const STOREYS: readonly (readonly string[])[] = [
  ['server/core/text/'],
  ['server/core/blocks/'],
  ['server/core/english/'],
  ['server/core/marks/'],
  ['server/core/sources/'],
  ['server/core/reading'],
  ['server/core/edits/', 'server/core/references/'],
  ['server/core/citing/'],
  ['server/core/rules/'],
  ['server/core/settings.ts'],
  ['server/core/findings.ts'],
  ['server/core/live/'],
  ['server/core/features/'],
  ['server/core/index.ts'],
  ['server/project/', 'server/lookup/'],
  ['server/lsp/', 'server/cli/'],
]

/** What the core may import besides itself: the parsers of Markdown and of YAML, in which references are written. Both are pure. */
const PARSER = /^(js-yaml|unified|remark-parse|micromark|micromark-[\w-]+|mdast-util-[\w-]+|mdast|vfile|unist)$/

/** What can open a connection. */
const NETWORK = /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|inspector)$|^undici$/

/** The same for what is there without an import. */
const GLOBALS = new Set(['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'sendBeacon', 'importScripts'])

const storeyOf = (path: string): number => STOREYS.findIndex((names) => names.some((name) => path.startsWith(name)))

const inCore = (path: string): boolean => path.startsWith('server/core/')

/** Every import that goes up the house, or above the core sideways from one room to another. */
function climbing(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ file }) => {
      if (file === undefined) return []
      const [from, to] = [storeyOf(source.path), storeyOf(file)]
      const neighbours = !inCore(file) && to === from && file.split('/')[1] !== source.path.split('/')[1]
      return from >= 0 && (to < 0 || to > from || neighbours) ? [`${source.path} imports ${file}`] : []
    }),
  )
}

/** Files of the core that stand on no storey. */
const homeless = (sources: readonly Source[]): string[] =>
  sources.map(({ path }) => path).filter((path) => inCore(path) && storeyOf(path) < 0)

/** Every import that a part of the program has no business with. */
function strange(sources: readonly Source[]): string[] {
  const inside = (path: string, ...folders: string[]): boolean => folders.some((folder) => path.startsWith(folder))
  const allowed = ({ path }: Source, specifier: string, file: string | undefined): boolean => {
    if (inCore(path)) return file === undefined ? PARSER.test(specifier) : inCore(file)
    if (inside(path, 'client/')) return file === undefined || inside(file, 'client/')
    if (file !== undefined && inCore(file)) return file === 'server/core/index.ts'
    if (file !== undefined && inside(file, 'server/lookup/')) return inside(path, 'server/lookup/', 'server/lsp/')
    if (NETWORK.test(specifier)) return inside(path, 'server/lookup/')
    if (specifier === 'vscode') return false
    if (specifier.startsWith('vscode-languageserver')) return inside(path, 'server/lsp/')
    return true
  }
  return sources.flatMap((source) =>
    importsOf(source)
      .filter(({ specifier, file }) => !allowed(source, specifier, file))
      .map(({ specifier }) => `${source.path} imports ${specifier}`),
  )
}

/** The worker loads the core, a file of the extension, as a page loads a script. */
const loadsCore = ({ path }: Source, name: string): boolean =>
  path === 'server/lsp/main.browser.ts' && name === 'importScripts'

/** Every place outside the look-ups that names something by which a connection can be opened. */
const reaching = (sources: readonly Source[]): string[] =>
  sources.flatMap((source) =>
    source.path.startsWith('server/lookup/')
      ? []
      : nodesOf(source).flatMap((node) => {
          const name = node.type === 'Identifier' ? (node.name as string) : ''
          return GLOBALS.has(name) && !loadsCore(source, name) ? [`${source.path}: ${name}`] : []
        }),
  )

/** The first circle of imports that is found, as a list of files. Types may point back: nothing of them is left to load. */
function circle(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap(({ file, typeOnly }) => (file === undefined || typeOnly ? [] : [file])),
    ]),
  )
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    done.add(path)
    for (const next of graph.get(path) ?? []) {
      const found = walk(next, [...trail, path])
      if (found.length > 0) return found
    }
    return []
  }
  for (const path of graph.keys()) {
    const found = walk(path, [])
    if (found.length > 0) return found
  }
  return []
}

describe('imports', function () {
  this.timeout(30_000)

  const sources = projectFiles('server', 'client').filter(isCode)
  const file = (path: string, text: string): Source => ({ path, text })

  it('run one way', () => {
    assert.deepEqual(climbing(sources), [])
    assert.deepEqual(climbing([file('server/core/blocks/a.ts', "import { b } from '../rules/b.ts'")]), [
      'server/core/blocks/a.ts imports server/core/rules/b.ts',
    ])
    assert.equal(climbing([file('server/cli/a.ts', "import { b } from '../lsp/b.ts'")]).length, 1)
  })

  it('find every file of the core in its place', () => {
    assert.deepEqual(homeless(sources), [])
    assert.equal(homeless([file('server/core/other/a.ts', '')]).length, 1)
  })

  it('leave the protocol to the language server and the client, and the core to its one door', () => {
    assert.deepEqual(strange(sources), [])
    const wrong = [
      file('server/core/text/a.ts', "import { readFileSync } from 'node:fs'"),
      file('server/core/text/b.ts', "import type { Range } from 'vscode-languageserver-types'"),
      file('server/cli/a.ts', "import { createConnection } from 'vscode-languageserver/node'"),
      file('server/lsp/a.ts', "import * as vscode from 'vscode'"),
      file('server/lsp/b.ts', "import { read } from '../core/reading.ts'"),
      file('client/a.ts', "const { read } = await import('../server/core/index.ts')"),
      file('server/cli/b.ts', "import { lookUpDoi } from '../lookup/lookUpDoi.ts'"),
      file('server/project/a.ts', "import { connect } from 'node:net'"),
      file('server/lookup/a.ts', "import { workspace } from 'vscode'"),
    ]
    assert.equal(strange(wrong).length, wrong.length)
  })

  it('leave the network to the look-ups', () => {
    assert.deepEqual(reaching(sources), [])
    const wrong = [
      file('server/cli/a.ts', "fetch('https://example.com')"),
      file('client/a.ts', "globalThis.fetch('https://example.com')"),
      file('server/core/a.ts', "new WebSocket('wss://example.com')"),
    ]
    assert.equal(reaching(wrong).length, wrong.length)
  })

  it('go in no circle', () => {
    assert.deepEqual(circle(sources), [])
    const round = [file('a.ts', "import { b } from './b.ts'"), file('b.ts', "export { a } from './a.ts'")]
    assert.deepEqual(circle(round), ['a.ts', 'b.ts', 'a.ts'])
  })
})
