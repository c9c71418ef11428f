import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Finding, type Language, type Reading, read } from '../../server/core/index.ts'
import { parseCases } from '../../test/articles/notation/cases.ts'
import { parseMarked } from '../../test/articles/notation/parse.ts'
import { percent, wordsOf } from './counts.ts'
import { jsonLines, notThere } from './data.ts'
import type { Measured, Row } from './rows.ts'

const NEWS = 'Published news (PolNeAR, development)'
const READMES = 'README files of installed packages'
const OWN = 'Our own drafts that owe no source'
const MOST_READMES = 200

/** Rules that ask for a source, or for a better one. */
const SOURCING: ReadonlySet<string> = new Set(
  'unsourced-claim no-evidence unattributed-allegation vague-source anonymous-source unattributed-quote uncited-attribution'.split(
    ' ',
  ),
)

const readAndCheck = (text: string, language: Language): { reading: Reading; findings: Finding[] } => {
  const reading = read({ text, language })
  return { reading, findings: check(reading) }
}

const isWarning = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'error'

/** How many sentences of published news carry a finding. Every article is read as if it were a draft. */
export function measureNews(folder: string): Measured {
  const path = join(folder, 'data/polnear/dev.jsonl')
  const articles = jsonLines<{ text: string }>(path)
  if (articles === undefined) return { rows: [], missing: [notThere(NEWS, path)] }
  let sentences = 0
  let warned = 0
  let found = 0
  for (const { text } of articles) {
    const { reading, findings } = readAndCheck(text, 'plaintext')
    const warnings = findings.filter((finding) => isWarning(finding) && SOURCING.has(finding.rule))
    for (const { start, end } of reading.sentences) {
      const inside = (finding: Finding) => finding.start < end && finding.end > start
      sentences++
      if (warnings.some(inside)) warned++
      if (findings.some(inside)) found++
    }
  }
  const row = (id: string, measure: string, part: number): Row => ({
    id: `news.${id}`,
    set: NEWS,
    measure,
    value: percent(part, sentences),
    digits: 1,
    better: 'less',
  })
  return {
    rows: [
      row('warned', 'sentences with a warning for sourcing, %', warned),
      row('found', 'sentences with any finding, %', found),
    ],
    missing: [],
  }
}

/** Warnings in the README files of `node_modules`: software asks for no sources. */
export function measureReadmes(root: string): Measured {
  const folder = join(root, 'node_modules')
  const paths = packagesIn(folder).flatMap((path) => readmeOf(path))
  if (paths.length === 0) return { rows: [], missing: [notThere(READMES, folder)] }
  const drafts = paths
    .slice(0, MOST_READMES)
    .map((path) => ({ text: readFileSync(path, 'utf8'), language: 'markdown' as const }))
  return { rows: [warningRow('readmes', READMES, drafts)], missing: [] }
}

/** Warnings in the articles of the tests that are how-tos, recipes, minutes and stories. */
export function measureOwn(root: string): Measured {
  const drafts = ['technical.md', 'fiction.md'].flatMap((name) =>
    parseCases(readFileSync(join(root, 'test/articles', name), 'utf8')).map(({ draft, language }) => ({
      text: parseMarked(draft.text).text,
      language,
    })),
  )
  return { rows: [warningRow('own', OWN, drafts)], missing: [] }
}

function warningRow(id: string, set: string, drafts: ReadonlyArray<{ text: string; language: Language }>): Row {
  let words = 0
  let warnings = 0
  for (const { text, language } of drafts) {
    words += wordsOf(text)
    warnings += readAndCheck(text, language).findings.filter(isWarning).length
  }
  const measure = `warnings in 1,000 words, ${drafts.length} drafts`
  return {
    id: `${id}.warnings`,
    set,
    measure,
    value: (1000 * warnings) / Math.max(1, words),
    digits: 2,
    better: 'less',
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

const packagesIn = (folder: string): string[] =>
  namesIn(folder).flatMap((name) =>
    name.startsWith('@') ? packagesIn(join(folder, name)) : name.startsWith('.') ? [] : [join(folder, name)],
  )

const readmeOf = (folder: string): string[] =>
  namesIn(folder)
    .filter((name) => /^readme\.(?:md|markdown)$/i.test(name))
    .slice(0, 1)
    .map((name) => join(folder, name))
