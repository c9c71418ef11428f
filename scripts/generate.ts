/**
 * Writes what is made from the rules: their pages under docs/rules, the table in README.md, the settings in package.json
 * and the schema of the project file. With `--check` it writes nothing, names what is stale, and exits 1 if anything is.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referenceStyles } from '../server/core/citing/settings.ts'
import { citationStyles } from '../server/core/citing/style.ts'
import { docsUrl, rules } from '../server/core/rules/index.ts'
import { type AnyRule, defaultOf, isAboutDrafts } from '../server/core/rules/rule.ts'
import { PROJECT_FILE, ruleSettings } from '../server/core/settings.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const PAGES = 'docs/rules'
const SETTING = 'saysWho.rules.'
const TABLE = /(<!-- rules -->)[\s\S]*?(<!-- \/?rules -->)/

/** A page's text; none where the file is to go. */
type Files = Map<string, string | undefined>

/** What every generated file should hold, by its path from the root. */
export function generated(root: string): Files {
  const files: Files = new Map(rules.map((rule) => [`${PAGES}/${rule.id}.md`, pageOf(rule)]))
  files.set(`${PAGES}/README.md`, index())
  files.set('says-who.schema.json', json(schema()))
  files.set('package.json', withSettings(readFileSync(join(root, 'package.json'), 'utf8')))
  const readme = textOf(root, 'README.md')
  if (readme !== undefined)
    files.set(
      'README.md',
      readme.replace(TABLE, (_, open, close) => `${open}\n${table(PAGES)}${close}`),
    )
  const pages = existsSync(join(root, PAGES)) ? readdirSync(join(root, PAGES)) : []
  for (const page of pages) if (!files.has(`${PAGES}/${page}`)) files.set(`${PAGES}/${page}`, undefined)
  return files
}

/** The generated files that are not as they should be. */
export const stale = (root: string): string[] =>
  [...generated(root)].filter(([path, text]) => textOf(root, path) !== text).map(([path]) => path)

