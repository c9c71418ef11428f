import { hostOf, isLinkable, linkEnd, withoutAddress } from '../edits/address.ts'
import { escapeMarkdown, formatReference, type ReferenceStyle } from '../references/index.ts'
import type { Language } from '../text/draft.ts'
import { authorYearOf, type CitedSource, nameOf, type Source } from './source.ts'

/** How notes are worded. */
export interface Wording {
  readonly language: Language
  /** The form of references that come from a bibliography. */
  readonly form: ReferenceStyle
}

/** The words of a note on one source, with its page. A note that the draft has already keeps its words. */
export function noteText({ source, prefix, locator }: CitedSource, wording: Wording): string {
  const words = sourceText(source, wording)
  const led = prefix === '' ? words : `${prefix} ${words}`
  if (locator === '') return led
  return led.endsWith('.') ? `${led.slice(0, -1)}, ${locator}.` : `${led}, ${locator}`
}

/** What a reader is told of a source, with its address. */
export function sourceText(source: Source, { language, form }: Wording): string {
  const { item, words, note, url, fresh } = source
  const inLanguage = (text: string): string => (language === 'markdown' ? escapeMarkdown(text) : text)
  if (item !== undefined) return inLanguage(formatReference(item, form, fresh !== undefined))
  if (note !== '') return note
  const address = language === 'markdown' ? `<${url}>` : url
  if (words === '') return address
  return `${words.endsWith('.') ? words.slice(0, -1) : words}, ${address}`
}

/** A source as a link in Markdown: its name, its address, and whatever else is known of it as the link's title. */
export function linkText(cited: CitedSource): string | undefined {
  const { source } = cited
  if (!isLinkable(source.url)) return undefined
  const name = nameOf(source)
  return `[${escapeMarkdown(name)}]${linkTail(cited, name)}`
}

/** The end of a link: `(address "title")`. What the link's words say already is not said again. */
export function linkTail(cited: CitedSource, name: string): string {
  const { source } = cited
  const bare = { ...cited, source: { ...source, note: '' } }
  const told = titleText(bare)
  const title = told === '' || told === name ? '' : ` "${withEscapedQuotes(told)}"`
  return `(${linkEnd(source.url)}${title})`
}

/** What a link's title says: all that a note would, but the address. */
function titleText({ source, prefix, locator }: CitedSource): string {
  const { item, words } = source
  const said = item === undefined ? words : withoutAddress(formatReference(item, 'news'))
  if (said === '') return ''
  return noteText(
    { source: { id: '', words: '', note: said, url: '' }, prefix, locator, suppressed: false },
    { language: 'plaintext', form: 'news' },
  )
}

const withEscapedQuotes = (words: string): string =>
  words.replace(/(^|[^\\])"/g, '$1\\"').replace(/(^|[^\\])"/g, '$1\\"')

/** A source as a key with its page, for a bracket: `see @calder2020, p. 3`. */
export function keyText(key: string, { prefix, locator, suppressed }: CitedSource): string {
  return `${prefix === '' ? '' : `${prefix} `}${suppressed ? '-' : ''}${atKey(key)}${locator === '' ? '' : `, ${locator}`}`
}

/** A key as it stands in a draft, in braces where it would end early without. */
export const atKey = (key: string): string => (isPlainKey(key) ? `@${key}` : `@{${key}}`)

/** Whether a key needs no braces: punctuation stands alone in it, and neither first nor last. */
export const isPlainKey = (key: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(key) && !/[:.#$%&+?<>~/-]{2}|[:.#$%&+?<>~/-]$/.test(key)

/** A source by author and year, for a bracket: `see Calder, 2020, p. 3`. */
export function authorYearText({ name, year }: { name: string; year: string }, cited: CitedSource): string {
  const { prefix, locator, suppressed } = cited
  const label = suppressed ? year : `${name}, ${year}`
  return `${prefix === '' ? '' : `${prefix} `}${label}${locator === '' ? '' : `, ${locator}`}`
}

/** The name of the author for a sentence that has none: “Calder”. */
export const authorName = (source: Source): string => authorYearOf(source).name || hostOf(source.url)
