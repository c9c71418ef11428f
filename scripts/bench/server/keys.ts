import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type Spread, spreadOf } from '../spread.ts'
import type { Markup } from '../text.ts'
import { connect, pause, type Session } from './connect.ts'
import type { Course } from './edits.ts'

/** What one way of editing took in a draft of one length. */
export interface Editing {
  readonly name: Course['name']
  readonly markup: Markup
  readonly words: number
  /** Milliseconds by the clock from a change to the findings of the draft as it then is. */
  readonly clock: Spread
  /** Milliseconds of processor time that the server took for a change, in the mean. */
  readonly cpu: number
  /** Milliseconds of processor time that the core took for it without a server, where that was measured. */
  readonly core: Spread | undefined
}

/** Does to a draft what courses say, in a server that holds it, and gives the milliseconds by the clock and of processor time. */
export async function edited(
  session: Session,
  { edits, gap }: Course,
): Promise<{ readonly clock: Spread; readonly cpu: number }> {
  const times: number[] = []
  const before = await session.usage()
  for (const { start, end, text, counts } of edits) {
    const sent = performance.now()
    const { at } = await session.heard(session.change(start, end, text))
    if (counts) times.push(at - sent)
    await pause(gap - (performance.now() - sent))
  }
  const after = await session.usage()
  return { clock: spreadOf(times), cpu: (after.cpu - before.cpu) / edits.length }
}

/** Opens a text in a server of its own, and edits it there. */
export async function editedInServer(
  programs: { readonly server: string; readonly probe: string },
  text: string,
  markup: Markup,
  courses: readonly Course[],
): Promise<{ readonly name: Course['name']; readonly clock: Spread; readonly cpu: number }[]> {
  const session = await connect(programs.server, programs.probe)
  try {
    session.open(text, markup)
    await session.heard(1)
    await session.idle()
    const all = []
    for (const course of courses) all.push({ name: course.name, ...(await edited(session, course)) })
    return all
  } finally {
    session.end()
  }
}

/** What is sent to a process that follows edits without a server. */
export interface Task {
  readonly path: string
  readonly markup: Markup
  readonly courses: readonly Course[]
}

/** Has the core follow the same edits in a process of its own: milliseconds of processor time, by the names of the courses. */
export async function editedInCore(program: string, task: Task): Promise<Map<Course['name'], Spread>> {
  const child: ChildProcess = fork(program, { execArgv: ['--max-old-space-size=4096'] })
  try {
    child.send(task)
    const ended = once(child, 'exit').then(() => {
      throw new Error('The process that follows edits ended before it was done.')
    })
    const [times] = (await Promise.race([once(child, 'message'), ended])) as [[Course['name'], number[]][]]
    return new Map(times.map(([name, values]) => [name, spreadOf(values)]))
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
  }
}
