import type { Block } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { abridge, wordsOf } from '../rules/message.ts'
import type { Finding } from '../rules/rule.ts'
import { innermost } from '../text/search.ts'
import type { Span } from '../text/span.ts'

const LONGEST_NAME = 60

/** A line of the outline: a heading with what stands under it, or an open claim. */
export interface DraftSymbol {
  /** Never empty. */
  readonly name: string
  /** What is wrong with an open claim; empty for a heading. */
  readonly detail: string
  readonly kind: 'heading' | 'claim'
  /** All that it holds: a heading reaches to the next one of its depth or less. */
  readonly span: Span
  /** Its own words, within `span`. */
  readonly selection: Span
  readonly children: readonly DraftSymbol[]
}

interface Open extends DraftSymbol {
  readonly depth: number
  span: Span
  readonly children: DraftSymbol[]
}

/** The outline of a draft: its headings, nested by depth, each with the open claims beneath it, in document order. */
export function symbols(reading: Reading, findings: readonly Finding[]): DraftSymbol[] {
  const top: DraftSymbol[] = []
  const path: Open[] = []
  const closeFrom = (depth: number, end: number): void => {
    for (let last = path.at(-1); last !== undefined && last.depth >= depth; last = path.at(-1)) {
      last.span = { start: last.span.start, end }
      path.pop()
    }
  }
  const siblings = (): DraftSymbol[] => path.at(-1)?.children ?? top
  for (const item of inOrder(reading, findings)) {
    if ('rule' in item) {
      siblings().push(claimSymbol(reading, item))
      continue
    }
    closeFrom(item.depth, item.start)
    const heading = headingSymbol(reading, item)
    siblings().push(heading)
    path.push(heading)
  }
  closeFrom(0, reading.draft.text.length)
  return top.map(withoutDepth)
}

function inOrder(reading: Reading, findings: readonly Finding[]): Array<Block | Finding> {
  const headings = reading.blocks.filter(({ kind }) => kind === 'heading')
  const open = findings.filter(({ rule }) => rule === 'unsourced-claim')
  return [...headings, ...open].sort((a, b) => a.start - b.start)
}

function headingSymbol(reading: Reading, block: Block): Open {
  const { start, end, depth } = block
  const words = abridge(wordsOf(reading, block), LONGEST_NAME).trim()
  const selection = { start, end }
  return { name: words || 'Heading', detail: '', kind: 'heading', span: selection, selection, children: [], depth }
}

function claimSymbol(reading: Reading, finding: Finding): DraftSymbol {
  const { start, end } = innermost(reading.claims, finding) ?? finding
  const words = abridge(wordsOf(reading, { start, end }), LONGEST_NAME).trim()
  const selection = { start: finding.start, end: finding.end }
  return {
    name: words || 'Claim',
    detail: finding.message,
    kind: 'claim',
    span: { start, end },
    selection,
    children: [],
  }
}

const withoutDepth = ({ name, detail, kind, span, selection, children }: DraftSymbol): DraftSymbol => ({
  name,
  detail,
  kind,
  span,
  selection,
  children: children.map(withoutDepth),
})
