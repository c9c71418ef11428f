import { existsSync, readFileSync } from 'node:fs'

/** The objects of a file with one JSON value a line, or undefined where there is no such file. */
export function jsonLines<T>(path: string): T[] | undefined {
  if (!existsSync(path)) return undefined
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** The sentence that tells that a set was not scored. */
export const notThere = (set: string, path: string): string => `${set}: not scored, ${path} is not there.`
