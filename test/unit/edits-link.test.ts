import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { nameOf } from '../../server/core/edits/attribute.ts'
import { citeExisting, defineNote, linkSource, markCitationNeeded } from '../../server/core/edits/index.ts'
import { isInLink, nameIn } from '../../server/core/edits/link.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { after as changed, readingOf } from './editsDraft.ts'
import { attribution } from './handmade.ts'

const spanOf = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

describe('the words of a source', () => {
  const nameFrom = (words: string): string => {
    const text = `He met ${words} there.`
    const { start, end } = nameIn(readingOf(text), spanOf(text, words))
    return text.slice(start, end)
  }
  const linked = (text: string, words: string, language: Language = 'markdown'): string =>
    changed(text, linkSource(readingOf(text, language), attribution(spanOf(text, words), []))[0])

  it('are the name before its comma, without the spaces around it', () => {
    assert.equal(nameFrom('Ana Ruiz, the mayor'), 'Ana Ruiz')
    assert.equal(nameFrom('  Ana Ruiz  , the mayor'), 'Ana Ruiz')
    assert.equal(nameFrom('Ana Ruiz'), 'Ana Ruiz')
    assert.equal(nameFrom(', the mayor'), '')
    assert.equal(nameFrom('   '), '')
  })

  it('become a link, but for those with brackets, a backslash or markup in them', () => {
    assert.equal(linked('So Ana Ruiz said.', 'Ana Ruiz'), 'So [Ana Ruiz](‸) said.')
    assert.equal(linked('So Ana Ruiz] said.', 'Ana Ruiz'), 'So [Ana Ruiz](‸)] said.')
    assert.equal(linked('So Ana *R* said.', 'Ana'), 'So [Ana](‸) *R* said.')
    for (const odd of ['Ana [R', 'Ana R]', 'Ana \\R', 'Ana *R*', 'Ana `R`', ', Ana'])
      assert.equal(linked(`So ${odd} said.`, odd), 'no fix', odd)
    assert.equal(linked('So Ana Ruiz said.', 'Ana Ruiz', 'plaintext'), 'no fix')
    assert.deepEqual(linkSource(readingOf('So.'), { ...attribution({ start: 0, end: 2 }, []), source: [] }), [])
  })

  it('may stand in a link already', () => {
    const isIn = (text: string, words: string): boolean => isInLink(readingOf(text), spanOf(text, words))
    assert.ok(isIn('See [what Ana said](b) there.', 'Ana'))
    assert.ok(isIn('See [what Ana](b).', 'Ana'))
    assert.ok(isIn('See [what Ana \\] said](b).', 'Ana'))
    assert.ok(!isIn('See Ana and [that](b).', 'Ana'))
    assert.ok(!isIn('See Ana ] there.', 'Ana'))
    assert.ok(!isIn('See Ana.\n\nSee [that](b).', 'Ana'))
    assert.ok(!isIn('See Ana.', 'Ana'))
    assert.ok(!isIn('See [it](b) and Ana.', 'Ana'))
  })

  it('are a name where one is in them', () => {
    const named = (words: string, rest: object = {}): string | undefined => {
      const text = `So ${words} said.`
      return nameOf(readingOf(text), { ...attribution(spanOf(text, words), []), ...rest })
    }
    assert.equal(named('Ana Ruiz, the mayor'), 'Ana Ruiz')
    assert.equal(named('The  Hallam\nCouncil'), 'the Hallam Council')
    assert.equal(named('A Hallam clerk'), 'a Hallam clerk')
    assert.equal(named('An Ito aide'), 'an Ito aide')
    assert.equal(named('The Hallam Post', { published: true }), 'The Hallam Post')
    assert.equal(named('Then The Post'), 'Then The Post')
    assert.equal(named('she', { resolvesTo: 'Ana Ruiz' }), 'Ana Ruiz')
    for (const none of [
      'She',
      'I',
      'the clerk',
      'A clerk',
      'The clerk',
      'Ana “R” Ruiz',
      'Ana [R]',
      'Ana (R)',
      'Ana | R',
    ])
      assert.equal(named(none), undefined, none)
    assert.equal(nameOf(readingOf('So.'), { ...attribution({ start: 0, end: 2 }, []), source: [] }), undefined)
  })
})

