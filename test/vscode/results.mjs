import { readFileSync } from 'node:fs'

/**
 * What a suite in an editor came to, from the file or the console lines that it told it to. Where it told nothing it has
 * not run, whatever its exit code says, and that is a failure.
 */
export function collect(suite, told, code) {
  if (told === undefined)
    return { suite, passed: 0, failures: [{ title: suite, error: `The suite told no results (exit code ${code}).` }] }
  const { outcomes, version, app } = JSON.parse(told)
  const failures = outcomes.filter(({ state }) => state === 'failed')
  if (outcomes.length === 0) failures.push({ title: suite, error: 'The suite had no tests.' })
  if (code !== 0 && failures.length === 0)
    failures.push({ title: suite, error: `The editor ended with exit code ${code}.` })
  return {
    suite,
    passed: outcomes.filter(({ state }) => state === 'passed').length,
    failures,
    editor: `${app} ${version}`,
  }
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Runs a suite without what the tools around it print; where a test failed, that is printed after all. */
export async function quietly(run) {
  const write = process.stdout.write
  let said = ''
  process.stdout.write = (chunk) => {
    said += chunk
    return true
  }
  let result
  try {
    result = await run()
    return result
  } finally {
    process.stdout.write = write
    if (result === undefined || result.failures.length > 0) process.stdout.write(said)
  }
}
