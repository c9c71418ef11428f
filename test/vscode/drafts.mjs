import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newProfile } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'

/** A new profile with copies of the seed article in `drafts`; with `fail`, the suite is to fail on purpose. */
export function newProfileWithDrafts({ fail = false } = {}) {
  const home = newProfile()
  for (const name of ['venezuela-call.txt', 'venezuela-call.md'])
    copyFileSync(join(root, 'seeds/venezuela-call.txt'), join(home, 'drafts', name))
  if (fail) writeFileSync(join(home, 'drafts/fail-on-purpose'), '')
  return home
}
