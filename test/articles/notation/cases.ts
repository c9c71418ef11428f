import type { Language } from '../../../server/core/text/draft.ts'

/** Lines of the file that stand between two fences: `first` is the first of them, `last` one past the last. */
export interface Fence {
  readonly first: number
  readonly last: number
  readonly text: string
}

/** One test of a file of articles. */
export interface Case {
  readonly title: string
  readonly checks: readonly string[]
  readonly language: Language
  readonly draft: Fence
  /** What is read today, where that is known to be wrong, and the sentence that says how. */
  readonly known?: string
  readonly now?: Fence
  /** The draft after the first fix of its first finding. */
  readonly becomes?: Fence
}

interface Building {
  title: string
  checks: readonly string[]
  language: Language
  draft?: Fence
  known?: string
  now?: Fence
  becomes?: Fence
}

const listOf = (line: string): string[] =>
  line
    .slice(line.indexOf(':') + 1)
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/**
 * The tests of a file of articles, as test/articles/README.md describes it. Throws a sentence that names the test when
 * one has no draft, checks nothing, or has a fence that nobody knows.
 */
export function parseCases(file: string): Case[] {
  const lines = file.split('\n')
  const built: Building[] = []
  let usual: readonly string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const current = built.at(-1)
    if (line.startsWith('## ')) built.push({ title: line.slice(3).trim(), checks: usual, language: 'markdown' })
    else if (line.startsWith('checks:')) {
      if (current) current.checks = listOf(line)
      else usual = listOf(line)
    } else if (line.startsWith('known:') && current) current.known = line.slice('known:'.length).trim()
    else if (line.startsWith('~~~')) {
      const marker = line.match(/^~+/)?.[0] ?? ''
      const first = at + 1
      const last = lines.indexOf(marker, first)
      if (last < 0) throw new Error(`${current?.title}: a fence is never closed`)
      if (!current) throw new Error('a fence stands before the first heading')
      const fence = { first, last, text: `${lines.slice(first, last).join('\n')}\n` }
      place(current, line.slice(marker.length).trim(), fence)
      at = last
    }
  }
  return built.map(finish)
}

function place(test: Building, info: string, fence: Fence): void {
  if (info === 'now') test.now = fence
  else if (info === 'becomes') test.becomes = fence
  else if (info === '' || info === 'markdown' || info === 'plaintext') {
    if (test.draft) throw new Error(`${test.title}: it has two drafts`)
    test.draft = fence
    if (info !== '') test.language = info
  } else throw new Error(`${test.title}: nobody knows a fence that is called “${info}”`)
}

function finish(test: Building): Case {
  if (!test.draft) throw new Error(`${test.title}: it has no draft`)
  if (test.checks.length === 0) throw new Error(`${test.title}: it does not say what it checks`)
  if ((test.known === undefined) !== (test.now === undefined)) {
    throw new Error(`${test.title}: “known:” and a fence called “now” go together`)
  }
  return { ...test, draft: test.draft }
}
