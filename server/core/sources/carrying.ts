import { lowerAt, type Passage, sentenceOf, sentenceRange, tagAt } from '../marks/passage.ts'
import { itemAt } from '../text/itemAt.ts'

const META: ReadonlySet<string> = new Set(
  'information news report account claim statement revelation disclosure announcement comes came follows followed became'.split(
    ' ',
  ),
)

/** "This information became known …": the writer speaks about the account and not within it. */
export const stepsOutside = (p: Passage, from: number) =>
  (lowerAt(p, from) === 'this' || lowerAt(p, from) === 'that') && META.has(lowerAt(p, from + 1))

/** Words that point back to what was just told. */
const POINTING: ReadonlySet<string> = new Set(
  'he she they it his her their its those these such also moreover then later afterwards'.split(' '),
)
/** How many tokens into a sentence "those talks" still points back to the one before. */
const POINTED_WITHIN = 8
/** Words that join a sentence to the one before, which may be the writer's turn as well: what follows must point back. */
const JOINING: ReadonlySet<string> = new Set('but and so yet nor still instead however meanwhile'.split(' '))

/** "Water had reached the steel in nine of them": the sentence counts or names by what the one before was about. */
function pointsBack(p: Passage, from: number): boolean {
  const { to } = sentenceRange(p, from)
  for (let i = from + 1; i < to; i++) {
    if (p.tokens[i]?.word.capital) return false
    if (lowerAt(p, i) === 'them' && lowerAt(p, i - 1) === 'of') return true
  }
  return false
}

/** Whether a sentence or a clause plainly goes on with the sentence before: it opens with a connective or points back to what was just told. */
export function carriesOn(p: Passage, from: number): boolean {
  if (POINTING.has(lowerAt(p, from))) return true
  if (JOINING.has(lowerAt(p, from))) {
    const next = p.tokens[from + 1]?.word.kind === 'comma' ? from + 2 : from + 1
    if (POINTING.has(lowerAt(p, next))) return true
    // "But the envoys broke off those talks"
    for (let i = next; i < next + POINTED_WITHIN; i++)
      if (lowerAt(p, i) === 'those' || lowerAt(p, i) === 'these') return true
  }
  if (pointsBack(p, from)) return true
  if (lowerAt(p, from) !== 'the') return false
  // "The two men …": a definite subject with a word of the sentence before in it
  const s = sentenceOf(p, from)
  const previous = itemAt(p.starts, s - 1)
  if (previous === undefined) return false
  for (let i = from + 1; i < from + 4; i++) {
    if (!/^NNS?$/.test(tagAt(p, i))) continue
    for (let j = previous; j < from; j++) if (lowerAt(p, j) === lowerAt(p, i)) return true
  }
  return false
}
