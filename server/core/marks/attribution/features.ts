import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { isFiniteVerb } from '../../english/tags.ts'
import { seedOf } from '../../english/words.ts'
import { at, kindAt, lowerAt, type Passage, tagAt } from '../passage.ts'
import { classSeed, tagSeed } from './wordClass.ts'

/** Buckets of the weight table, as a power of two. */
export const LABEL_BITS = 16
/** How many features a token has. */
export const TEMPLATES = 37

const START = seedOf('start', 52)
const END = seedOf('end', 52)
const ACCORDING = seedOf('according', 53)

function bucket(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 16)) + c, 0x27d4eb2f)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) >>> (32 - LABEL_BITS)
}

const near = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 20 ? 6 : 7
const FAR = 99
/** Quotations of more tokens than this are speech, in which a verb of saying is the speaker's own. */
const SPEECH = 6

/** What a verb of reporting can govern, as a seed; 0 for any other token. */
function cueSeed(p: Passage, i: number): number {
  const quote = p.quotes[p.quoteAt[i] as number]
  if (quote && quote.to - quote.from > SPEECH) return 0
  const word = lowerAt(p, i)
  if (word === 'according') return ACCORDING
  if (!/^VB/.test(tagAt(p, i))) return 0
  const verb = reportingVerb(word)
  if (verb === undefined) return 0
  return seedOf(
    `${verb.quotation ? 'q' : ''}${verb.that ? 's' : ''}${verb.clause ? 'b' : ''}${verb.object ? 'o' : ''}${verb.infinitive ? 't' : ''}`,
    53,
  )
}

/** What stands on one side of each token in its sentence: the nearest cue, how far, with how many commas between, the nearest finite verb. */
interface Side {
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
      if (isFiniteVerb(tagAt(p, i))) verb = words[i + 2] as number
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

/**
 * The features of every token of a passage, {@link TEMPLATES} buckets a token, one after another.
 *
 * They know function words, our own lists, parts of speech, quotation marks, position, and what the rules have made of the sentence (a
 * stacked model: Wolpert, 1992); no word of the corpus that they are fitted on.
 *
 * @param drafted the label that the rules give each token
 */
export function labelFeatures(p: Passage, drafted: Uint8Array): Int32Array {
  const n = p.tokens.length
  // two places of margin on either side
  const words = new Int32Array(n + 4).fill(END)
  const tags = new Int32Array(n + 4).fill(END)
  words.fill(START, 0, 2)
  tags.fill(START, 0, 2)
  const cues = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    words[i + 2] = classSeed(at(p, i))
    tags[i + 2] = tagSeed(tagAt(p, i))
    cues[i] = cueSeed(p, i)
  }
  const left = sideOf(p, cues, words, false)
  const right = sideOf(p, cues, words, true)
  const out = new Int32Array(n * TEMPLATES)
  let o = 0
  for (let s = 0; s + 1 < p.starts.length; s++) {
    const from = p.starts[s] as number
    const first = words[from + 2] as number
    for (let i = from; i < (p.starts[s + 1] as number); i++) {
      const [w2, w1, w, x1, x2] = words.subarray(i, i + 5) as unknown as [number, number, number, number, number]
      const [t2, t1, t, y1, y2] = tags.subarray(i, i + 5) as unknown as [number, number, number, number, number]
      const quote = quoteState(p, i)
      const lc = left.cue[i] as number
      const rc = right.cue[i] as number
      const ld = left.distance[i] as number
      const rd = right.distance[i] as number
      const lm = left.commas[i] as number
      const rm = right.commas[i] as number
      const lv = left.verb[i] as number
      const rv = right.verb[i] as number
      const r = drafted[i] as number
      const r1 = i > 0 ? (drafted[i - 1] as number) : 9
      const r2 = i + 1 < n ? (drafted[i + 1] as number) : 9
      out[o++] = bucket(1, w)
      out[o++] = bucket(2, w1)
      out[o++] = bucket(3, x1)
      out[o++] = bucket(4, w2)
      out[o++] = bucket(5, x2)
      out[o++] = bucket(6, w1, w)
      out[o++] = bucket(7, w, x1)
      out[o++] = bucket(8, t1, t, y1)
      out[o++] = bucket(9, t2, t1, t)
      out[o++] = bucket(10, t, y1, y2)
      out[o++] = bucket(11, quote, w)
      out[o++] = bucket(12, quote, t, y1)
      out[o++] = bucket(13, cues[i] as number, x1)
      out[o++] = bucket(14, lc, ld, lm)
      out[o++] = bucket(15, rc, rd, rm)
      out[o++] = bucket(16, lc, rc, quote)
      out[o++] = bucket(17, lv, w)
      out[o++] = bucket(18, rv, w)
      out[o++] = bucket(19, lv, rv, t)
      out[o++] = bucket(20, near(i - from), w)
      out[o++] = bucket(21, first, t)
      out[o++] = bucket(22, w1, x1, t)
      out[o++] = bucket(23, lc, w, Math.min(lm, 2))
      out[o++] = bucket(24, rc, w, Math.min(rm, 2))
      out[o++] = bucket(25, quote, lc, rc)
      out[o++] = bucket(26, w2, w1, w)
      out[o++] = bucket(27, w, x1, x2)
      out[o++] = bucket(28, t, rd, ld)
      out[o++] = bucket(40, r, 1)
      out[o++] = bucket(41, r, r1, r2 + 1)
      out[o++] = bucket(42, r, w)
      out[o++] = bucket(43, r, t, y1)
      out[o++] = bucket(44, r, quote, t)
      out[o++] = bucket(45, r1, w, 7)
      out[o++] = bucket(46, r2, w, 8)
      out[o++] = bucket(47, r, lc, rc)
      out[o++] = bucket(48, r, w1, x1)
    }
  }
  return out
}
