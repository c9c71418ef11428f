import { check } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'

/** What the panel would show: rule, severity, the words underlined. */
export function shown(reading: Reading): string[] {
  return check(reading).map(
    ({ rule, severity, start, end }) => `${rule} ${severity}: ${reading.draft.text.slice(start, end)}`,
  )
}

/** The messages, in order. */
export const messages = (reading: Reading): string[] => check(reading).map(({ message }) => message)
