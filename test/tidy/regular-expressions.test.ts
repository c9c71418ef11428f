import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { nodesOf, projectFiles, type Source } from './sources.ts'

const CACHE = 'out/recheck.json'

/** A regular expression of the program; one that is put together at run time has no pattern that could be proven. */
interface Expression {
  readonly path: string
  readonly pattern: string | undefined
  readonly flags: string
}

function expressionsOf(source: Source): Expression[] {
  return nodesOf(source).flatMap((node): Expression[] => {
    const literal = node.type === 'Literal' ? (node.regex as { pattern: string; flags: string } | undefined) : undefined
    if (literal !== undefined) return [{ path: source.path, ...literal }]
    const called = node.type === 'NewExpression' || node.type === 'CallExpression' ? node.callee : undefined
    const built = (called as { name?: string } | undefined)?.name === 'RegExp'
    return built ? [{ path: source.path, pattern: undefined, flags: '' }] : []
  })
}

/** Why an expression is not proven to take linear time; undefined where it is. */
function objection({ path, pattern, flags }: Expression): string | undefined {
  if (pattern === undefined) return `${path}: built at run time, so nothing can be proven of it`
  const result = checkSync(pattern, flags, { checker: 'automaton', timeout: 30_000 })
  if (result.status === 'safe') return undefined
  const why = result.status === 'unknown' ? `not proven (${result.error.kind})` : result.complexity.summary
  return `${path}: /${pattern}/${flags} is ${why}`
}

/** What has been proven before, so that only what is new is checked. */
function proven(): Set<string> {
  try {
    return new Set(JSON.parse(readFileSync(CACHE, 'utf8')))
  } catch {
    return new Set()
  }
}

describe('regular expressions', () => {
  it('take linear time, every one in the server, proven by recheck', function () {
    this.timeout(300_000)
    const known = proven()
    const name = ({ pattern, flags }: Expression): string => `/${pattern}/${flags}`
    const all = projectFiles('server')
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap(expressionsOf)
    const objections = all
      .filter((expression) => !known.has(name(expression)))
      .flatMap((expression) => {
        const found = objection(expression)
        if (found === undefined) known.add(name(expression))
        return found ?? []
      })
    mkdirSync('out', { recursive: true })
    writeFileSync(CACHE, JSON.stringify([...known].sort(), undefined, 1))
    assert.deepEqual(objections, [])
  })

  it('are found and objected to when they do not', function () {
    this.timeout(60_000)
    const path = 'a.ts'
    const text = 'const a: RegExp = /(a+)+$/, b = /\\s+$/u, c = new RegExp(a.source), d = "/(a+)+$/".split(/a/)'
    const objections = expressionsOf({ path, text }).flatMap((expression) => objection(expression) ?? [])
    assert.equal(objections.length, 3, objections.join('\n'))
  })
})
