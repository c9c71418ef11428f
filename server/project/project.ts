import {
  layered,
  type ProjectFile,
  parseProjectFile,
  readCitingSettings,
  readRuleSettings,
  rules,
  type Settings,
} from '../core/index.ts'
import { covers } from './glob.ts'

/** Nothing is found by these. */
export const silent: Settings = { rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])) }

/** No project file. */
const NONE: ProjectFile = parseProjectFile('{}')

/** Reads the text of a project file; no file is as good as an empty one. */
export const projectOf = (text: string | undefined): ProjectFile => (text === undefined ? NONE : parseProjectFile(text))

/**
 * The settings for one draft, the same in an editor and on the command line. `path` is the draft's path from the folder of
 * the project file, with `/`; undefined where it lies elsewhere. `ofEditor` is what an editor says under
 * `saysWho`: in it `default` leaves the word to the project.
 */
export function settingsFor(
  project: ProjectFile,
  path: string | undefined,
  ofEditor: Readonly<Record<string, unknown>> = {},
): Settings {
  const { settings } = readRuleSettings(ofEditor.rules ?? {}, 'saysWho.rules')
  const all = layered(project.settings, { ...settings, citing: readCitingSettings(ofEditor).settings })
  const isExcluded = path !== undefined && project.exclude.some((pattern) => covers(pattern, path))
  return isExcluded ? { ...all, rules: silent.rules } : all
}
