import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { kinds } from './kinds.ts'
import { endServer } from './messages.ts'

const folder = new URL('./cases/', import.meta.url)

describe('what was found once', function () {
  this.timeout(60_000)
  after(endServer)

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    it(`holds: ${name.replace('.json', '')}`, async () => {
      const { kind, value } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
        kind: string
        value: unknown
      }
      assert.ok(kinds[kind], `there is no kind “${kind}”`)
      await kinds[kind].holds(value)
    })
})
