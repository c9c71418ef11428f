import { emptyLibrary, type Library } from '../citing/library.ts'
import type { Fix } from '../edits/fix.ts'
import { citeWithFootnote } from '../edits/index.ts'
import { fixesFor } from '../findings.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from '../rules/rule.ts'
import { lengthOf, type Span } from '../text/span.ts'

/** Something that an editor can have done, and the finding that it settles, where there is one. */
export interface Action {
  readonly fix: Fix
  readonly finding?: Finding
}

/**
 * What can be done at a range: the fixes of the findings that it touches, the narrowest finding first, each fix once and at
 * most one of them preferred; and a citation for a claim that has none and that nothing objects to.
 */
export function actions(
  reading: Reading,
  findings: readonly Finding[],
  range: Span,
  library: Library = emptyLibrary,
): Action[] {
  const isAt = (span: Span): boolean => span.start <= range.end && range.start <= span.end
  const touched = findings.filter(isAt).sort((a, b) => lengthOf(a) - lengthOf(b))
  const offered: Action[] = touched.flatMap((finding) =>
    fixesFor(reading, finding, library).map((fix) => ({ fix, finding })),
  )
  const claim = reading.claims
    .filter((one) => isAt(one) && one.status !== 'cited' && !touched.some((it) => meets(it, one)))
    .sort((a, b) => lengthOf(a) - lengthOf(b))[0]
  if (claim !== undefined) offered.push({ fix: rewriting(citeWithFootnote(reading, claim)) })
  return preferringOne(once(offered))
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const rewriting = ({ preferred: _, ...fix }: Fix): Fix => ({ ...fix, kind: 'refactor.rewrite' })

/** The first of those with the same title and the same edits. */
function once(offered: readonly Action[]): Action[] {
  const seen = new Set<string>()
  return offered.filter(({ fix: { title, edits } }) => {
    const key = JSON.stringify([title, edits])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function preferringOne(offered: readonly Action[]): Action[] {
  const preferred = offered.find(({ fix }) => fix.preferred)
  return offered.map((action) => {
    if (!action.fix.preferred || action === preferred) return action
    const { preferred: _, ...fix } = action.fix
    return { ...action, fix }
  })
}
