import { chance } from '../chance.ts'

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
  const { next, below, of } = chance(seed)
  const pieces = [...PIECES, ...extra]
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: below(4) }, () => of(pieces)).join('')
    return {
      from: below(1_000_000),
      length: next() < 0.5 ? 0 : next() < 0.9 ? below(12) : below(120),
      text,
      command: next() < 0.7 ? 0 : 1 + below(100),
      redo: next() < 0.5,
    }
  })
}
