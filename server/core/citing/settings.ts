import type { ReferenceStyle } from '../references/index.ts'
import { type CitationStyleSetting, citationStyles } from './style.ts'

/** How a project or an editor wants drafts to be cited. What is undefined is left to whoever is asked next. */
export interface CitingSettings {
  readonly citationStyle?: CitationStyleSetting
  readonly referenceStyle?: ReferenceStyle
  /** Paths of bibliographies from the folder of the project, for all of its drafts. */
  readonly bibliography?: readonly string[]
}

/** The values of the setting `referenceStyle`. */
export const referenceStyles: readonly ReferenceStyle[] = ['news', 'chicago', 'apa']

/**
 * Reads what an object of settings says of citing, of a project file or an editor. `default` and an empty list are as good as
 * nothing.
 */
export function readCitingSettings(values: Readonly<Record<string, unknown>>): {
  settings: CitingSettings
  problems: string[]
} {
  const problems: string[] = []
  const oneOf = <T extends string>(key: string, known: readonly T[]): T | undefined => {
    const value = values[key]
    const found = known.find((one) => one === value)
    if (found === undefined && value !== undefined && value !== 'default')
      problems.push(`“${key}” must be ${known.join(', ')} or default.`)
    return found
  }
  const citationStyle = oneOf('citationStyle', citationStyles)
  const referenceStyle = oneOf('referenceStyle', referenceStyles)
  const paths = pathsIn(values.bibliography)
  if (paths === undefined) problems.push('“bibliography” must be a path, or a list of paths, each in quotation marks.')
  return {
    settings: {
      ...(citationStyle !== undefined && { citationStyle }),
      ...(referenceStyle !== undefined && { referenceStyle }),
      ...(paths !== undefined && paths.length > 0 && { bibliography: paths }),
    },
    problems,
  }
}

function pathsIn(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return []
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.every((path) => typeof path === 'string') ? list.filter((path) => path !== '') : undefined
}
