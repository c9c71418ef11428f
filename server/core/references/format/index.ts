import type { Item } from '../reference.ts'
import { formatApa } from './apa.ts'
import { formatChicago } from './chicago.ts'
import { formatNews } from './news.ts'

/** How the text of a reference is put: as news desks do, as notes of the Chicago manual, as APA 7. */
export type ReferenceStyle = 'news' | 'chicago' | 'apa'

const STYLES: Readonly<Record<ReferenceStyle, (item: Item, visited: boolean) => string>> = {
  news: formatNews,
  chicago: formatChicago,
  apa: formatApa,
}

/**
 * The text of a reference in a style, as plain text that is not escaped. It ends in a full stop, but for an address in APA.
 *
 * @param visited whether it says on which day its address was looked at even where the style would not
 */
export const formatReference = (item: Item, style: ReferenceStyle, visited = false): string =>
  STYLES[style](item, visited)

export { escapeMarkdown } from './markdown.ts'
export { formatShort, formatWhere, shortAuthor, sortKey } from './short.ts'
