import { dice } from '../library.ts'
import type { Markup } from '../text.ts'
import { connect } from './connect.ts'
import type { Programs } from './programs.ts'

/** What the server holds after so many edits, in MB. */
export interface Held {
  readonly markup: Markup
  readonly edits: number
  /** What the process holds, before anything is collected for the occasion. */
  readonly rss: number
  /** The heap in use, once it is. */
  readonly heap: number
}

/** What is typed at one place, and taken out again key by key before the next. */
const WORDS = ' and so on'

/** Edits a draft in one server, key by key in many places, each read by itself since something is asked after it. */
export async function held(
  { server, probe }: Programs,
  text: string,
  markup: Markup,
  edits: number,
  samples: number,
): Promise<Held[]> {
  const session = await connect(server, probe)
  try {
    session.open(text, markup)
    await session.heard(1)
    await session.idle()
    const lines = text.split('\n')
    const prose = lines.flatMap((one, line) => (/^[A-Z].*\.$/.test(one) ? [line] : []))
    const roll = dice(3)
    const all: Held[] = []
    const note = async (done: number): Promise<void> => {
      const { rss, heap } = await session.memory()
      all.push({ markup, edits: done, rss, heap })
    }
    await note(0)
    for (let done = 0; done < edits; ) {
      const line = prose[roll(prose.length)] ?? 0
      const from = lines[line]?.length ?? 0
      for (let at = 0; at < 2 * WORDS.length; at++) {
        const isTyped = at < WORDS.length
        const end = { line, character: from + (isTyped ? at : 2 * WORDS.length - at) }
        const start = isTyped ? end : { line, character: end.character - 1 }
        session.change(start, end, isTyped ? (WORDS[at] ?? '') : '')
        await session.hover({ line, character: Math.max(0, from - 2) })
      }
      const before = done
      done += 2 * WORDS.length
      if (Math.floor((done * samples) / edits) > Math.floor((before * samples) / edits)) await note(done)
    }
    return all
  } finally {
    session.end()
  }
}
