import { lineEnd, lineStart, nextLine } from './lines.ts'

/** HTML that runs to the end of a draft unless it is closed (CommonMark 0.31, section 4.6, conditions 1 and 2). */
const RAW = ['<!--', '<script', '<pre', '<style', '<textarea']

/**
 * Where fenced code or HTML begins that is still open at the end of a Markdown draft, so that what is written there would be no
 * prose; undefined where all is closed. Looks from the line after `from`, which must lie outside code.
 */
export function openAtEnd(text: string, from: number): number | undefined {
  let open: number | undefined
  let close = ''
  let at = from === 0 ? 0 : nextLine(text, lineEnd(text, from))
  while (at < text.length) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end)
    const words = line.trimStart()
    if (open === undefined && line.length - words.length <= 3) {
      close = closingOf(words)
      if (close !== '') open = at
    } else if (open !== undefined && close !== '' && closes(line, close)) open = undefined
    at = nextLine(text, end)
    if (at === end) break
  }
  return open === undefined ? undefined : lineStart(text, open)
}

/** What would close the code or the HTML that a line opens; empty where it opens none, or closes it too. */
function closingOf(line: string): string {
  const fence = line[0] === '`' || line[0] === '~' ? run(line, line[0]) : ''
  if (fence.length >= 3) return fence[0] === '`' && line.slice(fence.length).includes('`') ? '' : fence
  const tag = RAW.find((start) => line.slice(0, start.length).toLowerCase() === start)
  if (tag === undefined) return ''
  const close = tag === '<!--' ? '-->' : `</${tag.slice(1)}>`
  return line.toLowerCase().includes(close) ? '' : close
}

function closes(line: string, close: string): boolean {
  if (close[0] === '<' || close[0] === '-') return line.toLowerCase().includes(close)
  const words = line.trim()
  return words.length >= close.length && run(words, close[0] ?? '') === words
}

function run(line: string, char: string): string {
  let end = 0
  while (line[end] === char) end++
  return line.slice(0, end)
}
