import type { Entry, Field } from '../bibtex/entry.ts'

/** How the entries of a BibTeX file are laid out, after its last one; of an empty file, as most are. */
export interface Layout {
  readonly lineBreak: string
  /** What stands before an entry that follows another. */
  readonly between: string
  /** What stands before a field: a line break and an indent, or a space where an entry is one line. */
  readonly before: string
  /** How wide the names are with the blanks before =, where those are aligned; 0 where they are not. */
  readonly nameWidth: number
  readonly spaceBeforeEquals: string
  readonly spaceAfterEquals: string
  readonly quotes: boolean
  /** Whether a year stands without delimiters. */
  readonly bareYear: boolean
  readonly lastComma: boolean
  /** What stands before the brace that ends an entry. */
  readonly beforeEnd: string
  readonly nameCase: Case
  readonly typeCase: Case
  /** The names of the fields of the last entry, in its order: in lower case, and as they are written there. */
  readonly names: ReadonlyMap<string, string>
  /** Whether the file is written for BibTeX and not for BibLaTeX. */
  readonly classic: boolean
}

type Case = 'lower' | 'capital' | 'upper'

/** Where there is a break of lines in a text, the first one; otherwise that of Unix. */
export const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

/** Reads the layout of a file from its last entries. */
export function layoutOf(text: string, entries: readonly Entry[]): Layout {
  const lineBreak = lineBreakOf(text)
  const model = entries.findLast(({ fields }) => fields.size > 1) ?? entries.findLast(({ fields }) => fields.size > 0)
  const classic = isClassic(entries)
  const between = betweenEntries(text, entries, lineBreak)
  if (model === undefined)
    return {
      lineBreak,
      between,
      before: `${lineBreak}  `,
      nameWidth: 0,
      spaceBeforeEquals: ' ',
      spaceAfterEquals: ' ',
      quotes: false,
      bareYear: false,
      lastComma: true,
      beforeEnd: lineBreak,
      nameCase: 'lower',
      typeCase: 'lower',
      names: new Map(),
      classic,
    }
  const fields = [...model.fields.values()].sort((a, b) => a.start - b.start)
  const last = fields.at(-1) as Field
  const end = text.slice(last.end, model.end).replace(/[})]$/, '')
  const year = model.fields.get('year')
  const equals = fields.map((field) => equalsOf(text, field))
  return {
    lineBreak,
    between,
    before: blanksBefore(text, last.nameStart) || ' ',
    nameWidth: widthOf(fields, equals),
    spaceBeforeEquals: equals.at(-1)?.before ?? ' ',
    spaceAfterEquals: equals.at(-1)?.after ?? ' ',
    quotes: fields.filter(({ start }) => text[start] === '"').length * 2 > fields.length,
    bareYear: year !== undefined && /^\d/.test(text[year.start] ?? ''),
    lastComma: end.includes(','),
    beforeEnd: /[\r\n]/.test(end) ? end.replace(/^[^\r\n]*/, '').replace(/[^\s]/g, '') : '',
    nameCase: caseOf(fields.map(({ name }) => name).join('')),
    typeCase: caseOf(text.slice(model.start + 1, model.start + 1 + model.type.length)),
    names: new Map(fields.map(({ name }) => [name.toLowerCase(), name])),
    classic,
  }
}

/** Whether the last entries have the fields of BibTeX alone. */
function isClassic(entries: readonly Entry[]): boolean {
  const names = new Set(entries.slice(-50).flatMap(({ fields, type }) => [...fields.keys(), `@${type}`]))
  if (['date', 'journaltitle', 'location', '@online', '@report', '@thesis'].some((name) => names.has(name)))
    return false
  return ['journal', 'year', 'address', '@techreport', '@phdthesis'].some((name) => names.has(name))
}

/** One line break or two, as between the last two entries. */
function betweenEntries(text: string, entries: readonly Entry[], lineBreak: string): string {
  const [first, second] = entries.slice(-2)
  const gap = first === undefined || second === undefined ? '' : text.slice(first.end, second.start)
  const breaks = gap.trim() === '' ? gap.split(lineBreak).length - 1 : 2
  return lineBreak.repeat(breaks === 1 ? 1 : 2)
}

/** The blanks before an offset, with the line break before them if they are an indent. */
function blanksBefore(text: string, at: number): string {
  let start = at
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  if (text[start - 1] === '\n') start -= text[start - 2] === '\r' ? 2 : 1
  else if (text[start - 1] === '\r') start--
  return text.slice(start, at)
}

interface Equals {
  readonly before: string
  readonly after: string
}

/** The white space around the = of a field. */
function equalsOf(text: string, field: Field): Equals {
  const between = text.slice(field.nameStart + field.name.length, field.start)
  const at = between.indexOf('=')
  const [before, after] = [between.slice(0, at), between.slice(at + 1)]
  return { before: before.trim() === '' ? before : ' ', after: after.trim() === '' && after.length < 40 ? after : ' ' }
}

/** The width of names with the blanks behind them, where fields whose names differ in length all have it there; 0 otherwise. */
function widthOf(fields: readonly Field[], equals: readonly Equals[]): number {
  const columns = new Set(fields.map(({ name }, at) => name.length + (equals[at]?.before.length ?? 0)))
  const lengths = new Set(fields.map(({ name }) => name.length))
  return columns.size === 1 && lengths.size > 1 ? ([...columns][0] ?? 0) : 0
}

function caseOf(letters: string): Case {
  if (letters === letters.toLowerCase()) return 'lower'
  return letters === letters.toUpperCase() && letters.length > 1 ? 'upper' : 'capital'
}

/** A name in the case of a layout. */
export function inCase(name: string, letters: Case): string {
  if (letters === 'upper') return name.toUpperCase()
  return letters === 'capital' ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
