import type { Directive } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Draft } from '../text/draft.ts'
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
  const wanted = reading.directives.filter(({ action }) => action === 'disable-line' || action === 'disable-next-line')
  if (wanted.length === 0) return () => undefined
  const lines = linesOf(reading.draft.text)
  const next = firstWithWords(reading, lines)
  const byLine = new Map<number | undefined, Suppressed>()
  for (const directive of wanted) {
    const own = placeIn(lines, directive.end - 1)
    const line = directive.action === 'disable-line' ? own : next[own + 1]
    byLine.set(line, enter(byLine.get(line) ?? new Map(), directive))
  }
  return ({ rule, start }) => {
    const suppressed = byLine.get(placeIn(lines, start))
    return suppressed?.get(rule) ?? suppressed?.get(ALL)
  }
}

/** For each line, the first from there on that is neither blank nor made of suppressions alone; the number of lines where there is none. */
function firstWithWords({ draft, directives }: Suppressing, lines: readonly Span[]): number[] {
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
