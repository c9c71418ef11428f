import type { Marks } from './marked.ts'
import { type Brace, bracesOf, writeMarked } from './write.ts'

const shorten = (text: string): string => {
  const line = text.replaceAll('\n', '↵')
  return line.length <= 90 ? line : `${line.slice(0, 55)} … ${line.slice(-30)}`
}

/** The differing marks one by one, wanted (-) and read (+), in the order of the draft; empty when nothing differs. */
export function differences(text: string, wanted: Marks, read: Marks): string {
  const a = writeMarked(text, wanted)
  const b = writeMarked(text, read)
  if (a === b) return ''
  const key = (brace: Brace): string => `${brace.start}:${brace.end}:${brace.label}`
  const one = bracesOf(wanted)
  const other = bracesOf(read)
  const inOne = new Set(one.map(key))
  const inOther = new Set(other.map(key))
  const lines = [
    ...one.filter((brace) => !inOther.has(key(brace))).map((brace) => ({ brace, sign: '-' })),
    ...other.filter((brace) => !inOne.has(key(brace))).map((brace) => ({ brace, sign: '+' })),
  ]
    .filter(({ brace }) => brace.label !== 'attribution')
    .sort((x, y) => x.brace.start - y.brace.start || x.brace.end - y.brace.end)
    .map(({ brace, sign }) => `${sign} {${brace.label}: ${shorten(text.slice(brace.start, brace.end))}}`)
  return lines.length > 0 ? lines.join('\n') : `the parts belong together otherwise\n- ${a}\n+ ${b}`
}
