import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg, type } from 'node:os'

/** A load under which a machine counts as quiet: what is still told of the second before. */
const QUIET = 0.7

/** A sentence on when and on what kind of machine figures were taken, and another where it had other things to do. */
export function machine(): string {
  const cores = availableParallelism()
  const info = '/proc/cpuinfo'
  const isVirtual = existsSync(info) && /^flags\s*:.*\bhypervisor\b/m.test(readFileSync(info, 'utf8'))
  const kind = isVirtual ? 'shared virtual machine' : 'machine'
  const day = new Date().toISOString().slice(0, 10)
  const measured = `Measured on ${day} on ${cores === 1 ? 'one core' : `${cores} cores`} of a ${kind}, ${type()}, Node.js ${process.versions.node}.`
  const [load = 0] = loadavg()
  if (load < QUIET) return measured
  return `${measured} It was not quiet: other work took ${load.toFixed(1)} cores when the bench began, so the times are too long.`
}
