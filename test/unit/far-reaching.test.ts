import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { composed } from '../../server/core/live/compose.ts'
import { followEdit, type Live, openLive } from '../../server/core/live/live.ts'
import { read } from '../../server/core/reading.ts'

/** Paragraphs in which nobody is named, so many that what stands behind them is near to nothing before. */
const FAR = 'It rained in the valley, and the river rose.\n'.repeat(60)

/** A draft that is followed, with what each of its sources stands for. */
class Followed {
  private text: string
  private readonly live: Live

  constructor(text: string) {
    this.text = text
    this.live = openLive({ text, language: 'plaintext' })
  }

  /** Replaces the first of some words by others. */
  replace(words: string, by: string): void {
    const start = this.text.indexOf(words)
    assert.ok(start >= 0, words)
    const end = start + words.length
    this.text = this.text.slice(0, start) + by + this.text.slice(end)
    followEdit(this.live, { text: this.text, language: 'plaintext' }, { start, end, length: by.length })
  }

  /** Whom the last source stands for. */
  get last(): string | undefined {
    const followed = composed(this.live)
    const reading = read({ text: this.text, language: 'plaintext' })
    assert.deepEqual(followed.attributions, reading.attributions)
    assert.deepEqual(followed.abbreviations, reading.abbreviations)
    return reading.attributions.at(-1)?.resolvesTo
  }

  get abbreviations(): ReadonlyArray<string | undefined> {
    assert.ok(this.last !== null)
    return composed(this.live).abbreviations.map(({ standsFor }) => standsFor)
  }
}

describe('a name that is changed', () => {
  it('changes whom a surname at the other end of the draft means, and back', () => {
    const draft = new Followed(`Many came.\n${FAR}Ruiz said it was late.\n`)
    assert.equal(draft.last, undefined)
    draft.replace('Many came', 'They met Ana Ruiz')
    assert.equal(draft.last, 'Ana Ruiz')
    draft.replace('Ana Ruiz', 'Tom Ruiz')
    assert.equal(draft.last, 'Tom Ruiz')
    draft.replace('They met Tom Ruiz', 'Many came')
    assert.equal(draft.last, undefined)
  })

  it('changes a surname that stands before it as well', () => {
    const draft = new Followed(`Ruiz said it was late.\n${FAR}Many came.\n`)
    draft.replace('Many came', 'They met Ana Ruiz')
    assert.equal(draft.last, 'Ana Ruiz')
    draft.replace('Ana', 'Tom')
    assert.equal(draft.last, 'Tom Ruiz')
  })

  it('leaves a surname to the one who is named last, as soon as there are two', () => {
    const draft = new Followed(`They met Ana Ruiz.\n${FAR}They met Ana Ruiz.\n${FAR}Ruiz said it was late.\n`)
    assert.equal(draft.last, 'Ana Ruiz')
    draft.replace(`${FAR}They met Ana`, `${FAR}They met Tom`)
    assert.equal(draft.last, 'Tom Ruiz')
    draft.replace('Tom', 'Kim')
    assert.equal(draft.last, 'Kim Ruiz')
    draft.replace('Kim', 'Ana')
    assert.equal(draft.last, 'Ana Ruiz')
  })

  it('changes which outlet “the newspaper” is', () => {
    const draft = new Followed(`Many came.\n${FAR}The newspaper said it was late.\n`)
    assert.equal(draft.last, undefined)
    draft.replace('Many came', 'They read The Orrin Post')
    assert.equal(draft.last, 'The Orrin Post')
    draft.replace('The Orrin Post', 'The Hallam Herald')
    assert.equal(draft.last, 'The Hallam Herald')
  })

  it('changes what initials stand for, before it and behind it', () => {
    const draft = new Followed(`WFP said it was late.\n${FAR}Many came.\n${FAR}WFP said it was late.\n`)
    assert.deepEqual(draft.abbreviations, [undefined, undefined])
    draft.replace('Many came', 'They met the World Food Programme')
    assert.deepEqual(draft.abbreviations, ['the World Food Programme', 'the World Food Programme'])
    assert.equal(draft.last, 'the World Food Programme')
    draft.replace('World', 'Water')
    assert.equal(draft.last, 'the Water Food Programme')
  })

  it('changes whom letters stand for that are no abbreviation', () => {
    const draft = new Followed(`Many came.\n${FAR}HHH said it was late.\n`)
    assert.deepEqual(draft.abbreviations, [])
    draft.replace('Many came', 'They met the Hallam Harbour Hospital')
    assert.equal(draft.last, 'the Hallam Harbour Hospital')
    draft.replace('Hospital', 'Office')
    assert.equal(draft.last, undefined)
  })

  it('changes whether “he” can be somebody whose gender is told far above', () => {
    const draft = new Followed(
      `The chief, Robin Klein, said it was late.\n${FAR}Robin Klein said it was cold.\nHe said it was late.\n`,
    )
    assert.equal(draft.last, 'Robin Klein')
    draft.replace('The chief', 'The chairwoman')
    assert.equal(draft.last, undefined)
    draft.replace('The chairwoman', 'The chairman')
    assert.equal(draft.last, 'Robin Klein')
  })

  it('changes whom a pronoun far below stands for', () => {
    const draft = new Followed(`Ana Ruiz said it was late.\n${FAR}She said it was late.\n`)
    assert.equal(draft.last, 'Ana Ruiz')
    draft.replace('Ana', 'Tom')
    assert.equal(draft.last, undefined)
    draft.replace('Tom', 'Kate')
    assert.equal(draft.last, 'Kate Ruiz')
  })
})

describe('two outlets in two blocks', () => {
  it('are joined as long as they stand close together', () => {
    const before = '# By the Orrin Post\n\nThe Harbour Herald said it was late. The newspaper said it was cold.\n'
    const live = openLive({ text: before, language: 'markdown' })
    const candidates = () => composed(live).attributions.at(-1)?.candidates
    assert.deepEqual(candidates(), ['the Orrin Post', 'The Harbour Herald'])
    const text = before.replace('\n\n', '\n\n\n\n\n\n\n\n\n')
    followEdit(live, { text, language: 'markdown' }, { start: 19, end: 19, length: 7 })
    assert.deepEqual(composed(live).attributions, read({ text, language: 'markdown' }).attributions)
    assert.equal(candidates(), undefined)
  })
})

describe('a word in capitals', () => {
  it('is no abbreviation as long as it is written with small letters somewhere', () => {
    const draft = new Followed(`It was KTRB time.\n${FAR}Nobody came.\n`)
    assert.equal(draft.abbreviations.length, 1)
    draft.replace('Nobody', 'The ktrb')
    assert.equal(draft.abbreviations.length, 0)
    draft.replace('The ktrb', 'Nobody')
    assert.equal(draft.abbreviations.length, 1)
  })
})

describe('a draft that grows in one place', () => {
  it('keeps its order, however many paragraphs are put between the same two', () => {
    const draft = new Followed(
      'They met Ana Ruiz.\nThey met Tom Ruiz.\nIt rained.\nIt rained.\nRuiz said it was late.\n',
    )
    for (let i = 0; i < 120; i++)
      draft.replace('They met Tom', `They met ${i % 2 === 0 ? 'Kim' : 'John'} Ruiz.\nThey met Tom`)
    assert.equal(draft.last, 'Tom Ruiz')
    draft.replace('They met Tom Ruiz.\n', '')
    assert.equal(draft.last, 'John Ruiz')
  })
})
