import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  address,
  installExtension,
  newProfile,
  QUIET,
  removeProfile,
  startServer,
} from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'
import { openBrowser } from './browser.mjs'
import { atKeyboard } from './keyboard.mjs'

const SHOTS = join(root, 'out/screenshots')
const NAME = 'draft.md'
const BIB = 'references.bib'
const LOOK_UPS = { 'saysWho.lookUps': ['doi', 'url', 'zotero'] }

/** A folder that nobody trusts yet, which tries to switch look-ups on by itself; the person at the machine has done so. */
function prepare(home) {
  const drafts = join(home, 'drafts')
  mkdirSync(join(home, 'data/Machine'), { recursive: true })
  mkdirSync(join(drafts, '.vscode'))
  for (const file of ['data/Machine/settings.json', 'drafts/.vscode/settings.json'])
    writeFileSync(join(home, file), JSON.stringify(LOOK_UPS))
  const trust = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...trust }))
  writeFileSync(join(drafts, '.says-who.json'), JSON.stringify({ bibliography: [BIB] }))
  copyFileSync(join(root, 'test/vscode', BIB), join(drafts, BIB))
  copyFileSync(join(root, 'seeds/venezuela-call.txt'), join(drafts, NAME))
  return drafts
}

/** What somebody does in Restricted Mode, each step on those before it. */
function steps({ page, keyboard, refused }) {
  return {
    async 'the folder is not trusted, and its draft is read and marked'() {
      await page.locator('#status\\.workspaceTrust', { hasText: 'Restricted Mode' }).waitFor()
      await keyboard.open(NAME)
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor()
      await keyboard.shot('untrusted-draft')
    },
    async 'Zotero is not offered, though the person and the folder have switched it on'() {
      await keyboard.press('F8')
      await keyboard.press('Escape')
      await keyboard.press('Control+Alt+F')
      await keyboard.input().waitFor()
      await keyboard.rows().first().waitFor()
      await keyboard.upTo('From the clipboard')
      await keyboard.rows().filter({ hasText: 'New reference…' }).waitFor()
      await keyboard.shot('untrusted-list')
      assert.equal(await keyboard.rows().filter({ hasText: 'Zotero' }).count(), 0)
    },
    async 'the host of an address is not asked, nor the person about it'() {
      await keyboard.type('https://harbour.example/ferries')
      await keyboard.rows().first().filter({ hasText: 'Cite https://harbour.example/ferries' }).waitFor()
      await keyboard.press('Enter')
      await keyboard.titled('New Reference (1/4)')
      await keyboard.shot('untrusted-form')
      assert.equal(await page.locator('.monaco-dialog-box').count(), 0)
      await keyboard.fillIn(['Ferries wait for bigger engines', '', '', '2025'])
      await keyboard.titled('Page, Paragraph or Time')
      await keyboard.press('Enter')
      await keyboard.until('the entry', () => keyboard.read(BIB).includes('Ferries wait for bigger engines'))
    },
    'nothing was asked of another machine'() {
      assert.deepEqual(refused, [])
    },
  }
}

/** Works in a folder that is not trusted, where everything is there but the look-ups. */
export async function citeUntrusted(suite, { editor, vsix }) {
  const home = newProfile()
  const result = { suite, passed: 0, failures: [] }
  let server
  let browser
  mkdirSync(SHOTS, { recursive: true })
  try {
    const drafts = prepare(home)
    installExtension(editor, home, vsix)
    server = await startServer(editor, home, {}, { trusted: false })
    browser = await openBrowser(editor, home)
    const { page, refused } = browser
    await page.goto(address(server.host, drafts, []))
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: BIB }).waitFor()
    for (const [title, step] of Object.entries(steps({ page, keyboard: atKeyboard(page, home, SHOTS), refused })))
      try {
        await step()
        result.passed += 1
      } catch (error) {
        await page.screenshot({ path: join(SHOTS, 'failure-untrusted.png') })
        result.failures.push({ title, error: error.stack })
        break
      }
  } finally {
    await browser?.close()
    await server?.stop()
    removeProfile(home)
  }
  return result
}
