import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { type Amount, amountOf, disagree } from '../../server/core/marks/quantities.ts'
import { stem } from '../../server/core/marks/stems.ts'
import { read } from '../../server/core/reading.ts'
import { handmade } from './handmade.ts'

const conflicts = (text: string) => {
  const reading = read({ text, language: 'markdown' })
  return check(reading)
    .filter(({ rule }) => rule === 'conflicting-figures')
    .map((finding) => ({ reading, finding, words: text.slice(finding.start, finding.end) }))
}
const words = (text: string): string[] => conflicts(text).map((one) => one.words)

describe('conflicting-figures', () => {
  const text =
    'The storm killed 83 people in Hallam.\n\nTwo years after the storm killed 79 people in Hallam, the wall stands.'

  it('stands on both figures, each pointing to the other', () => {
    const found = conflicts(text)
    assert.deepEqual(
      found.map((one) => one.words),
      ['83 people', '79 people'],
    )
    assert.deepEqual(
      found.map(({ finding }) => finding.related?.map(({ start, end }) => text.slice(start, end))),
      [['79 people'], ['83 people']],
    )
    assert.equal(found[0]?.finding.message, 'Elsewhere the draft says “79 people”; check which is right.')
  })

  it('offers the other figure', () => {
    const [first] = conflicts(text)
    assert.ok(first)
    const [fix] = fixesFor(first.reading, first.finding)
    assert.equal(fix?.title, 'Write 79 people here too')
    assert.deepEqual(words(applyEdits(text, fix?.edits ?? [])), [])
  })

  it('works on the counted figures of a reading, and is silent without them', () => {
    const { counted } = read({ text, language: 'markdown' })
    assert.deepEqual(
      counted.map(({ figure: { start, end }, thing, said }) => [text.slice(start, end), thing, said]),
      [
        ['83 people', 'person', 'kill'],
        ['79 people', 'person', 'kill'],
      ],
    )
    assert.equal(check(handmade(text, () => ({ counted }))).length, 2)
    assert.deepEqual(check(handmade(text)), [])
  })

  for (const [what, draft] of [
    [
      'deaths told in other words',
      'The fire killed 12 people in Hallam.\n\nThe town of Hallam mourned the 14 dead of the fire.',
    ],
    [
      'a passive',
      'Gunmen shot nine guards at the depot in Orrin.\n\nThe seven guards were shot at the depot in Orrin.',
    ],
    ['injuries', 'The crash at Orrin injured 12 passengers.\n\nAt Orrin, 15 passengers were hurt in the crash.'],
    [
      'sums',
      'Orrin County signed a $2 million contract with the builder.\n\nThe $3 million contract with the builder binds Orrin County.',
    ],
    ['a year', 'The dam at Orrin opened in 1934.\n\nThe dam was hailed as a wonder when it opened in 1932.'],
    ['an age', 'Karl Weiss, 61, signed the papers.\n\nThe judge fined Karl Weiss, 63, on Monday.'],
    [
      'number words',
      'The ministry counted twenty-two attacks on farms.\n\nThe 21 attacks on farms began in May, the ministry said.',
    ],
  ] as const)
    it(`finds ${what}`, () => {
      assert.equal(words(draft).length, 2)
    })

  for (const [what, draft] of [
    [
      'a bound that both keep',
      'The storm killed more than 80 people in Hallam.\n\nThe storm killed 83 people in Hallam.',
    ],
    ['a round number', 'The storm drove out 3,000 people in Hallam.\n\nThe storm drove out 3,214 people in Hallam.'],
    ['a span', 'The storm killed 80 to 90 people in Hallam.\n\nThe storm killed 83 people in Hallam.'],
    ['two predicates', 'The crash injured 12 people in Hallam.\n\nThe crash killed 3 people in Hallam.'],
    ['two places', 'Rain closed 12 schools in Hallam.\n\nRain closed 9 schools in Orrin.'],
    ['two years', 'Rain closed 12 schools in Hallam in 2019.\n\nRain closed 9 schools in Hallam in 2020.'],
    ['two weekdays', 'Rain closed 12 schools in Hallam on Monday.\n\nRain closed 9 schools in Hallam on Tuesday.'],
    ['a change', 'Rain closed 12 schools in Hallam.\n\nThe number of closed schools in Hallam fell to 9 schools.'],
    ['more of them', 'Rain closed 12 schools in Hallam.\n\nRain closed another 9 schools in Hallam.'],
    ['a part', 'Rain closed 12 schools in Hallam.\n\nRain closed 9 of the schools in Hallam for good.'],
    ['a plan', 'Rain closed 12 schools in Hallam.\n\nThe county would have closed 9 schools in Hallam.'],
    ['words of a speaker', 'Rain closed 12 schools in Hallam.\n\n“Rain closed 9 schools in Hallam,” Weiss said.'],
    [
      'two sources',
      'Weiss said that rain had closed 12 schools in Hallam.\n\nCalder said that rain had closed 9 schools in Hallam.',
    ],
    [
      'a series',
      'Rain closed 12 schools in Hallam.\n\nRain closed 9 schools in Hallam.\n\nRain closed 20 schools in Hallam.',
    ],
    ['a list', '- Rain closed 12 schools in Hallam.\n- Rain closed 9 schools in Hallam.'],
    ['one sentence', 'Rain closed 12 schools in Hallam, and rain closed 9 schools in Hallam again.'],
    [
      'a table',
      '| Town | Said |\n| --- | --- |\n| A | Rain closed 12 schools in Hallam |\n| B | Rain closed 9 schools in Hallam |',
    ],
    ['two people', 'Karl Weiss, 61, signed the papers with his son Jan Weiss, 34.\n\nThe judge fined Jan Weiss, 34.'],
    ['two things', 'The yard built 14 fishing boats in Orrin.\n\nThe yard built 9 sailing boats in Orrin.'],
    ['an average', 'Farms in Orrin lost 40 sheep each.\n\nFarms in Orrin lost 900 sheep.'],
  ] as const)
    it(`leaves ${what}`, () => {
      assert.deepEqual(words(draft), [])
    })
})

