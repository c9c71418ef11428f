import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { citeExisting, citeWithFootnote, defineNote, markCitationNeeded } from '../../server/core/edits/index.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { after, drawn, readingOf } from './editsDraft.ts'

const cited = (draft: string, language: Language = 'markdown'): string => {
  const { text, at } = drawn(draft)
  return after(text, citeWithFootnote(readingOf(text, language), at))
}

const marked = (draft: string, language: Language = 'markdown'): string => {
  const { text, at } = drawn(draft)
  return after(text, markCitationNeeded(readingOf(text, language), at))
}

describe('citing with a footnote in Markdown', () => {
  it('puts the mark after the full stop and a definition with a blank at the end', () => {
    assert.equal(cited('{Crime} doubled. It rained.\n'), 'Crime doubled.[^1] It rained.\n\n[^1]: ‸\n')
  })

  it('ends the draft as it ended before', () => {
    assert.equal(cited('{Crime} doubled.'), 'Crime doubled.[^1]\n\n[^1]: ‸')
    assert.equal(cited('{Crime} doubled.\n\n'), 'Crime doubled.[^1]\n\n[^1]: ‸\n\n')
    assert.equal(cited('{Crime} doubled.\r\n'), 'Crime doubled.[^1]\r\n\r\n[^1]: ‸\r\n')
  })

  it('puts the mark after what closes the sentence', () => {
    assert.equal(cited('“{Rents} are up.” He left.'), '“Rents are up.”[^1] He left.\n\n[^1]: ‸')
    assert.equal(cited('It was so ({crime} doubled.) He left.'), 'It was so (crime doubled.)[^1] He left.\n\n[^1]: ‸')
    assert.equal(cited('**{Crime} doubled.** He left.'), '**Crime doubled.**[^1] He left.\n\n[^1]: ‸')
    assert.equal(
      cited('Read: [{crime} doubled.](./a.md) He left.'),
      'Read: [crime doubled.](./a.md)[^1] He left.\n\n[^1]: ‸',
    )
    assert.equal(cited('<b>{Crime} doubled.</b> He left.'), '<b>Crime doubled.</b>[^1] He left.\n\n[^1]: ‸')
  })

  it('puts it after the notes that are there already', () => {
    const notes = '\n\n[^1]: A.'
    assert.equal(cited(`{Crime} doubled.[^1] It rained.${notes}`), `Crime doubled.[^1][^2] It rained.${notes}\n[^2]: ‸`)
    assert.equal(cited(`{Crime} doubled. [^1]${notes}`), `Crime doubled. [^1][^2]${notes}\n[^2]: ‸`)
  })

  it('works for a sentence with no full stop, in a list, a quotation, a table and before a soft line break', () => {
    assert.equal(cited('- {Crime} doubled\n- Rain'), '- Crime doubled[^1]\n- Rain\n\n[^1]: ‸')
    assert.equal(cited('> {Crime}\n> doubled. Rain.'), '> Crime\n> doubled.[^1] Rain.\n\n[^1]: ‸')
    assert.equal(
      cited('| a | b |\n|---|---|\n| {12} % up | x |'),
      '| a | b |\n|---|---|\n| 12 % up[^1] | x |\n\n[^1]: ‸',
    )
    assert.equal(cited('{Crime} doubled.\nIt rained.'), 'Crime doubled.[^1]\nIt rained.\n\n[^1]: ‸')
    assert.equal(cited('{Crime} doubled\\\nin May.'), 'Crime doubled\\\nin May.[^1]\n\n[^1]: ‸')
  })

  it('writes the note as the draft writes its notes', () => {
    assert.equal(cited('{A} b.\n\nC.[^1]\n\n[^1]: D.\n'), 'A b.[^2]\n\nC.[^1]\n\n[^1]: D.\n[^2]: ‸\n')
    assert.equal(
      cited('{A} b. C.[^1] D.[^3]\n\n[^1]: D.\n\n[^3]: E.\n\nEnd.'),
      'A b.[^4] C.[^1] D.[^3]\n\n[^1]: D.\n\n[^3]: E.\n\n[^4]: ‸\n\nEnd.',
    )
    assert.equal(cited('{A} b. C.[^times]\n\n[^times]: D.'), 'A b.[^source] C.[^times]\n\n[^times]: D.\n[^source]: ‸')
    assert.equal(
      cited('{A} b. C.[^source]\n\n[^source]: D.'),
      'A b.[^source-2] C.[^source]\n\n[^source]: D.\n[^source-2]: ‸',
    )
    assert.equal(cited('{A} b.\n\n[^1]: D.\n# End'), 'A b.[^2]\n\n[^1]: D.\n[^2]: ‸\n\n# End')
  })

  it('does not write the note into code or a comment that is left open', () => {
    assert.equal(cited('{A} b.\n\n```\ncode\n'), 'A b.[^1]\n\n[^1]: ‸\n\n```\ncode\n')
    assert.equal(cited('{A} b.\n\n<!-- open\n'), 'A b.[^1]\n\n[^1]: ‸\n\n<!-- open\n')
    assert.equal(cited('{A} b.\n\n```\ncode\n```\n'), 'A b.[^1]\n\n```\ncode\n```\n\n[^1]: ‸\n')
  })

  it('gives a note that Markdown reads as one, after anything', () => {
    for (const draft of [
      '{Stop}!',
      '{So} it is [sic]',
      '{A} `b`',
      'A {b}\\',
      '{A} b.\n\n```\ncode',
      '*{A} b*.',
      '{😀}',
    ]) {
      const { text, at } = drawn(draft)
      const fix = citeWithFootnote(readingOf(text), at)
      const { citations, definitions } = readingOf(after(text, fix).replace('‸', ''))
      assert.deepEqual(
        citations.map(({ kind, key, defined }) => ({ kind, key, defined })),
        [{ kind: 'footnote', key: '1', defined: true }],
        draft,
      )
      assert.equal(definitions.length, 1, draft)
    }
  })

  it('leaves the key blank where the draft cites by keys', () => {
    assert.equal(cited('{Crime} doubled. Rain fell [@doe].'), 'Crime doubled [@‸]. Rain fell [@doe].')
    assert.equal(
      cited('He said “{crime} doubled.” Rain fell [@doe].'),
      'He said “crime doubled” [@‸]. Rain fell [@doe].',
    )
  })
})

