import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { removeSpan, suppress } from '../../server/core/edits/index.ts'
import { openAtEnd } from '../../server/core/edits/unclosed.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { after as changed, drawn, readingOf } from './editsDraft.ts'

const removed = (draft: string, language: Language = 'markdown'): string => {
  const { text, at } = drawn(draft)
  return changed(text, removeSpan(readingOf(text, language), at, 'Remove'))
}
const left = (draft: string, language: Language = 'markdown'): string => {
  const { text, at } = drawn(draft)
  return changed(text, suppress(readingOf(text, language), 'a-rule', at)[2])
}

describe('what is left open at the end of a draft', () => {
  const openIn = (text: string, from = 0): string | undefined => {
    const open = openAtEnd(text, from)
    return open === undefined ? undefined : text.slice(open)
  }

  it('is code whose fence is not closed', () => {
    for (const open of [
      '```\na\n',
      '~~~\na',
      '   ```\na',
      '````\n```\na',
      '~~~~\n~~~\n',
      '``` js\n``` a\n',
      '~~~ a`b\n',
      '```\n~~~\n',
    ])
      assert.equal(openIn(`a\n${open}`), open, JSON.stringify(open))
    for (const closed of [
      '```\na\n```\n',
      '~~~\n~~~',
      '```\n````\n',
      '```\n  ```  \n',
      '``\na',
      '    ```\na',
      '``` a`b\n',
      '`~`\n',
      'a ```\n',
    ])
      assert.equal(openIn(`a\n${closed}`), undefined, JSON.stringify(closed))
  })

  it('is HTML that its end closes, in any case', () => {
    for (const open of ['<!-- a\nb', '<script>\n', '<PRE>\n</style>', '<style a=b>', '<Textarea>\n\n', '<!--\n-- >'])
      assert.equal(openIn(`a\n${open}`), open, open)
    for (const closed of [
      '<!-- a\nb -->',
      '<script>\n</SCRIPT> a',
      '<pre></pre>',
      '<style>\n a </style>',
      '<div>\n',
      'a <pre>\n',
      '<!-- a -->',
    ])
      assert.equal(openIn(`a\n${closed}`), undefined, closed)
  })

  it('is the last that was opened, with lines of any kind', () => {
    assert.equal(openIn('```\na\r\n```\r\n<pre>\r~~~\r'), '<pre>\r~~~\r')
    assert.equal(openIn('```\n```\n```\n'), '```\n')
    assert.equal(openIn(''), undefined)
  })

  it('is looked for from the line after', () => {
    assert.equal(openIn('```\na\n', 1), undefined)
    assert.equal(openIn('a\n```\nb', 1), '```\nb')
    assert.equal(openIn('```\na', 0), '```\na')
    assert.equal(openIn('a', 1), undefined)
  })
})

describe('taking something out', () => {
  it('takes the space before it, or after it at the start of the words', () => {
    assert.equal(removed('It fell {[1]}. It rose.'), 'It fell. It rose.')
    assert.equal(removed('It fell.  {It rose.} It fell.'), 'It fell. It fell.')
    assert.equal(removed('{It fell.} It rose.'), 'It rose.')
    for (const lead of ['- ', '* ', '+ ', '12. ', '3) ', '> ', '> - ', '\t'])
      assert.equal(removed(`A.\n\n${lead}{It fell.}  It rose.`), `A.\n\n${lead}It rose.`, lead)
    assert.equal(removed('A-{b} c'), 'A- c')
    assert.equal(removed('1a {b} c'), '1a c')
    assert.equal(removed('1234567890. {b} c'), '1234567890. c')
  })

  it('takes the lines that it has to itself, with one of the blank lines around them', () => {
    assert.equal(removed('A.\n\n{B.}\n\nC.\n'), 'A.\n\nC.\n')
    assert.equal(removed('A.\n{B.}\nC.\n'), 'A.\nC.\n')
    assert.equal(removed('A.\n{B.}\n\nC.\n'), 'A.\n\nC.\n')
    assert.equal(removed('A.\n\n{B.}\nC.\n'), 'A.\n\nC.\n')
    assert.equal(removed('{B.}\n\nC.\n'), 'C.\n')
    assert.equal(removed('A.\r\n\r\n  {B.} \r\n\r\nC.'), 'A.\r\n\r\nC.')
    assert.equal(removed('A.\n\n{B.\nC.}\n\nD.'), 'A.\n\nD.')
  })

  it('takes the last line with the line break before it', () => {
    assert.equal(removed('A.\n\n{B.}'), 'A.')
    assert.equal(removed('A.\n{B.}'), 'A.')
    assert.equal(removed('A.\r\n{B.}'), 'A.')
    assert.equal(removed('A.\r\n\r\n{B.}'), 'A.')
    assert.equal(removed('A.\n\n{B.}\n'), 'A.\n\n')
    assert.equal(removed('{B.}'), '')
    assert.equal(removed('\n{B.}'), '')
  })

  it('takes the marks of a block quotation in Markdown alone', () => {
    assert.equal(removed('A.\n\n> {B.}\n\nC.'), 'A.\n\nC.')
    assert.equal(removed('A.\n\n> {B.}\n\nC.', 'plaintext'), 'A.\n\n> \n\nC.')
  })

  it('takes a note whole, by itself or by its label', () => {
    assert.equal(removed('A.[^1]\n\n{[^1]:} B.\n    More.\n\nC.'), 'A.[^1]\n\nC.')
    assert.equal(removed('A.[^1]\n\n{[^1]: B.}\n'), 'A.[^1]\n\n')
    assert.equal(removed('A. [1]\n\nSources\n{[1] B}\n[2] C', 'plaintext'), 'A. [1]\n\nSources\n[2] C')
  })
})

