import {
  ASSERTION_NOUNS,
  CONFIRMING,
  GAP_ADJECTIVES,
  GIVING_VERBS,
  INDEPENDENTLY,
  INQUIRIES,
  PROOF_NOUNS,
  SUPPORTING_VERBS,
  VERIFYING,
} from '../english/lexicon/doubts.ts'
import { reportingVerb } from '../english/lexicon/verbs.ts'
import { isAdverb, isNoun } from '../english/tags.ts'
import { lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'

/** How many adjectives may stand before "evidence". */
const MOST_ADJECTIVES = 4

const BE = /^(?:is|are|was|were|be|been|being|remains?|remained|'s|'re)$/
const HAVE = /^(?:has|have|had|having|'ve)$/

/**
 * Words at token `i` by which the text says outright that an assertion has no proof, with what the proof is wanting for:
 * "without providing any evidence for its claims", "offered no proof", "could not be independently verified", "baseless".
 * What somebody else is said to call baseless, and what a study did not find, are none.
 */
export function evidenceGapAt(p: Passage, i: number): Range | undefined {
  return withoutProof(p, i) ?? gaveNone(p, i) ?? noneGiven(p, i) ?? notVerified(p, i) ?? adjective(p, i)
}

/** The token of "evidence" when only words that describe it stand before it. */
function proofFrom(p: Passage, i: number): number | undefined {
  for (let j = i; j <= i + MOST_ADJECTIVES; j++) {
    if (PROOF_NOUNS.has(lowerAt(p, j))) return j
    const tag = tagAt(p, j)
    if (tag !== 'DT' && !/^(?:JJ|RB|CC|VBG|NN|IN)/.test(tag)) return undefined
    // "without a shred of evidence"
    if (tag === 'IN' && lowerAt(p, j) !== 'of') return undefined
  }
  return undefined
}

function withoutProof(p: Passage, i: number): Range | undefined {
  if (lowerAt(p, i) !== 'without') return undefined
  if (lowerAt(p, i + 1) === 'foundation' || (lowerAt(p, i + 1) === 'basis' && !/^(?:for|in)$/.test(lowerAt(p, i + 2))))
    return { from: i, to: i + 2 }
  const giving = GIVING_VERBS.has(lowerAt(p, i + 1))
  const proof = proofFrom(p, giving ? i + 2 : i + 1)
  if (proof === undefined) return undefined
  const tail = tailEnd(p, proof + 1)
  // "proof of purchase", "evidence of intent" are papers and matters of law
  const of = lowerAt(p, proof + 1) === 'of' && tail === proof + 1
  if (of && (!giving || lowerAt(p, proof) !== 'evidence')) return undefined
  return { from: i, to: tail }
}

/** "offered no proof", "did not provide evidence", "has yet to present any evidence". */
function gaveNone(p: Passage, i: number): Range | undefined {
  if (!GIVING_VERBS.has(lowerAt(p, i))) return undefined
  let from = i
  const none = /^(?:no|little|scant)$/.test(lowerAt(p, i + 1))
  if (!none) {
    const negation = negationBefore(p, i)
    if (negation === undefined) return undefined
    from = negation
  } else if (HAVE.test(lowerAt(p, i - 1))) from--
  const proof = proofFrom(p, none ? i + 2 : i + 1)
  if (proof === undefined || lowerAt(p, proof) === 'documentation' || isInquiry(p, from)) return undefined
  return { from, to: tailEnd(p, proof + 1) }
}

/** The first token of the verb group that denies the verb at `i`: "did not", "has not yet", "failed to". */
function negationBefore(p: Passage, i: number): number | undefined {
  const { from } = sentenceRange(p, i)
  let j = i - 1
  while (j > from && isAdverb(tagAt(p, j)) && !/^(?:not|n't|n’t|never|yet)$/.test(lowerAt(p, j))) j--
  if (lowerAt(p, j) === 'to') {
    const lead = lowerAt(p, j - 1)
    if (/^(?:failed|declined|refused|fails|refuses|declines)$/.test(lead)) return j - 1
    return lead === 'yet' && HAVE.test(lowerAt(p, j - 2)) ? j - 2 : undefined
  }
  if (lowerAt(p, j) === 'yet') j--
  if (!/^(?:not|n't|n’t|never)$/.test(lowerAt(p, j))) return undefined
  return /^(?:did|does|do|has|have|had|could|would|was|were)$/.test(lowerAt(p, j - 1)) ? j - 1 : j
}

/** Whether the subject before a verb is a study or the like. */
function isInquiry(p: Passage, verb: number): boolean {
  const { from } = sentenceRange(p, verb)
  for (let j = verb - 1; j >= from && j > verb - 10; j--) if (INQUIRIES.has(lowerAt(p, j))) return true
  return false
}

/** "no evidence was offered", "no evidence to support the claim". */
function noneGiven(p: Passage, i: number): Range | undefined {
  if (lowerAt(p, i) !== 'no') return undefined
  const proof = proofFrom(p, i + 1)
  if (proof === undefined) return undefined
  let j = proof + 1
  let be = false
  while (j < proof + 6 && (BE.test(lowerAt(p, j)) || HAVE.test(lowerAt(p, j)) || isAdverb(tagAt(p, j)))) {
    be ||= BE.test(lowerAt(p, j))
    j++
  }
  if (be && (GIVING_VERBS.has(lowerAt(p, j)) || (lowerAt(p, j) === 'made' && lowerAt(p, j + 1) === 'public')))
    return isInquiry(p, i) ? undefined : { from: i, to: tailEnd(p, lowerAt(p, j) === 'made' ? j + 2 : j + 1) }
  const tail = tailEnd(p, proof + 1)
  if (tail === proof + 1 || isReported(p, i)) return undefined
  const lead = lowerAt(p, i - 1)
  return BE.test(lead) || lead === 'with' ? { from: lead === 'with' ? i - 1 : i, to: tail } : undefined
}

/** Whether somebody is said to say what stands at a token: a verb of reporting comes before it in its sentence. */
function isReported(p: Passage, i: number): boolean {
  const { from } = sentenceRange(p, i)
  for (let j = i - 1; j >= from && j > i - 40; j--) {
    const verb = reportingVerb(lowerAt(p, j))
    if (verb?.that && /^VB[DPZGN]?$/.test(tagAt(p, j))) return true
  }
  return false
}

/** "could not be independently verified", "has not been verified", "was unable to verify the account". */
function notVerified(p: Passage, i: number): Range | undefined {
  const word = lowerAt(p, i)
  const sure = VERIFYING.has(word)
  if (!sure && !CONFIRMING.has(word)) return undefined
  const { from: first } = sentenceRange(p, i)
  let from = i - 1
  let denied = false
  let independent = false
  let weak = true
  while (from >= first && from > i - 8) {
    const left = lowerAt(p, from)
    if (INDEPENDENTLY.has(left)) independent = true
    else if (/^(?:not|n't|n’t|cannot|never|unable)$/.test(left)) denied = true
    else if (!/^(?:yet|to|be|been|is|are|was|were|has|have|had|can|could|ca)$/.test(left)) break
    if (/^(?:has|have|had|can|ca|could|cannot|unable)$/.test(left)) weak = false
    from--
  }
  from++
  if (!denied || ((weak || !sure) && !independent) || isCondition(p, i, first)) return undefined
  if (lowerAt(p, from) === 'to' || lowerAt(p, from) === 'yet') from++
  // "could not verify the claims": the claims belong to the phrase
  const object = word.endsWith('y') || word === 'confirm' ? assertionEnd(p, i + 1) : i + 1
  return { from, to: object }
}

function isCondition(p: Passage, i: number, first: number): boolean {
  for (let j = i; j >= first && j > i - 16; j--)
    if (/^(?:if|unless|until|when|whenever|you)$/.test(lowerAt(p, j))) return true
  return false
}

const NAMING: ReadonlySet<string> = new Set([
  'call',
  'dismiss',
  'describe',
  'denounce',
  'reject',
  'deem',
  'brand',
  'label',
  'term',
  'characterize',
  'characterise',
  'dub',
  'deny',
  'condemn',
  'slam',
  'criticize',
  'criticise',
  'decry',
  'rule',
])

function adjective(p: Passage, i: number): Range | undefined {
  if (!GAP_ADJECTIVES.has(lowerAt(p, i))) return undefined
  if (/^(?:accounts?|users?|emails?|e-mail|senders?|buyers?|sellers?|profiles?)$/.test(lowerAt(p, i + 1)))
    return undefined
  const before = lowerAt(p, i - 1)
  if (before === 'as' || /^(?:not|n't|n’t|hardly|never)$/.test(before)) return undefined
  const { from } = sentenceRange(p, i)
  for (let j = i - 1; j >= from && j > i - 14; j--) {
    if (NAMING.has(reportingVerb(lowerAt(p, j))?.lemma ?? '') && !isNoun(tagAt(p, j))) return undefined
  }
  const predicate = BE.test(before) || BE.test(lowerAt(p, i - 2))
  return predicate && isReported(p, i) ? undefined : { from: i, to: i + 1 }
}

/** The end of "for its claims", "to support the allegation", "of this" after the proof; `from` where nothing of the kind follows. */
function tailEnd(p: Passage, from: number): number {
  const link = lowerAt(p, from)
  if (link === 'for' || link === 'of' || link === 'behind') {
    const to = assertionEnd(p, from + 1)
    return to > from + 1 ? to : from
  }
  const verb = link === 'to' ? from + 1 : from
  if (!SUPPORTING_VERBS.has(lowerAt(p, verb)) || (link !== 'to' && !link.endsWith('ing'))) return from
  const object = lowerAt(p, verb + 1) === 'up' ? verb + 2 : verb + 1
  const to = assertionEnd(p, object)
  if (to > object) return lowerAt(p, to) === 'up' ? to + 1 : to
  return /^(?:it|this|that|them)$/.test(lowerAt(p, object))
    ? lowerAt(p, object + 1) === 'up'
      ? object + 2
      : object + 1
    : from
}

/** The end of a noun phrase that is headed by "claim", "allegation" and the like; `from` where there is none. */
function assertionEnd(p: Passage, from: number): number {
  for (let j = from; j < from + 6; j++) {
    const word = lowerAt(p, j)
    // "for its claims about …": the last noun of the run is the head
    if (ASSERTION_NOUNS.has(word) && !isNoun(tagAt(p, j + 1))) return j + 1
    if (!/^(?:DT|PDT|PRP\$|JJ|NN|CD|VBN|POS|CC)/.test(tagAt(p, j))) return from
  }
  return from
}
