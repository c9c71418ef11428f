import { parseArgs } from 'node:util'
import type { Severity } from '../core/index.ts'
import { Complaint } from './complaint.ts'
import { type FormatName, formatNames } from './formats/index.ts'

/** What the person asked for. */
export type Command =
  | { readonly name: 'help' | 'version' | 'server' | 'read-lines' }
  | {
      readonly name: 'check'
      readonly paths: readonly string[]
      readonly format: FormatName
      readonly failOn: Severity
    }
  | { readonly name: 'read'; readonly paths: readonly string[] }

/** The severities, the loudest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

const OPTIONS = {
  check: { format: 'string', 'fail-on': 'string' },
  read: { format: 'string', jsonl: 'boolean' },
  server: { stdio: 'boolean', 'node-ipc': 'boolean' },
} as const

const SEE = 'see says-who --help'

/** Reads the words after the program's name. Throws a complaint that names what is not understood. */
export function commandOf(words: readonly string[]): Command {
  const [name, ...rest] = words
  if (name === undefined) throw new Complaint(`Say what to do, such as says-who check draft.md; ${SEE}.`)
  if (words.includes('--help') || words.includes('-h') || name === 'help') return { name: 'help' }
  if (name === '--version' || name === '-v') return { name: 'version' }
  if (name !== 'check' && name !== 'read' && name !== 'server')
    throw new Complaint(`There is no ${name.startsWith('-') ? 'option' : 'command'} “${name}”; ${SEE}.`)
  const { values, paths } = take(name, rest)
  if (name === 'server') return server(values, paths)
  return name === 'check' ? check(values, paths) : read(values, paths)
}

interface Taken {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly paths: readonly string[]
}

/** Options and paths of a command. A switch that is set has the value `yes`; the last of two values counts. */
function take(command: keyof typeof OPTIONS, words: readonly string[]): Taken {
  const known: Readonly<Record<string, 'string' | 'boolean'>> = OPTIONS[command]
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]))
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string> = {}
  const paths: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    if (token.kind !== 'option') continue
    const type = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (type === undefined) throw new Complaint(`“${command}” has no option “${token.rawName}”; ${SEE}.`)
    if (type === 'string' && (token.value === undefined || token.value === ''))
      throw new Complaint(`The option “${token.rawName}” needs a value; ${SEE}.`)
    if (type === 'boolean' && token.value !== undefined)
      throw new Complaint(`The option “${token.rawName}” takes no value; ${SEE}.`)
    values[token.name] = token.value ?? 'yes'
  }
  return { values, paths }
}

function check(
  { format = 'pretty', 'fail-on': failOn = 'warning' }: Taken['values'],
  paths: readonly string[],
): Command {
  if (paths.length === 0) throw new Complaint('Say which drafts to check, such as says-who check draft.md.')
  return {
    name: 'check',
    paths,
    format: oneOf('--format', format, formatNames),
    failOn: oneOf('--fail-on', failOn, severities),
  }
}

function read({ format = 'json', jsonl }: Taken['values'], paths: readonly string[]): Command {
  oneOf('--format', format, ['json'])
  if (jsonl !== undefined) {
    if (paths.length > 0) throw new Complaint('“read --jsonl” reads standard input, so name no files with it.')
    return { name: 'read-lines' }
  }
  if (paths.length === 0) throw new Complaint('Say which drafts to read, such as says-who read draft.md.')
  return { name: 'read', paths }
}

function server(values: Taken['values'], [path]: readonly string[]): Command {
  if (path !== undefined) throw new Complaint(`“server” takes no files, and “${path}” looks like one; ${SEE}.`)
  if (values.stdio === undefined && values['node-ipc'] === undefined)
    throw new Complaint('Say how the editor talks to the server: says-who server --stdio.')
  return { name: 'server' }
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((one) => one === value)
  if (found === undefined) throw new Complaint(`“${option}” must be ${listed(values)}, and not “${value}”.`)
  return found
}

const listed = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
