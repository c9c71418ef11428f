import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { address, installExtension, removeProfile, startServer } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'
import { openBrowser } from './browser.mjs'
import { newProfileWithDrafts } from './drafts.mjs'
import { person } from './person.mjs'

const NAME = 'venezuela-call.txt'
const SHOTS = join(root, 'out/screenshots')
const PICTURE = join(root, 'docs/screenshot.png')
const NO_EVIDENCE = 'without providing any evidence'

/** How long the first findings and the start of the extension may take, in milliseconds. */
const FINDINGS_LIMIT = 2000
const ACTIVATION_LIMIT = 300

/** Where the editor underlines a warning or a piece of information. */
const UNDERLINE = '.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info'

/** Opens a window on the draft, and gives how long after the draft its first findings show, in milliseconds. */
async function openWindow({ page, url }) {
  await page.goto(url)
  // Wherever the last window left off: what is on show has findings at either end of the draft.
  await page
    .locator('.monaco-editor .view-line', { hasText: /[a-z]{3}/ })
    .first()
    .waitFor()
  const ready = Date.now()
  await page.locator(UNDERLINE).first().waitFor()
  return Date.now() - ready
}

/** How long the extension took to start in the window that is open, in milliseconds, as the editor itself says. */
async function activationTime({ page, user }) {
  await user.command('Developer: Show Running Extensions')
  const entry = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Says Who' }).first()
  await entry.filter({ hasText: 'Activation:' }).waitFor()
  const said = await entry.textContent()
  // The list covers the window, and the palette does not open over it.
  await user.press('Escape')
  await entry.waitFor({ state: 'detached' })
  return Number(/Activation:\s*(\d+)\s*ms/.exec(said)?.[1])
}

/** Takes what a reader of the README should see: the draft, a hover and the Problems panel, without the side bar. */
async function takePicture(page) {
  await page.screenshot({ path: PICTURE, clip: { x: 352, y: 36, width: 925, height: 732 } })
  assert.ok(statSync(PICTURE).size < 200_000, 'the picture for the README has 200 kB or more')
}

/** What an editor does first with a draft, in order; each step stands on the ones before it. */
function steps(run, picture) {
  const { page, user, seed, notes } = run
  const shot = (name) => page.screenshot({ path: join(SHOTS, `${name}.png`) })
  const row = (words) => page.locator('.markers-panel .monaco-list-row', { hasText: words }).first()
  return {
    async 'the draft opens with its findings'() {
      run.findings.push(await openWindow(run))
      await shot('1-opened')
    },
    async 'the Problems panel lists the claims, each in one line'() {
      await user.command('Problems: Focus on Problems View')
      await row('evidence').waitFor()
      assert.match(await row('evidence').textContent(), /says-who/)
      await shot('2-problems')
    },
    async 'a hover says why'() {
      const text = await user.hover(NO_EVIDENCE)
      await shot('3-hover')
      if (picture) await takePicture(page)
      assert.match(text, /evidence/i)
    },
    async 'the status of the language counts the claims'() {
      await user.leave()
      const item = user.visible('#status\\.languageStatus')
      await item.hover()
      await page.locator('.hover-language-status', { hasText: /claim/i }).first().waitFor()
      await page.waitForTimeout(300)
      await shot('4-status')
      notes.push(
        `status: ${(await page.locator('.hover-language-status').first().textContent()).replaceAll('\n', ' · ')}`,
      )
      await user.leave()
    },
    async 'the light bulb offers to cite with a footnote'() {
      await user.click('Donald Trump')
      await user.press('Control+Home')
      await user.command('Says Who: Next Unsourced Claim')
      await user.visible('[class*="lightbulb"], [class*="codicon-light-bulb"]').waitFor()
      await shot('5-light-bulb')
      await user.press('Control+.')
      await user.visible('.action-widget .monaco-list-row', { hasText: 'Cite with a footnote' }).waitFor()
      await page.waitForTimeout(300)
      await shot('6-fixes')
    },
    async 'the fix writes the note, with the caret on its blank'() {
      await user.visible('.action-widget .monaco-list-row', { hasText: 'Cite with a footnote' }).click()
      await user.lineWith('Sources').waitFor()
      await page.waitForTimeout(500)
      await shot('7-cited')
      // One word, which the editor undoes in one step.
      await user.type('Logbook')
      const text = await user.saved(NAME, (saved) => saved.includes('Logbook'))
      assert.match(text, /\n\[1\] Logbook\s*$/)
      await user.press('Control+Z')
    },
    async 'one undo brings every byte back, and redo the note'() {
      const blank = await user.saved(NAME, (saved) => !saved.includes('Logbook'))
      assert.match(blank, /\[1\]/)
      await user.press('Control+Z')
      assert.equal(await user.saved(NAME, (saved) => saved === seed), seed)
      await user.press('Control+Y')
      assert.equal(await user.saved(NAME, (saved) => saved === blank), blank)
      await user.press('Control+Z')
      assert.equal(await user.saved(NAME, (saved) => saved === seed), seed)
    },
  }
}

/** How many windows are opened to time the program: it shares the machine with the browser, the editor and its server. */
const WINDOWS = 5

/** What the program promises of its speed; asked for by itself, on a machine that does nothing else. The best window counts. */
function promises(run) {
  const best = (times) => Math.min(...times)
  return {
    async 'the extension is active in less than 300 ms'() {
      for (let turn = 1; turn < WINDOWS; turn++) {
        run.findings.push(await openWindow(run))
        run.activations.push(await activationTime(run))
      }
      assert.ok(best(run.activations) < ACTIVATION_LIMIT, `${run.activations.join(', ')} ms`)
    },
    'the first findings are there within two seconds of the window being ready'() {
      assert.ok(best(run.findings) < FINDINGS_LIMIT, `${run.findings.join(', ')} ms`)
    },
  }
}

/** Opens the seed article in the editor, with the packaged extension installed, and works on it as an editor would. */
export async function runAsUser(suite, { editor, vsix, picture = false, timed = false }) {
  const home = newProfileWithDrafts()
  const result = { suite, passed: 0, failures: [], notes: [] }
  let server
  let browser
  mkdirSync(SHOTS, { recursive: true })
  try {
    installExtension(editor, home, vsix)
    server = await startServer(editor, home)
    browser = await openBrowser(editor, home)
    const { page } = browser
    const user = person(page, home)
    const draft = join(home, 'drafts', NAME)
    const seed = readFileSync(draft, 'utf8')
    const url = address(server.host, join(home, 'drafts'), [['openFile', `vscode-remote://${server.host}${draft}`]])
    const run = { page, user, seed, url, findings: [], activations: [], notes: result.notes }
    const attempt = async ([title, step]) => {
      try {
        await step()
        result.passed += 1
        return true
      } catch (error) {
        await page.screenshot({ path: join(SHOTS, 'failure.png') })
        result.failures.push({ title, error: error.stack })
        return false
      }
    }
    const work = steps(run, picture)
    for (const step of Object.entries(work)) if (!(await attempt(step))) return result
    run.activations.push(await activationTime(run))
    if (timed) for (const step of Object.entries(promises(run))) await attempt(step)
    result.notes.push(
      `first findings ${run.findings.join(', ')} ms after the window; activation ${run.activations.join(', ')} ms`,
    )
    await attempt(['nothing was asked of another machine', () => assert.deepEqual(browser.refused, [])])
  } finally {
    await browser?.close()
    await server?.stop()
    removeProfile(home)
  }
  return result
}
