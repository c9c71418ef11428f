import { githubPrinter } from './github.ts'
import { jsonPrinter } from './json.ts'
import { junitPrinter } from './junit.ts'
import { prettyPrinter } from './pretty.ts'
import type { Printer } from './printer.ts'
import { sarifPrinter } from './sarif.ts'

export type { CheckedDraft, Printer } from './printer.ts'

/** How findings can be printed. A printer is made for one run; `colours` is for people who look at a terminal. */
export const formats = {
  pretty: prettyPrinter,
  json: jsonPrinter,
  sarif: sarifPrinter,
  github: githubPrinter,
  junit: junitPrinter,
} satisfies Record<string, (colours: boolean) => Printer>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]
