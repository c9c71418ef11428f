import { sameFigure, suppress } from '../edits/index.ts'
import type { Counted } from '../marks/counted.ts'
import { disagree } from '../marks/quantities.ts'
import type { Reading } from '../reading.ts'
import { contentsOf, overlapping, placeIn } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { overDraft } from './parts.ts'
import type { Objection, Rule, Settled } from './rule.ts'
import { isOneThing } from './sameThing.ts'
import { wordsIn } from './vocabulary.ts'

/** How many figures for one thing are compared with a new one, the last ones first. */
const COMPARED = 24
/** From how many figures on that all differ a draft is giving a series. */
const SERIES = 3

/** Two figures for one thing that cannot both be true. */
export const conflictingFigures: Rule = {
  id: 'conflicting-figures',
  title: 'Two figures for one thing that cannot both be true',
  severity: 'warning',
  registers: 'reporting',
  docs: {
    notices:
      'Two counts, sums, shares, years or ages that the draft gives for the same thing and that cannot both be true: “21 attacks” and, further down, “twenty-two attacks”. Each finding points to the other place. Figures that agree are left alone (“more than 80” and 83, “about 80” and 78), and so are figures that two sources give, comparisons, series, parts of a whole, and figures for different days or places.',
    why: 'A reader who sees two figures for one thing trusts neither, nor the rest. It is the commonest trace of a number that was updated in one place and forgotten in another.',
    leave:
      'The two figures are for different things. Say in the text what sets them apart, or suppress the finding with the reason.',
  },
  examples: {
    flagged: [
      'The storm killed 83 people in Hallam, the ministry said. Rescuers left on Friday.\n\nSurvivors were told that the storm had killed 79 people in Hallam.',
      'The navy has carried out 21 attacks on fishing boats since September.\n\nIt began the twenty-two attacks on fishing boats in September.',
      '# Ferry fire kills 12 passengers\n\nA fire on a ferry killed 14 passengers on Sunday, police said.',
      'Ana Ruiz, 45, runs the port. The docks belong to the town.\n\nThe 47-year-old Ana Ruiz was born there.',
      'The Harbour Trust was founded in 1996. It runs two piers.\n\nLast year the Harbour Trust, which was founded in 1998, bought a third.',
    ],
    silent: [
      'The storm killed more than 80 people in Hallam. By Friday the ministry said that the storm had killed 83 people in Hallam.',
      'The storm killed about 80 people in Hallam. The storm killed 78 people in Hallam, the ministry said later.',
      'Police said 40 people marched through Hallam. The organisers said 60 people marched through Hallam.',
      'The crash injured 12 people in Hallam. The crash killed 3 people in Hallam.',
      'The storm killed 83 people in Hallam in 2014. Another storm killed 12 people in Hallam in 2019.',
      'The club had 20 members in Hallam. The number of members in Hallam rose from 20 to 40.',
      'The fire killed 12 people. Of the dead, four people were killed on the stairs.',
      'Klein won 120 votes in Hallam. Ruiz won 90 votes in Skerra.',
      'The storm killed 12 people in Hallam. A flood in May killed 30 people in Orrin.',
      'The yard built 14 ships for the navy in 1998. The yard built 9 ships for the navy in 1999.',
    ],
  },
  ...overDraft(given, settle),
  fixes(reading, finding) {
    const other = finding.related?.[0]
    return [
      ...(other === undefined ? [] : sameFigure(reading, finding, other)),
      ...suppress(reading, 'conflicting-figures', finding),
    ]
  },
}

/** A figure that another could contradict. */
interface Given extends Objection {
  readonly counted: Counted
  readonly words: string
  /** Whose word it is given on. */
  readonly sources: readonly string[]
  /** The words of its sentence, which tell whether another is in the same. */
  readonly sentence: string
  readonly inItem: boolean
}

function given(reading: Reading): Given[] {
  if (reading.counted.length === 0) return []
  const sourcesFor = sourcesOf(reading)
  return reading.counted.map((counted) => {
    const { start, end } = counted.figure
    const within = reading.sentences[placeIn(reading.sentences, start)]
    const sentence = within === undefined ? '' : reading.prose.slice(within.start, within.end)
    const inItem = reading.blocks[within?.block ?? -1]?.kind === 'item'
    return {
      start,
      end,
      message: '',
      counted,
      words: wordsOf(reading, { start, end }),
      sources: sourcesFor(counted),
      sentence,
      inItem,
    }
  })
}

