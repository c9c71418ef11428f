import { JOINED } from '../sources/candidates.ts'
import { type Mention, tellingOf } from '../sources/identity.ts'
import type { Part } from './part.ts'

/** Farther apart than this it makes no difference to names how far they are. */
const FAR = JOINED + 1

/**
 * Which names, sources and words of capitals a part has, and in which order they begin and end. Who the sources of a draft are and what
 * its abbreviations stand for follows from these alone, and from the order of the blocks; not from how far apart they stand, but for
 * names that are joined.
 */
export function signatureOf({ paragraphs, section }: Part, mentions: readonly Mention[]): string {
  let signature = ''
  let m = 0
  let end = 0
  paragraphs.forEach((one, block) => {
    const events: Array<readonly [at: number, what: string]> = []
    for (const name of one.names) {
      const apart = Math.min(FAR, name.start - end)
      end = name.end
      events.push([name.start, `N${name.text}\u0001${name.publication}${name.opens}${apart}`], [end, 'n'])
    }
    for (; mentions[m]?.block === block; m++) {
      const mention = mentions[m] as Mention
      events.push([mention.start, `M${tellingOf(mention)}`])
      if (mention.kind.form === 'name') events.push([mention.start + mention.text.length, 'm'])
    }
    for (const { start, text, known, explained, thing } of one.letters)
      events.push([start, `L${text}\u0001${known}${explained}${thing}`])
    for (const { start, letters } of one.introduced) events.push([start, `I${letters}`])
    events.sort(([a, one], [b, other]) => a - b || (one < other ? -1 : one > other ? 1 : 0))
    signature += '¶'
    let last = -1
    for (const [at, what] of events) {
      signature += at === last ? what : `\u0002${what}`
      last = at
    }
  })
  return `${signature}${Math.min(FAR, section.length - end)}`
}
