import { toFindingJson } from '../../core/index.ts'
import { placesIn } from '../places.ts'
import type { CheckedDraft, Printer } from './printer.ts'

/** One list with an object for each draft; findings have offsets and, counted from 1, the line and column of their start. */
export const jsonPrinter = (): Printer => ({
  begin: '[',
  draft: (checked, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(objectOf(checked))}`,
  end: () => '\n]\n',
})

function objectOf({ file, text, findings }: CheckedDraft): object {
  const placeOf = placesIn(text)
  return {
    file,
    findings: findings.map((finding) => {
      const { line, column } = placeOf(finding.start)
      return { ...toFindingJson(finding), line, column }
    }),
  }
}
