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
  const html = text.slice(span.start, span.end)
  for (let open = html.indexOf('<!--'); open >= 0; ) {
    const close = html.indexOf('-->', open + 4)
    if (close < 0) break
    const place = { start: span.start + open, end: span.start + close + 3 }
    const directive = parseDirective(html.slice(open + 4, close), place)
    if (directive) found.push(directive)
    open = html.indexOf('<!--', close + 3)
  }
  return found
}
