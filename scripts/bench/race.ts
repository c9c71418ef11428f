import { type ChildProcess, fork } from 'node:child_process'
import type { Contender } from './contenders.ts'
import { medianOf, type Spread, spreadOf } from './spread.ts'
import type { Markup } from './text.ts'

/** Texts to be read in one measurement, with what one of them holds in the mean. */
export interface Order {
  readonly paths: readonly string[]
  readonly words: number
  readonly bytes: number
}

/** What one measurement gave. */
export interface Answer {
  /** Milliseconds by the clock that each text took. */
  readonly walls: readonly number[]
  /** Milliseconds of user time for one text in the mean, on all threads of the process. */
  readonly user: number
  /** How many things were found in one text in the mean. */
  readonly found: number
  /** The most memory that the process has held so far, in MB. */
  readonly memory: number
}

/** Texts of one length: a batch for warming up, and one for each round. */
export interface Course {
  readonly words: number
  /** Whether peers take part. */
  readonly peers: boolean
  readonly warm: Order
  readonly rounds: readonly Order[]
}

/** Medians of a contender at a length, as of a text that has exactly so many words. */
export interface Result extends Omit<Answer, 'walls'> {
  /** Milliseconds by the clock for a text, over all texts of all rounds. */
  readonly clock: Spread
  readonly contender: Contender
  readonly markup: Markup
  readonly words: number
  readonly bytes: number
}

/** What a race gave, with a sentence for each contender that could not take part or was stopped. */
export interface Race {
  readonly results: readonly Result[]
  readonly stopped: readonly string[]
}

const MINUTE = 60_000
const kindOf = (markup: Markup): string => (markup === 'plain' ? 'plain text' : 'Markdown')

/**
 * Has contenders read texts of one kind, each in a process of its own, from the shortest to the longest. They take turns in each round,
 * so that a busy moment of the machine meets all of them. Who takes more than a minute by the clock for a text is stopped, and left out from there.
 */
export async function race(
  runner: string,
  entered: readonly Contender[],
  markup: Markup,
  courses: readonly Course[],
): Promise<Race> {
  const results: Result[] = []
  const stopped: string[] = []
  const running = new Map<Contender, ChildProcess>()
  const stop = (contender: Contender, why: string): void => {
    running.get(contender)?.kill('SIGKILL')
    running.delete(contender)
    stopped.push(`${contender.name} ${why}.`)
  }
  for (const contender of entered) {
    if (contender.only !== undefined && contender.only !== markup) continue
    const child = fork(runner, [contender.name, markup], {
      execArgv: ['--expose-gc', '--max-old-space-size=4096'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running.set(contender, child)
    const said = await heard(child, 1)
    if (said !== 'ready') stop(contender, `could not be started: ${why(said)}`)
  }
  for (const { words, peers, warm, rounds } of courses) {
    const answers = new Map<Contender, Answer[]>()
    for (const [at, order] of [warm, ...rounds].entries()) {
      for (const [contender, child] of [...running]) {
        if (contender.kind === 'peer' && !peers) continue
        const hearing = heard(child, order.paths.length)
        child.send(order)
        const said = await hearing
        if (said === undefined) stop(contender, `was stopped at ${words} words of ${kindOf(markup)}, after a minute`)
        else if (said === 'ready' || 'failed' in said)
          stop(contender, `failed at ${words} words of ${kindOf(markup)}: ${why(said)}`)
        else if (at > 0) answers.set(contender, [...(answers.get(contender) ?? []), scaled(said, words / order.words)])
      }
    }
    const bytes = rounds.reduce((sum, order) => sum + (order.bytes * words) / order.words, 0) / rounds.length
    for (const [contender, given] of answers) {
      if (!running.has(contender)) continue
      const result = { contender, markup, words, bytes, ...medians(given) }
      results.push(result)
      console.log(
        `${words} words of ${kindOf(markup)}, ${contender.name}: ${result.user.toFixed(2)} ms, ${Math.round(result.found)} found`,
      )
    }
  }
  for (const child of running.values()) child.kill()
  return { results, stopped }
}

type Said = Answer | { readonly failed: string } | 'ready' | undefined

/** The next message of a process; nothing after a minute for each of some texts. A process that ends has failed. */
function heard(child: ChildProcess, texts: number): Promise<Said> {
  return new Promise((resolve) => {
    const settle = (said: Said): void => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', ended).off('error', broken)
      resolve(said)
    }
    const ended = (code: number | null, signal: string | null): void =>
      settle({ failed: `it ended (${signal ?? code})` })
    const broken = ({ message }: Error): void => settle({ failed: message })
    const timer = setTimeout(settle, MINUTE * texts, undefined)
    child.on('message', settle).on('exit', ended).on('error', broken)
  })
}

const why = (said: Said): string =>
  said === undefined
    ? 'it took more than a minute'
    : typeof said === 'object' && 'failed' in said
      ? said.failed
      : 'it was out of step'

const scaled = (answer: Answer, by: number): Answer => ({
  ...answer,
  walls: answer.walls.map((wall) => wall * by),
  user: answer.user * by,
})

function medians(answers: readonly Answer[]): Pick<Result, 'clock' | 'user' | 'found' | 'memory'> {
  const of = (key: 'user' | 'found' | 'memory'): number => medianOf(answers.map((one) => one[key]))
  return {
    clock: spreadOf(answers.flatMap(({ walls }) => walls)),
    user: of('user'),
    found: of('found'),
    memory: of('memory'),
  }
}
