import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { built } from '../built.ts'
import { makeDesk } from './run.ts'

const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'
const FILLER = 'The river ran high and the bridge was shut, and nobody came. '
const DRAFTS = 40
const name = (index: number): string => `many/${String(index).padStart(2, '0')}.md`

describe('says-who check of a whole folder', function () {
  this.timeout(120_000)
  const drafts = Array.from({ length: DRAFTS }, (_, index) => [
    name(index),
    `${FILLER.repeat(100)}\n\n${`${LEFTOVER}\n\n`.repeat(index % 3)}`,
  ])
  const desk = makeDesk({
    ...Object.fromEntries(drafts),
    'many/latin.txt': Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
    'many/.says-who.json': '{"exclude": ["07.md"]}',
    'line.txt': FILLER.repeat(40_000),
  })
  after(() => desk.remove())

  const names = (out: string): string[] => JSON.parse(out).map(({ file }: { file: string }) => file)

  it('prints what each draft alone would give, in order, whatever is checked first', () => {
    const all = desk.run(['check', '--format', 'json', '.'], { cwd: `${desk.folder}/many` })
    assert.equal(all.status, 2)
    assert.match(all.err, /^says-who: “latin\.txt” [^\n]+\n$/)
    const files = drafts.map(([path = '']) => path.slice('many/'.length)).filter((path) => path !== '07.md')
    assert.deepEqual(names(all.out), files)
    const found = JSON.parse(all.out)
    for (const index of [0, 1, 20]) {
      const alone = desk.run(['check', '--format', 'json', files[index] ?? ''], { cwd: `${desk.folder}/many` })
      assert.deepEqual(JSON.parse(alone.out), [found[index]])
    }
  })

  it('stops at once at Ctrl+C, with an output that is whole as far as it goes', async () => {
    if (process.platform === 'win32') return
    const child = desk.start(['check', '--format', 'json', 'many', 'line.txt'])
    let [out, err] = ['', '']
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdout.on('data', (chunk) => {
      const wasThere = out.includes(name(1))
      out += chunk
      if (!wasThere && out.includes(name(1))) child.kill('SIGINT')
    })
    const [status] = await once(child, 'close')
    assert.equal(status, 130)
    assert.ok(names(out).length >= 2)
    assert.match(err, /Stopped after \d+ of 42 drafts\.\n$/)
  })

  it('stops at once in the midst of a long draft', async () => {
    if (process.platform === 'win32') return
    const child = desk.start(['check', '--format', 'json', 'line.txt'])
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, 500))
    const from = Date.now()
    child.kill('SIGINT')
    const [status] = await once(child, 'close')
    assert.equal(status, 130)
    assert.deepEqual(JSON.parse(out), [])
    assert.ok(Date.now() - from < 2000, `${Date.now() - from} ms`)
  })

  it('shows on one line of a terminal how far it is, and writes nothing of it elsewhere', function () {
    const words = [process.execPath, built('cli.js'), 'check', '--format', 'json', 'many']
    const inTerminal = spawnSync('script', ['-qec', words.map((word) => `'${word}'`).join(' '), '/dev/null'], {
      cwd: desk.folder,
      encoding: 'utf8',
    })
    if (inTerminal.error !== undefined || process.platform !== 'linux') this.skip()
    const [before = '', shown = ''] = inTerminal.stdout.split('\r\u001b[2K')
    assert.ok(before.startsWith('['))
    assert.match(shown, /^\d+ of 41 drafts$/)
    assert.ok(!desk.run(['check', 'many']).err.includes('of 41 drafts'))
  })
})
