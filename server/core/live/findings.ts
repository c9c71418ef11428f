import { emptyLibrary, type Library } from '../citing/library.ts'
import { checkBy, findingsOf as findingsIn } from '../findings.ts'
import type { Reading } from '../reading.ts'
import { type PartedRule, rulesInParts } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { foundBy } from './found.ts'
import type { Live } from './live.ts'

/**
 * What the rules object to in a draft as it is now: what `check` gives for its reading.
 *
 * @param reading the draft's, put together
 */
export function findingsOf(
  live: Live,
  reading: Reading,
  settings: Settings = defaultSettings,
  library: Library = emptyLibrary,
): Finding[] {
  const found = foundBy(live, settings)
  return checkBy(reading, settings, (rule) => {
    const r = rulesInParts.indexOf(rule as PartedRule)
    return r < 0 ? findingsIn(rule, rule.check(reading, library), settings) : (found[r] ?? [])
  })
}
