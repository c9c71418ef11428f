import fc from 'fast-check'
import type { Language } from '../../server/core/text/draft.ts'

/** What Markdown is built of, whole blocks and lines of them. */
// biome-ignore format: blocks are easier to look over in lines
export const MARKDOWN_BLOCKS = [
  'Rents rose by 12 percent.\n\n', 'The mayor said so.\nNobody else did.\n\n', 'Rents *rose* [again][r], and [r] and [^1].\n\n', '\n', '\n\n', '  \n', 'Last words',
  '# Heading\n', '## Heading\n\n', 'Setext\n===\n', 'Setext\nover lines\n---\n\n', '---\n', '***\n\n',
  '```\ncode [r]\n```\n\n', '```js\ncode\n\n', '~~~\ncode\n~~~\n', '~~~\n', '```\n', '    indented\n\n    code\n\n', '\tcode\n',
  '<script>\nlet a = 1\n\n</script>\n\n', '<script>\n\n', '</script>\n', '<!-- a\n\nb -->\n', '<!--\n\n', '-->\n', '<!-- says-who-disable-next-line a: b -->\n',
  'Up. <!-- says-who-disable-line -->\n\n', '<?php\n\n?>\n', '<?php\n', '?>\n', '<!DOCTYPE\n\n>\n', '<![CDATA[\n\n]]>\n', '<![CDATA[\n', ']]>\n', '<div>\nNo.\n\n', '</div>\n\n',
  '<b class="x">\nNo.\n\n', 'The <b>mayor</b> won.\n\n',
  '- One\n- Two\n\n', '- One\n\n- Two\n\n  More.\n\n', '* Star\n  - Nested\n    - Deeper\n\n', '1. First\n2. Second\n\n', '2. No start\n', '- [ ] Task\n', '-\n', '  carried on\n',
  '- ```\n  code\n\n', '- > quoted\nlazily\n\n', '> Quoted\n> so\nlazy line\n\n', '> > Deep\n>\n> - Item\n\n', '> ```\n> code\n\n', '>\n',
  '| a | b |\n|--|--|\n| c [^1] | d |\n\n', '| a | b |\n', '|--|--|\n', 'a | b\n--|--\nc | d\n\n',
  '[^1]: A note.\n\n    With more.\n\n', '[^1]: Another.\n', '[^Two]: See [r].\n\n', '> [^three]: Quoted.\n\n', 'A[^one] b[^1] c[^TWO] d[^three] e[^four].\n\n', '[^a&amp;b]: Odd.\n\n', 'So [^a&b].\n\n',
  '[r]: https://a.org\n', '[r]: https://b.org "Title"\n\n', '[R]:\n/local\n', "[s]: <https://c.org>\n'a title\nover lines'\n\n", '> [quoted\n> label]: https://d.org\n\n', '[q][quoted label] [s] ![s]\n\n', '- [r]: https://e.org\n\n', '[t]: /x \'open\n',
  '---\ntitle: x\n---\n\n', '---\nbibliography: a.bib\n---\n', '+++\ntitle = "x"\n+++\n\n', '\uFEFF',
  '## References\n\n', '- Calder, I. (2020). The dam. *Post*.\n', '- Doe & Reyes (n.d.). Water.\n', 'Ito, B. (2001). Rain.\n\n', '1. Calder, I. (2020). The dam.\n\n', 'It failed (Calder, 2020), as Ito (2001) said.\n\n', 'It failed (Doe & Reyes, n.d.; Calder, 2020).\n\n', '# Sources\n', 'Works cited\n---\n\n',
  'So [@doe2020, p. 3].\n\n', 'As @roe says [@doe; @x].\n\n', 'Ask @jane, or [@].\n\n', 'See https://a.org/x_(y) and `code`.\n\n', 'Up.[1](https://a.org) Down ~~so~~.^[Note.]\n\n',
]

