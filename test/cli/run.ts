import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { built } from '../built.ts'

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Makes a folder of files in which the program can run; a file is text or bytes. */
export function makeDesk(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'says-who-desk-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const environment = { ...process.env, NO_COLOR: undefined }
  return {
    folder,
    run(words: readonly string[], { input = '', cwd = folder } = {}): Run {
      const done = spawnSync(process.execPath, [built('cli.js'), ...words], {
        cwd,
        input,
        encoding: 'utf8',
        env: environment,
        maxBuffer: 2 ** 28,
      })
      return { status: done.status, out: done.stdout, err: done.stderr }
    },
    start: (words: readonly string[]) =>
      spawn(process.execPath, [built('cli.js'), ...words], { cwd: folder, env: environment }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