/** Each figure that conflicts, with the one that it conflicts with. A figure is in it once. */
function settle(candidates: readonly Given[]): Settled[] {
  const groups = new Map<string, number[]>()
  candidates.forEach(({ counted: { thing } }, index) => {
    const group = groups.get(thing)
    if (group) group.push(index)
    else groups.set(thing, [index])
  })
  const partners = new Map<number, number>()
  for (const group of groups.values()) {
    if (group.length === 1) continue
    const figures = group.map((index) => candidates[index] as Given)
    if (isSeries(figures)) continue
    conflictsIn(figures).forEach((back, n) => {
      if (back === 0) return
      const [later, earlier] = [group[n] as number, group[n - back] as number]
      partners.set(later, earlier)
      if (!partners.has(earlier)) partners.set(earlier, later)
    })
  }
  return [...partners]
    .sort(([a], [b]) => a - b)
    .map(([candidate, other]) => ({
      candidate,
      message: messageWith('Elsewhere the draft says ', (candidates[other] as Given).words, '; check which is right.'),
      related: { candidate: other, message: 'The other figure for the same thing.' },
    }))
}

/** Figures for one thing, with how far before each stands the nearest that it conflicts with; 0 where none does. */
interface Group {
  readonly figures: readonly Given[]
  readonly back: Uint8Array
}

/** What was last made of a group, by its first figure: an edit changes few figures of few groups, and a long draft has thousands. */
const known = new WeakMap<Given, Group>()

function conflictsIn(figures: readonly Given[]): Uint8Array {
  const first = figures[0] as Given
  const last = known.get(first) ?? { figures: [], back: new Uint8Array(0) }
  const most = Math.min(figures.length, last.figures.length)
  let head = 0
  while (head < most && figures[head] === last.figures[head]) head++
  let tail = 0
  while (tail < most - head && figures.at(-1 - tail) === last.figures.at(-1 - tail)) tail++
  // a figure is looked at with those before it alone
  const same = Math.min(figures.length, Math.max(head, figures.length - tail + COMPARED))
  const back = new Uint8Array(figures.length)
  back.set(last.back.subarray(0, head))
  back.set(last.back.subarray(last.back.length - (figures.length - same)), same)
  for (let n = head; n < same; n++) back[n] = nearestConflict(figures, n)
  known.set(first, { figures, back })
  return back
}

function nearestConflict(figures: readonly Given[], n: number): number {
  for (let back = 1; back <= Math.min(n, COMPARED); back++)
    if (conflict(figures[n - back] as Given, figures[n] as Given)) return back
  return 0
}

const conflict = (one: Given, other: Given): boolean =>
  disagree(one.counted.amount, other.counted.amount) &&
  isOneThing(one.counted, other.counted) &&
  !areCompared(one, other) &&
  !areDisputed(one.sources, other.sources)

/** Whether a draft gives three figures or more for what looks like one thing, no two of which agree. */
function isSeries(figures: readonly Given[]): boolean {
  const apart: Counted[] = []
  for (const { counted: one } of figures) {
    if (apart.every((other) => other.said === one.said && disagree(other.amount, one.amount))) apart.push(one)
    if (apart.length >= SERIES) return true
  }
  return false
}

/** Whether two figures stand in one sentence, or in two items of lists, where writers compare. */
const areCompared = (one: Given, other: Given): boolean =>
  one.sentence === other.sentence || (one.inItem && other.inItem)

const SAID = /^(?:said|says|estimates?|estimated|claimed|counted|put)$/
const PASSIVE = /^(?:is|was|were|been|be|has|have|had)$/

/** Who speaks in a sentence in which no attribution was made out: the word before the first verb of saying. */
function speakerIn(sentence: string): string[] {
  const words = wordsIn(sentence)
  const speaker = words[words.findIndex((word) => SAID.test(word)) - 1]
  return speaker === undefined || PASSIVE.test(speaker) ? [] : [speaker]
}

/** Whose word a figure is given on. */
function sourcesOf(reading: Reading): (counted: Counted) => string[] {
  const at = overlapping(contentsOf(reading, ({ source, cue }) => source.length > 0 && cue.length > 0))
  return ({ figure }) => {
    const sources = at(figure).map(({ attribution: { source, resolvesTo } }) => {
      const words = source.map((span) => wordsOf(reading, span)).join(' ')
      return (resolvesTo ?? words).toLowerCase().replace(/^the /, '')
    })
    const sentence = reading.sentences[placeIn(reading.sentences, figure.start)]
    return sources.length > 0 || sentence === undefined ? sources : speakerIn(wordsOf(reading, sentence))
  }
}

/** Whether two sources give the two figures, which is a dispute that the draft reports. */
const areDisputed = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  !a.some((source) => b.some((other) => source.endsWith(other) || other.endsWith(source)))
