import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { check, defaultSettings, read } from '../../server/core/index.ts'
import { root } from '../built.ts'
import { randomEdits } from './edits.ts'

const EDITS = 500
const DRAFT = [
  '# Burglaries\n',
  'The mayor resigned on Sunday [citation needed].\n',
  'Crime in the city has tripled since 2019, to 4,200 burglaries, experts say.\n',
  '“We were not asked,” said Ann Calder, a councillor 😀 — e\u0301 שלום.\n',
  '> Nobody knows *how many* of the TWP’s figures are right.[^1]\n',
  '[^1]: A note.\n',
].join('\n')

/** What an editor told at its end. */
interface Told {
  readonly failure?: string
  readonly diagnostics: string[]
  readonly hover: string
  readonly fixed: string
  readonly unfixed: boolean
  readonly cancelled: number[]
  readonly text: string
  readonly last: string[]
}

/** What the witness saw, a line at a time. */
interface Seen {
  readonly look?: boolean
  readonly naive?: boolean
  readonly server?: boolean
  readonly whole?: boolean
  readonly cancelled?: unknown
  readonly answered?: unknown
  readonly error?: number
}

const here = fileURLToPath(new URL('.', import.meta.url))
const EDITORS = {
  Neovim: {
    program: 'nvim',
    words: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', join(here, 'neovim.lua')],
    extra: [],
  },
  Emacs: { program: 'emacs', words: ['--batch', '-Q', '-l', join(here, 'emacs.el')], extra: ['\0', 'a\0\0b'] },
}

/** Has an editor do random edits of a draft, and gives what it told and what the witness saw. */
function drive({ program, words, extra }: (typeof EDITORS)['Neovim' | 'Emacs'], draft: string, seed: number) {
  const desk = mkdtempSync(join(tmpdir(), 'says-who-editor-'))
  const at = (name: string): string => join(desk, name)
  try {
    writeFileSync(at('draft.md'), draft)
    writeFileSync(at('witness.jsonl'), '')
    const witness = at('witness.cjs')
    buildSync({ entryPoints: [join(here, 'witness.ts')], outfile: witness, bundle: true, platform: 'node' })
    const edits = randomEdits(seed, EDITS, extra)
    writeFileSync(at('edits.jsonl'), edits.map((edit) => `${JSON.stringify(edit)}\n`).join(''))
    const { status, stderr, error } = spawnSync(program, words, {
      cwd: root,
      encoding: 'utf8',
      timeout: 90_000,
      env: {
        ...process.env,
        ...{ HOME: desk, XDG_CONFIG_HOME: at('config'), XDG_DATA_HOME: at('data'), XDG_CACHE_HOME: at('cache') },
        ...{ DRAFT: at('draft.md'), COPY: at('copy'), EDITS: at('edits.jsonl'), TOLD: at('told.json') },
        WITNESS: at('witness.jsonl'),
        SERVER: JSON.stringify([process.execPath, witness]),
      },
    })
    assert.ok(!error && status === 0, `${program} ended with ${error?.message ?? status}: ${stderr.slice(-2000)}`)
    const seen = readFileSync(at('witness.jsonl'), 'utf8').trimEnd().split('\n')
    return {
      told: JSON.parse(readFileSync(at('told.json'), 'utf8')) as Told,
      seen: seen.map((line) => JSON.parse(line) as Seen),
    }
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
}

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0

for (const [name, editor] of Object.entries(EDITORS))
  describe(`${name} as a client`, function () {
    this.timeout(100_000)

    before(function () {
      if (isThere(editor.program)) return
      assert.ok(!process.env.CI, `${editor.program} must be there on a build machine`)
      this.skip()
    })

    for (const [lines, newline, seed] of [
      ['LF', '\n', 2026],
      ['CRLF', '\r\n', 1789],
    ] as const)
      it(`keeps one text with the server through ${EDITS} edits with undo, lines ending with ${lines} (seed ${seed})`, () => {
        const { told, seen } = drive(editor, DRAFT.replaceAll('\n', newline), seed)
        assert.equal(told.failure, undefined)

        const looks = seen.filter(({ look }) => look)
        assert.ok(looks.length > 2 * EDITS, `only ${looks.length} looks`)
        assert.deepEqual(
          looks.findIndex(({ server, naive }) => !server || !naive),
          -1,
          'the number of the look',
        )
        assert.ok(seen.filter(({ whole }) => whole === false).length > EDITS, 'changes were sent as changes')

        const messages = (text: string): string[] =>
          check(read({ text, language: 'markdown' }), defaultSettings).map(({ message }) => message)
        assert.deepEqual([...told.diagnostics].sort(), messages(DRAFT).sort())
        assert.deepEqual([...told.last].sort(), messages(told.text).sort())
        assert.ok(told.hover.length > 10)
        assert.notEqual(told.fixed, DRAFT)
        assert.equal(told.unfixed, true)

        // a cancellation may come late, but each request is answered once
        const answers = told.cancelled.map((id) => seen.filter(({ answered }) => answered === id))
        assert.ok(told.cancelled.every((id) => seen.some(({ cancelled }) => cancelled === id)))
        assert.ok(answers.every(({ length }) => length === 1))
        assert.ok(
          answers.some(([answer]) => answer?.error === -32800),
          'none was cancelled',
        )
      })
  })
