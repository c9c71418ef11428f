import { type CitingSettings, readCitingSettings } from './citing/settings.ts'
import { rules } from './rules/index.ts'
import { abridge } from './rules/message.ts'
import { nearestName } from './rules/nearest.ts'
import type { Severity } from './rules/rule.ts'

/** What a rule can be set to. */
export type RuleSetting = Severity | 'off'

/**
 * How loudly each rule speaks. A setting is the severity of the rule's ordinary findings; a rule without one has its own.
 * A finding that its rule holds for less keeps its lower severity: `information` caps a warning, `error` raises the
 * ordinary ones alone, `off` removes them all.
 */
export interface Settings {
  readonly rules: Readonly<Partial<Record<string, RuleSetting>>>
  readonly citing?: CitingSettings
}

/** Every rule as it comes. */
export const defaultSettings: Settings = { rules: {} }

/** The values of a rule's setting, the quietest first. */
export const ruleSettings: readonly RuleSetting[] = ['off', 'hint', 'information', 'warning', 'error']

/** The settings of a project, as a file gives them, with a sentence for each thing in it that is not understood. */
export interface ProjectFile {
  readonly settings: Settings
  /** Globs of the files that are not checked, from the folder of the project file. */
  readonly exclude: readonly string[]
  readonly problems: readonly string[]
}

/** The name of the project file. */
export const PROJECT_FILE = '.says-who.json'

const KEYS = ['$schema', 'rules', 'exclude', 'citationStyle', 'referenceStyle', 'bibliography']

/**
 * Reads the text of a `.says-who.json`. What is right in it holds even where something else is wrong. Problems name the key
 * and never quote what stands there, since a draft's words must not reach a log.
 */
export function parseProjectFile(text: string): ProjectFile {
  const file = parseJson(text)
  if (file === undefined) return brokenFile('is not JSON: look for a missing comma, quotation mark or bracket.')
  if (!isObject(file)) return brokenFile('must be one object in braces, such as {"rules": {}}.')
  const { settings, problems } = readRuleSettings(file.rules ?? {}, 'rules')
  const { exclude, problems: excludeProblems } = readExclude(file.exclude ?? [])
  const { settings: citing, problems: citingProblems } = readCitingSettings(file)
  const strange = Object.keys(file).filter((key) => !KEYS.includes(key))
  return {
    settings: Object.keys(citing).length === 0 ? settings : { ...settings, citing },
    exclude,
    problems: [
      ...strange.map((key) => `There is no setting “${nameOf(key)}”${hint(key, KEYS)}`),
      ...problems,
      ...excludeProblems,
      ...citingProblems,
    ].map((problem) => `${PROJECT_FILE}: ${problem}`),
  }
}

/**
 * Reads rule settings from an object of slugs and severities, of a project file or an editor. `default` is as good as
 * nothing. `where` is the key under which the object stands, for the sentences about what is wrong.
 */
export function readRuleSettings(values: unknown, where: string): { settings: Settings; problems: string[] } {
  if (!isObject(values))
    return { settings: defaultSettings, problems: [`“${where}” must be an object of rules and severities.`] }
  const known = rules.map(({ id }) => id)
  const read: Record<string, RuleSetting> = {}
  const problems: string[] = []
  for (const [key, value] of Object.entries(values)) {
    const setting = ruleSettings.find((one) => one === value)
    if (!known.includes(key)) problems.push(`There is no rule “${nameOf(key)}” for “${where}”${hint(key, known)}`)
    else if (setting !== undefined) read[key] = setting
    else if (value !== 'default')
      problems.push(`“${where}.${key}” must be off, hint, information, warning, error or default.`)
  }
  return { settings: { rules: read }, problems }
}

/** Settings in which `over` has the last word: the editor's over the project's. */
export const layered = (under: Settings, over: Settings): Settings => ({
  rules: { ...under.rules, ...over.rules },
  ...((under.citing || over.citing) && { citing: { ...under.citing, ...over.citing } }),
})

function readExclude(values: unknown): { exclude: string[]; problems: string[] } {
  const problems = ['“exclude” must be a list of file patterns, each in quotation marks.']
  if (!Array.isArray(values)) return { exclude: [], problems }
  const exclude = values.filter((value) => typeof value === 'string' && value !== '')
  return { exclude, problems: exclude.length === values.length ? [] : problems }
}

const brokenFile = (what: string): ProjectFile => ({
  settings: defaultSettings,
  exclude: [],
  problems: [`${PROJECT_FILE} ${what}`],
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = (key: string): string => abridge(key, 40)

function hint(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known)
  return meant === undefined ? '.' : `; did you mean “${meant}”?`
}
