import { check, type Language, read, type Settings, toReadingJson } from '../core/index.ts'
import { decodeDraft } from '../project/decode.ts'
import { settingsFor } from '../project/project.ts'
import { findProject, projectProblems } from './drafts.ts'
import { complain, print } from './output.ts'

/** One line of the input. */
interface Line {
  readonly id: string
  readonly text: string
  readonly language?: Language
}

const NEWLINE = 10

/**
 * Reads one draft a line from standard input and prints one reading a line, in order; holds no more than a line at a time.
 * A line that is none is complained of by its number and left out. Gives the exit status: 0, or 2 where a line was left out.
 */
export async function readLines(input: AsyncIterable<Uint8Array>): Promise<number> {
  const project = await findProject()
  const problems = projectProblems(project)
  for (const problem of problems) complain(problem)
  const settings = settingsFor(project.file, undefined)
  let status = problems.length > 0 ? 2 : 0
  let number = 0
  for await (const bytes of linesOf(input)) {
    number++
    const decoded = decodeDraft(bytes)
    if ('text' in decoded && decoded.text.trim() === '') continue
    const line = 'text' in decoded ? lineOf(decoded.text) : `it is ${decoded.isInstead}`
    if (typeof line === 'string') {
      complain(`Line ${number} of the input was left out: ${line}.`)
      status = 2
    } else await print(`${readingOf(line, settings)}\n`)
  }
  return status
}

function readingOf({ id, text, language = 'plaintext' }: Line, settings: Settings): string {
  const reading = read({ text, language })
  return JSON.stringify(toReadingJson(reading, check(reading, settings), id))
}

/** What a line says, or what is wrong with it. */
function lineOf(text: string): Line | string {
  let value: Partial<Record<keyof Line, unknown>> | null
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return 'it is not JSON'
  }
  if (typeof value !== 'object' || value === null) return 'it must be one object with “id” and “text”'
  const { id, text: words, language } = value
  if (typeof id !== 'string') return '“id” must be a string'
  if (typeof words !== 'string') return '“text” must be a string'
  if (language !== undefined && language !== 'plaintext' && language !== 'markdown')
    return '“language” must be plaintext or markdown'
  return { id, text: words, ...(language && { language }) }
}

/** The lines of a stream of bytes, without their line feeds. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = []
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)])
      begun = []
      from = at + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}
