import { byName, slopeOf, speedOf } from './page.ts'
import type { Result } from './race.ts'
import type { ServerFigures } from './server/measure.ts'
import { LONG } from './server/measure.ts'
import { growthOf } from './server/page.ts'
import { ms, rounded, short, table } from './table.ts'

/** Something that was to be reached: what was measured, as it is said, and whether it is enough. */
interface Aim {
  readonly what: string
  readonly aim: string
  readonly measured: string
  readonly isMet: boolean
}

/** An aim that a figure is to stay under. Nothing where there is no figure. */
const under = (what: string, most: number, unit: string, values: readonly (number | undefined)[]): Aim[] => {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return []
  const worst = Math.max(...known)
  const told = unit === 'ms' ? ms(worst) : worst.toFixed(unit === 'MB' ? 1 : 2)
  return [{ what, aim: `under ${most} ${unit}`.trim(), measured: `${told} ${unit}`.trim(), isMet: worst < most }]
}

/** A table of the aims, met or missed; where one is for several kinds of drafts, by the worst of them. */
export function aimsTable(results: readonly Result[], server: ServerFigures): string {
  const aims = [...serverAims(server), ...readingAims(results)]
  return table(
    ['', 'aim', 'measured', ''],
    aims.map(({ what, aim, measured, isMet }) => [what, aim, measured, isMet ? 'met' : '**missed**']),
  )
}

function serverAims({ editings, long, openings, helds, heldWords }: ServerFigures): Aim[] {
  const keys = editings.filter(({ name }) => name === 'middle' || name === 'start')
  const at = (words: number, key: 'median' | 'p99') =>
    keys.filter((one) => one.words === words).map(({ clock }) => clock[key])
  const growths = (['plain', 'markdown'] as const).flatMap((markup) =>
    (['middle', 'start'] as const).map((name) =>
      growthOf(editings.filter((one) => one.markup === markup && one.name === name)),
    ),
  )
  const opening = openings.find(({ length }) => length === LONG)
  const grown = (['plain', 'markdown'] as const).flatMap((markup) => {
    const own = helds.filter((one) => one.markup === markup).map(({ heap }) => heap)
    const [, first, ...later] = own
    return first === undefined || later.length === 0 ? [] : [Math.max(...later) - first]
  })
  return [
    ...under('a key, p99, 10k words', 5, 'ms', at(10_000, 'p99')),
    ...under('a key, p99, 100k words', 10, 'ms', at(100_000, 'p99')),
    ...under('a key, median, 1M words', 15, 'ms', at(1_000_000, 'median')),
    ...under('growth of that median from 1k to 100k words', 1.5, '', growths),
    ...under(
      `memory of the server, ${short(heldWords)} words`,
      150,
      'MB',
      helds.map(({ rss }) => rss),
    ),
    ...under('growth of its heap after the first quarter of the edits', 1, 'MB', grown),
    ...under(`first findings of a draft of ${LONG}`, 2000, 'ms', [opening?.first]),
    ...under(`a key in it, p99`, 50, 'ms', [long?.clock.p99]),
    ...under('the longest time without hearing anything, while it is opened', 100, 'ms', [opening?.blocked]),
  ]
}

function readingAims(results: readonly Result[]): Aim[] {
  const aims: Aim[] = []
  for (const [markup, kind, least] of [
    ['plain', 'plain', 400_000],
    ['markdown', 'Markdown', 300_000],
  ] as const) {
    const rows = byName(results, markup)
    const ours = [...rows.values()].find(([first]) => first?.contender.kind === 'ours') ?? []
    const speeds = ours.filter(({ words }) => words === 100_000).map(speedOf)
    for (const speed of speeds) {
      const aim = `${rounded(least)} words/s`
      const measured = `${rounded(speed)} words/s`
      aims.push({ what: `whole reading, 100k words, ${kind}`, aim, measured, isMet: speed >= least })
    }
    aims.push(...under(`slope of its time against length, ${kind}`, 1.1, '', [slopeOf(ours)]))
    const met = [...rows.values()].flat().filter(({ contender }) => contender.kind === 'peer')
    const ahead = met.filter((peer) => ours.some((one) => one.words === peer.words && one.user < peer.user))
    const behind = new Set(
      met.filter((peer) => !ahead.includes(peer)).map((one) => `${one.contender.name} at ${short(one.words)}`),
    )
    const measured = behind.size === 0 ? 'ahead' : `behind ${[...behind].join(', ')}`
    if (met.length > 0)
      aims.push({
        what: `against other programs, ${kind}`,
        aim: 'ahead of each, at each length',
        measured,
        isMet: behind.size === 0,
      })
  }
  return aims
}
