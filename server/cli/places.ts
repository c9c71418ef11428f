/** A place in a text as people count: lines and columns from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  /** Where its line starts and ends, as offsets; the line break is left out. */
  readonly from: number
  readonly to: number
}

/** Gives a function from offsets to places. Lines end with LF, CRLF or CR. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return (offset) => {
    let line = 0
    for (let above = starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1
      if ((starts[middle] ?? 0) <= offset) line = middle
      else above = middle
    }
    const from = starts[line] ?? 0
    let to = starts[line + 1] ?? text.length
    while (to > from && '\r\n'.includes(text.charAt(to - 1))) to--
    return { line: line + 1, column: Math.min(offset, to) - from + 1, from, to }
  }
}
