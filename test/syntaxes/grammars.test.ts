import assert from 'node:assert/strict'
import { coloured } from './tokens.ts'

const NEEDED = 'invalid.deprecated.citation-needed'
const TO_COME = 'invalid.deprecated.to-come'
const KEY = 'entity.name.tag.citation-key'
const FOOTNOTE = 'constant.numeric.footnote'
const NOTE = 'constant.numeric.note'
const COMMAND = 'keyword.control.suppression'
const RULE = 'entity.other.attribute-name.rule'

describe('colours in Markdown', () => {
  const cases: Array<[text: string, tokens: string[]]> = [
    ['Up.[citation needed] Down.{{cn}}', [`[citation needed] ${NEEDED}`, `{{cn}} ${NEEDED}`]],
    ['**Up [Citation needed]**', [`[Citation needed] ${NEEDED}`]],
    ['Rents rose by TK percent, [TK] said.', [`TK ${TO_COME}`, `[TK] ${TO_COME}`]],
    ['TKTK and TK TK.', [`TKTK ${TO_COME}`, `TK TK ${TO_COME}`]],
    ['At TK Maxx, TK-421, ATK, TK1 and x.TK.', []],
    ['Up.[^1] Down.[^a-b]', [`1 ${FOOTNOTE}`, `a-b ${FOOTNOTE}`]],
    ['[^1]: The Post.', [`1 ${FOOTNOTE}`]],
    ['Up [@smith2020, p. 3; -@doe:x]. See [-@{a/b}].', [`@smith2020 ${KEY}`, `@doe:x ${KEY}`, `@{a/b} ${KEY}`]],
    ['Up [@smith,\np. 3; @doe].', [`@smith ${KEY}`, `@doe ${KEY}`]],
    ['As @smith2020 says.', [`@smith2020 ${KEY}`]],
    ['@jane and jane@doe2020.org, @types/node, [@types/node], [@jane](https://a.org)', []],
    ['Rents rose.[1] See [2].', []],
    [
      '<!-- says-who-disable-line vague-source, no-evidence: own -->',
      [`says-who-disable-line ${COMMAND}`, `vague-source, no-evidence ${RULE}`],
    ],
    ['  <!-- says-who-disable -->', [`says-who-disable ${COMMAND}`]],
    ['Up. <!-- says-who-disable-next-line a: TK -->', [`says-who-disable-next-line ${COMMAND}`, `a ${RULE}`]],
    ['<!-- TK [^1] says-who-disable -->', []],
    ['<!-- says-who-disable-all -->', []],
    ['`TK [^1]` and [x](TK)', []],
    ['    TK [^1] @smith2020', []],
    ['```\nTK [^1] [@a]\n```', []],
    ['---\ntitle: TK\n---\nTK', [`TK ${TO_COME}`]],
  ]
  for (const [text, tokens] of cases) {
    it(JSON.stringify(text), async () => assert.deepEqual(await coloured(text, 'text.html.markdown'), tokens))
  }
})

describe('colours in plain text', () => {
  const cases: Array<[text: string, tokens: string[]]> = [
    ['Up.[1] Down [2]. Again [1, 3][4]', [`1 ${NOTE}`, `2 ${NOTE}`, `1, 3 ${NOTE}`, `4 ${NOTE}`]],
    ['Sources\n[1] The Post', [`1 ${NOTE}`]],
    ['He said [12] men came in [2019].', []],
    ['Up [citation needed], TK says.', [`[citation needed] ${NEEDED}`, `TK ${TO_COME}`]],
    ['// says-who-disable-line vague-source: own', [`says-who-disable-line ${COMMAND}`, `vague-source ${RULE}`]],
    ['Up. // says-who-disable-line', []],
    ['// a remark', []],
  ]
  for (const [text, tokens] of cases) {
    it(JSON.stringify(text), async () => assert.deepEqual(await coloured(text, 'text.plain'), tokens))
  }
})
