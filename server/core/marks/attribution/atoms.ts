import { isFiniteVerb } from '../../english/tags.ts'
import { seedOf } from '../../english/words.ts'
import { at, kindAt, type Passage, tagAt } from '../passage.ts'
import { stepClass } from './labels.ts'
import { Bit, tagSeed, wordClassOf } from './wordClass.ts'

const START = seedOf('start', 52)
const END = seedOf('end', 52)
const ACCORDING = 0x7001
/** How many places of margin `words` and `tags` have on either side. */
export const MARGIN = 2

/** A distance in tokens, in eight levels. */
export const near = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 20 ? 6 : 7
const FAR = 99
/** Quotations of more tokens than this are speech, in which a verb of saying is the speaker's own. */
const SPEECH = 6
const GOVERNED = Bit.Quotation | Bit.That | Bit.Clause | Bit.Question | Bit.Infinitive | Bit.Object

/** What the cue at a token can govern; 0 for any other token. */
function cueOf(p: Passage, i: number, bits: number): number {
  const quote = p.quotes[p.quoteAt[i] as number]
  if (quote && quote.to - quote.from > SPEECH) return 0
  if ((bits & Bit.According) !== 0) return ACCORDING
  return (bits & Bit.Reporting) !== 0 && tagAt(p, i).startsWith('VB') ? (bits & GOVERNED) + 1 : 0
}

/** What stands on one side of each token in its sentence: the nearest cue, how far, with how many commas between, the nearest finite verb. */
export interface Side {
  readonly cue: Int32Array
  readonly distance: Int32Array
  readonly commas: Int32Array
  readonly verb: Int32Array
}

function sideOf(p: Passage, cues: Int32Array, words: Int32Array, backwards: boolean): Side {
  const n = p.tokens.length
  const side = {
    cue: new Int32Array(n),
    distance: new Int32Array(n),
    commas: new Int32Array(n),
    verb: new Int32Array(n),
  }
  for (let s = 0; s + 1 < p.starts.length; s++) {
    const from = p.starts[s] as number
    const to = p.starts[s + 1] as number
    let cue = 0
    let distance = FAR
    let commas = 0
    let verb = 0
    for (let k = 0; k < to - from; k++) {
      const i = backwards ? to - 1 - k : from + k
      side.cue[i] = cue
      side.distance[i] = near(distance)
      side.commas[i] = commas
      side.verb[i] = verb
      if (cues[i] !== 0) {
        cue = cues[i] as number
        distance = 0
        commas = 0
      } else distance++
      if (kindAt(p, i) === 'comma') commas++
      if (isFiniteVerb(tagAt(p, i))) verb = words[i + MARGIN] as number
    }
  }
  return side
}

/** Where a token stands in its quotation: 0 outside. */
function quoteState(p: Passage, i: number): number {
  const quote = p.quotes[p.quoteAt[i] as number]
  if (quote === undefined) return 0
  const edge = i === quote.from ? 1 : i === quote.to - 1 ? 2 : 3
  const length = quote.to - quote.from
  return edge + 4 * (length > 8 ? 1 : length > 5 ? 2 : 3) + 16 * (quote.continues ? 1 : 0)
}

/** A passage as the labeller sees it, before anything is labelled. */
export interface Atoms {
  /** Seeds of the classes of the tokens, and of their parts of speech, with a {@link MARGIN} on either side. */
  readonly words: Int32Array
  readonly tags: Int32Array
  /** Sums of {@link Bit}, and seeds of lemmas. */
  readonly bits: Int32Array
  readonly lemmas: Int32Array
  readonly cues: Int32Array
  readonly left: Side
  readonly right: Side
  readonly quotes: Int32Array
  readonly finite: Uint8Array
  /** Classes of the tokens for the steps from label to label. */
  readonly classes: Uint8Array
}

/** What the labeller knows of each token of a passage: function words, our own lists, parts of speech, quotation marks, position. */
export function atomsOf(p: Passage): Atoms {
  const n = p.tokens.length
  const words = new Int32Array(n + 2 * MARGIN).fill(END)
  const tags = new Int32Array(n + 2 * MARGIN).fill(END)
  words.fill(START, 0, MARGIN)
  tags.fill(START, 0, MARGIN)
  const bits = new Int32Array(n)
  const lemmas = new Int32Array(n)
  const cues = new Int32Array(n)
  const quotes = new Int32Array(n)
  const finite = new Uint8Array(n)
  const classes = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const token = at(p, i)
    const known = wordClassOf(token)
    words[i + MARGIN] = known.seed
    tags[i + MARGIN] = tagSeed(token.tag)
    bits[i] = known.bits
    lemmas[i] = known.lemma
    cues[i] = cueOf(p, i, known.bits)
    quotes[i] = quoteState(p, i)
    finite[i] = isFiniteVerb(token.tag) ? 1 : 0
    classes[i] = stepClass(p, i)
  }
  const left = sideOf(p, cues, words, false)
  const right = sideOf(p, cues, words, true)
  return { words, tags, bits, lemmas, cues, left, right, quotes, finite, classes }
}
