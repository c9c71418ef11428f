import { readFileSync } from 'node:fs'
import type { Markup } from './text.ts'

/** What reads texts, made ready: gives how many things it found in one. */
export type Reader = (text: string, path: string) => number | Promise<number>

/** Something that is measured. */
export interface Contender {
  readonly name: string
  readonly kind: 'ours' | 'peer' | 'limit'
  /** npm packages of a peer, as `npm install` takes them; the first gives the version that is told. */
  readonly packages: readonly string[]
  /** Texts of one kind only, where the other makes no sense. */
  readonly only?: Markup
  /** How often a text is read in one measurement, where once is too short to be timed. */
  readonly times?: number
  readonly open: (markup: Markup) => Promise<Reader>
}

const RETEXT_RULES =
  'contractions equality indefinite-article intensify passive quotes redundant-acronyms repeated-words sentence-spacing simplify'
    .split(' ')
    .map((rule) => `retext-${rule}`)

/** Loads a package from where this file stands once it is bundled, with as much of its types as is used here. */
const load = <T>(name: string): Promise<T> => import(name)

interface Processor {
  use(plugin: unknown, options?: unknown): Processor
  parse(text: unknown): unknown
  run(tree: unknown, file: unknown): Promise<unknown>
}
interface Findings {
  readonly messages: readonly unknown[]
}

const ours: Contender = {
  name: 'Says Who',
  kind: 'ours',
  packages: [],
  open: async (markup) => {
    const core = (await load<{ default: typeof import('../../server/core/index.ts') }>('./core.cjs')).default
    const language = markup === 'plain' ? 'plaintext' : 'markdown'
    return (text) => core.check(core.read({ text, language })).length
  },
}

const cspell: Contender = {
  name: 'cspell-lib',
  kind: 'peer',
  packages: ['cspell-lib@9'],
  open: async (markup) => {
    const lib = await load<{
      getDefaultSettings(): Promise<object>
      mergeSettings(one: object, other: object): object
      spellCheckDocument(document: object, options: object, settings: object): Promise<{ issues: readonly unknown[] }>
    }>('cspell-lib')
    const all = { language: 'en', maxNumberOfProblems: 1e9, maxDuplicateProblems: 1e9 }
    const settings = lib.mergeSettings(await lib.getDefaultSettings(), all)
    const about = {
      uri: `file:///draft.${markup === 'plain' ? 'txt' : 'md'}`,
      languageId: markup === 'plain' ? 'plaintext' : 'markdown',
    }
    const options = { noConfigSearch: true, generateSuggestions: false }
    return async (text) => (await lib.spellCheckDocument({ ...about, text }, options, settings)).issues.length
  },
}

const textlint: Contender = {
  name: 'textlint, terminology',
  kind: 'peer',
  packages: [
    '@textlint/kernel@15',
    '@textlint/textlint-plugin-text@15',
    '@textlint/textlint-plugin-markdown@15',
    'textlint-rule-terminology@5',
  ],
  open: async (markup) => {
    const { TextlintKernel } = await load<{
      TextlintKernel: new () => { lintText(text: string, options: object): Promise<Findings> }
    }>('@textlint/kernel')
    const [plugin, rule] = await Promise.all([
      load<{ default: object }>(`@textlint/textlint-plugin-${markup === 'plain' ? 'text' : 'markdown'}`),
      load<{ default: object }>('textlint-rule-terminology'),
    ])
    // Packages in CommonJS that were made from a module have their default within the default.
    const inner = (one: { default: object }): object =>
      ('default' in one.default ? one.default.default : one.default) as object
    const ext = markup === 'plain' ? '.txt' : '.md'
    const options = {
      ext,
      filePath: `draft${ext}`,
      plugins: [{ pluginId: markup === 'plain' ? 'text' : 'markdown', plugin: inner(plugin) }],
      rules: [{ ruleId: 'terminology', rule: inner(rule), options: { defaultTerms: true } }],
    }
    const kernel = new TextlintKernel()
    return async (text) => (await kernel.lintText(text, options)).messages.length
  },
}

const writeGood: Contender = {
  name: 'write-good',
  kind: 'peer',
  packages: ['write-good@1'],
  only: 'plain',
  open: async () => {
    const { default: find } = await load<{ default: (text: string) => readonly unknown[] }>('write-good')
    return (text) => find(text).length
  },
}

const alex: Contender = {
  name: 'alex',
  kind: 'peer',
  packages: ['alex@11'],
  open: async (markup) => {
    const lib = await load<Record<'text' | 'markdown', (text: string) => Findings>>('alex')
    const find = markup === 'plain' ? lib.text : lib.markdown
    return (text) => find(text).messages.length
  },
}

const retext: Contender = {
  name: 'retext, ten rules',
  kind: 'peer',
  packages: [
    'retext@9',
    'retext-english@5',
    'unified@11',
    'vfile@6',
    'remark-parse@11',
    'remark-retext@6',
    ...RETEXT_RULES,
  ],
  open: async (markup) => {
    const { unified } = await load<{ unified(): Processor }>('unified')
    const { VFile } = await load<{ VFile: new (text: string) => Findings }>('vfile')
    const plugin = async (name: string): Promise<unknown> => (await load<{ default: unknown }>(name)).default
    const english = unified().use(await plugin('retext-english'))
    for (const rule of RETEXT_RULES) english.use(await plugin(rule))
    const processor =
      markup === 'plain'
        ? english
        : unified()
            .use(await plugin('remark-parse'))
            .use(await plugin('remark-retext'), english)
    return async (text) => {
      const file = new VFile(text)
      await processor.run(processor.parse(file), file)
      return file.messages.length
    }
  },
}

const harper: Contender = {
  name: 'harper.js',
  kind: 'peer',
  packages: ['harper.js@2'],
  open: async (markup) => {
    const { LocalLinter } = await load<{
      LocalLinter: new (
        options: object,
      ) => {
        setup(): Promise<void>
        lint(text: string, options: object): Promise<readonly { free?(): void }[]>
      }
    }>('harper.js')
    const { binaryInlined } = await load<{ binaryInlined: unknown }>('harper.js/binaryInlined')
    const linter = new LocalLinter({ binary: binaryInlined })
    await linter.setup()
    const options = { language: markup === 'plain' ? 'plaintext' : 'markdown' }
    return async (text) => (await linter.lint(text, options)).length
  },
}

const parsing: Contender = {
  name: 'remark-parse alone',
  kind: 'limit',
  packages: ['remark-parse@11', 'unified@11'],
  only: 'markdown',
  open: async () => {
    const { unified } = await load<{ unified(): Processor }>('unified')
    const { default: plugin } = await load<{ default: unknown }>('remark-parse')
    const processor = unified().use(plugin)
    return (text) => (processor.parse(text) as { children: readonly unknown[] }).children.length
  },
}

const expression: Contender = {
  name: 'one regular expression',
  kind: 'limit',
  packages: [],
  times: 20,
  open: async () => (text) => text.match(/\p{L}+/gu)?.length ?? 0,
}

const file: Contender = {
  name: 'the file read',
  kind: 'limit',
  packages: [],
  times: 100,
  open: async () => (_, path) => readFileSync(path, 'utf8').length,
}

/** All that is measured, in the order of the table. */
export const contenders: readonly Contender[] = [
  ours,
  cspell,
  textlint,
  writeGood,
  alex,
  retext,
  harper,
  parsing,
  expression,
  file,
]
