import type { Reading } from '../reading.ts'
import type { Objection, Parts, Rule, Settled } from './rule.ts'

type Checking = Pick<Rule, 'check'> & { readonly parts: Parts }

/** A check that needs no more of a draft than a paragraph and its neighbours. */
export const inParagraphs = (find: (reading: Reading) => Objection[]): Checking => ({ check: find, parts: { find } })

/** A check that finds candidates paragraph by paragraph, and settles over the whole draft which of them it objects to. */
export function overDraft<Candidate extends Objection>(
  find: (reading: Reading) => Candidate[],
  settle: (candidates: readonly Candidate[]) => Settled[],
): Checking {
  const check = (reading: Reading): Objection[] => {
    const candidates = find(reading)
    return settle(candidates).map((settled) => objectionOf((index) => candidates[index] as Candidate, settled))
  }
  return { check, parts: { find, settle: settle as Parts['settle'] & {} } }
}

/**
 * What is objected to at a candidate.
 *
 * @param candidateAt the candidates by their index
 */
export function objectionOf(
  candidateAt: (index: number) => Objection,
  { candidate, message, related }: Settled,
): Objection {
  const { start, end, severity } = candidateAt(candidate)
  const other = related && candidateAt(related.candidate)
  return {
    start,
    end,
    message,
    ...(severity !== undefined && { severity }),
    ...(related && other && { related: [{ start: other.start, end: other.end, message: related.message }] }),
  }
}
