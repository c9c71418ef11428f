import { copied, type LongText, type Span } from '../core/index.ts'

/** How long a piece is in code units: at least, where it is cut from a longer text, and at most. */
const [LEAST, CUT, MOST] = [1024, 4096, 8192]

const [NUL, LINE_FEED, CARRIAGE_RETURN] = [0, 10, 13]

/** Some of a text. It never ends between the CR and the LF of one break. */
interface Piece {
  readonly text: string
  /** Where lines begin in it: behind each break, so that the last may begin at its end. */
  readonly lines: Uint16Array
  readonly hasNul: boolean
}

/**
 * A text in pieces, never changed. An edit gives another that has all pieces but a few in common with it, and costs as much as what
 * is put in and a look at each piece. Lines end with LF, CRLF or CR. Offsets are code units, and lie in the text.
 */
export class PiecedText implements LongText {
  readonly length: number
  /** At least 1. */
  readonly lineCount: number
  /** None is shorter than `LEAST` but one that stands alone. */
  private readonly pieces: readonly Piece[]
  /** Where each piece begins, and how many breaks stand before it. */
  private readonly starts: readonly number[]
  private readonly breaks: readonly number[]
  private whole: string | undefined

  private constructor(pieces: readonly Piece[]) {
    const starts: number[] = []
    const breaks: number[] = []
    let [start, passed] = [0, 0]
    for (const { text, lines } of pieces) {
      starts.push(start)
      breaks.push(passed)
      start += text.length
      passed += lines.length
    }
    this.length = start
    this.lineCount = passed + 1
    this.pieces = pieces
    this.starts = starts
    this.breaks = breaks
  }

  static of(text: string): PiecedText {
    return new PiecedText(cut(text))
  }

  /** All of it, put together when it is first asked for. */
  get text(): string {
    this.whole ??= this.pieces.map(({ text }) => text).join('')
    return this.whole
  }

  /** Whether it holds a NUL. */
  get hasNul(): boolean {
    return this.pieces.some(({ hasNul }) => hasNul)
  }

  slice(start: number, end: number): string {
    const to = Math.min(end, this.length)
    if (start >= to) return ''
    let index = this.pieceAt(start)
    let text = this.textOf(index).slice(start - this.startOf(index), to - this.startOf(index))
    while (this.startOf(++index) < to) text += this.textOf(index).slice(0, to - this.startOf(index))
    return text
  }

  /** The text with other words in the place of a span. */
  replaced({ start, end }: Span, text: string): PiecedText {
    let first = this.pieceAt(start)
    let behind = this.pieceAt(end) + 1
    const head = this.textOf(first).slice(0, start - this.startOf(first))
    const tail = this.textOf(behind - 1).slice(end - this.startOf(behind - 1))
    let words = head + text + tail
    // a piece beside is taken in where this is a small one, and the one before also where its end may be half of a break now
    if (first > 0 && (words.length < LEAST || words.startsWith('\n'))) words = this.textOf(--first) + words
    if (behind < this.pieces.length && words.length < LEAST) words += this.textOf(behind++)
    return new PiecedText(this.pieces.slice(0, first).concat(cut(words), this.pieces.slice(behind)))
  }

  /** The number of the line on which an offset lies, from 0. */
  lineAt(offset: number): number {
    const index = this.pieceAt(offset)
    return this.breaksBefore(index) + upTo(this.linesOf(index), offset - this.startOf(index))
  }

  /** Where a line begins: the start of the text for one before the first, its end for one behind the last. */
  lineStart(line: number): number {
    if (line <= 0) return 0
    if (line >= this.lineCount) return this.length
    const index = upTo(this.breaks, line - 1) - 1
    return this.startOf(index) + (this.linesOf(index)[line - 1 - this.breaksBefore(index)] ?? 0)
  }

  /** The index of the piece on which an offset lies; the last one for the end of the text. */
  private pieceAt(offset: number): number {
    return upTo(this.starts, offset) - 1
  }

  private textOf(index: number): string {
    return this.pieces[index]?.text ?? ''
  }

  private linesOf(index: number): Uint16Array {
    return this.pieces[index]?.lines ?? NO_LINES
  }

  private startOf(index: number): number {
    return this.starts[index] ?? this.length
  }

  private breaksBefore(index: number): number {
    return this.breaks[index] ?? 0
  }
}

const NO_LINES = new Uint16Array()

/** How many of some numbers in order are no more than another. */
function upTo(numbers: ArrayLike<number>, most: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts a text into pieces: one where it is not longer than a piece may be. */
function cut(text: string): Piece[] {
  const count = text.length <= MOST ? 1 : Math.ceil(text.length / CUT)
  const pieces: Piece[] = []
  for (let index = 1, from = 0; index <= count; index++) {
    let to = Math.round((text.length * index) / count)
    if (text[to - 1] === '\r' && text[to] === '\n') to++
    pieces.push(pieceOf(copied(text.slice(from, to))))
    from = to
  }
  return pieces
}

function pieceOf(text: string): Piece {
  const lines: number[] = []
  let hasNul = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > CARRIAGE_RETURN) continue
    if (code === NUL) hasNul = true
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) lines.push(at + 1)
  }
  return { text, lines: new Uint16Array(lines), hasNul }
}
