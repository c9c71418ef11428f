import { type Severity, toReadingJson } from '../core/index.ts'
import { checkAll } from './checkAll.ts'
import { draftReader } from './checker.ts'
import { Complaint, complaintOf } from './complaint.ts'
import { draftsAt, findProject, type Project, projectProblems } from './drafts.ts'
import { type FormatName, formats } from './formats/index.ts'
import { severities } from './options.ts'
import { complain, print } from './output.ts'
import { progressOver } from './progress.ts'

/** What a shell gives as the status of a program that Ctrl+C has ended. */
const STOPPED = 130

/**
 * Checks drafts and prints what is found, one after the other, so that none is kept. Ctrl+C ends it at once, with an output
 * that is whole as far as it goes. Gives the exit status.
 */
export async function check(paths: readonly string[], format: FormatName, failOn: Severity): Promise<number> {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.once('SIGINT', interrupt)
  const printer = formats[format](Boolean(process.stdout.isTTY) && !process.env.NO_COLOR)
  await print(printer.begin)
  const { files, project, problems } = await draftsOf(paths)
  const progress = progressOver(files.length)
  let [found, done, checked] = [false, problems === 0, 0]
  for await (const result of checkAll(files, project, stop.signal)) {
    progress.clear()
    if (result instanceof Complaint) {
      complain(result.message)
      done = false
    } else {
      found ||= result.findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn))
      await print(printer.draft(result, checked++))
    }
    progress.done(checked)
  }
  progress.clear()
  await print(printer.end())
  process.off('SIGINT', interrupt)
  if (stop.signal.aborted) {
    complain(`Stopped after ${checked} of ${files.length} drafts.`)
    return STOPPED
  }
  if (!done) return 2
  return found ? 1 : 0
}

/** Prints the readings of drafts as one list. Gives the exit status. */
export async function read(paths: readonly string[]): Promise<number> {
  await print('[')
  const { files, project, problems } = await draftsOf(paths)
  const readDraft = draftReader(project)
  let [done, count] = [problems === 0, 0]
  for (const file of files) {
    const result = await readDraft(file).catch(complaintOf)
    if (result instanceof Complaint) {
      complain(result.message)
      done = false
    } else {
      const json = JSON.stringify(toReadingJson(result.reading, result.findings, file))
      await print(`${count++ === 0 ? '' : ','}\n${json}`)
    }
  }
  await print('\n]\n')
  return done ? 0 : 2
}

/** The drafts that are meant, each once, and how many things were complained of meanwhile. */
async function draftsOf(paths: readonly string[]): Promise<{ files: string[]; project: Project; problems: number }> {
  const project = await findProject()
  const complaints = projectProblems(project)
  const files = new Set<string>()
  for (const given of paths) {
    const drafts = await draftsAt(given, project).catch(complaintOf)
    if (drafts instanceof Complaint) complaints.push(drafts.message)
    else for (const file of drafts) files.add(file)
  }
  for (const complaint of complaints) complain(complaint)
  return { files: [...files], project, problems: complaints.length }
}
