import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { address, installExtension, newProfile, removeProfile, startServer } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'
import { openBrowser } from './browser.mjs'
import { atKeyboard } from './keyboard.mjs'
import { startZotero } from './zotero.mjs'

const SHOTS = join(root, 'out/screenshots')
const SEED = join(root, 'seeds/venezuela-call.txt')
const BIB = 'references.bib'
/** A draft that the settings make read-only. */
const FIXED = 'fixed.md'

/** A draft for each style of citing. */
const STYLES = {
  footnotes: 'footnotes.md',
  links: 'links.md',
  keys: 'keys.md',
  'numbered-notes': 'numbered-notes.txt',
  'author-year': 'author-year.txt',
}

/** What a person does about each finding of the article: cites what some letters find, or takes a fix. */
const DECISIONS = [
  { rule: 'unsourced-claim', words: '21 attacks', cite: 'rey', by: 'Dana Reyes' },
  { rule: 'unsourced-claim', words: 'secret action plans', cite: '', by: 'Grant Hollis' },
  { rule: 'uncited-attribution', words: 'New York Times', cite: '', by: 'Elena Prado' },
  { rule: 'uncited-attribution', words: 'Washington Post', cite: '', by: 'Miriam Okafor' },
  { rule: 'unattributed-allegation', words: 'alleged leader', fix: 'Attribute to ' },
  { rule: 'unattributed-allegation', words: 'Suns Cartel', fix: 'Leave it: cited elsewhere' },
  { rule: 'unattributed-allegation', words: 'suspected drug dealers', cite: 'law', by: 'Former officials' },
  { rule: 'no-evidence', words: 'without providing', fix: 'Leave it: ' },
  { rule: 'undefined-abbreviation', words: 'TWP', fix: 'Spell out' },
  { rule: 'anonymous-source', words: 'two people', fix: 'Leave it: ' },
]

/** The most keys that one citation may take, from the caret on the claim. */
const MOST_KEYS = 6
/** More steps than the article has findings. */
const MOST_STEPS = 15

/**
 * Settles every finding of the article by keyboard alone, citing in one style. The first step of each kind, and the first citation in
 * each style, is undone and done again. Gives how many keys each citation took.
 */
async function citeToTheEnd({ home, keyboard, undone }, style) {
  const name = STYLES[style]
  const draft = join(home, 'drafts', name)
  const project = { bibliography: [BIB], citationStyle: style }
  writeFileSync(join(home, 'drafts/.says-who.json'), JSON.stringify(project))
  await keyboard.open(name)
  const kinds = new Set()
  const keys = []
  for (let turn = 0; (await keyboard.problems()) > 0; turn++) {
    assert.ok(turn < MOST_STEPS, `after ${turn} steps there are findings left`)
    const { rule, message } = await keyboard.nextFinding()
    const decision = DECISIONS.find((one) => one.rule === rule && message.includes(one.words))
    assert.ok(decision, `nobody decided what to do about ${rule}: ${message}`)
    const kind = decision.fix?.split(' ')[0] ?? 'Cite'
    const step = kind === 'Cite' ? `Cite in ${style}` : kind
    const before = undone.has(step) ? undefined : await keyboard.saved(name)
    const count = await keyboard.problems()
    if (decision.fix !== undefined) await keyboard.fix(decision.fix)
    else {
      const shot = keys.length === 0 ? (stage) => keyboard.shot(`cite-${style}-${stage}`) : () => {}
      keys.push(await keyboard.cite(decision.cite, decision.by, shot))
    }
    const settled = async () => (await keyboard.problems()) < count
    await keyboard.until(`the finding “${message}” to go`, settled)
    if (before !== undefined) {
      await keyboard.undoAndRedo(name, before, () =>
        keyboard.until(`the finding “${message}” to be back`, async () => !(await settled())),
      )
      await keyboard.until(`the finding “${message}” to go again`, settled)
    }
    undone.add(step)
    kinds.add(kind)
  }
  await keyboard.press('Escape')
  await keyboard.shot(`cite-${style}-top`)
  await keyboard.press('Control+End')
  await keyboard.shot(`cite-${style}-end`)
  const text = await keyboard.saved(name)
  await keyboard.close()
  assert.deepEqual([...kinds].sort(), ['Attribute', 'Cite', 'Leave', 'Spell'], 'kinds of steps')
  assert.deepEqual(findingsIn(draft), [], 'findings of the command line')
  const reasons = text.match(/says-who-disable-(?:next-)?line .*/g) ?? []
  assert.ok(reasons.length > 0 && reasons.every((line) => /^\S+ [a-z-]+: [a-z]/.test(line)), reasons.join('\n'))
  assert.ok(Math.max(...keys) <= MOST_KEYS, `keys for one citation: ${keys.join(', ')}`)
  return keys
}

