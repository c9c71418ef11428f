import type { Passage } from '../passage.ts'
import { type Atoms, MARGIN, near } from './atoms.ts'

/** Buckets of the weight table, as a power of two. */
export const LABEL_BITS = 16
/** How many features a token has. */
export const TEMPLATES = 37

/** The bucket of a feature: its template and up to three values, mixed. */
export function bucket(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 16)) + c, 0x27d4eb2f)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) >>> (32 - LABEL_BITS)
}

/**
 * The features of every token of a passage, {@link TEMPLATES} buckets a token, one after another.
 *
 * They know function words, our own lists, parts of speech, quotation marks, position, and what the rules have made of the sentence (a
 * stacked model: Wolpert, 1992); no word of the corpus that they are fitted on. They are written a few at a time, so that the compiler puts
 * `bucket` in place.
 *
 * @param drafted the label that the rules give each token
 * @param out where to write them
 */
export function labelFeatures(p: Passage, atoms: Atoms, drafted: Uint8Array, out: Int32Array): void {
  const n = p.tokens.length
  wordFeatures(atoms, n, out)
  tagFeatures(atoms, n, out)
  sentenceFeatures(p, atoms, out)
  nearbyFeatures(atoms, n, out)
  betweenFeatures(atoms, n, out)
  draftFeatures(atoms, drafted, out)
  draftedNearby(atoms, drafted, out)
}

/** A word and the two on either side. */
function wordFeatures({ words }: Atoms, n: number, out: Int32Array): void {
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const w2 = words[i] as number
    const w1 = words[i + 1] as number
    const w = words[i + 2] as number
    const x1 = words[i + 3] as number
    const x2 = words[i + 4] as number
    out[o] = bucket(1, w)
    out[o + 1] = bucket(2, w1)
    out[o + 2] = bucket(3, x1)
    out[o + 3] = bucket(4, w2)
    out[o + 4] = bucket(5, x2)
    out[o + 5] = bucket(6, w1, w)
    out[o + 6] = bucket(7, w, x1)
    out[o + 25] = bucket(26, w2, w1, w)
    out[o + 26] = bucket(27, w, x1, x2)
  }
}

/** Parts of speech, and where in a quotation they stand. */
function tagFeatures({ words, tags, quotes }: Atoms, n: number, out: Int32Array): void {
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const t2 = tags[i] as number
    const t1 = tags[i + 1] as number
    const t = tags[i + 2] as number
    const y1 = tags[i + 3] as number
    const y2 = tags[i + 4] as number
    const quote = quotes[i] as number
    out[o + 7] = bucket(8, t1, t, y1)
    out[o + 8] = bucket(9, t2, t1, t)
    out[o + 9] = bucket(10, t, y1, y2)
    out[o + 10] = bucket(11, quote, words[i + 2] as number)
    out[o + 11] = bucket(12, quote, t, y1)
    out[o + 21] = bucket(22, words[i + 1] as number, words[i + 3] as number, t)
  }
}

/** How a sentence begins, and how far from there. */
function sentenceFeatures(p: Passage, { words, tags }: Atoms, out: Int32Array): void {
  for (let s = 0; s + 1 < p.starts.length; s++) {
    const from = p.starts[s] as number
    const first = words[from + MARGIN] as number
    for (let i = from; i < (p.starts[s + 1] as number); i++) {
      out[i * TEMPLATES + 19] = bucket(20, near(i - from), words[i + MARGIN] as number)
      out[i * TEMPLATES + 20] = bucket(21, first, tags[i + MARGIN] as number)
    }
  }
}

/** The nearest cue on either side, and how far it is. */
function nearbyFeatures({ words, tags, cues, left, right, quotes }: Atoms, n: number, out: Int32Array): void {
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const quote = quotes[i] as number
    const lc = left.cue[i] as number
    const rc = right.cue[i] as number
    const ld = left.distance[i] as number
    const rd = right.distance[i] as number
    out[o + 12] = bucket(13, cues[i] as number, words[i + 3] as number)
    out[o + 13] = bucket(14, lc, ld, left.commas[i] as number)
    out[o + 14] = bucket(15, rc, rd, right.commas[i] as number)
    out[o + 15] = bucket(16, lc, rc, quote)
    out[o + 24] = bucket(25, quote, lc, rc)
    out[o + 27] = bucket(28, tags[i + 2] as number, rd, ld)
  }
}

/** What stands between a word and the nearest cues and verbs. */
function betweenFeatures({ words, tags, left, right }: Atoms, n: number, out: Int32Array): void {
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const w = words[i + 2] as number
    const lv = left.verb[i] as number
    const rv = right.verb[i] as number
    out[o + 16] = bucket(17, lv, w)
    out[o + 17] = bucket(18, rv, w)
    out[o + 18] = bucket(19, lv, rv, tags[i + 2] as number)
    out[o + 22] = bucket(23, left.cue[i] as number, w, Math.min(left.commas[i] as number, 2))
    out[o + 23] = bucket(24, right.cue[i] as number, w, Math.min(right.commas[i] as number, 2))
  }
}

/** What the rules make of a token. */
function draftFeatures({ words, tags, left, right, quotes }: Atoms, drafted: Uint8Array, out: Int32Array): void {
  const n = drafted.length
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const r = drafted[i] as number
    const t = tags[i + 2] as number
    out[o + 28] = bucket(40, r, 1)
    out[o + 30] = bucket(42, r, words[i + 2] as number)
    out[o + 31] = bucket(43, r, t, tags[i + 3] as number)
    out[o + 32] = bucket(44, r, quotes[i] as number, t)
    out[o + 35] = bucket(47, r, left.cue[i] as number, right.cue[i] as number)
    out[o + 36] = bucket(48, r, words[i + 1] as number, words[i + 3] as number)
  }
}

/** What the rules make of its neighbours. */
function draftedNearby({ words }: Atoms, drafted: Uint8Array, out: Int32Array): void {
  const n = drafted.length
  for (let i = 0, o = 0; i < n; i++, o += TEMPLATES) {
    const w = words[i + 2] as number
    const r1 = i > 0 ? (drafted[i - 1] as number) : 9
    const r2 = i + 1 < n ? (drafted[i + 1] as number) : 9
    out[o + 29] = bucket(41, drafted[i] as number, r1, r2 + 1)
    out[o + 33] = bucket(45, r1, w, 7)
    out[o + 34] = bucket(46, r2, w, 8)
  }
}
