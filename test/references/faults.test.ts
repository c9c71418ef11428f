import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { checkReferences } from '../../server/core/findings.ts'
import { type BibliographyKind, parseBibliography } from '../../server/core/references/bibliography.ts'

/** A bibliography with its faults in brackets, and the keys that must be read. */
interface Case {
  readonly heading: string
  readonly keys: string
  readonly marked: string
}

function casesIn(file: string): Case[] {
  const sections = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/^## /m)
    .slice(1)
  return sections.map((section) => {
    const [heading = ''] = section.split('\n')
    const keys = /^keys:(.*)$/m.exec(section)?.[1]?.trim()
    const marked = /^```\n([\s\S]*?)^```$/m.exec(section)?.[1]
    assert.ok(keys !== undefined && marked !== undefined, `${file}: “${heading}” lacks its keys or its block`)
    return { heading, keys, marked }
  })
}

const plain = (marked: string): string => marked.replace(/⟦[a-z]+: ([^⟧]*)⟧/g, '$1')

/** The text with brackets around what rules find fault with, each with the first word of its rule. */
function withFaults(text: string, kind: BibliographyKind): string {
  const findings = checkReferences(parseBibliography(text, kind, 'file:///a'))
  return findings.reduceRight(
    (rest, { rule, start, end }) =>
      `${rest.slice(0, start)}⟦${rule.split('-')[0]}: ${rest.slice(start, end)}⟧${rest.slice(end)}`,
    text,
  )
}

const FILES: ReadonlyArray<[string, BibliographyKind]> = [
  ['bibtex.md', 'bibtex'],
  ['csl-json.md', 'csl-json'],
  ['csl-yaml.md', 'csl-yaml'],
]

for (const [file, kind] of FILES) {
  describe(`bibliographies in ${file}`, () => {
    for (const { heading, keys, marked } of casesIn(file)) {
      for (const lineBreak of ['\n', '\r\n', '\r']) {
        it(`${heading} (${JSON.stringify(lineBreak)})`, () => {
          const written = marked.replaceAll('\n', lineBreak)
          const text = plain(written)
          assert.equal(withFaults(text, kind), written)
          const { references } = parseBibliography(text, kind, 'file:///a')
          assert.equal(references.map(({ key }) => key).join(', '), keys)
          for (const { key, keySpan } of references) assert.equal(text.slice(keySpan.start, keySpan.end), key)
        })
      }
    }
  })
}