describe('amountOf', () => {
  const one = (text: string): Amount => amountOf(text) ?? assert.fail(`“${text}” is an amount`)

  it('reads numbers in figures and words, with their scales, bounds and units', () => {
    const inner = ({ low, high, unit }: Amount) => [low, high, unit]
    assert.deepEqual(inner(one('83 people')), [83, 83, ''])
    assert.deepEqual(inner(one('twenty-two attacks')), [22, 22, ''])
    assert.deepEqual(inner(one('one hundred and five men')), [105, 105, ''])
    assert.deepEqual(inner(one('more than 80 people')), [80, Number.POSITIVE_INFINITY, ''])
    assert.deepEqual(inner(one('no more than 40 members')), [Number.NEGATIVE_INFINITY, 40, ''])
    assert.deepEqual(inner(one('between 80 and 90 people')), [80, 90, ''])
    assert.deepEqual(inner(one('$1 to $2 million')), [501_000, 2_499_000, '$'])
    assert.deepEqual(inner(one('12 per cent')), [11.501, 12.499, '%'])
    assert.deepEqual(one('21 small boats').rest, ['small', 'boats'])
  })

  it('reads none into shares, vague numbers, additions and points', () => {
    for (const text of [
      'nine out of ten',
      'hundreds of people',
      'another 20 people',
      '3 percentage points',
      'an average of 4',
      '',
    ])
      assert.equal(amountOf(text), undefined, text)
  })

  it('lets two amounts disagree only where no number fits both, in one unit', () => {
    assert.ok(disagree(one('83 people'), one('79 people')))
    assert.ok(disagree(one('at least 90 people'), one('83 people')))
    for (const [a, b] of [
      ['about 80 people', '78 people'],
      ['nearly 100 people', '96 people'],
      ['1.2 million people', '1,234,000 people'],
      ['12 percent', '12.4 percent'],
      ['$5', '£9'],
    ] as const)
      assert.ok(!disagree(one(a), one(b)), `${a}, ${b}`)
  })
})

describe('stem', () => {
  it('brings the forms of a word together', () => {
    for (const forms of [
      'attack attacks attacked attacking',
      'kill kills killed killing',
      'shoot shot',
      'city cities',
      'stop stopped stopping',
      'close closes closed closing',
    ])
      assert.equal(new Set(forms.split(' ').map(stem)).size, 1, forms)
    assert.notEqual(stem('boat'), stem('boot'))
  })
})
