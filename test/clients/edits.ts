/** One edit: from and to count characters of the buffer, round its end. */
export interface BufferEdit {
  readonly from: number
  readonly length: number
  readonly text: string
  /** Which command of the editor is used in the place of the replacement, such as one that joins lines; 0 for none. */
  readonly command: number
  /** Whether it is done again once it was undone. */
  readonly redo: boolean
}

/** Mulberry32, by Tommy Ettinger: a small generator of numbers from 0 to 1 that a seed repeats. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PIECES = [
  ...['a', ' ', '. ', '“', '”', '[^1]', '@key', '[citation needed]', '# ', '- ', '```\n', '\t', '*', '<!--', '-->'],
  ...['😀', '👩🏽‍🚀', '𝒜', '𠮷'],
  ...['e\u0301', '\u0308', 'n\u0303\u0323', '\u200d', '\ufe0f'],
  ...['שלום', 'مرحبا', '\u202eabc\u202c', '\u061c'],
  ...['漢字', '\u00ad', '\u2028', '\u0085', '\ufeff', '\u00a0', '\f'],
  ...['\n', '\n\n', '\n> ', 'The mayor resigned on Sunday, she said.', 'Crime has tripled since 2019.\n'],
]

/** Random edits, the same for the same seed; `extra` are pieces that only some editors take. */
export function randomEdits(seed: number, count: number, extra: readonly string[] = []): BufferEdit[] {
  const random = numbers(seed)
  const upTo = (limit: number): number => Math.floor(random() * limit)
  const pieces = [...PIECES, ...extra]
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: upTo(4) }, () => pieces[upTo(pieces.length)] ?? '').join('')
    return {
      from: upTo(1_000_000),
      length: random() < 0.5 ? 0 : random() < 0.9 ? upTo(12) : upTo(120),
      text,
      command: random() < 0.7 ? 0 : 1 + upTo(100),
      redo: random() < 0.5,
    }
  })
}