/** What the command line finds in a draft, by the project file beside it. */
function findingsIn(draft) {
  const args = [join(root, 'dist/cli.js'), 'check', '--format', 'json', draft]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: join(draft, '..'), encoding: 'utf8' })
  assert.equal(stderr, '')
  return JSON.parse(stdout).flatMap(({ findings }) => findings)
}

/** Cites a page by its address, which its host may not be asked about: one step, that changes the draft and its bibliography, and one to undo. */
async function citeByAddress({ home, keyboard }) {
  const name = 'by-address.md'
  writeFileSync(join(home, 'drafts/.says-who.json'), JSON.stringify({ bibliography: [BIB] }))
  await keyboard.open(name)
  const [draft, bibliography] = [keyboard.read(name), keyboard.read(BIB)]
  await keyboard.press('Control+Alt+F')
  await keyboard.input().waitFor()
  await keyboard.type('https://harbour.example/ferries')
  await keyboard.rows().first().filter({ hasText: 'Cite https://harbour.example/ferries' }).waitFor()
  await keyboard.shot('cite-address-list')
  await keyboard.press('Enter')
  const question = await keyboard.question()
  assert.match(question, /May harbour\.example be asked/)
  await keyboard.shot('cite-address-question')
  await keyboard.press('Escape')
  const fields = ['Ferries wait for bigger engines', 'Ito, Ken', 'Harbour Times', '3 May 2025']
  await keyboard.fillIn(fields, (step) => keyboard.shot(`cite-address-${step}`))
  await keyboard.titled('Page, Paragraph or Time')
  await keyboard.type('3')
  await keyboard.press('Enter')
  await keyboard.until('the entry', () => keyboard.read(BIB).length > bibliography.length)
  assert.match(keyboard.read(BIB).slice(bibliography.length - 1), /title += \{Ferries wait for bigger engines\}/)
  assert.match(keyboard.read(BIB), /urldate += \{\d{4}-\d\d-\d\d\}/)
  assert.match(await keyboard.saved(name), / \[@ito2025ferries, p\. 3\]/)
  await keyboard.shot('cite-address-end')
  const [cited, extended] = [keyboard.read(name), keyboard.read(BIB)]
  await keyboard.inDraft()
  for (let turn = 0; turn < 3; turn++) {
    await keyboard.press('Control+Z')
    await keyboard.savedAs(name, draft)
    await keyboard.onDisk(BIB, bibliography)
    // the next key comes while the bibliography is still being saved
    await keyboard.press('Control+Y')
    await keyboard.onDisk(BIB, extended)
  }
  assert.equal(await keyboard.saved(name), cited)
}

