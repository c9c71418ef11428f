import { seedOf } from '../../english/words.ts'
import { at, type Passage } from '../passage.ts'
import { keptRoom } from './room.ts'
import { COMMA, wordClassOf } from './wordClass.ts'

const START = seedOf('start', 52)
const END = seedOf('end', 52)
/** How many places of margin `words` and `tags` have on either side. */
export const MARGIN = 2

/** A distance in tokens, in eight levels. */
export const near = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 20 ? 6 : 7
const FAR = 99
/** Quotations of more tokens than this are speech, in which a verb of saying is the speaker's own. */
const SPEECH = 6

/** What stands on one side of each token in its sentence: the nearest cue, how far, with how many commas between, the nearest finite verb. */
export interface Side {
  readonly cue: Int32Array
  readonly distance: Int32Array
  readonly commas: Int32Array
  readonly verb: Int32Array
}

/** A passage as the labeller sees it, before anything is labelled. */
export interface Atoms {
  /** Seeds of the classes of the tokens, and of their parts of speech, with a {@link MARGIN} on either side. */
  readonly words: Int32Array
  readonly tags: Int32Array
  /** What the tokens can do for an attribution, in bits, and seeds of lemmas. */
  readonly bits: Int32Array
  readonly lemmas: Int32Array
  /** What each token governs as a cue of the writer; 0 for all others. */
  readonly cues: Int32Array
  readonly left: Side
  readonly right: Side
  /** Where each token stands in its quotation: 0 outside. */
  readonly quotes: Int32Array
  readonly finite: Uint8Array
  /** Classes of the tokens for the steps from label to label. */
  readonly classes: Uint8Array
}

/** Room for what is known of `n` tokens, cut from one buffer, which is made faster than many small ones. */
export function newAtoms(n: number): Atoms {
  const padded = n + 2 * MARGIN
  const buffer = new ArrayBuffer(4 * (2 * padded + 12 * n) + 2 * n)
  let used = 0
  const numbers = (length: number): Int32Array => {
    used += 4 * length
    return new Int32Array(buffer, used - 4 * length, length)
  }
  const side = (): Side => ({ cue: numbers(n), distance: numbers(n), commas: numbers(n), verb: numbers(n) })
  return {
    words: numbers(padded),
    tags: numbers(padded),
    bits: numbers(n),
    lemmas: numbers(n),
    cues: numbers(n),
    quotes: numbers(n),
    left: side(),
    right: side(),
    finite: new Uint8Array(buffer, used, n),
    classes: new Uint8Array(buffer, used + n, n),
  }
}

const kept = keptRoom(newAtoms)

/**
 * What the labeller knows of each token of a passage: function words, our own lists, parts of speech, quotation marks, position.
 *
 * @param atoms where to write it; good until the next passage where none is given
 */
export function atomsOf(p: Passage, atoms = kept(p.tokens.length)): Atoms {
  const n = p.tokens.length
  const { words, tags } = atoms
  for (let i = 0; i < MARGIN; i++) {
    words[i] = START
    tags[i] = START
    words[n + MARGIN + i] = END
    tags[n + MARGIN + i] = END
  }
  for (let i = 0; i < n; i++) {
    atoms.quotes[i] = 0
    const known = wordClassOf(at(p, i))
    words[i + MARGIN] = known.seed
    tags[i + MARGIN] = known.tagSeed
    atoms.bits[i] = known.bits
    atoms.lemmas[i] = known.lemma
    atoms.cues[i] = known.cue
    atoms.finite[i] = known.finite ? 1 : 0
    atoms.classes[i] = known.step
  }
  writeQuotes(p, atoms)
  for (let s = 0; s + 1 < p.starts.length; s++) {
    const from = p.starts[s] as number
    const to = p.starts[s + 1] as number
    walk(atoms, atoms.left, from, to, 1)
    walk(atoms, atoms.right, to - 1, from - 1, -1)
  }
  return atoms
}

/** What stands in quotation marks, and that what stands in speech is no cue of the writer. */
function writeQuotes({ quotes: ranges }: Passage, { quotes, cues }: Atoms): void {
  for (const { from, to, continues } of ranges) {
    const length = to - from
    const state = 4 * (length > 8 ? 1 : length > 5 ? 2 : 3) + (continues ? 16 : 0)
    quotes.fill(state + 3, from, to)
    if (to > from) quotes[to - 1] = state + 2
    quotes[from] = state + 1
    if (length > SPEECH) cues.fill(0, from, to)
  }
}

/** Goes over a sentence and writes what has been passed. */
function walk({ cues, words, finite, classes }: Atoms, side: Side, start: number, end: number, by: number): void {
  let cue = 0
  let distance = FAR
  let commas = 0
  let verb = 0
  for (let i = start; i !== end; i += by) {
    side.cue[i] = cue
    side.distance[i] = near(distance)
    side.commas[i] = commas
    side.verb[i] = verb
    if (cues[i] !== 0) {
      cue = cues[i] as number
      distance = 0
      commas = 0
    } else distance++
    if (classes[i] === COMMA) commas++
    if (finite[i] === 1) verb = words[i + MARGIN] as number
  }
}
