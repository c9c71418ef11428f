import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { built, root } from '../built.ts'

/** Runs a program in a network of its own that has nothing in it, not even this computer; needs Linux. */
const unshared = (program: string, words: readonly string[]) =>
  spawnSync('unshare', ['--map-root-user', '--net', program, ...words], { cwd: root, encoding: 'utf8' })

describe('with the network taken away', function () {
  this.timeout(300_000)

  before(function () {
    if (unshared('true', []).status === 0) return
    console.log('        The tests without a network are skipped: “unshare --net” is not allowed here.')
    this.skip()
  })

  it('nothing can be reached', () => {
    const script = "require('net').connect(9, '127.0.0.1').on('error', (error) => console.log(error.code))"
    assert.equal(unshared(process.execPath, ['-e', script]).stdout.trim(), 'ENETUNREACH')
  })

  for (const suite of ['protocol', 'cli'])
    it(`the tests in test/${suite} pass`, () => {
      for (const bundle of ['server.node.js', 'cli.js']) built(bundle)
      const mocha = ['node_modules/mocha/bin/mocha.js', '--import=tsx', '--exit', '--reporter=dot']
      const { status, stdout, stderr } = unshared(process.execPath, [...mocha, `test/${suite}/*.test.ts`])
      assert.equal(status, 0, stdout + stderr)
      assert.match(stdout, /\d+ passing/)
    })
})
