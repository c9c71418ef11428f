import {
  type Bibliography,
  type CitingSettings,
  checkReferences,
  type Finding,
  type FrontMatter,
  type Library,
  libraryOf,
  type Settings,
} from '../core/index.ts'
import { fileWithin, parentOf } from './paths.ts'

/** How much of an entry that could not be read is kept, to tell which key it may have, in code units. */
const LONGEST_BROKEN = 2000

/** Front matter that says nothing. */
export const NO_FRONT_MATTER: FrontMatter = { text: '', bibliographies: [], references: [], faults: [] }

/**
 * The addresses of the bibliographies of a draft: those that its front matter names, seen from its own folder, then those of the
 * project, seen from the root. Undefined for each that may not be read. One answer for editors and the command line.
 */
export const namedFiles = (
  { bibliographies }: FrontMatter,
  { bibliography = [] }: CitingSettings,
  draft: string,
  root: string,
): Array<string | undefined> => [
  ...bibliographies.map(({ path }) => fileWithin(root, parentOf(draft), path)),
  ...bibliography.map((path) => fileWithin(root, root, path)),
]

/** What a draft can cite by key: the references of its front matter, then its bibliographies; undefined is one that could not be read. */
export function libraryFrom(front: FrontMatter, read: ReadonlyArray<Bibliography | undefined>): Library {
  const lists = [front, ...new Set(read.filter((one) => one !== undefined))]
  return libraryOf(
    lists.flatMap(({ references }) => references),
    {
      declared: read.length > 0 || front.references.length > 0,
      complete: !read.includes(undefined),
      broken: lists.flatMap(({ text, faults }) =>
        faults.map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_BROKEN))),
      ),
    },
  )
}

/** What is wrong in the front matter: its own references, and the bibliographies that it names and that are not there. */
export function findingsOf(front: FrontMatter, read: readonly unknown[], settings: Settings): Finding[] {
  const severity = settings.rules['broken-reference'] ?? 'warning'
  const missing = front.bibliographies.flatMap(({ start, end }, index): Finding[] =>
    read[index] !== undefined || severity === 'off'
      ? []
      : [{ rule: 'broken-reference', severity, start, end, message: NOT_THERE }],
  )
  return [...checkReferences(front, settings), ...missing].sort((a, b) => a.start - b.start)
}

const NOT_THERE = 'No bibliography (.bib, .json, .yaml) can be read here; is the path right, and in this workspace?'
