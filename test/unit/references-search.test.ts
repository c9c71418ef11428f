import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import { indexReferences } from '../../server/core/references/search/build.ts'
import { type ClaimedSource, rankForClaim } from '../../server/core/references/search/claim.ts'
import { searchReferences } from '../../server/core/references/search/query.ts'

const LIBRARY = `
@article{nyt2023flood, author = {Doe, Jane}, title = {Flood reaches Hallam}, journaltitle = {The New York Times}, date = {2023-10-02}}
@article{nyt2024crime, author = {Roe, John}, title = {Crime doubles in the valley}, journaltitle = {The New York Times}, date = {2024-10-05}}
@article{nyt2024june, author = {Roe, John}, title = {Rents are up}, journaltitle = {The New York Times}, date = {2024-06-05}}
@article{gazette2024, author = {Müller, Jürgen}, title = {Crime and the sheriff}, journaltitle = {Hallam Gazette}, date = {2024-10-06}}
@book{calder1990, author = {Calder, Ines and Smithson, Ann}, title = {The Dam}, publisher = {Hill Press}, date = 1990}
@report{who2020, author = {{World Health Organization}}, title = {Water and health}, date = 2020}
@online{county, author = {O'Brien, Dana}, title = {Budget of the county}, organization = {County of Hallam}, url = {https://c.example}, date = 2022}
`
const index = indexReferences(parseBibliography(LIBRARY, 'bibtex', 'file:///a').references)

const found = (query: string, limit = 10): string[] => searchReferences(index, query, limit).map(({ key }) => key)
const ranked = (claim: ClaimedSource): string[] => rankForClaim(index, claim, 10).map(({ key }) => key)

describe('searching references', () => {
  it('finds by author, title, year, outlet and key, in any order and any case', () => {
    assert.deepEqual(found('calder'), ['calder1990'])
    assert.deepEqual(found('CRIME roe'), ['nyt2024crime'])
    assert.deepEqual(found('2020'), ['who2020'])
    assert.deepEqual(found('gazette'), ['gazette2024'])
    assert.deepEqual(found('nyt2024j'), ['nyt2024june'])
    assert.deepEqual(found('2024 times rents'), ['nyt2024june'])
  })

  it('finds a word that is only begun, and one without its accents or apostrophe', () => {
    assert.deepEqual(found('cald'), ['calder1990'])
    assert.deepEqual(found('muller'), ['gazette2024'])
    assert.deepEqual(found('jürg'), ['gazette2024'])
    assert.deepEqual(found('obrien'), ['county'])
    assert.deepEqual(found('o’b'), ['county'])
  })

  it('finds a word with a slip in it, where none is as typed', () => {
    assert.deepEqual(found('cadler'), ['calder1990'])
    assert.deepEqual(found('gazete'), ['gazette2024'])
    assert.deepEqual(found('organisation'), ['who2020'])
    assert.deepEqual(found('smitsh'), ['calder1990'])
    assert.deepEqual(found('xyzzy'), [])
    assert.deepEqual(found('zzz'), [])
  })

  it('finds an outlet by the letters that it is known by', () => {
    assert.deepEqual(found('who'), ['who2020'])
    assert.deepEqual(new Set(found('nyt')), new Set(['nyt2024crime', 'nyt2024june', 'nyt2023flood']))
  })

  it('puts first an author before a title, a whole word before a part, the newer before the older', () => {
    assert.deepEqual(found('new york times'), ['nyt2024crime', 'nyt2024june', 'nyt2023flood'])
    assert.deepEqual(found('hallam')[0], 'gazette2024')
    assert.deepEqual(found('roe'), ['nyt2024crime', 'nyt2024june'])
    assert.deepEqual(found('crime', 1).length, 1)
  })

  it('gives those with most of the words where none has all, and the first ones for no words', () => {
    assert.deepEqual(found('calder dam unheard'), ['calder1990'])
    assert.deepEqual(found('  ', 2), ['nyt2023flood', 'nyt2024crime'])
    assert.deepEqual(searchReferences(indexReferences([]), 'x', 5), [])
    assert.deepEqual(found('crime', 0), [])
  })
})

describe('the references that fit a claim', () => {
  it('are those of its outlet in its month, of the year of the draft or the latest before', () => {
    assert.deepEqual(ranked({ source: 'The New York Times', date: { month: 10 }, year: 2024 }), [
      'nyt2024crime',
      'nyt2023flood',
      'nyt2024june',
    ])
    assert.equal(ranked({ source: 'The New York Times', date: { month: 10 }, year: 2023 })[0], 'nyt2023flood')
    assert.equal(ranked({ source: 'NYT', date: { month: 6, year: 2024 } })[0], 'nyt2024june')
    assert.equal(ranked({ source: 'The Times', date: { month: 10, day: 2 }, year: 2024 }).length, 3)
  })

  it('are those of its author or organisation, with a title before the name or by its letters', () => {
    assert.deepEqual(ranked({ source: 'historian Ines Calder' }), ['calder1990'])
    assert.deepEqual(ranked({ source: 'the World Health Organization' }), ['who2020'])
    assert.deepEqual(ranked({ source: 'the WHO' }), ['who2020'])
    assert.deepEqual(ranked({ source: 'O’Brien’s office' }), ['county'])
  })

  it('are told apart by the words of the claim', () => {
    assert.equal(
      ranked({ source: 'The New York Times', words: 'The flood had reached Hallam by then' })[0],
      'nyt2023flood',
    )
    assert.deepEqual(ranked({ words: 'The budget of the county' }), ['county'])
  })

  it('are none where nothing fits', () => {
    assert.deepEqual(ranked({ source: 'Mayor Ana Ruiz' }), [])
    assert.deepEqual(ranked({ source: 'experts', words: 'It rained.' }), [])
    assert.deepEqual(ranked({}), [])
  })
})