describe('adding a key to a sentence', () => {
  const doe = ' Rain fell [@doe].'

  it('leaves one full stop, at the end', () => {
    assert.equal(cited(`He asked “{who}?”${doe}`), `He asked “who?” [@‸].${doe}`)
    assert.equal(cited(`It was so ({crime} doubled.)${doe}`), `It was so (crime doubled [@‸].)${doe}`)
    assert.equal(cited(`{Crime} doubled in the U.S. He left.${doe}`), `Crime doubled in the U.S. [@‸]. He left.${doe}`)
    assert.equal(cited(`- {Crime} doubled\n- ${doe}`), `- Crime doubled [@‸]\n- ${doe}`)
  })
})

describe('citing in plain text', () => {
  it('starts a list of sources', () => {
    assert.equal(cited('{Crime} doubled. Rain.\n', 'plaintext'), 'Crime doubled.[1] Rain.\n\nSources\n[1] ‸\n')
  })

  it('carries a list on in its own style', () => {
    assert.equal(cited('{A} b. C.[1]\n\nSources\n[1] D', 'plaintext'), 'A b.[2] C.[1]\n\nSources\n[1] D\n[2] ‸')
    assert.equal(cited('{A} b. C.[1]\n\nNotes:\n\n1. D\n', 'plaintext'), 'A b.[2] C.[1]\n\nNotes:\n\n1. D\n2. ‸\n')
    assert.equal(cited('{A} b.\n\nReferences\n', 'plaintext'), 'A b.[1]\n\nReferences\n[1] ‸\n')
  })

  it('puts the number after those that are there', () => {
    assert.equal(cited('{A} b.[1, 2] C.', 'plaintext').split('\n')[0], 'A b.[1, 2][3] C.')
  })

  it('gives a note that is read as one', () => {
    const { text, at } = drawn('{Crime} doubled.\r\n')
    const { citations, definitions } = readingOf(
      after(text, citeWithFootnote(readingOf(text, 'plaintext'), at)).replace('‸', ''),
      'plaintext',
    )
    assert.deepEqual([citations[0]?.key, citations[0]?.defined, definitions[0]?.key], ['1', true, '1'])
  })
})

