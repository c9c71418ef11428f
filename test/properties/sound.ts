import assert from 'node:assert/strict'
import type { Attribution } from '../../server/core/marks/marks.ts'
import type { Reading } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { contains, hull, type Span } from '../../server/core/text/span.ts'

/** Fails unless every span of a reading lies in the draft, in order, and every index points to something. */
export function assertSound(reading: Reading): void {
  const { text } = reading.draft
  assert.equal(reading.prose.length, text.length, 'the prose is as long as the draft')
  const lists = {
    blocks: reading.blocks,
    sentences: reading.sentences,
    quotations: reading.quotations,
    claims: reading.claims,
    unverified: reading.unverified,
    citations: reading.citations,
    definitions: reading.definitions,
    directives: reading.directives,
    figures: reading.figures,
    dates: reading.dates,
    abbreviations: reading.abbreviations,
    leftovers: reading.leftovers,
  }
  for (const [name, spans] of Object.entries(lists)) {
    for (const span of spans) assertInside(span, text, name)
    assertOrdered(spans, name)
  }
  assertApart(reading.blocks, 'blocks')
  assertApart(reading.sentences, 'sentences')
  for (const { block, ...span } of reading.sentences) {
    const holder = reading.blocks[block]
    assert.ok(holder && contains(holder, span), `the sentence at ${span.start} lies in its block`)
  }
  for (const definition of reading.definitions) {
    assert.ok(contains(definition, definition.label), 'a label lies in its definition')
    assert.ok(contains(definition, definition.body), 'a body lies in its definition')
  }
  reading.attributions.forEach((attribution, index) => {
    assertAttribution(reading, attribution, index)
  })
  assertClaims(reading)
  for (const mark of reading.unverified) {
    assertIn(reading.sentences, mark.sentence, mark, 'an unverified assertion')
    assertIndex(mark.attribution, reading.attributions, 'an unverified assertion')
  }
  for (const { attribution } of reading.quotations) assertIndex(attribution, reading.attributions, 'a quotation')
}

/** Whether a text holds no half of a surrogate pair. */
export const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)

/** Fails unless findings lie in the draft, in order, and say one sentence that fits a line of the Problems panel. */
export function assertFindings(reading: Reading, findings: readonly Finding[]): void {
  assertOrdered(findings, 'findings')
  for (const finding of findings) {
    assertInside(finding, reading.draft.text, finding.rule)
    for (const other of finding.related ?? []) assertInside(other, reading.draft.text, finding.rule)
    assert.ok(finding.message.length > 0 && finding.message.length <= 100, `${finding.rule}: “${finding.message}”`)
    assert.doesNotMatch(finding.message, /[\r\n\u2028\u2029]/, `${finding.rule}: one line`)
    assert.ok(isWhole(finding.message) || !isWhole(reading.draft.text), `${finding.rule}: no half of a pair`)
  }
}

function assertClaims(reading: Reading): void {
  for (const claim of reading.claims) {
    assertIn(reading.sentences, claim.sentence, claim, 'a claim')
    assert.ok(claim.worth >= 0 && claim.worth <= 1, `worth is from 0 to 1, not ${claim.worth}`)
    assertIndex(claim.attribution, reading.attributions, 'a claim')
    assertIndex(claim.citation, reading.citations, 'a claim')
    for (const reason of claim.reasons) assert.ok(contains(claim, reason), 'a reason lies in its claim')
  }
}

function assertAttribution(reading: Reading, attribution: Attribution, index: number): void {
  const { source, cue, content } = attribution
  const all = [...source, ...cue, ...content]
  assert.ok(all.length > 0, 'an attribution has a part')
  for (const [name, spans] of Object.entries({ source, cue, content })) {
    for (const span of spans) assertInside(span, reading.draft.text, name)
    assertOrdered(spans, name)
    assertApart(spans, name)
  }
  for (const span of content) {
    assert.ok(
      reading.blocks.some((block) => contains(block, span)),
      `the content at ${span.start} does not cross a paragraph`,
    )
  }
  const sentence = reading.sentences[attribution.sentence]
  assert.ok(sentence, 'an attribution stands in a sentence')
  const { nestedIn } = attribution
  assertIndex(nestedIn, reading.attributions, 'an attribution')
  const outer = reading.attributions[nestedIn ?? -1]
  if (outer) {
    const around = hull(all)
    assert.ok(
      outer.content.some((span) => contains(span, around)),
      `attribution ${index} stands in the content of the one it is nested in`,
    )
  }
  const seen = new Set([index])
  for (let at = nestedIn; at !== undefined; at = reading.attributions[at]?.nestedIn) {
    assert.ok(!seen.has(at), 'attributions do not nest in a circle')
    seen.add(at)
  }
}

const assertInside = ({ start, end }: Span, text: string, what: string): void => {
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `${what}: whole offsets`)
  assert.ok(0 <= start && start < end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`)
}

const assertIn = (holders: readonly Span[], index: number, span: Span, what: string): void => {
  const holder = holders[index]
  assert.ok(holder && contains(holder, span), `${what} at ${span.start} lies in sentence ${index}`)
}

const assertIndex = (index: number | undefined, list: readonly unknown[], what: string): void => {
  assert.ok(index === undefined || index in list, `${what} points to ${index} of ${list.length}`)
}

const assertOrdered = (spans: readonly Span[], what: string): void => {
  spans.forEach((span, index) => {
    assert.ok(index === 0 || (spans[index - 1]?.start ?? 0) <= span.start, `${what} are in document order`)
  })
}

const assertApart = (spans: readonly Span[], what: string): void => {
  spans.forEach((span, index) => {
    assert.ok(index === 0 || (spans[index - 1]?.end ?? 0) <= span.start, `${what} do not overlap`)
  })
}
