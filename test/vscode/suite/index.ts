import 'mocha/mocha.js'
import * as vscode from 'vscode'
import { describeCiting } from './citing.ts'
import { describeCommands } from './commands.ts'
import { describeFailure, failureIsWanted } from './failure.ts'
import { describeFindings } from './findings.ts'
import { describeLookUps } from './lookUps.ts'
import { describeReferences } from './references.ts'
import { describeRestarts } from './restarts.ts'
import { describeWorkspace } from './workspace.ts'

/** What the run of one test came to; the runner outside the editor counts these. */
interface Outcome {
  readonly title: string
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly ms?: number
  readonly error?: string
}

/** Nothing outside reads the reporter; the outcomes are told one by one. */
class SilentReporter {}

/**
 * The editor calls this with the suite bundled for its extension host, Node or web worker. In Node the outcomes go to the
 * file that SAYS_WHO_RESULTS names, in the worker to the console. Throws where a test failed.
 */
export async function run(): Promise<void> {
  // mocha's browser file, which runs in both hosts, leaves its class behind; the runner that it makes of it wants a page.
  const mocha = new Mocha({ reporter: SilentReporter as never, timeout: 20_000 })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  if (await failureIsWanted()) describeFailure()
  else
    for (const describeSome of [
      describeFindings,
      describeCiting,
      describeCommands,
      describeLookUps,
      describeReferences,
      describeWorkspace,
      describeRestarts,
    ])
      describeSome()
  const outcomes: Outcome[] = []
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) =>
        outcomes.push({
          title: test.fullTitle(),
          state: 'passed',
          ...(test.duration !== undefined && { ms: test.duration }),
        }),
      )
      .on('fail', (test, error) =>
        outcomes.push({ title: test.fullTitle(), state: 'failed', error: String(error.stack ?? error) }),
      )
      .on('pending', (test) => outcomes.push({ title: test.fullTitle(), state: 'skipped' }))
  })
  await tell({ version: vscode.version, app: vscode.env.appName, outcomes })
  if (failures > 0) throw new Error(`${failures} tests failed`)
}

async function tell(results: object): Promise<void> {
  const file = (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.SAYS_WHO_RESULTS
  if (file === undefined) console.log(`[says-who results] ${JSON.stringify(results)}`)
  else (await import('node:fs')).writeFileSync(file, JSON.stringify(results))
}
