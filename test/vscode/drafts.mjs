import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newProfile } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'

/** Drafts that cite. */
const CITING = {
  'cited.md': '---\nbibliography: references.bib\n---\n\nIt fell [@reyes2025tally]. It rose [@nobody2020].\n',
  'notes.md': 'It fell.[^2] It rose.[^1]\n\n[^1]: The Harbour Times, 4 May.\n[^2]: The Harbour Times, 3 May.\n',
}

/** A new profile with copies of the seed article in `drafts`; with `fail`, the suite is to fail on purpose. */
export function newProfileWithDrafts({ fail = false } = {}) {
  const home = newProfile()
  for (const name of ['venezuela-call.txt', 'venezuela-call.md'])
    copyFileSync(join(root, 'seeds/venezuela-call.txt'), join(home, 'drafts', name))
  copyFileSync(join(root, 'test/vscode/references.bib'), join(home, 'drafts/references.bib'))
  for (const [name, text] of Object.entries(CITING)) writeFileSync(join(home, 'drafts', name), text)
  if (fail) writeFileSync(join(home, 'drafts/fail-on-purpose'), '')
  return home
}
