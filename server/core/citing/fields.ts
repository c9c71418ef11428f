import { type Item, type PartialDate, type PersonName, parseDateWords } from '../references/index.ts'

/** A new reference as a form has it: words as somebody types them, all of them optional. */
export interface NewReference {
  readonly title?: string
  /** Names with semicolons or “and” between: “Ines Calder; Reyes, Dana”. One in braces is an organisation’s. */
  readonly author?: string
  readonly outlet?: string
  readonly publisher?: string
  /** “3 May 2020”, “May 2020”, “2020-05-03”. */
  readonly date?: string
  readonly url?: string
  readonly doi?: string
  /** The day on which somebody looked at the address, as YYYY-MM-DD. */
  readonly accessed?: string
  readonly type?: string
}

const LONGEST = 2000

/** The fields as an item; undefined where there is neither a title nor an address. What is no text is left out. */
export function itemFromFields(fields: NewReference): Item | undefined {
  const word = (value: unknown): string | undefined => {
    const words = typeof value === 'string' ? value.slice(0, LONGEST).replace(/\s+/g, ' ').trim() : ''
    return words === '' ? undefined : words
  }
  const [title, outlet, publisher] = [word(fields?.title), word(fields?.outlet), word(fields?.publisher)]
  const url = addressIn(word(fields?.url))
  const doi = doiIn(word(fields?.doi) ?? word(fields?.url))
  if (title === undefined && url === undefined && doi === undefined) return undefined
  const issued = dateIn(word(fields?.date))
  const accessed = url === undefined ? undefined : dateIn(word(fields?.accessed))
  const type =
    word(fields?.type) ?? (outlet !== undefined ? 'article-newspaper' : url !== undefined ? 'webpage' : 'document')
  return {
    type,
    author: namesIn(word(fields?.author)),
    editor: [],
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { containerTitle: outlet }),
    ...(publisher !== undefined && { publisher }),
    ...(issued !== undefined && { issued }),
    ...(accessed !== undefined && { accessed }),
    ...(doi !== undefined ? { doi } : url !== undefined && { url }),
  }
}

/** A web address alone; nothing else that a reader’s program would open. */
function addressIn(words: string | undefined): string | undefined {
  if (words === undefined || /[\s<>"]/.test(words)) return undefined
  if (/^https?:\/\/[^/]/i.test(words)) return words
  return /^www\.[^/]/i.test(words) ? `https://${words}` : undefined
}

/** A DOI, bare or in an address of its resolver. */
function doiIn(words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  const bare = words.replace(/^(?:doi: ?|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
  return /^10\.\d{4,9}\/[^\s<>"]+$/.test(bare) ? bare : undefined
}

function dateIn(words: string | undefined): PartialDate | undefined {
  if (words === undefined) return undefined
  return parseDateWords(words) ?? { literal: words }
}

function namesIn(words: string | undefined): PersonName[] {
  if (words === undefined) return []
  return words
    .split(/; ?| and /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(personName)
}

/** “Reyes, Dana” and “Dana Reyes” are one name; a single word, or one in braces, is an organisation’s. */
function personName(name: string): PersonName {
  if (name.startsWith('{') && name.endsWith('}')) return { literal: name.slice(1, -1) }
  const comma = name.indexOf(',')
  if (comma > 0) return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() }
  const space = name.lastIndexOf(' ')
  return space < 0 ? { literal: name } : { family: name.slice(space + 1), given: name.slice(0, space) }
}