function pageOf(rule: AnyRule): string {
  const { id, title, docs, examples } = rule
  const language = isAboutDrafts(rule) ? 'markdown' : 'bibtex'
  const fenced = (text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`
  return `<!-- Made from server/core/rules/${id}.ts by npm run generate. -->
# ${id}

${title}. Default: **${defaultOf(rule)}**. Speaks in ${whereItSpeaks(rule)}.

## What it notices

${docs.notices}

## Why readers care

${docs.why}

## When to leave it

${docs.leave}

## Examples

### Flagged

${examples.flagged.map(fenced).join('\n')}
### Left alone

${examples.silent.map(fenced).join('\n')}
## How to switch it ${rule.off ? 'on, and off' : 'off'}
${rule.off ? `\nThis rule is off until you switch it on: set it to \`${rule.severity}\`, or to what you like.\n` : ''}
Everywhere, in VS Code: set \`${SETTING}${id}\` to \`off\`, or to ${quieter()}.

Everywhere, in a project: put this in \`${PROJECT_FILE}\` at its root.

\`\`\`json
{ "rules": { "${id}": "off" } }
\`\`\`
${isAboutDrafts(rule) ? inOnePlace(id) : ''}`
}

function whereItSpeaks(rule: AnyRule): string {
  if (!isAboutDrafts(rule)) return 'bibliographies and in the references of front matter'
  return rule.registers === 'every'
    ? 'every kind of writing'
    : 'reporting; it is silent in technical writing and fiction'
}

const inOnePlace = (id: string): string => `
In one place of a Markdown draft: put a comment on the line before. The words after the colon are your reason.

\`\`\`markdown
<!-- says-who-disable-next-line ${id}: own reporting -->
\`\`\`

In plain text the same words stand alone on a line:

\`\`\`text
// says-who-disable-next-line ${id}: own reporting
\`\`\`
`

const quieter = (): string =>
  ruleSettings
    .filter((setting) => setting !== 'off')
    .map((setting) => `\`${setting}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')

const index = (): string => `<!-- Made from server/core/rules by npm run generate. -->
# Rules

One name serves for the finding, the setting, the suppression and the page.

${table('.')}`

function table(folder: string): string {
  const rows = rules.map((rule) => `| [\`${rule.id}\`](${folder}/${rule.id}.md) | ${defaultOf(rule)} | ${rule.title} |`)
  return ['| rule | default | finds |', '| --- | --- | --- |', ...rows, ''].join('\n')
}

interface Manifest {
  contributes?: { configuration?: { title?: string; properties?: Record<string, unknown> } }
}

/** The manifest with a setting for each rule behind the settings that are not about rules. */
function withSettings(text: string): string {
  const manifest: Manifest = JSON.parse(text)
  const configuration = manifest.contributes?.configuration ?? { title: 'Says Who' }
  const others = Object.entries(configuration.properties ?? {}).filter(
    ([key]) => !key.startsWith(SETTING) && !(key in citing),
  )
  const own = rules.map((rule) => [`${SETTING}${rule.id}`, settingOf(rule)])
  const properties = Object.fromEntries([...others, ...Object.entries(citing), ...own])
  return json({
    ...manifest,
    contributes: { ...manifest.contributes, configuration: { ...configuration, properties } },
  })
}

/** The settings of citing, for an editor. */
const citing = {
  'saysWho.citationStyle': {
    type: 'string',
    enum: ['default', ...citationStyles],
    default: 'default',
    scope: 'resource',
    markdownDescription:
      'How drafts cite. `auto` is the way in which a draft cites already; `default` leaves it to the project file, and is `auto` without one. What a language cannot show becomes notes: plain text has no footnotes and no keys, Markdown no numbered notes.',
  },
  'saysWho.referenceStyle': {
    type: 'string',
    enum: ['default', ...referenceStyles],
    default: 'default',
    scope: 'resource',
    markdownDescription:
      'How the text of a reference is put in notes and hovers: as news desks do, as notes of the Chicago manual, or as APA 7. `default` leaves it to the project file, and is `news` without one.',
  },
  'saysWho.bibliography': {
    type: 'array',
    items: { type: 'string' },
    default: [],
    scope: 'resource',
    markdownDescription:
      'Bibliographies for all drafts of the folder: paths of `.bib`, CSL-JSON or CSL-YAML files within the workspace, from its folder. The front matter of a draft can name others.',
  },
}

const settingOf = (rule: AnyRule) => ({
  type: 'string',
  enum: ['default', ...ruleSettings],
  default: 'default',
  scope: 'resource',
  markdownDescription: `${rule.title}. By default: ${defaultOf(rule)}. [What it notices, and when to leave it](${docsUrl(rule.id)})`,
})

const oneOfThese = (values: readonly string[]) => values.map((value) => ({ const: value }))

const schema = () => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Says Who: ${PROJECT_FILE}`,
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    rules: {
      description: 'How loudly each rule speaks in this project.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        rules.map((rule) => [
          rule.id,
          {
            description: `${rule.title}. By default: ${defaultOf(rule)}. ${docsUrl(rule.id)}`,
            $ref: '#/definitions/setting',
          },
        ]),
      ),
    },
    citationStyle: {
      description: 'How drafts cite: auto is the way in which a draft cites already.',
      oneOf: oneOfThese(['default', ...citationStyles]),
    },
    referenceStyle: {
      description: 'How the text of a reference is put in notes, lists and hovers.',
      oneOf: oneOfThese(['default', ...referenceStyles]),
    },
    bibliography: {
      description:
        'Bibliographies for all drafts of this project (.bib, CSL-JSON, CSL-YAML), from the folder of this file.',
      oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string', minLength: 1 } }],
    },
    exclude: {
      description: 'Patterns of files that are not checked, from the folder of this file.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
  },
  definitions: {
    setting: { oneOf: oneOfThese(['default', ...ruleSettings]) },
  },
})

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const textOf = (root: string, path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined

function write(root: string): void {
  const files = generated(root)
  for (const path of stale(root)) {
    const text = files.get(path)
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (text === undefined) rmSync(join(root, path))
    else writeFileSync(join(root, path), text)
    console.log(`${text === undefined ? 'removed' : 'wrote'} ${path}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const paths = stale(ROOT)
    for (const path of paths) console.error(`${path} is stale: run npm run generate`)
    process.exitCode = paths.length === 0 ? 0 : 1
  } else write(ROOT)
}
