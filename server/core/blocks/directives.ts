import type { Span } from '../text/span.ts'
import type { Directive } from './block.ts'

const ACTIONS: ReadonlySet<string> = new Set<Directive['action']>([
  'disable-next-line',
  'disable-line',
  'disable',
  'enable',
  'disable-file',
])
const PREFIX = 'says-who-'

const isAction = (word: string): word is Directive['action'] => ACTIONS.has(word)

/**
 * Reads what a comment says: `says-who-disable-line rule-a, rule-b: reason`. The rules may be parted by spaces or commas.
 * Gives undefined where the comment does not speak to Says Who.
 */
export function parseDirective(words: string, span: Span): Directive | undefined {
  const said = words.trim()
  if (!said.startsWith(PREFIX)) return undefined
  const colon = said.indexOf(':')
  const command = colon < 0 ? said : said.slice(0, colon)
  const [name = '', ...rules] = command.split(/[\s,]/).filter((word) => word !== '')
  const action = name.slice(PREFIX.length)
  if (!isAction(action)) return undefined
  return { start: span.start, end: span.end, action, rules, reason: colon < 0 ? '' : said.slice(colon + 1).trim() }
}

/** The directives among the HTML comments of a span of HTML. */
export function directivesInHtml(text: string, span: Span): Directive[] {
  const found: Directive[] = []
  let at = text.indexOf('<!--', span.start)
  while (at >= 0 && at < span.end) {
    const close = text.indexOf('-->', at + 4)
    if (close < 0 || close + 3 > span.end) break
    const directive = parseDirective(text.slice(at + 4, close), { start: at, end: close + 3 })
    if (directive) found.push(directive)
    at = text.indexOf('<!--', close + 3)
  }
  return found
}