describe('citing what the draft cites already', () => {
  const offered = (draft: string, language: Language = 'markdown'): string[] => {
    const { text, at } = drawn(draft)
    return citeExisting(readingOf(text, language), at).flatMap((fix) => [
      fix.title,
      after(text, fix).split('\n')[0] ?? '',
    ])
  }

  it('offers its notes, and not one that is blank or that the sentence has', () => {
    assert.deepEqual(offered('{A} b. C.[^1]\n\n[^1]: Example Times, 3 May\n[^2]: '), [
      'Cite [^1]: Example Times, 3 May',
      'A b.[^1] C.[^1]',
    ])
    assert.deepEqual(offered('{A} b.[^1]\n\n[^1]: Example Times'), [])
    assert.deepEqual(offered('{A} b. C.[1]\n\nSources\n[1] Example', 'plaintext'), [
      'Cite [1]: Example',
      'A b.[1] C.[1]',
    ])
  })

  it('offers its links, addresses and keys', () => {
    assert.deepEqual(offered('{A} b. See [the report](https://www.example.org/a_(b)).'), [
      'Cite example.org',
      'A b ([example.org](<https://www.example.org/a_(b)>)). See [the report](https://www.example.org/a_(b)).',
    ])
    assert.deepEqual(offered('{A} b. The [Example Times](https://example.org/a) said.'), [
      'Cite Example Times (example.org)',
      'A b ([Example Times](https://example.org/a)). The [Example Times](https://example.org/a) said.',
    ])
    assert.deepEqual(offered('{A} b. See https://example.org/a.', 'plaintext'), [
      'Cite https://example.org/a',
      'A b (https://example.org/a). See https://example.org/a.',
    ])
    assert.deepEqual(offered('{A} b. C [@doe2020].'), ['Cite [@doe2020]', 'A b [@doe2020]. C [@doe2020].'])
  })

  it('offers first what shares a name with the sentence, then what is cited nearest, and at most five', () => {
    const notes = ['Alder', 'Birch', 'Cedar', 'Hawthorn', 'Elder', 'Larch'].map(
      (name, index) => `[^${index + 1}]: ${name}`,
    )
    const draft = `So.[^6] It is.[^5] {Hawthorn} grew. So.[^1] It is.[^2] So.[^3] It is.[^4]\n\n${notes.join('\n')}`
    assert.deepEqual(
      offered(draft).filter((_, index) => index % 2 === 0),
      ['Cite [^4]: Hawthorn', 'Cite [^5]: Elder', 'Cite [^1]: Alder', 'Cite [^6]: Larch', 'Cite [^2]: Birch'],
    )
  })
})

describe('marking that a citation is needed', () => {
  it('stands after the punctuation, with one space', () => {
    assert.equal(marked('{Crime} doubled. It rained.'), 'Crime doubled. [citation needed] It rained.')
    assert.equal(marked('“{Crime} doubled.”\nRain.', 'plaintext'), '“Crime doubled.” [citation needed]\nRain.')
  })
})

describe('defining a note that the draft cites', () => {
  const defined = (text: string, language: Language = 'markdown'): string => {
    const reading = readingOf(text, language)
    const citation = reading.citations.find((one) => !one.defined)
    assert.ok(citation)
    return after(text, defineNote(reading, citation))
  }

  it('adds a definition with a blank under the label as it is written', () => {
    assert.equal(defined('A b.[^Times]'), 'A b.[^Times]\n\n[^Times]: ‸')
    assert.equal(defined('A.[^1] B.[^2]\n\n[^1]: C.\n'), 'A.[^1] B.[^2]\n\n[^1]: C.\n[^2]: ‸\n')
    assert.equal(defined('A.[1] B.[3]\n\nSources\n1. C', 'plaintext'), 'A.[1] B.[3]\n\nSources\n1. C\n3. ‸')
  })
})
