import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type Node, parse } from 'acorn'
import { transformSync } from 'esbuild'

/** A file of the project: its path from the root, with forward slashes, and what it says. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every text file that is in the repository or about to be, but for what git ignores. */
export function projectFiles(...folders: string[]): Source[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders]
  const paths = execFileSync('git', args, { encoding: 'utf8' }).split('\n')
  return paths
    .filter((path) => path !== '' && existsSync(path) && !/\.(png|ico|gz)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

export const isCode = (source: Source): boolean => /\.(ts|mjs)$/.test(source.path)

/** Word lists and fitted numbers, which are long because the world is. */
export const isData = (source: Source): boolean => /\/(lexicon|fitted)\//.test(source.path)

/** One import of a file: what it names as it stands, the file that it is (for a relative one), whether only types cross. */
export interface Import {
  readonly specifier: string
  readonly file: string | undefined
  readonly typeOnly: boolean
}

/** The imports and re-exports of a file, dynamic ones included. */
export function importsOf(source: Source): Import[] {
  const pattern = /^(?:import|export)\b([^'"]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...source.text.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? match[4] ?? ''
    const file = specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : undefined
    return { specifier, file, typeOnly: /^\s*type\b/.test(match[1] ?? '') }
  })
}

/** A node of a syntax tree, whose fields hold other nodes. */
export type Tree = Node & { readonly [field: string]: unknown }

/** Every node of the JavaScript that a TypeScript file becomes, the outer before the inner. */
export function nodesOf(source: Source): Tree[] {
  const { code } = transformSync(source.text, { loader: 'ts', target: 'esnext' })
  const nodes: Tree[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      nodes.push(value)
      Object.values(value).forEach(visit)
    }
  }
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
  return nodes
}

const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