describe('a mark for what lacks a source', () => {
  it('has one space before it', () => {
    const marked = (text: string, start: number): string =>
      changed(text, markCitationNeeded(readingOf(text), { start, end: start + 1 }))
    assert.equal(marked('It fell. It rose.', 0), 'It fell. [citation needed] It rose.')
    assert.equal(marked('It fell', 0), 'It fell [citation needed]')
    assert.equal(marked('', 0), '[citation needed]')
    assert.equal(marked('\n\n', 0), '\n[citation needed]\n')
  })
})

describe('a note that is missing', () => {
  it('is added under the label as it is written', () => {
    const defined = (text: string, language: Language = 'markdown'): string => {
      const reading = readingOf(text, language)
      const [citation] = reading.citations
      assert.ok(citation)
      const fix = defineNote(reading, citation)
      return `${fix.title}: ${changed(text, fix)}`
    }
    assert.equal(defined('A.[^Ward-B]'), 'Add the note that [^Ward-B] points to: A.[^Ward-B]\n\n[^Ward-B]: ‸')
    assert.equal(defined('A.[^WARD]\n'), 'Add the note that [^WARD] points to: A.[^WARD]\n\n[^WARD]: ‸\n')
    assert.equal(
      defined('A. [2]\n\nSources\n[1] B\n', 'plaintext'),
      'Add the note that [2] points to: A. [2]\n\nSources\n[1] B\n[2] ‸\n',
    )
    assert.equal(defined('A [@ward].'), 'Add the note that [^ward] points to: A [@ward].\n\n[^ward]: ‸')
  })
})

describe('what is cited elsewhere', () => {
  const offered = (text: string, language: Language = 'markdown'): string[] =>
    citeExisting(readingOf(text, language), { start: 0, end: 1 }).map((fix) => changed(text, fix).split('\n')[0] ?? '')

  it('is written again where that is safe', () => {
    assert.deepEqual(offered('It fell.\n\nSee [Rents](https://a.example/b).'), [
      'It fell ([Rents](https://a.example/b)).',
    ])
    assert.deepEqual(offered('It fell.\n\nSee [rents](https://www.a.example/b).'), [
      'It fell ([a.example](https://www.a.example/b)).',
    ])
    assert.deepEqual(offered('It fell.\n\nSee [A](<https://a.example/b(c)>).'), [
      'It fell ([A](<https://a.example/b(c)>)).',
    ])
    assert.deepEqual(offered('It fell.\n\nSee <https://a.example/b>.'), ['It fell (<https://a.example/b>).'])
    assert.deepEqual(offered('It fell.\n\nSee https://a.example/b.', 'plaintext'), ['It fell (https://a.example/b).'])
    const long = `https://a.example/${'b'.repeat(482)}`
    assert.equal(long.length, 500)
    assert.equal(offered(`It fell.\n\nSee ${long} here.`, 'plaintext').length, 1)
    assert.equal(offered(`It fell.\n\nSee ${long}b here.`, 'plaintext').length, 0)
    const words = `R${'e'.repeat(39)}`
    assert.deepEqual(offered(`It fell.\n\nSee [${words}](https://a.example).`), [
      `It fell ([${words}](https://a.example)).`,
    ])
    assert.deepEqual(offered(`It fell.\n\nSee [${words}e](https://a.example).`), [
      'It fell ([a.example](https://a.example)).',
    ])
    for (const odd of [
      '[A](<https://a.example/b c>)',
      '[A](https://a.example/b|c)',
      '[A]()',
      '[A](https://a.example/b\\\\c)',
    ])
      assert.deepEqual(offered(`It fell.\n\nSee ${odd}.`), [], odd)
  })

  it('is offered once, unless it is blank or cited here, those with the same names first', () => {
    const notes = '\n\n[^a]: \n[^b]: The Hallam Office\n[^B]: Again\n[^c]: Other'
    assert.deepEqual(offered(`It fell. So.[^c] No.[^b]${notes}`), [
      'It fell.[^c] So.[^c] No.[^b]',
      'It fell.[^b] So.[^c] No.[^b]',
    ])
    assert.deepEqual(offered(`Hallam fell. So.[^c] No.[^b]${notes}`), [
      'Hallam fell.[^b] So.[^c] No.[^b]',
      'Hallam fell.[^c] So.[^c] No.[^b]',
    ])
    assert.deepEqual(offered(`The Office fell[^b]. So.[^c]${notes}`), ['The Office fell[^b].[^c] So.[^c]'])
    assert.deepEqual(offered('It fell [@a]. So [@b]. No [@b].'), ['It fell [@a] [@b]. So [@b]. No [@b].'])
  })
})
