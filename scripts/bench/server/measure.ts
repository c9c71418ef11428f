import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stock } from '../sentences.ts'
import { type Markup, makeText } from '../text.ts'
import { coursesOf } from './edits.ts'
import { type Editing, editedInCore, editedInServer } from './keys.ts'
import { type Held, held } from './memory.ts'
import { type Opening, opened } from './opening.ts'
import type { Programs } from './programs.ts'

/** All that is measured of the server. */
export interface ServerFigures {
  readonly editings: readonly Editing[]
  /** Typing into a server that reads nothing. */
  readonly empty: readonly Editing[]
  /** Typing into the long draft, where there is one. */
  readonly long: Editing | undefined
  readonly openings: readonly Opening[]
  readonly helds: readonly Held[]
  /** How long the draft was whose memory was measured, in words. */
  readonly heldWords: number
}

/** What is done at a length in words: how many keys and other edits count, and how often the draft is opened. */
interface Length {
  readonly words: number
  readonly keys: number
  readonly others: number
  readonly opens: number
}

interface Plan {
  readonly lengths: readonly Length[]
  readonly long: (Omit<Length, 'others'> & { readonly bytes: number }) | undefined
  readonly memory: { readonly words: number; readonly edits: number }
}

const FULL: Plan = {
  lengths: [
    { words: 1_000, keys: 200, others: 20, opens: 3 },
    { words: 10_000, keys: 200, others: 20, opens: 3 },
    { words: 100_000, keys: 200, others: 12, opens: 2 },
    { words: 1_000_000, keys: 60, others: 2, opens: 1 },
  ],
  long: { bytes: 10_000_000, words: 1_850_000, keys: 40, opens: 1 },
  memory: { words: 100_000, edits: 10_000 },
}
const QUICK: Plan = {
  lengths: [
    { words: 1_000, keys: 40, others: 4, opens: 1 },
    { words: 10_000, keys: 40, others: 4, opens: 1 },
  ],
  long: undefined,
  memory: { words: 10_000, edits: 200 },
}

/** How often memory is looked at between the first edit and the last. */
const SAMPLES = 4
const MARKUPS: readonly Markup[] = ['plain', 'markdown']

/** The name that the page gives to the long draft. */
export const LONG = '10 MB'

/** Measures the server: edits, opening and memory. Tells of each thing on the terminal as it is done. */
export async function measureServer(
  programs: Programs,
  out: string,
  stock: Stock,
  isQuick: boolean,
): Promise<ServerFigures> {
  const { lengths, long, memory } = isQuick ? QUICK : FULL
  const folder = join(out, 'texts/server')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const editings: Editing[] = []
  const empty: Editing[] = []
  const openings: Opening[] = []
  const helds: Held[] = []
  for (const markup of MARKUPS) {
    for (const { words, keys, others, opens } of lengths) {
      const text = makeText(stock, words, markup, words)
      const path = join(folder, `${words}-${markup}`)
      writeFileSync(path, text)
      const courses = coursesOf(stock, text, markup, { keys, others })
      const core = await editedInCore(programs.core, { path, markup, courses })
      for (const one of await editedInServer(programs, text, markup, courses))
        editings.push(tell({ markup, words, ...one, core: core.get(one.name) }))
      if (markup === 'plain') {
        const typing = courses.filter(({ name }) => name === 'middle')
        const typed = await editedInServer({ ...programs, server: programs.empty }, text, markup, typing)
        for (const one of typed)
          empty.push(tell({ markup, words, ...one, core: undefined }, 'a server that reads nothing'))
      }
      openings.push(tellOpening(await opened(programs, text, markup, `${words}`, opens)))
    }
    const text = makeText(stock, memory.words, markup, 77)
    helds.push(...(await held(programs, text, markup, memory.edits, SAMPLES)))
    for (const { edits, rss, heap } of helds.filter((one) => one.markup === markup))
      console.log(`${markup}, after ${edits} edits: ${rss.toFixed(1)} MB, heap ${heap.toFixed(1)} MB`)
  }
  let longEditing: Editing | undefined
  if (long) {
    const text = `${makeText(stock, long.words, 'plain', 5).slice(0, long.bytes)}\n`
    openings.push(tellOpening(await opened(programs, text, 'plain', LONG, long.opens)))
    const typing = coursesOf(stock, text, 'plain', { keys: long.keys, others: 0 }).filter(
      ({ name }) => name === 'middle',
    )
    for (const one of await editedInServer(programs, text, 'plain', typing))
      longEditing = tell({ markup: 'plain', words: long.words, ...one, core: undefined })
  }
  return { editings, empty, long: longEditing, openings, helds, heldWords: memory.words }
}

function tell(editing: Editing, who = 'the server'): Editing {
  const { markup, words, name, clock, cpu, core } = editing
  const inCore = core === undefined ? '' : `, ${core.median.toFixed(1)} / ${core.p99.toFixed(1)} in the core`
  console.log(
    `${words} words, ${markup}, ${name}, ${who}: ${clock.median.toFixed(1)} / ${clock.p99.toFixed(1)} ms, ${cpu.toFixed(1)} ms of processor time${inCore}`,
  )
  return editing
}

function tellOpening(opening: Opening): Opening {
  const { markup, length, first, whole, blocked, waited } = opening
  console.log(
    `${length}, ${markup}, opened: first ${first.toFixed(0)} ms, all ${whole.toFixed(0)} ms, deaf ${blocked.toFixed(0)} ms, a question waited ${waited.toFixed(0)} ms`,
  )
  return opening
}
