import { folded } from '../blocks/referenceList.ts'
import { withoutAddress } from '../edits/address.ts'
import { formatReference, type ReferenceStyle } from '../references/index.ts'
import type { Reference } from '../references/reference.ts'
import type { Library } from './library.ts'

/** A reference of a library as the words of a note give it, with what the note says besides. */
export interface Recognised {
  readonly reference: Reference
  readonly prefix: string
  readonly locator: string
}

const FORMS: readonly ReferenceStyle[] = ['news', 'chicago', 'apa']
const PREFIX = /^(?:see also|see|cf\.|e\.g\.,?) /i
/** A page and the like at the end of a note; a number alone is one only after a reference that is known. */
const NAMED_LOCATOR = /, ((?:(?:p|pp|para|paras|ch|chap|sec|fig)\.? ?|§ ?|¶ ?)[\d:.–-]*\d)(\.?)$/
const LOCATOR = /, ((?:(?:p|pp|para|paras|ch|chap|sec|vol|no|fig|min)\.? ?|§ ?|¶ ?)?[\d:.–-]*\d)\.?$/

/** Words as they are compared: without addresses, markup, punctuation and the letter that tells two works of a year apart. */
const compared = (words: string): string => folded(withoutAddress(words).replace(/\((\d{4})[a-z]\)/, '($1)'))

/**
 * Makes a function that tells which reference of a library some words of a note are the formatted text of, in whichever form; it
 * is undefined where they are no reference's.
 */
export function recogniser({ references }: Library): (words: string) => Recognised | undefined {
  let known: Map<string, Reference> | undefined
  const find = (words: string): Reference | undefined => {
    known ??= textsOf(references)
    return known.get(compared(words))
  }
  return (words) => {
    if (references.length === 0) return undefined
    const prefix = PREFIX.exec(words)?.[0] ?? ''
    const own = words.slice(prefix.length)
    const whole = find(own)
    if (whole !== undefined) return { reference: whole, prefix: prefix.trim(), locator: '' }
    const locator = LOCATOR.exec(own)
    const reference = locator === null ? undefined : find(own.slice(0, locator.index))
    return reference && { reference, prefix: prefix.trim(), locator: locator?.[1] ?? '' }
  }
}

function textsOf(references: readonly Reference[]): Map<string, Reference> {
  const known = new Map<string, Reference>()
  for (const reference of references)
    for (const form of FORMS) {
      const text = compared(formatReference(reference.item, form))
      if (text !== '' && !known.has(text)) known.set(text, reference)
    }
  return known
}

/** A note without the word that leads it in and the page that ends it. */
export function takenApart(note: string): { words: string; prefix: string; locator: string } {
  const prefix = PREFIX.exec(note)?.[0] ?? ''
  const own = note.slice(prefix.length)
  const locator = NAMED_LOCATOR.exec(own)
  const words = locator === null ? own : own.slice(0, locator.index) + (locator[2] ?? '')
  return { words, prefix: prefix.trim(), locator: locator?.[1] ?? '' }
}
