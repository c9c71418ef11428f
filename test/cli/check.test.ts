import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { makeDesk } from './run.ts'

const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'

describe('says-who check', function () {
  this.timeout(60_000)
  const desk = makeDesk({
    'open.md': `# News\r\n\r\n${LEFTOVER}\r\n`,
    'open.txt': `A line.\n${LEFTOVER}\n`,
    'clean.md': 'Good morning!\n',
    'note.md': 'Good morning!\n\n[^1]: Never cited.\n',
    'deep/one.md': LEFTOVER,
    'deep/er/two.txt': LEFTOVER,
    'deep/.hidden/three.md': LEFTOVER,
    'deep/node_modules/four.md': LEFTOVER,
    'code/main.c': 'int main;',
    'image.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    'wide.txt': Uint8Array.from([0xff, 0xfe, 0x63, 0, 0x61, 0]),
    'latin.txt': Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
    'escape.txt': `A\u001b[31m red\u0007 line [citation needed].`,
    'broken/.says-who.json': '{"rules": {"citation-needed": "off",}}',
    'broken/a.md': LEFTOVER,
    'strange/.says-who.json': '{"rules": {"citation-neded": "off"}}',
    'strange/a.md': LEFTOVER,
    'ruled/.says-who.json': '{"rules": {"citation-needed": "hint"}, "exclude": ["archive"]}',
    'ruled/a.md': LEFTOVER,
    'ruled/sub/b.md': LEFTOVER,
    'ruled/archive/old.md': LEFTOVER,
  })
  const { run } = desk

  after(() => desk.remove())

  it('shows people the line, with carets under the words at stake', () => {
    const { status, out, err } = run(['check', 'open.md'])
    assert.equal(status, 1)
    assert.equal(err, '')
    const lines = out.split('\n')
    assert.equal(lines[0], 'open.md')
    assert.match(lines[1] ?? '', /^ {2}3:30 {2}warning {2}.+ {2}citation-needed$/)
    const [source = '', carets = ''] = lines.slice(2)
    const from = source.indexOf('[citation needed]')
    assert.equal(carets, ' '.repeat(from) + '^'.repeat('[citation needed]'.length))
    assert.equal(lines[5], '1 warning in 1 draft.')
    assert.ok(!out.includes('\u001b'))
  })

  it('says that nothing was found', () => {
    assert.deepEqual(run(['check', 'clean.md']), { status: 0, out: 'Nothing to object to in 1 draft.\n', err: '' })
  })

  it('writes no control of a draft to the terminal', () => {
    const { out } = run(['check', 'escape.txt'])
    assert.ok(out.includes('red'))
    assert.ok(![...out].some((letter) => letter < ' ' && letter !== '\n'))
  })

  it('prints JSON with offsets, lines and columns', () => {
    const { status, out } = run(['check', '--format', 'json', 'open.md', 'clean.md', 'open.txt'])
    assert.equal(status, 1)
    const drafts = JSON.parse(out)
    assert.deepEqual(
      drafts.map(({ file }: { file: string }) => file),
      ['open.md', 'clean.md', 'open.txt'],
    )
    const { rule, severity, start, end, line, column, message } = drafts[0].findings[0]
    const text = `# News\r\n\r\n${LEFTOVER}\r\n`
    assert.equal(text.slice(start, end), '[citation needed]')
    assert.deepEqual(
      { rule, severity, line, column },
      { rule: 'citation-needed', severity: 'warning', line: 3, column: 30 },
    )
    assert.equal(typeof message, 'string')
    assert.deepEqual(drafts[1].findings, [])
  })

  it('prints commands for GitHub, SARIF and JUnit', () => {
    const where = 'file=open.md,line=3,endLine=3,col=30,endColumn=47,title=citation-needed'
    assert.ok(run(['check', '--format', 'github', 'open.md']).out.startsWith(`::warning ${where}::`))
    const sarif = JSON.parse(run(['check', '--format=sarif', 'open.md', 'clean.md', 'open.txt']).out)
    const [{ results, tool }] = sarif.runs
    assert.equal(results.length, 2)
    assert.equal(results[0].ruleId, 'citation-needed')
    assert.ok(tool.driver.rules.some(({ id }: { id: string }) => id === 'citation-needed'))
    assert.equal(JSON.parse(run(['check', '--format=sarif', 'clean.md']).out).runs[0].results.length, 0)
    const junit = run(['check', '--format', 'junit', 'open.md', 'clean.md']).out
    assert.match(junit, /<testsuite name="open.md" tests="1" failures="1">/)
    assert.match(junit, /<testsuite name="clean.md" tests="1" failures="0">/)
  })

  it('exits with 1 from the severity on that is asked for', () => {
    assert.equal(run(['check', 'note.md']).status, 0)
    assert.equal(run(['check', '--fail-on', 'information', 'note.md']).status, 1)
    assert.equal(run(['check', '--fail-on', 'error', 'open.md']).status, 0)
  })

  const filesOf = (words: readonly string[], cwd = desk.folder): string[] =>
    JSON.parse(run(['check', '--format', 'json', ...words], { cwd }).out).map(({ file }: { file: string }) => file)

  it('takes folders and patterns, each draft once', () => {
    assert.deepEqual(filesOf(['deep', 'deep/one.md']), ['deep/er/two.txt', 'deep/one.md'])
    assert.deepEqual(filesOf(['deep/**/*.md']), ['deep/one.md'])
    assert.deepEqual(filesOf(['**/{one,two}.*']), ['deep/er/two.txt', 'deep/one.md'])
    assert.deepEqual(filesOf(['o?en.*']), ['open.md', 'open.txt'])
    assert.deepEqual(filesOf([`${desk.folder}/deep/*.md`]), [join(desk.folder, 'deep/one.md')])
  })

  const refusals: Readonly<Record<string, readonly [words: string[], sentence: RegExp]>> = {
    'no path': [['check'], /Say which drafts to check/],
    'a file that is not there': [['check', 'gone.md', 'open.md'], /“gone\.md”.*no such file/],
    'a pattern that matches nothing': [['check', '*.docx', 'open.md'], /“\*\.docx”/],
    'a folder without drafts': [['check', 'code', 'open.md'], /no drafts in the folder “code”/],
    'bytes that are no text': [['check', 'image.txt', 'open.md'], /“image\.txt” is no text; save it .* in UTF-8/],
    'text in UTF-16': [['check', 'wide.txt', 'open.md'], /“wide\.txt” is text in UTF-16; save it .* in UTF-8/],
    'another encoding': [['check', 'latin.txt', 'open.md'], /“latin\.txt” is not text in UTF-8/],
    'an option that does not exist': [['check', '--fast', 'open.md'], /no option “--fast”/],
    'an option without its value': [['check', 'open.md', '--format'], /“--format” needs a value/],
    'a format that does not exist': [['check', '--format', 'xml', 'open.md'], /“--format” must be .* not “xml”/],
    'a severity that does not exist': [['check', '--fail-on', 'never', 'open.md'], /“--fail-on” must be/],
    'a command that does not exist': [['chek', 'open.md'], /no command “chek”/],
    'no command': [[], /Say what to do/],
  }
  for (const [what, [words, sentence]] of Object.entries(refusals))
    it(`refuses ${what} in one sentence, and does the rest`, () => {
      const { status, out, err } = run(words)
      assert.equal(status, 2)
      assert.match(err, sentence)
      assert.match(err, /^says-who: [^\n]+\.\n$/)
      const checksTheRest = words.includes('open.md') && !/option|--f|command/.test(err)
      assert.equal(out.includes('[citation needed]'), checksTheRest)
    })

  it('refuses what is no file, and what may not be read', () => {
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(desk.folder, 'pipe.md')])
    assert.match(run(['check', 'pipe.md']).err, /“pipe\.md” is neither a file nor a folder/)
    chmodSync(join(desk.folder, 'deep/one.md'), 0)
    const { err } = run(['check', 'deep/one.md'])
    if (process.getuid?.() !== 0) assert.match(err, /“deep\/one\.md” could not be read: reading it is not allowed/)
    chmodSync(join(desk.folder, 'deep/one.md'), 0o644)
  })

  it('names a project file that is broken, and checks by what is right in it', () => {
    const broken = run(['check', 'a.md'], { cwd: join(desk.folder, 'broken') })
    assert.equal(broken.status, 2)
    assert.match(broken.err, /\.says-who\.json is not JSON/)
    assert.ok(!broken.err.includes('rules'))
    assert.ok(broken.out.includes('[citation needed]'))
    const strange = run(['check', 'a.md'], { cwd: join(desk.folder, 'strange') })
    assert.equal(strange.status, 2)
    assert.match(strange.err, /“citation-neded”.*“citation-needed”/)
  })

  it('takes the project file of the folder or one above', () => {
    const [inFolder, below] = [join(desk.folder, 'ruled'), join(desk.folder, 'ruled/sub')]
    assert.equal(run(['check', 'a.md'], { cwd: inFolder }).status, 0)
    assert.equal(run(['check', 'b.md'], { cwd: below }).status, 0)
    assert.equal(run(['check', '--fail-on', 'hint', 'b.md'], { cwd: below }).status, 1)
    assert.deepEqual(filesOf(['.'], inFolder), ['a.md', 'sub/b.md'])
    assert.match(run(['check', 'archive/old.md'], { cwd: inFolder }).out, /Nothing to object to/)
  })

  it('ends quietly where nobody reads on', async () => {
    const child = desk.start(['check', '--format', 'json', ...Array.from({ length: 400 }, () => './deep')])
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    await new Promise((resolve) => child.once('close', resolve))
    assert.equal(said, '')
  })

  it('prints help and its version', () => {
    const { status, out } = run(['--help'])
    assert.equal(status, 0)
    for (const word of ['check', 'read --jsonl', 'server --stdio', '--fail-on']) assert.ok(out.includes(word), word)
    assert.equal(run(['check', '--help']).out, out)
    assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/)
  })
})
