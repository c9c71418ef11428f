import type { Span } from '../text/span.ts'

/** What a block is to a reader. `quotation` is a block quotation, `item` a list item, `cell` a cell of a table's body. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quotation' | 'cell'

/** A stretch of prose that sentences do not cross. Code, HTML, front matter, table heads and definitions are not blocks. */
export interface Block extends Span {
  readonly kind: BlockKind
  /** The level of a heading, 1 to 6; 0 for everything else. */
  readonly depth: number
}

/** A way in which a draft points to what stands behind its words. */
export type CitationKind = 'link' | 'footnote' | 'citation-key' | 'url' | 'numbered-note' | 'author-year'

/**
 * A citation as it stands in the prose: a Markdown link, `[^1]`, `[@key]`, `@key`, a bare URL, `(Calder, 2020)`, or `[1]` in plain
 * text.
 */
export interface Citation extends Span {
  readonly kind: CitationKind
  /** The label, key or number; the address for a link or a URL. */
  readonly key: string
  /**
   * Whether the draft itself defines what is cited. Links, URLs, keys of a bibliography, and authors with a year always count as
   * defined.
   */
  readonly defined: boolean
  /** The brackets that it stands in, which may hold other citations, a page and words besides; where they are not its own span. */
  readonly group?: Span
}

/** A footnote definition, an entry of a plain-text list of sources, or one of a list that is cited by author and year. */
export interface Definition extends Span {
  readonly kind: 'footnote' | 'numbered-note' | 'author-year'
  readonly key: string
  /** The label with its brackets and colon, which is what a finding underlines. */
  readonly label: Span
  /** What the definition says, without its label; empty where there is only a blank to fill in. */
  readonly body: Span
}

/** A comment that speaks to Says Who: `<!-- says-who-disable-next-line rule: reason -->`, or the same after `//` in plain text. */
export interface Directive extends Span {
  readonly action: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file'
  /** The rules that are named; empty means all of them. */
  readonly rules: readonly string[]
  /** The words after the colon. */
  readonly reason: string
}

/** A draft taken apart: its prose with all markup masked at equal length, and what the markup said. */
export interface Structure {
  /**
   * As long as the draft. What is not prose is a space; inline code, bare addresses and `@key` in running text, which stand for a
   * noun in their sentence, are U+FFFC. So every offset into the prose is an offset into the draft.
   */
  readonly prose: string
  readonly blocks: readonly Block[]
  readonly citations: readonly Citation[]
  readonly definitions: readonly Definition[]
  readonly directives: readonly Directive[]
  /** How much of the draft is code: characters of code over all characters, 0 to 1. */
  readonly codeShare: number
}

/** Stands in the prose for a word that is not prose (inline code, an address). */
export const OBJECT = '\uFFFC'
