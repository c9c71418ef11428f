import { isNoun, isVerb } from '../english/tags.ts'
import type { WorthReason } from './marks.ts'
import { kindAt, lowerAt, type Passage, tagAt } from './passage.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Crimes that are told by their noun: who did it took or paid them. The nouns of other crimes are topics ("the debate on terrorism"). */
const TOLD_BY_NOUN = words(
  'bribe bribes bribery kickback kickbacks embezzlement laundering extortion blackmail perjury plagiarism',
)
const COMMITTING = words('commit commits committed committing confessed guilty')
const ALSO_PLACES = words('down up back at past to into')
/** Words of accusation that are as often a topic, a taste, or a turn of speech. */
const TOPICS = words(
  'scandal discrimination harassment negligence misconduct wrongdoing retaliation retaliated violation violations accuses rigged complicit racist sexist illegal unlawful lying',
)
const UNLAWFUL_ACTS = words(
  'payment payments donation donations contribution contributions dumping deal deals loan loans fee fees search searches',
)
const DUTIES = words(
  'warning warnings law laws rule rules order orders inspection inspections report reports complaint complaints advice evidence',
)
/** What is done in secret, where the rest is only called so: "the Secret Service", "classified documents". */
const SECRET_ACTS = words(
  'deal deals meeting meetings talks payment payments pact pacts agreement agreements fund funds account accounts list lists recording recordings operation operations order orders prison prisons vote negotiations',
)
const SECRECY = words('secret classified confidential covert clandestine undisclosed behind-the-scenes')
const SPEAKING = words(
  'say says said admit admits admitted concede conceded doubt doubted fear feared worry worried told warned urged agreed complained',
)
const MIGRATING = words(
  'country living live lives enter entered entering cross crossed crossing border immigrants migrants here',
)
/** Words like superlatives that measure nothing, or nothing that is said. */
const UNMEASURED = words('never only most unique modest honest earnest latest unprecedented')
const COMPARED = words(
  'more fewer less higher lower bigger smaller faster slower cheaper better worse minority majority',
)
/** What everybody has heard of: that it was the worst is on record. */
const CALAMITIES = words('attack attacks shooting shootings massacre massacres recession depression disaster crisis')
const MOVING = words('rose risen rise fell fallen drop dropped grew grown')
const MEASURING = words('by to from since $ in for steadily again')
/** What anything sets off. */
const TALK = words('criticism debate outrage protest protests speculation calls questions controversy backlash')
const KIN = words('daughter son child brother sister sibling')
/** What a superlative is measured against. */
const AGAINST = words('since ever history record worldwide world decades years')
const AGES = words('since ever history decades years record')

/**
 * Whether an editor lets the word at a token pass that could have been a reason to ask: a crime that is only a topic, a superlative that compares
 * nothing, a word that somebody else is quoted with.
 */
export function isIdleWord(p: Passage, i: number, end: number, because: WorthReason['because']): boolean {
  if (because === 'figure') return lowerAt(p, i).startsWith('doubl') && lowerAt(p, i + 1) === 'down'
  if ((p.quoteAt[i] as number) >= 0 && because !== 'medical or scientific effect') return true
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  const tag = tagAt(p, i)
  switch (because) {
    case 'crime':
      if (isVerb(tag) && !isGerund(p, i) && !isAttributive(p, i)) return word === 'shot' && ALSO_PLACES.has(next)
      return !TOLD_BY_NOUN.has(word) && ![1, 2, 3].some((n) => COMMITTING.has(lowerAt(p, i - n)))
    case 'accusation':
      return isIdleAccusation(p, i, end)
    case 'non-public act':
      return isIdleSecret(p, i)
    case 'cause':
      // "could cause" tells of no cause yet
      return (
        isNoun(tag) ||
        word === 'because' ||
        [1, 2, 3].some((n) => TALK.has(lowerAt(p, i + n))) ||
        tagAt(p, i - 1) === 'MD' ||
        (word === 'led' && next !== 'to') ||
        (word === 'due' && next !== 'to')
      )
    case 'superlative':
      return !isMeasured(p, i, end)
    case 'comparison':
      return COMPARED.has(word) ? !isThanAfter(p, i, end) : MOVING.has(word) && !isMeasuredMove(p, i)
    default:
      return false
  }
}

/** "a mass shooting in May", and not "after shooting a man". */
function isGerund(p: Passage, i: number): boolean {
  if (tagAt(p, i) !== 'VBG') return false
  const before = tagAt(p, i - 1)
  return before === 'DT' || before.startsWith('JJ') || !/^(?:DT|CD|PRP|NN|JJ)/.test(tagAt(p, i + 1))
}

