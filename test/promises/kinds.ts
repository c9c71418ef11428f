import type fc from 'fast-check'
import { check, checkReferences } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import type { Draft } from '../../server/core/text/draft.ts'
import { anyBibliography } from '../properties/anyBibliography.ts'
import { anyDraft, newsDraft } from '../properties/anyDraft.ts'
import { assertFindings, assertSound } from '../properties/sound.ts'
import { assertSame, edited } from './documents.ts'
import { assertFixesSettle, mended } from './fixes.ts'
import {
  assertHears,
  assertNotDeaf,
  assertStarts,
  brokenStream,
  mutatedIntroduction,
  mutatedMessages,
} from './messages.ts'

/** Something that must hold for anything of a kind. */
export interface Kind<T> {
  readonly any: fc.Arbitrary<T>
  /** How many are tried in one go. */
  readonly batch: number
  /** Throws, or rejects, where it does not hold. */
  holds(value: T): void | Promise<void>
}

const kind = <T>(any: fc.Arbitrary<T>, batch: number, holds: Kind<T>['holds']): Kind<unknown> =>
  ({ any, batch, holds }) as Kind<unknown>

function assertReads(draft: Draft): void {
  const reading = read(draft)
  assertSound(reading)
  assertFindings(reading, check(reading))
}

/** What is tried for as long as one likes by `npm run test:long`, and on each stored case by every run of the tests. */
export const kinds: Readonly<Record<string, Kind<unknown>>> = {
  documents: kind(edited, 5000, assertSame),
  drafts: kind(anyDraft, 300, assertReads),
  news: kind(newsDraft, 100, assertReads),
  bibliographies: kind(
    anyBibliography,
    500,
    ({ kind, text }) => void checkReferences(parseBibliography(text, kind, 'file:///a')),
  ),
  fixes: kind(mended, 100, (draft) => assertFixesSettle(read(draft))),
  messages: kind(mutatedMessages, 200, assertHears),
  introductions: kind(mutatedIntroduction, 5, assertStarts),
  frames: kind(brokenStream, 10, assertNotDeaf),
}
