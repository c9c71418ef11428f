import type { CitationKind } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Language } from '../text/draft.ts'

/** A way of citing, in the words of the setting. */
export type CitationStyle = 'footnotes' | 'links' | 'keys' | 'numbered-notes' | 'author-year'

/** What the setting can be: a style, or the one that the draft is seen to use. */
export type CitationStyleSetting = CitationStyle | 'auto'

/** The values of the setting `citationStyle`. */
export const citationStyles: readonly CitationStyleSetting[] = [
  'auto',
  'footnotes',
  'links',
  'keys',
  'numbered-notes',
  'author-year',
]

/** The styles that can be read in a language: plain text has no footnotes and no keys, Markdown has no numbers. */
export const stylesIn = (language: Language): readonly CitationStyle[] =>
  language === 'markdown' ? ['footnotes', 'keys', 'author-year', 'links'] : ['numbered-notes', 'author-year', 'links']

const STYLE: Readonly<Record<CitationKind, CitationStyle>> = {
  footnote: 'footnotes',
  'citation-key': 'keys',
  'numbered-note': 'numbered-notes',
  'author-year': 'author-year',
  link: 'links',
  url: 'links',
}

/** The style that a citation is written in. */
export const styleOf = (kind: CitationKind): CitationStyle => STYLE[kind]

/**
 * The style in which this draft is to be cited: the one that is set, where its language has it, else the one that it uses most.
 * Links count only where there is nothing else, since many a link is no citation. A draft that cites nothing gets keys where a
 * bibliography is declared, else notes.
 *
 * @param declared whether a bibliography belongs to the draft
 */
export function styleFor(
  { draft: { language }, citations, definitions }: Pick<Reading, 'draft' | 'citations' | 'definitions'>,
  setting: CitationStyleSetting = 'auto',
  declared = false,
): CitationStyle {
  const styles = stylesIn(language)
  const notes = language === 'markdown' ? 'footnotes' : 'numbered-notes'
  if (setting !== 'auto') return styles.includes(setting) ? setting : notes
  const count = new Map<CitationStyle, number>()
  const uses = (kind: CitationKind): number => count.set(styleOf(kind), (count.get(styleOf(kind)) ?? 0) + 1).size
  for (const { kind } of citations) uses(kind)
  if (!styles.some((style) => style !== 'links' && count.has(style))) for (const { kind } of definitions) uses(kind)
  const used = styles.filter((style) => style !== 'links' && count.has(style))
  const most = used.sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0))[0]
  if (most !== undefined) return most
  if (declared && language === 'markdown') return 'keys'
  return count.has('links') ? 'links' : notes
}
