/** A process of one contender: gets ready, and measures what it is sent. Started by race.ts, which sends names and paths. */
import { readFileSync } from 'node:fs'
import { contenders, type Reader } from './contenders.ts'
import type { Answer, Order } from './race.ts'
import type { Markup } from './text.ts'

const [name, markup] = process.argv.slice(2)
const contender = contenders.find((one) => one.name === name)

/** Texts read one after another, each as often as the contender needs to be timed. */
async function measure(read: Reader, { paths }: Order, times: number): Promise<Answer> {
  const texts = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const walls: number[] = []
  let found = 0
  globalThis.gc?.()
  const before = process.cpuUsage()
  for (const { text, path } of texts) {
    const from = performance.now()
    for (let time = 0; time < times; time++) found += await read(text, path)
    walls.push((performance.now() - from) / times)
  }
  const { user } = process.cpuUsage(before)
  const share = times * texts.length
  return {
    walls,
    user: user / 1000 / share,
    found: found / share,
    memory: process.resourceUsage().maxRSS / 1024,
  }
}

const answer = (given: Answer | { readonly failed: string } | 'ready'): void => {
  process.send?.(given)
}
const failed = (error: unknown): void =>
  answer({ failed: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' })

try {
  if (!contender) throw new Error(`nobody is called “${name}”`)
  const read = await contender.open(markup as Markup)
  process.on('message', (order: Order) => {
    measure(read, order, contender.times ?? 1).then(answer, failed)
  })
  answer('ready')
} catch (error) {
  failed(error)
}
