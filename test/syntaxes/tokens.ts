import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as oniguruma from 'vscode-oniguruma'
import * as textmate from 'vscode-textmate'

const INJECTION = 'text.says-who.injection'

/** As much of a Markdown grammar as decides where the injection must keep out, with the scopes that VS Code's own grammar gives. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '\\A---$', end: '^---$', contentName: 'meta.embedded.block.frontmatter' },
    { begin: '^(`{3})', end: '^\\1$', name: 'markup.fenced_code.block.markdown' },
    { match: '^(?: {4}|\\t).*', name: 'markup.raw.block.markdown' },
    { begin: '(^|\\G)\\s*(<!--)', end: '-->', name: 'comment.block.html' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    { begin: '\\*\\*', end: '\\*\\*', name: 'markup.bold.markdown' },
    { match: '(\\[[^\\]]*\\])(\\([^)]*\\))', captures: { 2: { name: 'markup.underline.link.markdown' } } },
  ],
}

const grammarAt = (name: string): string =>
  readFileSync(new URL(`../../syntaxes/${name}.tmLanguage.json`, import.meta.url), 'utf8')

async function loadOniguruma(): Promise<textmate.IOnigLib> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer)
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }
}

const registry = new textmate.Registry({
  onigLib: loadOniguruma(),
  getInjections: (scope) => (scope === INJECTION ? [] : [INJECTION]),
  loadGrammar: async (scope) => {
    if (scope === 'text.html.markdown') return textmate.parseRawGrammar(JSON.stringify(MARKDOWN), 'markdown.json')
    const name = scope === INJECTION ? 'says-who.injection' : 'plain-text'
    return textmate.parseRawGrammar(grammarAt(name), `${name}.json`)
  },
})

/**
 * What the grammars colour in a text: for each token with a scope of ours, its words and the innermost such scope, without
 * "says-who", as `TK invalid.deprecated.to-come`. Tokens of one scope that touch are one; punctuation is left out.
 */
export async function coloured(text: string, host: 'text.html.markdown' | 'text.plain'): Promise<string[]> {
  const grammar = await registry.loadGrammar(host)
  if (!grammar) throw new Error(`There is no grammar for ${host}.`)
  const found: string[] = []
  let state = textmate.INITIAL
  for (const line of text.split('\n')) {
    const read = grammar.tokenizeLine(line, state)
    state = read.ruleStack
    for (const { startIndex, endIndex, scopes } of read.tokens) {
      const scope = scopes.at(-1) ?? ''
      const words = line.slice(startIndex, endIndex).trim()
      const bare = /^(?:punctuation|comment|markup)\./.test(scope)
      if (scope.endsWith('.says-who') && !bare && words !== '') found.push(`${words} ${scope.slice(0, -9)}`)
    }
  }
  return found
}
