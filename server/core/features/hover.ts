import { emptyLibrary } from '../citing/library.ts'
import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from '../rules/rule.ts'
import { lengthOf, type Span, touches } from '../text/span.ts'
import * as describe from './describe.ts'
import { type Hover, type HoverLine, name, say } from './words.ts'

/** What would settle a finding, where its message does not say so already. */
const SETTLED: Readonly<Partial<Record<string, string>>> = {
  'unsourced-claim': 'a source in the text, a note or a link',
  'no-evidence': 'the evidence, or who looked for it and what they found',
  'unattributed-allegation': 'who alleges it',
  'vague-source': 'who they are, or a report that names them',
  'anonymous-source': 'how they know, and why they are not named',
  'unattributed-quote': 'who spoke',
  'uncited-attribution': 'a link or a note that readers can follow',
}

/** A mark that an offset touches, and what is said of it. */
interface Touched {
  readonly span: Span
  readonly said: HoverLine
  readonly attribution?: Attribution
  readonly isQuiet?: true
}

/**
 * What is known of a place in the draft: the innermost mark there, the attribution and the claim that it stands in, how the
 * claim is sourced, and what would settle what is objected to. At most five lines. Undefined where nothing is marked.
 */
export function hover(
  reading: Reading,
  findings: readonly Finding[],
  offset: number,
  known: describe.Told = { library: emptyLibrary, form: 'news' },
): Hover | undefined {
  const isAt = (span: Span): boolean => touches(span, offset)
  const byNearness = (a: Span, b: Span): number => nearness(a, offset) - nearness(b, offset)
  const marks = [...smallMarks(reading, isAt, known), ...attributions(reading, isAt)].sort(
    (a, b) => Number(a.isQuiet ?? false) - Number(b.isQuiet ?? false) || byNearness(a.span, b.span),
  )
  const claim = reading.claims.filter(isAt).sort(byNearness)[0]
  const innermost = marks[0]
  const span = innermost?.span ?? claim
  if (span === undefined) return undefined
  const holder = innermost?.attribution === undefined ? marks.find((mark) => mark.attribution !== undefined) : undefined
  const told = [innermost, holder].filter((mark) => mark !== undefined)
  const lines = told.map(({ said }) => said)
  if (claim !== undefined) {
    lines.push(describe.describeClaim(reading, claim))
    const rest = reading.attributions[claim.attribution ?? -1]
    const isTold = claim.status === 'attributed' && told.some(({ attribution }) => attribution === rest)
    if (!isTold) lines.push(describe.describeStatus(reading, claim, known))
  }
  const settled = findings
    .filter(isAt)
    .sort(byNearness)
    .map(({ rule }) => SETTLED[rule])
  const settling = settled.find((what) => what !== undefined)
  if (settling !== undefined) lines.push([name('Settled by'), say(` ${settling}.`)])
  return { span: { start: span.start, end: span.end }, lines }
}

/** A figure or a date says little of itself, and comes after every other mark. */
const quiet = (mark: Touched): Touched => ({ ...mark, isQuiet: true })

/** Shorter spans first; those that the offset only follows come after all that hold it. */
const nearness = (span: Span, offset: number): number =>
  lengthOf(span) + (offset === span.end ? Number.MAX_SAFE_INTEGER / 2 : 0)

function smallMarks(reading: Reading, isAt: (span: Span) => boolean, known: describe.Told): Touched[] {
  const told = <T extends Span>(marks: readonly T[], sayOf: (mark: T) => HoverLine): Touched[] =>
    marks.filter(isAt).map((mark) => ({ span: mark, said: sayOf(mark) }))
  return [
    ...told(reading.unverified, (mark) => describe.describeUnverified(reading, mark)),
    ...told(reading.leftovers, describe.describeLeftover),
    ...told(reading.citations, (mark) => describe.describeCitation(reading, mark, known)),
    ...told(reading.definitions, (mark) => describe.describeDefinition(reading, mark)),
    ...told(reading.abbreviations, describe.describeAbbreviation),
    ...told(reading.quotations, (mark) => describe.describeQuotation(reading, mark)),
    ...told(reading.figures, describe.describeFigure).map(quiet),
    ...told(reading.dates, describe.describeDate).map(quiet),
  ]
}

function attributions(reading: Reading, isAt: (span: Span) => boolean): Touched[] {
  return reading.attributions.flatMap((attribution) =>
    (['source', 'cue', 'content'] as const).flatMap((part) =>
      attribution[part].filter(isAt).map((span) => ({
        span,
        attribution,
        said: describe.describeAttribution(reading, attribution, part),
      })),
    ),
  )
}
