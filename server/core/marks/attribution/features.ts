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
 * stacked model: Wolpert, 1992); no word of the corpus that they are fitted on.
 *
 * @param drafted the label that the rules give each token
 */
export function labelFeatures(p: Passage, atoms: Atoms, drafted: Uint8Array): Int32Array {
  const n = p.tokens.length
  const { words, tags, cues, left, right, quotes } = atoms
  const out = new Int32Array(n * TEMPLATES)
  let o = 0
  for (let s = 0; s + 1 < p.starts.length; s++) {
    const from = p.starts[s] as number
    const first = words[from + MARGIN] as number
    for (let i = from; i < (p.starts[s + 1] as number); i++) {
      const w2 = words[i] as number
      const w1 = words[i + 1] as number
      const w = words[i + 2] as number
      const x1 = words[i + 3] as number
      const x2 = words[i + 4] as number
      const t2 = tags[i] as number
      const t1 = tags[i + 1] as number
      const t = tags[i + 2] as number
      const y1 = tags[i + 3] as number
      const y2 = tags[i + 4] as number
      const quote = quotes[i] as number
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
