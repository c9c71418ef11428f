import { medianOf } from '../spread.ts'
import type { Markup } from '../text.ts'
import { connect, pause } from './connect.ts'
import type { Programs } from './programs.ts'

/** How a draft is opened that is the first of its server. Milliseconds by the clock, medians of several servers. */
export interface Opening {
  readonly markup: Markup
  /** How long the draft is, as the page says it. */
  readonly length: string
  /** Until the first findings came, and until those of the whole draft. */
  readonly first: number
  readonly whole: number
  /** The longest time in which the server heard nothing: the largest of all. */
  readonly blocked: number
  /** The longest that a small question waited, while one was asked every 20 milliseconds: the largest of all. */
  readonly waited: number
}

/** Milliseconds from one small question to the next. */
const EVERY = 20

/** Opens a text in servers that have just started, half of them undisturbed and half with small questions meanwhile. */
export async function opened(
  programs: Programs,
  text: string,
  markup: Markup,
  length: string,
  times: number,
): Promise<Opening> {
  const first: number[] = []
  const whole: number[] = []
  let [blocked, waited] = [0, 0]
  for (let time = 0; time < times; time++) {
    const alone = await opening(programs, text, markup, false)
    first.push(alone.first)
    whole.push(alone.whole)
    blocked = Math.max(blocked, alone.blocked)
    waited = Math.max(waited, (await opening(programs, text, markup, true)).waited)
  }
  return { markup, length, first: medianOf(first), whole: medianOf(whole), blocked, waited }
}

async function opening({ server, probe }: Programs, text: string, markup: Markup, asked: boolean) {
  const session = await connect(server, probe)
  try {
    await session.idle()
    let waited = 0
    const from = performance.now()
    session.open(text, markup)
    let read = false
    const questions = (async () => {
      const answers: Promise<void>[] = []
      while (asked && !read) {
        await pause(EVERY)
        const answer = session.hover({ line: 0, character: 0 }).then((time) => {
          waited = Math.max(waited, time)
        })
        answers.push(answer)
      }
      await Promise.all(answers)
    })()
    const { at } = await session.heard(1)
    const blocked = await session.idle()
    const first = session.published.find(({ findings }) => findings > 0)?.at ?? at
    const end = session.published.at(-1)?.at ?? at
    read = true
    await questions
    return { first: first - from, whole: end - from, blocked, waited }
  } finally {
    session.end()
  }
}
