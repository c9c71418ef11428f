import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Reading } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { parseCases } from './notation/cases.ts'
import { differences } from './notation/difference.ts'
import { parseMarked } from './notation/parse.ts'
import { brokenSilence, readMarks, settleFindings, wantedMarks } from './notation/read.ts'
import { writeMarked } from './notation/write.ts'

const empty: Omit<Reading, 'draft' | 'prose'> = {
  register: 'reporting',
  blocks: [],
  sentences: [],
  quotations: [],
  attributions: [],
  claims: [],
  unverified: [],
  citations: [],
  definitions: [],
  directives: [],
  figures: [],
  counted: [],
  dates: [],
  abbreviations: [],
  leftovers: [],
}
const reading = (text: string, parts: Partial<Reading>): Reading => ({
  ...empty,
  draft: { text, language: 'markdown' },
  prose: text,
  ...parts,
})
const roundTrip = (marked: string): string => {
  const { text, marks } = parseMarked(marked)
  return writeMarked(text, marks)
}
const finding = (rule: string, start: number, end: number, severity: Finding['severity'] = 'warning'): Finding => ({
  rule,
  start,
  end,
  severity,
  message: 'Nobody is named for this.',
})

describe('the notation of articles', () => {
  const drafts = [
    'No marks at all.',
    '{attribution: {content: “Rents are up,”} {source: Mayor Ruiz} {cue: said}. {content: “Again.”}}',
    '{attribution: {content: {attribution: {source vague: Some officials} {cue: have said} {content: it is illegal}}}, {source: TWP} {cue: reports}}.',
    '{source 1 2: She} {cue 1: said} {content 1: no} and {cue 2: added} {content 2: that she was tired}.',
    '{unsourced: It {hedge: may} rain \\{here\\} \\\\ {citation: [^1]}.}',
    '{cue vague: It is widely believed}',
    '{attribution: {source = Harbour Post: The paper} {cue: said} {content mixed: it was “late”}}.',
  ]
  for (const draft of drafts) {
    it(`writes what it reads: ${draft.slice(0, 40)}`, () => {
      assert.equal(
        roundTrip(draft.startsWith('{cue') ? `{attribution: ${draft}}` : draft),
        draft.startsWith('{cue') ? `{attribution: ${draft}}` : draft,
      )
    })
  }

  it('takes the braces out and leaves those of the draft', () => {
    assert.equal(parseMarked('{hedge: may} \\{x: y\\} \\\\{hedge: z}').text, 'may {x: y} \\z')
  })

  it('cuts marks that cross', () => {
    const marks = {
      attributions: [],
      spans: [
        { label: 'hedge', start: 0, end: 3 },
        { label: 'allegation', start: 2, end: 5 },
      ],
    }
    const written = writeMarked('abcdef', marks)
    assert.equal(written, '{hedge: ab{allegation: c}}{+allegation: de}f')
    assert.deepEqual(
      parseMarked(written).marks.spans.toSorted((a, b) => a.start - b.start),
      marks.spans,
    )
  })

  it('writes any marks in any text without losing a character', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    const attribution = fc.record({
      source: fc.array(span, { maxLength: 2 }),
      cue: fc.array(span, { maxLength: 1 }),
      content: fc.array(span, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(
        fc.string({ minLength: 31, maxLength: 40, unit: fc.constantFrom(...'ab{}\\: \n') }),
        fc.array(attribution, { maxLength: 3 }),
        fc.array(
          span.map((one) => ({ ...one, label: 'hedge' })),
          { maxLength: 3 },
        ),
        (text, attributions, spans) => {
          const written = writeMarked(text, { attributions, spans })
          assert.equal(parseMarked(written).text, text)
        },
      ),
    )
  })

  for (const [draft, message] of [
    ['a { b', /has no label/],
    ['a } b', /closes nothing/],
    ['one\n{hedge: may', /line 2 .* never closed/],
    ['{source: She} said', /outside an \{attribution/],
    ['{attribution: {source loud: She}}', /“loud”/],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(draft)}`, () => {
      assert.throws(() => parseMarked(draft), message)
    })
  }

  it('does not take a mark that the test does not check', () => {
    const { marks } = parseMarked('{hedge: may} {attribution: {source vague: critics} {cue: say} {content: no}}')
    assert.throws(() => wantedMarks(marks, ['attributions']), /\{hedge: …\} is marked/)
    assert.throws(() => wantedMarks(marks, ['unverified']), /an attribution is marked/)
    assert.throws(() => wantedMarks(marks, ['unverified', 'attributions']), /does not check “sources”/)
    assert.doesNotThrow(() => wantedMarks(marks, ['unverified', 'sources']))
  })
})

describe('what a test looks at', () => {
  const text = 'He said no. She may go.'
  const marks = reading(text, {
    sentences: [
      { start: 0, end: 11, block: 0 },
      { start: 12, end: 23, block: 0 },
    ],
    claims: [
      {
        start: 0,
        end: 11,
        kind: 'quotation',
        worth: 0.2,
        stake: 0.2,
        demand: 0.2,
        status: 'attributed',
        reasons: [],
        sentence: 0,
      },
      {
        start: 12,
        end: 23,
        kind: 'other',
        worth: 0.2,
        stake: 0.2,
        demand: 0.2,
        status: 'unsourced',
        reasons: [],
        sentence: 1,
      },
    ],
    attributions: [
      {
        source: [{ start: 0, end: 2 }],
        cue: [{ start: 3, end: 7 }],
        content: [{ start: 8, end: 10 }],
        sourceType: 'named',
        quotation: 'indirect',
        resolvesTo: 'Ana Ruiz',
        published: false,
        reports: true,
        sentence: 0,
      },
    ],
    unverified: [{ start: 16, end: 19, kind: 'hedge', sentence: 1 }],
  })
  const written = (...checks: string[]): string =>
    writeMarked(text, readMarks(marks, [finding('vague-source', 0, 2)], checks))

  it('is only what its layers name', () => {
    assert.equal(written('unverified'), 'He said no. She {hedge: may} go.')
    assert.equal(written('status'), '{attributed: He said no.} {unsourced: She may go.}')
    assert.equal(written('claims'), written('status'))
    assert.equal(written('attributions'), '{attribution: {source: He} {cue: said} {content: no}}. She may go.')
    assert.equal(written('sources'), '{attribution: {source = Ana Ruiz: He} {cue: said} {content: no}}. She may go.')
    assert.equal(written('vague-source'), '{vague-source: He} said no. She may go.')
    assert.equal(written('warnings'), '{vague-source: He} said no. She may go.')
    assert.equal(written('no-evidence'), text)
  })

  it('counts as a warning only what is one', () => {
    const quiet = readMarks(marks, [finding('vague-source', 0, 2, 'information')], ['warnings'])
    assert.deepEqual(quiet.spans, [])
  })

  it('sees an attribution that is nested otherwise than it stands', () => {
    const wrong = reading(text, { attributions: marks.attributions.map((one) => ({ ...one, nestedIn: 0 })) })
    assert.match(writeMarked(text, readMarks(wrong, [], ['attributions'])), /\{source misnested: He\}/)
  })

  it('takes a finding anywhere inside its mark, one a mark', () => {
    const wanted = parseMarked('{vague-source: He said} no. She may go.').marks
    const one = readMarks(marks, [finding('vague-source', 0, 2)], ['findings'])
    assert.equal(differences(text, wanted, settleFindings(wanted, one)), '')
    const two = readMarks(marks, [finding('vague-source', 0, 2), finding('vague-source', 3, 7)], ['findings'])
    assert.equal(differences(text, wanted, settleFindings(wanted, two)), '+ {vague-source: said}')
    const outside = readMarks(marks, [finding('vague-source', 0, 10)], ['findings'])
    assert.notEqual(differences(text, wanted, settleFindings(wanted, outside)), '')
  })

  it('says where a rule spoke that must be silent', () => {
    const wanted = parseMarked('{!vague-source: He said no.} She may go.').marks
    const loud = settleFindings(wanted, readMarks(marks, [finding('vague-source', 0, 2)], ['findings']))
    assert.deepEqual(
      brokenSilence(loud).map(({ label }) => label),
      ['!vague-source'],
    )
    assert.equal(differences(text, wanted, loud), '+ {vague-source: He}')
  })

  it('tells who belongs to whom when the parts are the same', () => {
    const wanted = parseMarked(
      '{attribution: {source: A} {cue: b} {content: c}} {attribution: {source: D} {cue: e}}',
    ).marks
    const read = parseMarked('{source 1: A} {cue 2: b} {content 1: c} {source 2: D} {cue 1: e}').marks
    assert.notEqual(differences('A b c D e', wanted, read), '')
  })
})

describe('files of articles', () => {
  it('hold tests with what they check', () => {
    const [one, two] = parseCases(
      '# File\nchecks: warnings\n\n## One\nBecause.\n~~~\n## Not a test\n~~~\n## Two\nchecks: status, quoting\n~~~ plaintext\nx\n~~~\n~~~ becomes\ny\n~~~\n',
    )
    assert.deepEqual(
      [one?.title, one?.checks, one?.language, one?.draft.text],
      ['One', ['warnings'], 'markdown', '## Not a test\n'],
    )
    assert.deepEqual([two?.checks, two?.language, two?.becomes?.text], [['status', 'quoting'], 'plaintext', 'y\n'])
  })

  for (const [file, message] of [
    ['## One\nchecks: status\n', /One: it has no draft/],
    ['## One\n~~~\nx\n~~~\n', /One: it does not say what it checks/],
    ['## One\nchecks: status\n~~~ html\nx\n~~~\n', /“html”/],
    ['## One\nchecks: status\n~~~\nx\n', /never closed/],
    ['## One\nchecks: status\nknown: it is wrong.\n~~~\nx\n~~~\n', /go together/],
  ] as const) {
    it(`say what is wrong: ${String(message)}`, () => {
      assert.throws(() => parseCases(file), message)
    })
  }
})
