import type { Directive } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Draft } from '../text/draft.ts'
import type { Span } from '../text/span.ts'
import { overlapping, placeIn } from './coverage.ts'

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
export function silence<T extends Silenceable>(reading: Reading, findings: readonly T[]): Silenced<T> {
  const silencers = [ofFile(reading), ofLines(reading), ofStretches(reading)]
  const used = new Map<Directive, Set<string>>()
  const kept = findings.filter((finding) => {
    const by = silencers.flatMap((silencer) => silencer(finding))
    for (const directive of by) {
      const rules = used.get(directive) ?? new Set()
      used.set(directive, rules.add(finding.rule))
    }
    return by.length === 0
  })
  return { kept, used }
}

/** The suppressions that silence a finding. It is asked for findings in document order. */
type Silencer = (finding: Silenceable) => Directive[]

const names = (directive: Directive, rule: string): boolean =>
  directive.rules.length === 0 || directive.rules.includes(rule)

function ofFile({ directives }: Reading): Silencer {
  const whole = directives.filter(({ action }) => action === 'disable-file')
  return ({ rule }) => whole.filter((directive) => names(directive, rule))
}

function ofLines(reading: Reading): Silencer {
  const wanted = reading.directives.filter(({ action }) => action === 'disable-line' || action === 'disable-next-line')
  if (wanted.length === 0) return () => []
  const lines = linesOf(reading.draft.text)
  const lineOf = (offset: number): number => placeIn(lines, offset)
  const next = firstWithWords(reading, lines)
  const meant = wanted.flatMap((directive) => {
    const own = lineOf(directive.end - 1)
    const line = lines[directive.action === 'disable-line' ? own : (next[own + 1] ?? lines.length)]
    return line === undefined ? [] : [{ ...line, directive }]
  })
  const meaning = overlapping(meant)
  return ({ rule, start }) =>
    meaning({ start, end: start + 1 })
      .map(({ directive }) => directive)
      .filter((directive) => names(directive, rule))
}

/** For each line, the first from there on that is neither blank nor made of suppressions alone; the number of lines where there is none. */
function firstWithWords({ draft, directives }: Reading, lines: readonly Span[]): number[] {
  const silent = new Set<number>()
  let at = 0
  for (const [index, line] of lines.entries()) {
    let wordless = true
    let from = line.start
    for (let one = directives[at]; one !== undefined && one.start < line.end; one = directives[at]) {
      wordless &&= isBlank(draft, { start: from, end: one.start })
      from = Math.max(from, one.end)
      if (one.end > line.end) break
      at += 1
    }
    if (wordless && isBlank(draft, { start: from, end: line.end })) silent.add(index)
  }
  const next = new Array<number>(lines.length)
  for (let index = lines.length - 1; index >= 0; index--)
    next[index] = silent.has(index) ? (next[index + 1] ?? lines.length) : index
  return next
}

/** Follows `disable` and `enable` through the draft, as findings come in document order. */
function ofStretches({ directives }: Reading): Silencer {
  const switches = directives.filter(({ action }) => action === 'disable' || action === 'enable')
  const off = new Map<string, Directive | undefined>()
  let at = 0
  return ({ rule, start }) => {
    for (let next = switches[at]; next !== undefined && next.start <= start; next = switches[at]) {
      turn(off, next)
      at += 1
    }
    const by = off.has(rule) ? off.get(rule) : off.get(ALL)
    return by === undefined ? [] : [by]
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

/** The lines of a text with their breaks: LF, CR or CRLF. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const isBreak = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')
    if (!isBreak) continue
    lines.push({ start, end: at + 1 })
    start = at + 1
  }
  if (start < text.length) lines.push({ start, end: text.length })
  return lines
}

/** Whether a stretch holds nothing; in Markdown the mark of a block quotation is nothing. */
function isBlank({ text, language }: Draft, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const char = text[at] ?? ''
    if (char.trim() !== '' && !(language === 'markdown' && char === '>')) return false
  }
  return true
}
