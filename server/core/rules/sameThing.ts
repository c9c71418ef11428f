import type { Counted } from '../marks/counted.ts'
import { stem } from '../marks/stems.ts'

type Stems = ReadonlySet<string>

/** Things that are so many in one draft that only what is said of them tells which are meant. */
const GENERAL: Stems = new Set(
  'people person man woman child state country town city place time point vote seat member report question case thing way part page word'
    .split(' ')
    .map(stem),
)

/** Verbs that say nothing of what they go with. */
const LIGHT = /^(?:be|have|includ|get|giv|mak|tak|see|say)\b/

/** Whether two figures of one noun are given for one thing. Made to be sure rather than complete. */
export function isOneThing(a: Counted, b: Counted): boolean {
  if (a.said === 'age') return b.said === 'age'
  const names = shared(a.names, b.names)
  const named = a.names.size > 0 && b.names.size > 0
  if (named && names === 0) return false
  if (ofOtherTimes(a.times, b.times)) return false
  // where one names nobody, as a headline in capitals does not, its words may be the other's names
  const across = named ? 0 : shared(a.names, b.words) + shared(a.words, b.names)
  const words = shared(a.words, b.words) + across
  const times = shared(a.times, b.times)
  if (a.thing === 'year') return a.said === b.said && names + words > 0
  if (a.figure.kind === 'count') {
    if (a.said === b.said && a.said !== '') return names + words >= (LIGHT.test(a.said) ? 2 : 1)
    if (GENERAL.has(a.thing)) return false
    if (b.known && names + words > 0) return true
    return (times > 0 && names + words > 0) || (names > 0 && words > 1)
  }
  if (a.thing.includes(' ')) return names > 0 && words > (a.said === b.said ? 0 : 1)
  return a.said === b.said && a.said !== '' && names > 0 && words > 1 && a.times.size === b.times.size
}

function shared(a: Stems, b: Stems): number {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}

/** Whether two sentences speak of different days or years. */
function ofOtherTimes(a: Stems, b: Stems): boolean {
  const years = (times: Stems): Stems => new Set([...times].filter((time) => /^[0-9]/.test(time)))
  const [one, other] = [years(a), years(b)]
  if (one.size > 0 && other.size > 0 && shared(one, other) === 0) return true
  return a.size > 0 && b.size > 0 && shared(a, b) === 0
}
