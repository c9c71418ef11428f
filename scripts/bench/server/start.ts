import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Spread, spreadOf } from '../spread.ts'
import { connect } from './connect.ts'

/** A process that is started many times, by the clock. */
export interface Start {
  readonly what: string
  readonly clock: Spread
}

/** A file that is shipped, in bytes. */
export interface Size {
  readonly name: string
  readonly bytes: number
  readonly packed: number
}

/** Starts the server and the command line, and Node.js with nothing to do, in turns. */
export async function starts(root: string, times: number): Promise<Start[]> {
  const timed = (args: readonly string[]): number => {
    const from = performance.now()
    spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
    return performance.now() - from
  }
  const [server, line, none]: [number[], number[], number[]] = [[], [], []]
  for (let time = 0; time < times; time++) {
    const session = await connect(join(root, 'dist/server.node.js'))
    server.push(session.started)
    session.end()
    line.push(timed(['dist/cli.js', 'check', 'seeds/venezuela-call.txt']))
    none.push(timed(['--eval', '0']))
  }
  return [
    { what: 'the server, to its answer to `initialize`', clock: spreadOf(server) },
    { what: '`says-who check seeds/venezuela-call.txt`, all of it', clock: spreadOf(line) },
    { what: 'Node.js with nothing to do, all of it', clock: spreadOf(none) },
  ]
}

/** The files that are shipped, and the package where there is one. */
export function sizes(root: string): Size[] {
  const size = (name: string): Size => {
    const content = readFileSync(join(root, name))
    return { name, bytes: content.length, packed: gzipSync(content).length }
  }
  const files = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packed = `${name}-${version}.vsix`
  return [
    ...files.sort().map((file) => size(`dist/${file}`)),
    ...(existsSync(join(root, packed)) ? [size(packed)] : []),
  ]
}
