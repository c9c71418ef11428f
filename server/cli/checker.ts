import {
  byPosition,
  type Draft,
  type Finding,
  check as findIn,
  type Reading,
  read as readText,
  type Settings,
} from '../core/index.ts'
import { settingsFor } from '../project/project.ts'
import { type Project, pathInProject, readDraft } from './drafts.ts'
import type { CheckedDraft } from './formats/index.ts'
import { type CitedSources, sourceReader } from './sources.ts'

/** A draft that has been read, with what was found in it. */
export interface ReadDraft {
  readonly draft: Draft
  readonly reading: Reading
  readonly findings: readonly Finding[]
}

/** Makes a function that reads the draft at a path; bibliographies are read once for all. It throws a complaint where that cannot be done. */
export function draftReader(project: Project): (file: string) => Promise<ReadDraft> {
  const sourcesOf = sourceReader(project)
  return async (file) => {
    const draft = await readDraft(file)
    const settings = settingsFor(project.file, pathInProject(project, file))
    const reading = readText(draft)
    return { draft, reading, findings: findingsIn(reading, settings, await sourcesOf(file, draft, settings)) }
  }
}

/** Makes a function that checks the draft at a path, and keeps no more of it than is printed. */
export function checker(project: Project): (file: string) => Promise<CheckedDraft> {
  const read = draftReader(project)
  return async (file) => {
    const { draft, findings } = await read(file)
    return { file, text: draft.text, findings }
  }
}

const findingsIn = (reading: Reading, settings: Settings, { library, findings }: CitedSources): Finding[] =>
  [...findings, ...findIn(reading, settings, library)].sort(byPosition)
