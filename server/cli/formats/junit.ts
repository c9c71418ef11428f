import { placesIn } from '../places.ts'
import { type CheckedDraft, onOneLine, type Printer } from './printer.ts'

/** JUnit's XML: a suite for each draft, a failed case for each finding, one that passed for a draft without any. */
export const junitPrinter = (): Printer => ({
  begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Says Who">\n',
  draft: suiteOf,
  end: () => '</testsuites>\n',
})

function suiteOf({ file, text, findings }: CheckedDraft): string {
  const placeOf = placesIn(text)
  const name = escaped(file)
  const cases = findings.map(({ start, severity, rule, message }) => {
    const { line, column } = placeOf(start)
    const failure = `<failure type="${severity}" message="${escaped(message)}"/>`
    return `    <testcase classname="${name}" name="${rule} ${line}:${column}">${failure}</testcase>\n`
  })
  const passed = `    <testcase classname="${name}" name="no findings"/>\n`
  const count = `tests="${Math.max(1, cases.length)}" failures="${cases.length}"`
  return `  <testsuite name="${name}" ${count}>\n${cases.join('') || passed}  </testsuite>\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML, in which neither controls nor the two code points that are no characters may stand. */
const escaped = (text: string): string =>
  onOneLine(text).replace(/[&<>"\uFFFE\uFFFF]/g, (letter) => ENTITIES[letter] ?? '\uFFFD')
