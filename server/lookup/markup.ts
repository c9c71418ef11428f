import { Tokenizer } from 'htmlparser2'

/** What is heard of a text in HTML, from its beginning to its end. Names are in lower case, character references are read. */
export interface Listener {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
  /** A piece of text; one text may come in several. */
  text?(words: string): void
}

/** No element has more attributes that are heard. */
const MOST_ATTRIBUTES = 50

/**
 * Reads HTML as it comes, however broken, in time that grows with its length.
 *
 * The tokenizer is that of htmlparser2, which knows the character references and the elements that hold no markup. Its
 * parser is not used: it keeps a stack of open elements, in which it searches for each one that is closed, and half a
 * megabyte of tags that are closed and never opened takes it seconds.
 */
export function readMarkup(html: string, listener: Listener): void {
  let name = ''
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const opened = (): void => listener.open?.(name, attributes)
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        attributes = new Map()
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end)
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => listener.close?.(html.slice(start, end).trim().toLowerCase()),
      ontext: (start, end) => listener.text?.(html.slice(start, end)),
      ontextentity: (code) => listener.text?.(String.fromCodePoint(code)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
