import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a person does at the keyboard and the mouse of a workbench, each waiting until it shows. */
export function person(page, home) {
  const visible = (selector, options) => page.locator(`${selector} >> visible=true`, options).first()
  const lineWith = (words) => page.locator('.view-line', { hasText: words }).first()

  /** Where on the screen `words` stand that lie on one line of the window; the editor may part a line into several spans. */
  const placeOf = (words) =>
    page.evaluate((sought) => {
      const lines = [...globalThis.document.querySelectorAll('.editor-instance .view-line')]
      const plain = (text) => text.replaceAll('\u00a0', ' ')
      for (const line of lines) {
        const at = plain(line.textContent).indexOf(sought)
        if (at < 0) continue
        const walker = globalThis.document.createTreeWalker(line, 4)
        for (let seen = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
          if (at < seen + node.length) {
            const range = globalThis.document.createRange()
            range.setStart(node, at - seen)
            range.setEnd(node, at - seen + 1)
            const { x, y, height } = range.getBoundingClientRect()
            return { x: x + 3, y: y + height / 2 }
          }
          seen += node.length
        }
      }
      return undefined
    }, words)

  const find = async (words) => {
    await lineWith(words).waitFor()
    const place = await placeOf(words)
    if (!place) throw new Error(`“${words}” is not on one line of the window`)
    return place
  }

  return {
    visible,
    lineWith,
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    /** Puts the caret into these words. */
    async click(words) {
      const { x, y } = await find(words)
      await page.mouse.click(x, y)
    },
    /** Rests the pointer on these words, and gives what the hover says. */
    async hover(words) {
      const { x, y } = await find(words)
      await page.mouse.move(x - 2, y)
      await page.mouse.move(x, y, { steps: 4 })
      const hover = visible('.monaco-hover .hover-contents, .monaco-resizable-hover .hover-contents')
      await hover.waitFor()
      await page.waitForTimeout(400)
      const parts = await page.locator('.monaco-resizable-hover .hover-contents >> visible=true').allTextContents()
      return parts.length > 0 ? parts.join('\n') : hover.textContent()
    },
    /** Moves the pointer away, and closes what it opened. */
    async leave() {
      await page.mouse.move(1270, 430)
      await page.keyboard.press('Escape')
      await page.waitForTimeout(300)
    },
    /** Runs a command from the palette. */
    async command(name) {
      await page.keyboard.press('F1')
      const input = visible('.quick-input-widget input[type=text]')
      await input.waitFor()
      await input.fill(`>${name}`)
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor()
      await page.keyboard.press('Enter')
      await input.waitFor({ state: 'hidden' })
    },
    /** Saves the draft in front and gives what is on the disk. */
    async saved(name, until) {
      for (const end = Date.now() + 5000; ; await page.waitForTimeout(100)) {
        await page.keyboard.press('Control+S')
        await page.waitForTimeout(200)
        const text = readFileSync(join(home, 'drafts', name), 'utf8')
        if (until(text) || Date.now() > end) return text
      }
    },
  }
}