/** Marks and pieces that an editor may put in or take out anywhere. */
// biome-ignore format: marks are easier to look over in lines
export const MARKS = [
  'a', ' ', '    ', '\t', '\n', '\n\n', '\r', '\r\n', '\uFEFF', '\0', '\u00A0', '😀', '\uD83D', 'É', '*', '**', '_', '`', '``', '```', '~~~', '\n```\n', '\n~~~\n', '<', '>', '> ', '<!--', '-->', '<div>', '\n\n<script>\n', '</script>',
  '[', ']', '[^', ']:', '(', ')', '](', '!', '[r]', '[^1]', '\n\n[^1]: Note.\n\n', '\n\n[r]: https://z.org\n\n', '\n\n[s]: /s\n', '#', '# ', '\n# ', '-', '- ', '\n- ', '\n\n- ', '1. ', '+', '\n---\n', '\n===\n', '---', '+++', '\n+++\n', '|', '\n|--|--|\n',
  '\\', '&', '&amp;', '@', '@doe2020', '[@x]', '(Calder, 2020)', '(Ito, 2001)', '(2020)', '2020', '\n\n## References\n\n', '\nSources\n', 'References', '\n[1] The Post.\n', '[1]', '[2, 3]', ':', '.', '//', '\n// says-who-disable\n', 'x'.repeat(90),
]

/** What plain text is built of. */
// biome-ignore format: lines are easier to look over together
export const PLAIN_LINES = [
  'Rents rose by 12 percent.[1]\n', 'Rents soar\n', 'by 12 percent\n', 'The mayor [2] said so.\n', '\n', '\n\n', ' \t\n', '- An item [1, 3]\n', '12. An item\n', '“Kill them all”\n', 'See https://a.org/x.\n',
  '// says-who-disable-next-line a: b\n', '// a remark\n', 'Sources\n', 'Notes:\n', 'References\n', 'Works cited\n', '[1] The Post.\n', '2. The Times,\n', 'in print.\n', '3) Radio.\n', '[3]\n',
  'Calder, I. (2020). The dam\n', 'Calder, I. (2001). The flood.\n', 'Doe & Reyes (n.d.). Water\n', 'ito (2001)\n', 'It failed (Calder, 2020), as Doe (n.d.) says.\n', 'It failed (Ito et al., 2001).\n', 'Calder (2001) saw it.\n', '\uFEFF', 'Last line', '\u2028\n', '[[[\n', '```\n',
]

export interface Script {
  readonly text: string
  readonly language: Language
  readonly edits: readonly Change[]
}

/** An edit of a draft that is not known yet: where, in thousandths of its length, how much goes, and what comes. */
export interface Change {
  readonly at: number
  readonly removed: number
  readonly text: string
  /** Whether it takes or sets whole lines. */
  readonly lines: boolean
}

const joined = (pieces: readonly string[], most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((parts) => parts.join(''))

const brokenBy = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')).map(([text, ending]) => text.replaceAll('\n', ending))

const changes = (blocks: readonly string[]): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({
      at: fc.nat({ max: 1000 }),
      removed: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 3 }), fc.nat({ max: 60 })),
      text: fc.oneof(
        fc.constant(''),
        fc.constantFrom(...MARKS),
        fc.constantFrom(...MARKS),
        fc.constantFrom(...blocks),
        joined(blocks, 3),
      ),
      lines: fc.boolean(),
    }),
    { minLength: 10, maxLength: 10 },
  )

const scripts = (blocks: readonly string[], language: Language): fc.Arbitrary<Script> =>
  fc.record({ text: brokenBy(joined(blocks, 14)), language: fc.constant(language), edits: changes(blocks) })

/** A draft, and ten edits of it. */
export const markdownScripts: fc.Arbitrary<Script> = scripts(MARKDOWN_BLOCKS, 'markdown')
export const plainScripts: fc.Arbitrary<Script> = scripts(PLAIN_LINES, 'plaintext')

/** What an edit is in a text: from where to where it replaces what. */
export function placed(text: string, change: Change): { start: number; end: number; text: string } {
  let start = Math.round((text.length * change.at) / 1000)
  let end = Math.min(text.length, start + change.removed)
  if (change.lines) {
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
    if (change.removed > 0) while (end < text.length && text[end - 1] !== '\n' && text[end - 1] !== '\r') end++
  }
  return { start, end, text: change.text }
}