describe('leaving it', () => {
  const COMMENT = '<!-- says-who-disable-next-line a-rule: opinion -->'

  it('puts a comment on the line before, with what its block begins with', () => {
    assert.equal(left('A.\n\n{B} c.'), `A.\n\n${COMMENT}\nB c.`)
    assert.equal(left('A.\r\n\r\n{B} c.'), `A.\r\n\r\n${COMMENT}\r\nB c.`)
    assert.equal(left('\uFEFF{B} c.'), `\uFEFF${COMMENT}\nB c.`)
    assert.equal(left('A.\n\n> {B} c.'), `A.\n\n> ${COMMENT}\n> B c.`)
    assert.equal(left('A.\n\n> > {B} c.'), `A.\n\n> > ${COMMENT}\n> > B c.`)
    assert.equal(left('## {B} c'), `${COMMENT}\n## B c`)
    assert.equal(left('> ## {B} c'), `> ${COMMENT}\n> ## B c`)
    assert.equal(left('{B} c\n====='), `${COMMENT}\nB c\n=====`)
    assert.equal(left('  {B} c.'), `  ${COMMENT}\n  B c.`)
  })

  it('puts it at the end of the line where one before would break something', () => {
    const here = '<!-- says-who-disable-line a-rule: opinion -->'
    assert.equal(left('- {B} c.'), `- B c. ${here}`)
    assert.equal(left('A.\n{B} c.  \nD.'), `A.\nB c. ${here}  \nD.`)
    assert.equal(left('A.\n{B} c.\\\nD.'), `A.\nB c. ${here}\\\nD.`)
    assert.equal(left('A.\n{B}\\ \nD.'), `A.\nB\\ ${here} \nD.`)
    assert.equal(left('A.\n{B} c.\nD.'), `A.\nB c. ${here}\nD.`)
    assert.equal(left('| a | b |\n|---|---|\n| {B} c | d |'), `| a | b |\n|---|---|\n| B c ${here} | d |`)
  })

  it('names the rule in a comment that is there for the same reason', () => {
    const above = '<!-- says-who-disable-next-line other: opinion -->'
    assert.equal(left(`${above}\n{B} c.`), '<!-- says-who-disable-next-line other, a-rule: opinion -->\nB c.')
    assert.equal(
      left('<!-- says-who-disable-next-line other : opinion -->\n{B} c.'),
      '<!-- says-who-disable-next-line other, a-rule : opinion -->\nB c.',
    )
    const reason = '<!-- says-who-disable-next-line other: own reporting -->'
    assert.equal(left(`${reason}\n\n{B} c.`), `${reason}\n\n${COMMENT}\nB c.`)
    assert.equal(left(`${reason}\n{B} c.`), `${reason}\n${COMMENT}\nB c.`)
    assert.equal(left(`${above}\n\n{B} c.`), `${above}\n\n${COMMENT}\nB c.`)
    const all = '<!-- says-who-disable-next-line -->'
    assert.equal(left(`${all}\n{B} c.`), `${all}\n${COMMENT}\nB c.`)
  })

  it('is a line of its own in plain text', () => {
    assert.equal(left('A.\n{B} c.', 'plaintext'), 'A.\n// says-who-disable-next-line a-rule: opinion\nB c.')
    assert.equal(
      left('// says-who-disable-next-line other: opinion\n{B} c.', 'plaintext'),
      '// says-who-disable-next-line other, a-rule: opinion\nB c.',
    )
  })

  it('has a place outside prose, but for the middle of a note', () => {
    assert.equal(left('A.\n\n> {```}\n> b\n> ```'), `A.\n\n> ${COMMENT}\n> \`\`\`\n> b\n> \`\`\``)
    assert.equal(left('A.[^1]\n\n{[^1]:} B.\n'), `A.[^1]\n\n${COMMENT}\n[^1]: B.\n`)
    assert.equal(
      left('A.[^1]\n\n[^1]: B.\n\n    {```}\n    c\n    ```\n'),
      'A.[^1]\n\n[^1]: B.\n\n    ``` <!-- says-who-disable-line a-rule: opinion -->\n    c\n    ```\n',
    )
  })
})
