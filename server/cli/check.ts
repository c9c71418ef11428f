import {
  byPosition,
  type Finding,
  check as findIn,
  type Reading,
  read as readText,
  type Settings,
  type Severity,
  toReadingJson,
} from '../core/index.ts'
import { settingsFor } from '../project/project.ts'
import { Complaint } from './complaint.ts'
import { draftsAt, findProject, pathInProject, projectProblems, readDraft } from './drafts.ts'
import { type CheckedDraft, type FormatName, formats } from './formats/index.ts'
import { severities } from './options.ts'
import { complain, print } from './output.ts'
import { type CitedSources, sourceReader } from './sources.ts'

/** Checks drafts and prints what is found. Gives the exit status. */
export async function check(paths: readonly string[], format: FormatName, failOn: Severity): Promise<number> {
  const printer = formats[format](Boolean(process.stdout.isTTY) && !process.env.NO_COLOR)
  let found = false
  await print(printer.begin)
  const done = await eachDraft(paths, async (file, draft, settings, sources, index) => {
    const findings = findingsIn(readText(draft), settings, sources)
    const checked: CheckedDraft = { file, text: draft.text, findings }
    found ||= checked.findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn))
    await print(printer.draft(checked, index))
  })
  await print(printer.end())
  if (!done) return 2
  return found ? 1 : 0
}

/** Prints the readings of drafts as one list. Gives the exit status. */
export async function read(paths: readonly string[]): Promise<number> {
  await print('[')
  const done = await eachDraft(paths, async (file, draft, settings, sources, index) => {
    const reading = readText(draft)
    const findings = findingsIn(reading, settings, sources)
    await print(`${index === 0 ? '' : ','}\n${JSON.stringify(toReadingJson(reading, findings, file))}`)
  })
  await print('\n]\n')
  return done ? 0 : 2
}

type Use = (
  file: string,
  draft: Awaited<ReturnType<typeof readDraft>>,
  settings: Settings,
  sources: CitedSources,
  index: number,
) => Promise<void>

const findingsIn = (reading: Reading, settings: Settings, { library, findings }: CitedSources): Finding[] =>
  [...findings, ...findIn(reading, settings, library)].sort(byPosition)

/** Reads each draft once, in order. What cannot be read is complained of, and the rest goes on; gives whether all was. */
async function eachDraft(paths: readonly string[], use: Use): Promise<boolean> {
  let done = true
  const refuse = (error: unknown): undefined => {
    if (!(error instanceof Complaint)) throw error
    complain(error.message)
    done = false
  }
  const project = await findProject()
  for (const problem of projectProblems(project)) refuse(new Complaint(problem))
  const sourcesOf = sourceReader(project)
  const seen = new Set<string>()
  let count = 0
  for (const given of paths)
    for (const file of (await draftsAt(given, project).catch(refuse)) ?? []) {
      if (seen.has(file)) continue
      seen.add(file)
      const draft = await readDraft(file).catch(refuse)
      if (draft === undefined) continue
      const settings = settingsFor(project.file, pathInProject(project, file))
      await use(file, draft, settings, await sourcesOf(file, draft, settings), count++)
    }
  return done
}