/** "a tortured relationship", "of fabricated attacks": a participle that only describes a noun. */
const isAttributive = (p: Passage, i: number): boolean =>
  /^(?:DT|IN|PRP\$|POS)$/.test(tagAt(p, i - 1)) && isNoun(tagAt(p, i + 1)) && lowerAt(p, i).endsWith('ed')

function isIdleSecret(p: Passage, i: number): boolean {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (SECRECY.has(word)) return !SECRET_ACTS.has(next) && lowerAt(p, i - 1) !== 'in'
  if (word === 'leaked') return isNoun(tagAt(p, i + 1)) || /^(?:into|out|from)$/.test(next)
  if (word === 'hidden') return !/^(?:has|have|had)$/.test(lowerAt(p, i - 1))
  return word === 'privately' && !SPEAKING.has(next) && !SPEAKING.has(lowerAt(p, i - 1))
}

function isIdleAccusation(p: Passage, i: number, end: number): boolean {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (word === 'illegal' || word === 'unlawful') return !UNLAWFUL_ACTS.has(next)
  if (TOPICS.has(word) || isAttributive(p, i)) return true
  if (word === 'ignored' || word === 'skipped') return ![1, 2, 3].some((n) => DUTIES.has(lowerAt(p, i + n)))
  if (word === 'forged') return !isNoun(tagAt(p, i + 1))
  if (word === 'illegally') return [1, 2, 3, 4].some((n) => MIGRATING.has(lowerAt(p, i - n)))
  if (word !== 'accused') return false
  // "accused Ruiz of", "accused by prosecutors": the accuser is named
  if (next !== 'of' || !isPassive(p, i)) return true
  for (let j = i + 2; j < end; j++)
    if (lowerAt(p, j) === 'by' && /^(?:NNPS?|NNS|DT|CD|PRP\$)$/.test(tagAt(p, j + 1))) return true
  return false
}

/** "fell by", "rose sharply", and not "the week that fell before the deadline". */
function isMeasuredMove(p: Passage, i: number): boolean {
  for (let j = i + 1; j < i + 4; j++)
    if (MEASURING.has(lowerAt(p, j)) || tagAt(p, j) === 'CD' || lowerAt(p, j).endsWith('ly')) return true
  return false
}

function isThanAfter(p: Passage, i: number, end: number): boolean {
  for (let j = i + 1; j < Math.min(end, i + 9); j++) if (lowerAt(p, j) === 'than') return true
  return false
}

/** "was accused of", "a man accused of", and not "whom he accused of". */
const isPassive = (p: Passage, i: number): boolean =>
  isNoun(tagAt(p, i - 1)) || [1, 2, 3].some((n) => /^(?:is|are|was|were|be|been|being)$/.test(lowerAt(p, i - n)))

/** Whether it is said what a superlative is measured against: "the largest fall since 2009", "the first in its history". */
function isMeasured(p: Passage, i: number, end: number): boolean {
  const word = lowerAt(p, i)
  if (UNMEASURED.has(word) || (lowerAt(p, i - 1) === 'the' && lowerAt(p, i - 2) === 'of')) return false
  if (word === 'record')
    return lowerAt(p, i - 1) === 'a' || tagAt(p, i + 1) === 'CD' || /^(?:high|low|number)$/.test(lowerAt(p, i + 1))
  if (KIN.has(lowerAt(p, i + 1)) || [1, 2, 3].some((n) => CALAMITIES.has(lowerAt(p, i + n)))) return false
  // "the world's largest maker"; what is largest in a country is on every map
  if (tagAt(p, i - 1) === 'POS' && lowerAt(p, i - 2) === 'world') return true
  const set = word === 'first' ? AGES : AGAINST
  for (let j = i + 1; j < Math.min(end, i + 8); j++) {
    if (kindAt(p, j) === 'comma' || kindAt(p, j) === 'dash') return false
    if (set.has(lowerAt(p, j))) return true
  }
  return false
}

/** Whether a paragraph is a note of the desk: "Editor’s note: …", "Correction: …". */
export const isDeskNote = (p: Passage): boolean =>
  (lowerAt(p, 0) === 'editor' && lowerAt(p, 1) === "'s" && lowerAt(p, 2) === 'note') ||
  (lowerAt(p, 0) === 'correction' && kindAt(p, 1) === 'colon')
