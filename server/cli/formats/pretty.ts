import type { Finding, Severity } from '../../core/index.ts'
import { type Place, placesIn } from '../places.ts'
import { type CheckedDraft, onOneLine, type Printer } from './printer.ts'

const COLOURS = { error: 31, warning: 33, information: 36, hint: 2 } as const
/** How much of a line is shown, in columns of a terminal: a line of plain text is a whole paragraph. */
const SHOWN = 96
/** How much of it is looked at on either side, in UTF-16 code units. */
const ENOUGH = 1000
/** How much of it stands before the words at stake. */
const BEFORE = 32

/** For people: each finding with its line and carets under the words at stake, and a count at the end. */
export function prettyPrinter(colours: boolean): Printer {
  const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
  const counts = new Map<Severity, number>()
  let drafts = 0
  return {
    begin: '',
    draft: ({ file, text, findings }: CheckedDraft): string => {
      drafts++
      if (findings.length === 0) return ''
      const placeOf = placesIn(text)
      const lines = findings.map((finding) => {
        const { severity, rule, message } = finding
        counts.set(severity, (counts.get(severity) ?? 0) + 1)
        const place = placeOf(finding.start)
        const head = `${place.line}:${place.column}  ${paint(COLOURS[severity], severity)}  ${onOneLine(message)}`
        const [source, carets] = excerpt(text, place, finding)
        return `  ${head}  ${paint(2, rule)}\n    ${source}\n    ${paint(COLOURS[severity], carets)}\n`
      })
      return `${paint(1, onOneLine(file))}\n${lines.join('')}\n`
    },
    end: () => `${totals(counts, drafts)}\n`,
  }
}

/** The part of a line around a finding, and carets under it; a finding of several lines has carets to the end of the first. */
function excerpt(text: string, { from, to }: Place, finding: Finding): [string, string] {
  // Enough of a line for the terminal, since one may be a whole book.
  const near = Math.max(from, finding.start - ENOUGH)
  const far = Math.min(to, finding.start + ENOUGH)
  const before = [...onOneLine(text.slice(near, Math.min(finding.start, to)))]
  const after = [...onOneLine(text.slice(finding.start, far))]
  const length = [...text.slice(finding.start, Math.min(finding.end, far))].length
  let lead = before.length
  for (let room = wide(before) > BEFORE ? BEFORE - 2 : BEFORE; lead > 0; lead--) {
    room -= widthOf(before[lead - 1] ?? '')
    if (room < 0) break
  }
  const start = `${lead > 0 ? '… ' : ''}${before.slice(lead).join('')}`
  let end = 0
  for (let room = SHOWN - wide([...start]); end < after.length; end++) {
    room -= widthOf(after[end] ?? '')
    if (room < 0) break
  }
  const under = Math.max(1, wide(after.slice(0, Math.min(length, end))))
  const source = `${start}${after.slice(0, end).join('')}${end < after.length ? ' …' : ''}`
  return [source, `${' '.repeat(wide([...start]))}${'^'.repeat(under)}`]
}

const wide = (letters: readonly string[]): number => letters.reduce((sum, letter) => sum + widthOf(letter), 0)

/** How many columns a letter takes in a terminal: none for a mark over another, two for East Asian letters and emoji. */
function widthOf(letter: string): number {
  if (/^[\p{M}\p{Cf}]$/u.test(letter)) return 0
  const code = letter.codePointAt(0) ?? 0
  const isWide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  return isWide ? 2 : 1
}

const NAMES: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
}

function totals(counts: ReadonlyMap<Severity, number>, drafts: number): string {
  const inDrafts = `in ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`
  const found = (Object.keys(NAMES) as Severity[]).flatMap((severity) => {
    const count = counts.get(severity) ?? 0
    return count === 0 ? [] : `${count} ${NAMES[severity][count === 1 ? 0 : 1]}`
  })
  if (drafts === 0) return 'No draft was checked.'
  return found.length === 0 ? `Nothing to object to ${inDrafts}.` : `${found.join(', ')} ${inDrafts}.`
}
