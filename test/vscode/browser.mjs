import { join } from 'node:path'
import { chromium } from 'playwright-core'

const LOCAL = /^(127\.0\.0\.1|localhost|.+\.localhost)$/

/**
 * Opens a browser window that cannot leave this machine. Gives its page, a list of the addresses elsewhere that were
 * asked for (and refused), and a function that closes it.
 */
export async function openBrowser(editor, home) {
  const context = await chromium.launchPersistentContext(join(home, 'browser'), {
    executablePath: editor.browser,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
  const refused = []
  const elsewhere = (url) => /^(https?|wss?):$/.test(url.protocol) && !LOCAL.test(url.hostname)
  await context.route(elsewhere, (route) => {
    refused.push(route.request().url())
    return route.abort()
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(30_000)
  return { page, refused, close: () => context.close().catch(() => {}) }
}

/**
 * Listens to what VS Code says to whoever drives its tests: the workbench calls two functions of the page. `exit` comes
 * true with the exit code; `lines` grows by what the extension host prints.
 */
export async function listen(page) {
  const lines = []
  let settle
  const exit = new Promise((resolve) => {
    settle = resolve
  })
  const asText = (value) => (typeof value === 'string' ? value : JSON.stringify(value))
  await page.exposeFunction('codeAutomationLog', (_level, values) => lines.push(values.map(asText).join(' ')))
  await page.exposeFunction('codeAutomationExit', (code) => settle(code))
  return { exit, lines }
}

/** Gives what `promise` gives, or an error that names what took longer than `ms`. */
export function within(ms, what, promise) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} seconds`)), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