/** Writes what the draft cites in another style and back, and pastes a reference with today's date. */
async function convertAndCopy({ keyboard }) {
  const name = 'by-address.md'
  const before = await keyboard.saved(name)
  await keyboard.listOf('Says Who: Convert Citations To…', 'Convert Citations')
  await keyboard.rows().first().filter({ hasText: 'footnotes' }).waitFor()
  await keyboard.shot('convert-list')
  await keyboard.press('Enter')
  await keyboard.until('a footnote', async () => /\[\^1\]: Ken Ito, “Ferries/.test(await keyboard.saved(name)))
  await keyboard.shot('convert-end')
  await keyboard.press('Control+Z')
  await keyboard.savedAs(name, before)
  await keyboard.listOf('Says Who: Copy a Dated Reference…', 'Copy a Dated Reference')
  await keyboard.type('ferries')
  await keyboard.rows().first().filter({ hasText: 'Ken Ito' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.input().waitFor({ state: 'hidden' })
  await keyboard.press('Control+End')
  await keyboard.press('Control+V')
  const dated =
    /Harbour Times, May 3, 2025, https:\/\/harbour\.example\/ferries, accessed [A-Z][a-z.]+ \d+, \d{4}\.\n?$/
  await keyboard.until('the pasted reference', async () => dated.test(await keyboard.saved(name)))
  await keyboard.close()
}

/** Cites what Zotero on this computer has: a look-up that succeeds, of a citation key and an entry. */
async function citeFromZotero({ keyboard, zotero }) {
  const name = 'from-zotero.md'
  await keyboard.open(name)
  await keyboard.press('Control+Alt+F')
  await keyboard.input().waitFor()
  await keyboard.rows().first().waitFor()
  await keyboard.upTo('From Zotero…')
  await keyboard.press('Enter')
  await keyboard.titled('Cite from Zotero')
  await keyboard.type('ferries')
  await keyboard.rows().first().filter({ hasText: 'Cruz, 2020' }).waitFor()
  await keyboard.shot('cite-zotero-list')
  await keyboard.press('Enter')
  await keyboard.titled('Page, Paragraph or Time')
  await keyboard.press('Enter')
  await keyboard.until('the entry', () => /@book\{cruz2020tides,[^@]*Tides and ferries/.test(keyboard.read(BIB)))
  await keyboard.until('the citation', async () => / \[@cruz2020tides\]/.test(await keyboard.saved(name)))
  assert.ok(zotero.asked.includes('ferries'))
  await keyboard.close()
}

/** Tries to cite in a draft that the editor does not let anybody change. */
async function leaveAlone({ keyboard }) {
  const before = keyboard.read(FIXED)
  await keyboard.open(FIXED)
  await keyboard.press('Control+Alt+F')
  await keyboard.notice('This draft is read-only; save a copy of it to cite there.')
  await keyboard.shot('cite-read-only')
  assert.equal(await keyboard.saved(FIXED), before)
}

/** Cites the article to its end in the editor as a person would, in each style of citing. */
export async function citeAsUser(suite, { editor, vsix }) {
  const home = newProfile()
  const result = { suite, passed: 0, failures: [], notes: [] }
  const zotero = await startZotero()
  let server
  let browser
  mkdirSync(SHOTS, { recursive: true })
  const drafts = join(home, 'drafts')
  copyFileSync(join(root, 'test/vscode', BIB), join(drafts, BIB))
  for (const name of [...Object.values(STYLES), FIXED]) copyFileSync(SEED, join(drafts, name))
  for (const name of ['by-address.md', 'from-zotero.md'])
    writeFileSync(join(drafts, name), 'The ferries lost 300 crossings in May, which cost the port 2 million euros.\n')
  writeFileSync(join(drafts, '.says-who.json'), JSON.stringify({ bibliography: [BIB] }))
  // a setting of the machine, which is where the server of the editor runs
  mkdirSync(join(home, 'data/Machine'), { recursive: true })
  writeFileSync(
    join(home, 'data/Machine/settings.json'),
    JSON.stringify({ 'saysWho.lookUps': ['url', 'zotero'], 'files.readonlyInclude': { [`**/${FIXED}`]: true } }),
  )
  try {
    installExtension(editor, home, vsix)
    server = await startServer(editor, home)
    browser = await openBrowser(editor, home)
    const { page } = browser
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(address(server.host, drafts, []))
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: BIB }).waitFor()
    const run = { home, keyboard: atKeyboard(page, home, SHOTS), undone: new Set(), zotero }
    const attempt = async (title, step) => {
      try {
        await step()
        result.passed += 1
      } catch (error) {
        await page.screenshot({ path: join(SHOTS, 'failure-citing.png') })
        const told = await run.keyboard.notices().catch(() => [])
        result.notes.push(...told.map((notice) => `the editor said: ${notice}`))
        result.failures.push({
          title,
          error: error.stack.includes(error.message) ? error.stack : `${error.message}\n${error.stack}`,
        })
      }
      return result.failures.length === 0
    }
    for (const style of Object.keys(STYLES)) {
      const cited = await attempt(`the article is cited to the end in the style ${style}`, async () => {
        const begun = Date.now()
        const keys = await citeToTheEnd(run, style)
        const seconds = Math.round((Date.now() - begun) / 1000)
        result.notes.push(`${style}: ${keys.length} citations of ${keys.join(', ')} keys; ${seconds} s in all`)
      })
      if (!cited) return result
    }
    if (await attempt('a page is cited by its address, in one step to undo', () => citeByAddress(run)))
      await attempt('citations are converted, and a dated reference is copied', () => convertAndCopy(run))
    if (zotero) await attempt('an item of Zotero on this computer is looked up and cited', () => citeFromZotero(run))
    else result.notes.push('Zotero runs on this computer, so nothing was cited from one that the test starts.')
    await attempt('a read-only draft is left alone, and the person told so', () => leaveAlone(run))
    await attempt('nothing was asked of another machine', () => assert.deepEqual(browser.refused, []))
  } finally {
    await browser?.close()
    await server?.stop()
    await zotero?.stop()
    removeProfile(home)
  }
  return result
}
