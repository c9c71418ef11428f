import { SEED } from '../chance.ts'
import { fuzz } from './fuzz.ts'
import { slopes } from './slopes.ts'
import { soak } from './soak.ts'

const wordAfter = (option: string): string | undefined =>
  process.argv[process.argv.indexOf(option) + 1 || process.argv.length]
const minutes = Number(wordAfter('--minutes') ?? 60)
const only = process.argv.slice(2).filter((word) => ['fuzz', 'soak', 'slopes'].includes(word))
const wanted = (name: string): boolean => only.length === 0 || only.includes(name)
let failures = 0

/** Runs one part and counts it where it fails. */
async function run(name: string, work: () => Promise<number> | number): Promise<void> {
  if (!wanted(name)) return
  console.log(`${name}, from the seed ${SEED} (SEED=${SEED} repeats it)`)
  try {
    failures += await work()
  } catch (error) {
    failures++
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`)
  }
}

async function all(): Promise<void> {
  await run('slopes', slopes)
  await run('fuzz', () => fuzz(minutes))
  await run('soak', () => soak(minutes))
  console.log(failures === 0 ? 'all held' : `${failures} failed`)
  process.exit(failures === 0 ? 0 : 1)
}
all()
