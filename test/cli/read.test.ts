import assert from 'node:assert/strict'
import { once } from 'node:events'
import { makeDesk } from './run.ts'

const CLAIM = 'Mayor Ruiz said that crime has tripled since 2019.'

describe('says-who read', function () {
  this.timeout(120_000)
  const desk = makeDesk({ 'a.md': `# News\n\n${CLAIM}[^1]\n\n[^1]: A report.\n`, 'b.txt': CLAIM })
  const { run } = desk

  after(() => desk.remove())

  it('prints the whole reading of each draft', () => {
    const { status, out } = run(['read', 'a.md', 'b.txt', '--format', 'json'])
    assert.equal(status, 0)
    const [markdown, plain] = JSON.parse(out)
    assert.deepEqual(
      [markdown.id, markdown.language, plain.id, plain.language],
      ['a.md', 'markdown', 'b.txt', 'plaintext'],
    )
    const keys = ['id', 'language', 'sentences', 'claims', 'attributions', 'unverified', 'citations', 'findings']
    assert.deepEqual(Object.keys(markdown), keys)
    assert.equal(markdown.citations[0].kind, 'footnote')
    const [attribution] = plain.attributions
    const words = ({ start, end }: { start: number; end: number }): string => CLAIM.slice(start, end)
    assert.deepEqual(attribution.cue.map(words), ['said'])
    assert.deepEqual(attribution.source.map(words), ['Mayor Ruiz'])
    assert.equal(attribution.sourceType, 'named')
    assert.ok(!('nestedIn' in attribution))
    assert.deepEqual(Object.keys(plain.claims[0]), ['start', 'end', 'worth', 'kind', 'status'])
  })

  it('reads one draft a line, in order', () => {
    const input = [
      { id: 'one', text: CLAIM },
      { id: 'two', text: '# A heading', language: 'markdown' },
      { id: 'Ü', text: 'half a pair: \uD83D' },
    ]
    const { status, out, err } = run(['read', '--jsonl'], {
      input: `${input.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`,
    })
    assert.deepEqual({ status, err }, { status: 0, err: '' })
    const readings = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      readings.map(({ id, language }) => [id, language]),
      [
        ['one', 'plaintext'],
        ['two', 'markdown'],
        ['Ü', 'plaintext'],
      ],
    )
    assert.equal(readings[0].attributions.length, 1)
  })

  it('names each line that is none, quotes nothing of it, and reads the rest', () => {
    const good = JSON.stringify({ id: 'good', text: 'Text.' })
    const bad = ['{"id": "secret",', '["secret"]', '{"id": 1, "text": "secret"}', '{"id": "secret"}', 'null']
    const last = '{"id": "secret", "text": "", "language": "html"}'
    const { status, out, err } = run(['read', '--jsonl'], { input: [good, ...bad, last, good].join('\n') })
    assert.equal(status, 2)
    assert.equal(out.trimEnd().split('\n').length, 2)
    const sentences = err.trimEnd().split('\n')
    assert.deepEqual(
      sentences.map((sentence) => Number(/^says-who: Line (\d+) of the input was left out: .+\.$/.exec(sentence)?.[1])),
      [2, 3, 4, 5, 6, 7],
    )
    assert.ok(!err.includes('secret'))
  })

  it('refuses files beside standard input, no files, and other formats', () => {
    assert.match(run(['read', '--jsonl', 'a.md']).err, /name no files/)
    assert.match(run(['read']).err, /Say which drafts to read/)
    assert.match(run(['read', '--format', 'pretty', 'a.md']).err, /“--format” must be json/)
    assert.match(run(['read', '--jsonl=yes']).err, /takes no value/)
    assert.equal(run(['read']).status, 2)
  })

  it('waits for a slow reader, so that memory stays as it is', async () => {
    const child = desk.start(['read', '--jsonl'])
    const line = `${JSON.stringify({ id: 'x', text: `${CLAIM}\n`.repeat(20) })}\n`
    let taken = 0
    for (; taken < 4000; taken++) {
      if (child.stdin.write(line)) continue
      const drained = once(child.stdin, 'drain').then(() => true)
      const stuck = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1500))
      if (!(await Promise.race([drained, stuck]))) break
    }
    assert.ok(taken < 4000, 'it took all the input though nobody read its output')
    child.stdin.on('error', () => {})
    child.kill()
  })
})

describe('says-who server', function () {
  this.timeout(60_000)
  const desk = makeDesk({})
  after(() => desk.remove())

  it('serves the protocol over standard input and output', async () => {
    const child = desk.start(['server', '--stdio'])
    const params = { processId: null, rootUri: null, capabilities: {} }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`)
    const [said] = await once(child.stdout, 'data')
    assert.match(String(said), /^Content-Length: \d+\r\n/)
    child.stdin.end()
    const [status] = await once(child, 'exit')
    assert.equal(status, 1)
  })

  it('says what is missing', () => {
    assert.match(desk.run(['server']).err, /says-who server --stdio/)
    assert.match(desk.run(['server', '--stdio', 'a.md']).err, /takes no files/)
    assert.equal(desk.run(['server', '--tcp']).status, 2)
  })
})
