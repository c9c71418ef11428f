import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** The paths of the programs that are measured, and of those that measure them. */
export interface Programs {
  /** The server as it is shipped. */
  readonly server: string
  /** A server that reads nothing. */
  readonly empty: string
  /** What tells from within a server what it uses. */
  readonly probe: string
  /** What follows edits without a server. */
  readonly core: string
}

/** Builds everything as it is shipped, into `dist`, and the bench's own programs into a folder. */
export function programsIn(root: string, out: string): Programs {
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: 'inherit' })
  const make = (name: string, format: 'cjs' | 'esm'): string => {
    const outfile = join(out, `server-${name}.${format === 'cjs' ? 'cjs' : 'mjs'}`)
    const entryPoints = [`scripts/bench/server/${name}.ts`]
    const common = {
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    } as const
    buildSync({ ...common, entryPoints, outfile, format })
    return outfile
  }
  return {
    server: join(root, 'dist/server.node.js'),
    empty: make('empty', 'cjs'),
    probe: make('probe', 'cjs'),
    core: make('core', 'esm'),
  }
}
