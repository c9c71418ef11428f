import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { person } from './person.mjs'

const WAIT = 30_000

/** Somebody who works with the keyboard alone, each step waiting until it shows. The folder is `drafts` in the profile. */
export function atKeyboard(page, home, shots) {
  const user = person(page, home)
  const { visible, press, type, command } = user
  const input = () => visible('.quick-input-widget input[type=text]')
  const rows = () => page.locator('.quick-input-list .monaco-list-row')
  /** Waits for a box with this title. */
  const titled = (title) => visible('.quick-input-title', { hasText: title }).waitFor()
  const focusedRow = () => page.locator('.quick-input-list .monaco-list-row.focused')
  const pause = (ms) => page.waitForTimeout(ms)

  const until = async (what, look, every = 50) => {
    for (const end = Date.now() + WAIT; ; await pause(every)) {
      if (await look()) return
      if (Date.now() > end) throw new Error(`waited ${WAIT} ms in vain for ${what}`)
    }
  }
  /** How many findings the status bar counts, over all that is open. */
  const problems = async () => {
    const label = await page.locator('#status\\.problems').getAttribute('aria-label')
    return [...(label ?? '').matchAll(/\d+/g)].reduce((sum, [digits]) => sum + Number(digits), 0)
  }
  /** Waits until keys go to the draft, which they do a moment after a list or a menu has closed. */
  const inDraft = () => page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
  const read = (name) => readFileSync(join(home, 'drafts', name), 'utf8')
  // a key that comes while a list is closing is lost; a person would press it again
  const saved = async (name) => {
    const dirty = page.locator('.tab.active.dirty')
    await until('the draft to be saved', async () => {
      await press('Control+S')
      return dirty.waitFor({ state: 'detached', timeout: 3000 }).then(
        () => true,
        () => false,
      )
    })
    return read(name)
  }
  const savedAs = (name, text) => until(`${name} to be as it was`, async () => (await saved(name)) === text)
  const onDisk = (name, text) => until(`${name} to be written`, () => read(name) === text, 1)

  return {
    press,
    type,
    command,
    until,
    problems,
    read,
    saved,
    pause,
    inDraft,
    savedAs,
    onDisk,
    rows,
    input,
    shot: (name) => page.screenshot({ path: join(shots, `${name}.png`) }),
    /** Runs a command from the palette that opens a list of its own. */
    async listOf(name, title) {
      await press('F1')
      await input().fill(`>${name}`)
      await rows().filter({ hasText: name }).first().waitFor()
      await press('Enter')
      await visible('.quick-input-title', { hasText: title }).waitFor()
      await rows().first().waitFor()
    },
    /** Goes up in a list, from its first entry to its last, until the entry with these words; the list may still fill meanwhile. */
    async upTo(words) {
      await until(`the entry “${words}”`, async () => {
        await press('ArrowUp')
        return focusedRow()
          .filter({ hasText: words })
          .waitFor({ timeout: 1000 })
          .then(
            () => true,
            () => false,
          )
      })
    },
    /** Waits for a question that covers the window, and gives its words. */
    async question() {
      const box = visible('.monaco-dialog-box')
      await box.waitFor()
      return box.textContent()
    },
    /** Opens the list of notices, since none comes up by itself where the editor is under test, and waits for one. */
    async notice(words) {
      await command('Notifications: Show Notifications')
      await visible('.notification-list-item', { hasText: words }).waitFor()
    },
    /** What the editor has told the person and nobody has cleared, a line each. */
    async notices() {
      await command('Notifications: Show Notifications')
      await pause(500)
      return page.locator('.notification-list-item-message').allTextContents()
    },
    titled,
    /** Fills in the form for a reference with an address, one field after the other; `look` is called before each. */
    async fillIn(fields, look = () => {}) {
      for (const [index, words] of fields.entries()) {
        await titled(`New Reference (${index + 1}/${fields.length})`)
        await look(index + 1)
        await type(words)
        await press('Enter')
      }
    },
    /** Opens a draft by its name, and waits for its findings. */
    async open(name) {
      await press('Control+P')
      await input().fill(name)
      await rows().first().filter({ hasText: name }).waitFor()
      await press('Enter')
      await page.locator('.tab.active', { hasText: name }).waitFor()
      await page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"]`).waitFor()
      await until('findings', async () => (await problems()) > 0)
      await press('Control+Home')
    },
    /** Closes the draft in front, and waits for its findings to be gone. */
    async close() {
      await command('View: Close Editor')
      await until('no findings', async () => (await problems()) === 0)
    },
    /** Goes to the next finding, as the editor's own key does, and gives what it says. */
    async nextFinding() {
      await inDraft()
      await press('Escape')
      await press('F8')
      const widget = visible('.marker-widget .message')
      await widget.waitFor()
      const text = await widget.textContent()
      const [, message, rule] = /^([\s\S]*)says-who\(?([a-z-]+)\)?$/.exec(text) ?? []
      if (rule === undefined) throw new Error(`a finding of somebody else: ${text}`)
      return { message, rule }
    },
    /** Cites what the first entry of the list is, once some letters are typed; gives how many keys that took. */
    async cite(letters, expected, shot) {
      await press('Control+Alt+F')
      await input().waitFor()
      await rows().first().waitFor()
      await shot('list')
      await type(letters)
      await rows().first().filter({ hasText: expected }).waitFor()
      if (letters !== '') await shot('search')
      await press('Enter')
      await visible('.quick-input-title', { hasText: 'Page, Paragraph or Time' }).waitFor()
      await shot('page')
      await press('Enter')
      await input().waitFor({ state: 'hidden' })
      await inDraft()
      return 1 + letters.length + 1 + 1
    },
    /** Takes the fix whose title begins with these words, from the menu of fixes. */
    async fix(title) {
      const entry = visible('.action-widget .monaco-list-row', { hasText: title })
      // The editor drops a menu that was asked for while findings came in; a person asks again.
      await until(`the fix “${title}”`, async () => {
        await press('Control+.')
        const shown = await entry.waitFor({ timeout: 8000 }).then(
          () => true,
          () => false,
        )
        // with the menu open, that key takes what it is on
        if (!shown) await press('Escape')
        return shown
      })
      for (let down = 0; !(await entry.getAttribute('class')).includes('focused'); down++) {
        if (down > 20) throw new Error(`“${title}” cannot be reached with the arrow keys`)
        await press('ArrowDown')
      }
      await press('Enter')
    },
    /** Undoes the last step, by which everything must be as before, waits as `undone` does, and does it again. */
    async undoAndRedo(name, before, undone) {
      const after = await saved(name)
      if (after === before) throw new Error('the step changed nothing')
      await inDraft()
      await press('Control+Z')
      await savedAs(name, before)
      await undone()
      await press('Control+Y')
      await savedAs(name, after)
    },
  }
}
