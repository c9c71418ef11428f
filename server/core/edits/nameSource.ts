import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose } from './compose.ts'
import type { Fix } from './fix.ts'
import { inTitle } from './titles.ts'

/** Writes a name that the draft gives in place of a description: “The newspaper said” becomes “The Harbour Post said”. */
export function nameSource({ draft: { text } }: Reading, at: Span, name: string): Fix {
  const first = text.slice(at.start, at.start + 1)
  const isCapital = first !== first.toLowerCase()
  const bare = name.replace(/^the /i, '')
  const article = bare === name ? '' : isCapital ? 'The ' : 'the '
  const written = `${article}${bare}`
  return compose(text, `Write ${inTitle(written)}`, [{ start: at.start, end: at.end, text: written }])
}
