/** Loaded into a process of the server before its program, for the bench alone: tells what the process uses when it is asked. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a process has used so far, and holds. */
export interface Usage {
  /** Milliseconds of processor time, on all threads. */
  readonly cpu: number
  /** Milliseconds in which the event loop was at work. */
  readonly active: number
  /** The longest time in milliseconds since the last answer in which nothing that came was heard. */
  readonly blocked: number
  /** MB that the process holds, as it stands. */
  readonly rss: number
  /** MB of the heap in use once garbage is collected. */
  readonly heap: number
}

/** How often the loop is looked at, in milliseconds. */
const TICK = 5
const MB = 2 ** 20
const delay = monitorEventLoopDelay({ resolution: TICK })
delay.enable()

process.on('message', (question: 'usage' | 'memory') => {
  const { user, system } = process.cpuUsage()
  const { active } = performance.eventLoopUtilization()
  const blocked = Math.max(0, delay.max / 1e6 - TICK)
  const rss = process.memoryUsage.rss() / MB
  if (question === 'memory') globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed / MB
  delay.reset()
  const usage: Usage = { cpu: (user + system) / 1000, active, blocked, rss, heap }
  process.send?.(usage)
})
