import assert from 'node:assert/strict'
import { check } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { hull } from '../../server/core/text/span.ts'

/** How long a plain text takes to be read and checked, in milliseconds. */
const took = (text: string): number => {
  const before = performance.now()
  check(read({ text, language: 'plaintext' }))
  return performance.now() - before
}

/** What stands for a line that nobody broke: one paragraph, or one sentence, of many of these. */
const PARAGRAPHS: Readonly<Record<string, string>> = {
  'sentences with sources': 'The New York Times reported that it rained. The newspaper said so. ',
  'unnamed sources': 'Two people familiar with the matter said that 83 people were killed. ',
  'quotations with speakers': '“Rents are going up again,” she said. “They are going up again.” ',
  'quotations that nobody closes': '“Rents are going up again and ',
  'a sentence without end': 'he said that the man who said that ',
  'paragraphs with few brackets': 'It rained all day long in the valley of the dam.\n\n',
  'brackets that nobody closes': 'It rained (as in 2020 (',
  'authors and years': 'It fell (Doe et al., 2020; Ito, 2021). ',
}

describe('a long draft', () => {
  for (const [name, words] of Object.entries(PARAGRAPHS)) {
    it(`of one paragraph is read in time that grows with its length: ${name}`, () => {
      const count = Math.ceil(30_000 / words.length)
      took(words.repeat(count))
      const once = Math.min(took(words.repeat(count)), took(words.repeat(count)))
      const eightfold = took(words.repeat(8 * count))
      assert.ok(
        eightfold < 24 * once + 200,
        `${Math.round(once)} ms, and ${Math.round(eightfold)} ms for eight times as much`,
      )
    }).timeout(60_000)
  }

  it('is not taken for minutes or a manual by a few of its headings', () => {
    const chapter =
      'The harbour board met in 1954. Calder said the dam had failed. Sixty people drowned that night.\n\n'
    for (const heading of ['## The agenda', '## Notes', '## Support\n\n## Decisions']) {
      const marked = `${heading}\n\n${chapter}`
      const registerOf = (text: string): string => read({ text, language: 'markdown' }).register
      assert.equal(registerOf(marked.repeat(2) + chapter.repeat(300)), 'reporting', heading)
    }
    const minutes = '## Agenda\n\nPresent: Calder, Ito, Brandt.\n\nThe board approved the budget of 2,000 euros.\n\n'
    assert.equal(read({ text: minutes, language: 'markdown' }).register, 'technical')
  })

  it('may carry one speech through more paragraphs than a call has room for arguments', () => {
    const spans = Array.from({ length: 200_000 }, (_, i) => ({ start: i, end: i + 1 }))
    assert.deepEqual(hull(spans), { start: 0, end: 200_000 })
  })
})
