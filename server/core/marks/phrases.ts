import { isNoun } from '../english/tags.ts'
import { lowerAt, type Passage, tagAt } from './passage.ts'

const TIME_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow week month year morning afternoon evening night day january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. earlier later recently now then also meanwhile however'.split(
    ' ',
  ),
)

/** Whether a word tells when. */
export const isTime = (p: Passage, i: number) => TIME_WORDS.has(lowerAt(p, i))

/** Whether a token can stand inside a noun phrase. */
export function inPhrase(p: Passage, i: number): boolean {
  const tag = tagAt(p, i)
  return (
    isNoun(tag) ||
    /^(?:JJ.?|CD|DT|PDT|PRP\$?|POS|VBN|VBG|\$|EX|RBS|NNPS?)$/.test(tag) ||
    ((tag === 'RB' || tag === 'RBR') && !isTime(p, i))
  )
}
