import { placesIn } from '../places.ts'
import type { CheckedDraft, Printer } from './printer.ts'

const LEVELS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const

/** A workflow command of GitHub Actions for each finding, which shows beside the line in a pull request. */
export const githubPrinter = (): Printer => ({ begin: '', draft: linesOf, end: () => '' })

function linesOf({ file, text, findings }: CheckedDraft): string {
  const placeOf = placesIn(text)
  return findings
    .map(({ start, end, severity, rule, message }) => {
      const [from, to] = [placeOf(start), placeOf(end)]
      const properties = [
        `file=${property(file)}`,
        `line=${from.line}`,
        `endLine=${to.line}`,
        // GitHub takes columns for findings on one line only.
        ...(from.line === to.line ? [`col=${from.column}`, `endColumn=${to.column}`] : []),
        `title=${property(rule)}`,
      ]
      return `::${LEVELS[severity]} ${properties.join(',')}::${data(message)}\n`
    })
    .join('')
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
