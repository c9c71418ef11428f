import { docsUrl, type Finding, rules } from '../../core/index.ts'
import { placesIn } from '../places.ts'
import type { CheckedDraft, Printer } from './printer.ts'

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

const tool = {
  driver: {
    name: 'Says Who',
    rules: rules.map(({ id, title }) => ({ id, shortDescription: { text: title }, helpUri: docsUrl(id) })),
  },
}

/** SARIF 2.1.0 (OASIS): one run, a result for each finding. */
export function sarifPrinter(): Printer {
  let before = ''
  const log = JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool, columnKind: 'utf16CodeUnits', results: [] }],
  })
  const end = ']}]}'
  return {
    begin: log.slice(0, -end.length),
    draft: (checked) => {
      const results = resultsOf(checked).map((result) => {
        const written = `${before}\n${JSON.stringify(result)}`
        before = ','
        return written
      })
      return results.join('')
    },
    end: () => `\n${end}\n`,
  }
}

function resultsOf({ file, text, findings }: CheckedDraft): object[] {
  const placeOf = placesIn(text)
  const locationOf = ({ start, end }: Pick<Finding, 'start' | 'end'>): object => {
    const [from, to] = [placeOf(start), placeOf(end)]
    return {
      artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: start,
        charLength: end - start,
      },
    }
  }
  return findings.map((finding) => ({
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: locationOf(finding) }],
    ...(finding.related !== undefined &&
      finding.related.length > 0 && {
        relatedLocations: finding.related.map((place) => ({
          physicalLocation: locationOf(place),
          message: { text: place.message },
        })),
      }),
  }))
}
