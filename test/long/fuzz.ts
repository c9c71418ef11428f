import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { root } from '../built.ts'
import { SEED } from '../chance.ts'
import { kinds } from '../promises/kinds.ts'
import { endServer } from '../promises/messages.ts'

/** Where a failure is written, as small as it could be made; from there it is moved to test/promises/cases, which every run of the tests tries. */
const FOUND = join(root, 'out/long')
const MINUTE = 60_000

/** Tries every kind in turn for so many minutes, each batch from a seed of its own. Gives how many failures it found. */
export async function fuzz(minutes: number): Promise<number> {
  const end = Date.now() + minutes * MINUTE
  const counts: Record<string, number> = {}
  const failed = new Set<string>()
  for (let round = 0; Date.now() < end; round++)
    for (const [name, { any, batch, holds }] of Object.entries(kinds)) {
      // one failure of a kind says enough, and others may be behind it only once it is mended
      if (failed.has(name)) continue
      const seed = (SEED + round * 7919) | 0
      const property = fc.asyncProperty(any, async (value) => void (await holds(value)))
      const {
        failed: fails,
        numRuns,
        counterexample,
        errorInstance,
      } = await fc.check(property, {
        seed,
        numRuns: batch,
        interruptAfterTimeLimit: 2 * MINUTE,
      })
      counts[name] = (counts[name] ?? 0) + numRuns
      if (!fails || counterexample === null) continue
      failed.add(name)
      mkdirSync(FOUND, { recursive: true })
      const file = join(FOUND, `${name}-${seed}.json`)
      writeFileSync(file, `${JSON.stringify({ kind: name, value: counterexample[0] }, undefined, 2)}\n`)
      console.log(`FAILED  ${name}, seed ${seed}: ${errorInstance}\n        the case is in ${file}`)
    }
  endServer()
  for (const [name, count] of Object.entries(counts)) console.log(`  ${name}: ${count.toLocaleString('en')} tried`)
  return failed.size
}
