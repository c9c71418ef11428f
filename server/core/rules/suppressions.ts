import type { Directive } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { type Draft, type LongText, slice, textIn } from '../text/draft.ts'
import { lineStart, linesFrom } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { placeIn } from './coverage.ts'

/** A draft with its suppressions. */
type Suppressing = Pick<Reading, 'draft' | 'directives'>

/** Something that a suppression can silence. */
export interface Silenceable extends Span {
  readonly rule: string
}

/** Stands for every rule, in a suppression that names none. */
const ALL = ''

/** What the suppressions of a draft leave, and which of them were needed. */
export interface Silenced<T> {
  readonly kept: T[]
  /** The rules that each suppression silenced, by its place in the draft. */
  readonly used: ReadonlyMap<Directive, ReadonlySet<string>>
}

/**
 * Applies the suppressions of a draft. A finding is silenced where it starts: on the line of a `disable-line`, on the next
 * line after a `disable-next-line` that is neither blank nor a suppression itself, between a `disable` and the `enable` of
 * the same rule, anywhere with a `disable-file`. `findings` are in document order, and so is what is kept.
 */
export function silence<T extends Silenceable>(reading: Suppressing, findings: readonly T[]): Silenced<T> {
  const silencers = [ofFile(reading), ofLines(reading), ofStretches(reading)]
  const used = new Map<Directive, Set<string>>()
  const kept = findings.filter((finding) => {
    const by = silencers.map((silencer) => silencer(finding)).filter((directive) => directive !== undefined)
    for (const directive of by) {
      const rules = used.get(directive) ?? new Set()
      used.set(directive, rules.add(finding.rule))
    }
    return by.length === 0
  })
  return { kept, used }
}

/** The suppression that silences a finding, if one does. It is asked for findings in document order. */
type Silencer = (finding: Silenceable) => Directive | undefined

/** The first suppression for each rule, and for `ALL`. */
type Suppressed = Map<string, Directive>

function enter(suppressed: Suppressed, directive: Directive): Suppressed {
  for (const rule of directive.rules.length === 0 ? [ALL] : directive.rules)
    if (!suppressed.has(rule)) suppressed.set(rule, directive)
  return suppressed
}

function ofFile({ directives }: Suppressing): Silencer {
  const whole: Suppressed = new Map()
  for (const directive of directives) if (directive.action === 'disable-file') enter(whole, directive)
  return ({ rule }) => whole.get(rule) ?? whole.get(ALL)
}

function ofLines(reading: Suppressing): Silencer {
  const lines: Array<Span & { readonly suppressed: Suppressed }> = []
  const known = new Map<number, Span | undefined>()
  let own: Span | undefined
  for (const directive of reading.directives) {
    if (directive.action !== 'disable-line' && directive.action !== 'disable-next-line') continue
    const at = directive.end - 1
    // a line may hold many
    if (own === undefined || at < own.start || at >= own.end) own = lineAt(textIn(reading.draft), at)
    const line = directive.action === 'disable-line' ? own : lineWithWords(reading, own.end, known)
    if (line === undefined) continue
    const last = lines[placeIn(lines, line.start)]
    if (last?.start === line.start) enter(last.suppressed, directive)
    else lines.splice(placeIn(lines, line.start) + 1, 0, { ...line, suppressed: enter(new Map(), directive) })
  }
  return ({ rule, start }) => {
    const line = lines[placeIn(lines, start)]
    if (line === undefined || start >= line.end) return undefined
    return line.suppressed.get(rule) ?? line.suppressed.get(ALL)
  }
}

/**
 * The first line from an offset on that is neither blank nor made of suppressions alone; undefined where there is none.
 *
 * @param known what was found for the beginnings of lines before, so that a row of suppressions is walked once
 */
function lineWithWords(
  { draft, directives }: Suppressing,
  from: number,
  known: Map<number, Span | undefined>,
): Span | undefined {
  const text = textIn(draft)
  const passed: number[] = []
  let found: Span | undefined
  for (let start = from; start < text.length; ) {
    if (known.has(start)) {
      found = known.get(start)
      break
    }
    passed.push(start)
    const line = lineAt(text, start)
    if (!isSilent(draft, directives, line)) {
      found = line
      break
    }
    start = line.end
  }
  for (const start of passed) known.set(start, found)
  return found
}

function isSilent(draft: Draft, directives: readonly Directive[], line: Span): boolean {
  let from = line.start
  // one that begins before the line may end in it
  for (let at = Math.max(0, placeIn(directives, line.start)); at < directives.length; at++) {
    const { start, end } = directives[at] as Directive
    if (start >= line.end) break
    if (end <= from) continue
    if (!isBlank(draft, { start: from, end: start })) return false
    from = end
  }
  return isBlank(draft, { start: from, end: line.end })
}

/** Follows `disable` and `enable` through the draft, as findings come in document order. */
function ofStretches({ directives }: Suppressing): Silencer {
  const switches = directives.filter(({ action }) => action === 'disable' || action === 'enable')
  const off = new Map<string, Directive | undefined>()
  let at = 0
  return ({ rule, start }) => {
    for (let next = switches[at]; next !== undefined && next.start <= start; next = switches[at]) {
      turn(off, next)
      at += 1
    }
    return off.has(rule) ? off.get(rule) : off.get(ALL)
  }
}

/** Enters one switch. An `enable` of one rule holds against a `disable` of all, so the rule is kept with no suppression. */
function turn(off: Map<string, Directive | undefined>, directive: Directive): void {
  const by = directive.action === 'disable' ? directive : undefined
  if (directive.rules.length === 0) {
    off.clear()
    off.set(ALL, by)
  }
  for (const rule of directive.rules) off.set(rule, by)
}

/** The line of an offset with its break: LF, CR or CRLF. */
const lineAt = (text: LongText, offset: number): Span => ({
  start: lineStart(text, offset),
  end: offset + linesFrom(text, offset, 1).length,
})

/** Whether a stretch holds nothing; in Markdown the mark of a block quotation is nothing. */
function isBlank(draft: Draft, span: Span): boolean {
  const words = slice(draft, span)
  for (let at = 0; at < words.length; at++) {
    const char = words[at] ?? ''
    if (char.trim() !== '' && !(draft.language === 'markdown' && char === '>')) return false
  }
  return true
}
