import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import { rules } from '../../server/core/rules/index.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import type { Settings } from '../../server/core/settings.ts'
import { type Case, parseCases } from './notation/cases.ts'
import { differences } from './notation/difference.ts'
import type { Marks } from './notation/marked.ts'
import { parseMarked } from './notation/parse.ts'
import { brokenSilence, readMarks, settleFindings, wantedMarks } from './notation/read.ts'
import { writeMarked } from './notation/write.ts'

const folder = new URL('.', import.meta.url)
const updating = process.env.UPDATE === '1'

/** What a test reads: the draft without braces, its reading, its findings, and the marks that the test looks at. */
interface Outcome {
  readonly text: string
  readonly reading: Reading
  readonly findings: readonly Finding[]
  readonly read: Marks
}

/** Reads a marked draft. `wanted` is what its braces ask for. */
function outcomeOf(test: Case, marked: string): Outcome & { readonly wanted: Marks } {
  const { text, marks } = parseMarked(marked)
  const wanted = wantedMarks(marks, test.checks)
  const reading = read({ text, language: test.language })
  const findings = check(reading, switchedOn(test.checks))
  return { text, reading, findings, wanted, read: settleFindings(wanted, readMarks(reading, findings, test.checks)) }
}

/** Settings by which a rule speaks that is off until then, where a test checks it. */
const switchedOn = (checks: readonly string[]): Settings => ({
  rules: Object.fromEntries(
    rules.flatMap(({ id, severity, off }) => (off && checks.includes(id) ? [[id, severity]] : [])),
  ),
})

function compare(outcome: Outcome & { readonly wanted: Marks }): void {
  const difference = differences(outcome.text, outcome.wanted, outcome.read)
  const broken = brokenSilence(outcome.read).map(({ label }) => label.slice(1))
  const note = broken.length > 0 ? `\n${broken.join(', ')} must not fire here` : ''
  if (difference !== '') assert.fail(`wanted (-) and read (+)\n${difference}${note}`)
}

/** The draft after the first fix of the first finding that the test looks at, without spaces at the ends of lines. */
function mended(test: Case, { text, reading, findings, read }: Outcome): string {
  const seen = new Set(read.spans.map(({ label }) => label))
  const finding = findings.find(({ rule }) => seen.has(rule))
  assert.ok(finding, `${test.title}: there is no finding that a fix could mend`)
  const fixes = fixesFor(reading, finding)
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0]
  assert.ok(fix, `${test.title}: ${finding.rule} offers no fix`)
  return trimmed(applyEdits(text, fix.edits))
}

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

function run(test: Case): void {
  const outcome = outcomeOf(test, test.draft.text)
  if (!test.now) compare(outcome)
  else {
    const today = outcomeOf(test, test.now.text)
    assert.equal(today.text, outcome.text, 'the draft and the fence called “now” are not the same text')
    compare(today)
    assert.notEqual(
      differences(outcome.text, outcome.wanted, outcome.read),
      '',
      'what was known to be wrong is right: take out “known:” and “now”',
    )
  }
  if (test.becomes) assert.equal(mended(test, outcome), trimmed(test.becomes.text))
}

/** The file with what is read today in its braces: in the fence called "now" where there is one, else in the draft. */
function updated(file: string, tests: readonly Case[]): string {
  const lines: (string | undefined)[] = file.split('\n')
  const put = ({ first, last }: { first: number; last: number }, text: string): void => {
    lines.fill(undefined, first, last)
    lines[first] = text.replace(/\n$/, '')
  }
  for (const test of tests) {
    const outcome = outcomeOf(test, (test.now ?? test.draft).text)
    put(test.now ?? test.draft, writeMarked(outcome.text, outcome.read))
    const fixable = outcome.findings.some(({ rule }) => outcome.read.spans.some(({ label }) => label === rule))
    if (test.becomes && fixable) put(test.becomes, mended(test, outcome))
  }
  return lines.filter((line) => line !== undefined).join('\n')
}

describe('articles', () => {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md') || name === 'README.md') continue
    const path = new URL(name, folder)
    const file = readFileSync(path, 'utf8')
    const tests = parseCases(file)
    describe(name, () => {
      for (const test of tests) {
        it(test.known ? `${test.title} (known: ${test.known})` : test.title, () => {
          if (!updating) run(test)
        })
      }
      if (updating) after(() => writeFileSync(path, updated(file, tests)))
    })
  }
}).timeout(60_000)
