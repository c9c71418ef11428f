/**
 * Fits every set of parameters that the program carries, one script after another: later ones read with what earlier ones fitted.
 *
 *     npm run fit -- [folder with a folder for each set of data]
 *
 * Deterministic: same data, same parameters. A script whose data is missing says so and leaves its parameters as they are.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/** A script beside this one, what it fits, and the data that it learns from. */
interface Fitting {
  readonly script: string
  readonly fits: string
  readonly folder: string
  readonly on: string
}

const FITTINGS: readonly Fitting[] = [
  {
    script: 'tagger.ts',
    fits: 'the part-of-speech tagger',
    folder: 'ewt',
    on: 'Universal Dependencies English EWT (CC BY-SA 4.0)',
  },
  {
    script: 'claims.ts',
    fits: 'check-worthiness',
    folder: 'claimbuster',
    on: 'ClaimBuster, Arslan et al., ICWSM 2020 (CC BY 4.0)',
  },
  {
    script: 'attributions.ts',
    fits: 'the labeller of attributions',
    folder: 'polnear',
    on: 'PolNeAR 1.0, Newell, Margolin and Ruths, LREC 2018, over features of the project alone',
  },
]

const data = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/data'))

for (const { script, fits, folder, on } of FITTINGS) {
  console.log(`\n${script} fits ${fits} on ${on}.`)
  const run = spawnSync(process.execPath, ['--import=tsx', join(import.meta.dirname, script), join(data, folder)], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'inherit',
  })
  if (run.status !== 0) {
    console.error(`${script} failed${run.error ? `: ${run.error.message}` : ''}. The scripts after it were not run.`)
    process.exit(1)
  }
}
