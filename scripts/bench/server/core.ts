/** A process that follows edits in a draft without a server, started by keys.ts, and measures each. */
import { readFileSync } from 'node:fs'
import type { Task } from './keys.ts'

type Core = typeof import('../../../server/core/index.ts')

/** Milliseconds of processor time that each edit that counts took, by the names of the courses. */
function follow(core: Core, { path, markup, courses }: Task): [string, number[]][] {
  const language = markup === 'plain' ? 'plaintext' : 'markdown'
  let text = readFileSync(path, 'utf8')
  const live = core.openLive({ text, language })
  return courses.map(({ name, edits }) => {
    const times: number[] = []
    for (const { offset, removed, text: put, counts } of edits) {
      text = text.slice(0, offset) + put + text.slice(offset + removed)
      const before = process.cpuUsage()
      core.followEdit(live, { text, language }, { start: offset, end: offset + removed, length: put.length })
      core.findingsOf(live, core.composed(live))
      const { user, system } = process.cpuUsage(before)
      if (counts) times.push((user + system) / 1000)
    }
    return [name, times]
  })
}

const path = './core.cjs'
const { default: core } = (await import(path)) as { default: Core }
process.once('message', (task: Task) => process.send?.(follow(core, task)))
