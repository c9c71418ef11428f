import { isFiniteVerb, isName, isNoun } from '../english/tags.ts'
import { clauseContent, objectContent, startsClause, trimEnd } from './contentSpan.ts'
import { type Cue, cuesIn } from './cues.ts'
import { at, lowerAt, type Passage, type Range, sentenceOf, sentenceRange, tagAt } from './passage.ts'
import { isTitle, wordsIn } from './quotations.ts'
import { phraseAfter, subjectBefore } from './sourceSpan.ts'

/** An attribution as ranges of one passage's tokens. */
export interface Link {
  readonly cue: Range | undefined
  readonly source: Range | undefined
  readonly content: Range[]
  readonly kind: Cue['kind'] | 'quotation'
  /** The lemma of the verb, where there is one. */
  readonly lemma: string
}

const kindAt = (p: Passage, i: number) => p.tokens[i]?.word.kind ?? 'other'
const TIME: ReadonlySet<string> = new Set(
  'on in at during last this earlier late early monday tuesday wednesday thursday friday saturday sunday today yesterday tonight again later recently before after over by from through via'.split(
    ' ',
  ),
)
const WH: ReadonlySet<string> = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'where', 'when'])

/**
 * Finds who says what in a passage: for each cue its source and its content, chosen together.
 *
 * Nested attributions are all given; which stands in which is decided once spans are known.
 */
export function linksIn(p: Passage): Link[] {
  const cues = cuesIn(p)
  const links: Link[] = []
  const subjects = cues.map((cue) =>
    cue.kind === 'verb' || cue.kind === 'passive' ? subjectBefore(p, cue.from) : undefined,
  )
  cues.forEach((cue, c) => {
    const tails = tailStarts(p, cues, subjects, c)
    const previous = links.at(-1)
    const link = build(p, cue, subjects[c], tails, previous)
    if (link && link.content.length > 0) links.push(link)
  })
  speakerLabel(p, links)
  leadIns(p, links)
  carryQuotations(p, links)
  return links
}

/** Tokens at which the clause of a later cue begins, so that an earlier content ends before it. */
function tailStarts(p: Passage, cues: readonly Cue[], subjects: ReadonlyArray<Range | undefined>, c: number): number[] {
  const { to } = sentenceRange(p, (cues[c] as Cue).from)
  const starts: number[] = []
  for (let n = c + 1; n < cues.length && (cues[n] as Cue).from < to; n++) {
    const next = cues[n] as Cue
    const first = subjects[n]?.from ?? next.from
    let start = first
    // ", TWP reports", ", and Lee said", " and said"
    if (lowerAt(p, start - 1) === 'and' || lowerAt(p, start - 1) === 'but' || lowerAt(p, start - 1) === 'or') start--
    if (kindAt(p, start - 1) === 'comma') starts.push(start - 1)
    else if (start !== first || next.kind === 'according') starts.push(start)
  }
  return starts
}

function build(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  previous: Link | undefined,
): Link | undefined {
  const lemma = cue.verb?.lemma ?? lowerAt(p, cue.head)
  switch (cue.kind) {
    case 'according':
      return according(p, cue, tails, lemma)
    case 'noun':
      return nounLink(p, cue, tails, lemma)
    case 'passive':
      return passive(p, cue, subject, tails, lemma)
    case 'manner':
      return inverted(p, cue, lemma)
    case 'participle':
      return participle(p, cue, tails, previous, lemma)
    default:
      return active(p, cue, subject, tails, previous, lemma)
  }
}

function active(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  previous: Link | undefined,
  lemma: string,
): Link | undefined {
  const turned = inverted(p, cue, lemma)
  if (turned) return turned
  const source = subject ?? sharedSubject(p, cue, previous)
  const after = following(p, cue, tails)
  if (after) {
    if (source === undefined && !after.quoted) return undefined
    // a quotation before the speaker and one after are one attribution
    const leading = after.quoted && source ? preceding(p, source.from, true) : undefined
    return { cue, source, content: leading ? [leading, ...after.content] : after.content, kind: cue.kind, lemma }
  }
  if (source === undefined || source !== subject) return undefined
  const content = preceding(p, source.from, false)
  return content ? { cue, source, content: [content, ...resumed(p, cue.to)], kind: cue.kind, lemma } : undefined
}

/** “…,” said Ruiz, a neighbour. */
function inverted(p: Passage, cue: Cue, lemma: string): Link | undefined {
  if (cue.kind !== 'manner' && cue.verb?.quotation !== true && cue.verb?.that !== true) return undefined
  const sentence = sentenceRange(p, cue.from)
  const before = kindAt(p, cue.from - 1)
  const quote = before === 'quote' && (p.quoteAt[cue.from - 1] as number) >= 0
  const comma = before === 'comma' && cue.verb?.lemma === 'say'
  if (!quote && !comma) return undefined
  const source = phraseAfter(p, cue.to, sentence.to)
  if (source === undefined) return undefined
  const end = kindAt(p, source.to)
  if (comma && end !== 'stop' && end !== 'comma' && source.to < sentence.to) return undefined
  const content = preceding(p, cue.from, quote)
  return content ? { cue, source, content: [content, ...resumed(p, source.to)], kind: cue.kind, lemma } : undefined
}

/** "He denied it and said that …": the subject of the verb before. */
function sharedSubject(p: Passage, cue: Cue, previous: Link | undefined): Range | undefined {
  const before = lowerAt(p, cue.from - 1)
  if (before !== 'and' && before !== 'but' && before !== 'or' && kindAt(p, cue.from - 1) !== 'comma') return undefined
  const sentence = sentenceRange(p, cue.from)
  if (previous?.source && previous.source.from >= sentence.from && previous.cue && previous.cue.to <= cue.from)
    return previous.source
  for (let i = cue.from - 2; i > sentence.from; i--) {
    if (p.quoteAt[i] !== -1) return undefined
    if (!isFiniteVerb(tagAt(p, i))) continue
    let from = i
    while (
      from > sentence.from &&
      (tagAt(p, from - 1) === 'MD' ||
        tagAt(p, from - 1) === 'RB' ||
        /^(?:has|have|had|is|was|were)$/.test(lowerAt(p, from - 1)))
    )
      from--
    return subjectBefore(p, from)
  }
  return undefined
}

interface Following {
  readonly content: Range[]
  readonly quoted: boolean
}

/** What is attributed after the cue. */
function following(p: Passage, cue: Cue, tails: readonly number[]): Following | undefined {
  const { verb } = cue
  const sentence = sentenceRange(p, cue.from)
  const start = afterRecipient(p, cue, sentence.to)
  const i = start
  if (i >= sentence.to) return undefined
  const quotable = verb === undefined || verb.quotation || verb.that || verb.object
  const q = p.quoteAt[i] as number
  const colon = kindAt(p, i) === 'colon' && at(p, i).word.text === ':'
  const comma = kindAt(p, i) === 'comma'
  if ((colon || comma) && quotable) {
    const next = p.quoteAt[i + 1] ?? -1
    if (next >= 0 && (verb?.quotation || verb?.that)) return quoted(p, i + 1, tails)
    if (comma) return undefined
    if (i + 1 < sentence.to && (verb?.quotation || verb?.that)) {
      const content = clauseContent(p, i + 1, tails)
      return content && { content: [content], quoted: false }
    }
    return undefined
  }
  if (comma || kindAt(p, i) === 'stop' || kindAt(p, i) === 'dash') return undefined
  const word = lowerAt(p, i)
  if (word === 'that' && (verb?.that || verb?.clause) && tagAt(p, i) !== 'DT') return one(clauseContent(p, i, tails))
  if (q >= 0 && quotable) return quoted(p, i, tails)
  if (WH.has(word) && (verb?.question || verb?.that)) return one(clauseContent(p, i, tails))
  const governed = cue.to > cue.head + 1 && verb?.prepositions.has(lowerAt(p, cue.head + 1))
  if (governed) return one(objectContent(p, i, tails))
  if (word === 'to' && verb?.infinitive && /^VB/.test(tagAt(p, i + 1))) return one(clauseContent(p, i, tails))
  if (verb?.clause && startsClause(p, i)) return one(clauseContent(p, i, tails))
  if (
    verb?.that &&
    startsClause(p, i) &&
    (tagAt(p, i) === 'PRP' || tagAt(p, i) === 'DT' || isName(tagAt(p, i))) &&
    start === cue.to
  )
    return one(clauseContent(p, i, tails))
  if (verb?.object && startsPhrase(p, i)) return one(objectContent(p, i, tails))
  return undefined
}

const one = (content: Range | undefined): Following | undefined => content && { content: [content], quoted: false }

function startsPhrase(p: Passage, i: number): boolean {
  const tag = tagAt(p, i)
  return isNoun(tag) || /^(?:DT|PRP\$?|JJ.?|CD|PDT)$/.test(tag)
}

/** A quotation that the cue leads to, with what carries it on unquoted. */
function quoted(p: Passage, i: number, tails: readonly number[]): Following | undefined {
  const quote = p.quotes[p.quoteAt[i] as number]
  if (quote === undefined) return undefined
  const last = p.tokens[quote.to - 2]?.word
  const whole =
    !quote.closed ||
    quote.to >= p.tokens.length ||
    (last !== undefined && (last.kind === 'stop' || last.kind === 'comma')) ||
    kindAt(p, quote.to) === 'stop'
  if (whole) return { content: [{ from: i, to: quote.to }], quoted: true }
  const content = clauseContent(p, i, tails)
  return content && { content: [content], quoted: true }
}

/** The first token after the person told and after a date or an occasion: "told reporters on Friday | that". */
function afterRecipient(p: Passage, cue: Cue, limit: number): number {
  const { verb } = cue
  let i = cue.to
  if (verb?.recipient) {
    const told = phraseAfter(p, i, limit)
    if (told && !WH.has(lowerAt(p, i))) {
      const end = shortPhrase(p, i, limit)
      if (end > i) i = end
    }
  }
  const first = lowerAt(p, i)
  if (!TIME.has(first) && !(first === 'to' && isNoun(tagAt(p, i + 1))) && tagAt(p, i) !== 'RB') return i
  const most = Math.min(limit, i + 16)
  for (let j = i; j < most; j++) {
    const kind = kindAt(p, j)
    if (lowerAt(p, j) === 'that' && tagAt(p, j) !== 'DT' && j > i) return j
    if ((p.quoteAt[j] as number) >= 0) return lastComma(p, j)
    if (kind === 'colon' && at(p, j).word.text === ':') return j
    if (kind === 'comma' && (p.quoteAt[j + 1] ?? -1) < 0) return i
    if (kind === 'stop' || isFiniteVerb(tagAt(p, j))) {
      // "said Thursday the talks would go on": a clause after a bare day
      return isTimeWord(p, i) ? skipTime(p, i) : i
    }
  }
  return i
}

const lastComma = (p: Passage, j: number) => (kindAt(p, j - 1) === 'comma' || kindAt(p, j - 1) === 'colon' ? j - 1 : j)
const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)(?:day|night)$/
const isTimeWord = (p: Passage, i: number) =>
  DAYS.test(lowerAt(p, i)) || (lowerAt(p, i) === 'on' && DAYS.test(lowerAt(p, i + 1)))
const skipTime = (p: Passage, i: number) => {
  let j = lowerAt(p, i) === 'on' ? i + 2 : i + 1
  while (/^(?:morning|afternoon|evening|night)$/.test(lowerAt(p, j))) j++
  return j
}

/** The end of the shortest noun phrase at `i`: the person told, not the clause after. */
function shortPhrase(p: Passage, start: number, limit: number): number {
  if (tagAt(p, start) === 'PRP') return start + 1
  let i = start
  let noun = false
  while (i < limit && i < start + 10) {
    const tag = tagAt(p, i)
    if (isNoun(tag)) noun = true
    else if (
      noun &&
      !(tag === 'POS' || tag === 'CC' || lowerAt(p, i) === 'of' || (tag === 'DT' && lowerAt(p, i - 1) === 'of'))
    )
      break
    else if (!/^(?:DT|JJ.?|CD|PRP\$|NN.*|POS|CC|IN|VBN)$/.test(tag)) break
    else if (lowerAt(p, i) === 'that') break
    i++
  }
  return noun ? i : start
}

/** What is attributed before the token at which source and cue begin. */
function preceding(p: Passage, edge: number, speechOnly: boolean): Range | undefined {
  const sentence = sentenceRange(p, edge)
  const last = edge - 1
  if (last < 0) return undefined
  const q = p.quoteAt[last] as number
  if (q >= 0) {
    const quote = p.quotes[q] as Passage['quotes'][number]
    const first = sentenceRange(p, quote.from)
    // “Rents are up,” or: Rents are “going up,” – the words before belong to it when they are in the quotation's own sentence
    const own = first.from === quote.from || wordsBetween(p, first.from, quote.from) === 0 || isWhole(p, quote)
    return { from: own ? quote.from : clauseStart(p, first.from, quote.from), to: quote.to }
  }
  if (speechOnly) return undefined
  if (kindAt(p, last) !== 'comma' && kindAt(p, last) !== 'dash') return undefined
  if (last <= sentence.from) return undefined
  const from = sentence.from
  let verb = false
  for (let i = from; i < last; i++) if (isFiniteVerb(tagAt(p, i))) verb = true
  if (!verb) return undefined
  const opener = lowerAt(p, from)
  // "When asked, he said": an adverbial clause, not what was said
  if (
    (opener === 'when' ||
      opener === 'if' ||
      opener === 'while' ||
      opener === 'although' ||
      opener === 'as' ||
      opener === 'after' ||
      opener === 'since' ||
      opener === 'asked') &&
    !mainClause(p, from, last)
  )
    return undefined
  const to = trimEnd(p, from, last)
  return to > from ? { from, to } : undefined
}

/** Whether a whole sentence and more is quoted, so that what stands before it in the same sentence leads up to it. */
const isWhole = (p: Passage, quote: Passage['quotes'][number]) =>
  p.quoteAt[quote.from] !== -1 && sentenceOf(p, quote.from) !== sentenceOf(p, quote.to - 1)

const wordsBetween = (p: Passage, from: number, to: number) => {
  let count = 0
  for (let i = from; i < to; i++) if (kindAt(p, i) === 'word') count++
  return count
}

const clauseStart = (p: Passage, from: number, _to: number) => (kindAt(p, from) === 'quote' ? from + 1 : from)

/** Whether a second clause stands after the adverbial one: a comma with a finite verb on either side. */
function mainClause(p: Passage, from: number, to: number): boolean {
  let commas = 0
  let after = false
  for (let i = from; i < to; i++) {
    if (kindAt(p, i) === 'comma') {
      commas++
      after = false
    } else if (isFiniteVerb(tagAt(p, i)) && commas > 0) after = true
  }
  return after
}

/** A quotation that goes on after the speaker: “A,” he said, “B.” and “A,” he said. “B.” */
function resumed(p: Passage, from: number): Range[] {
  let i = from
  const most = Math.min(p.tokens.length, from + 12)
  while (i < most && (p.quoteAt[i] as number) < 0) {
    const kind = kindAt(p, i)
    if (isFiniteVerb(tagAt(p, i))) return []
    if (kind === 'stop' && (p.quoteAt[i + 1] ?? -1) < 0) return []
    i++
  }
  const quote = p.quotes[p.quoteAt[i] ?? -1]
  if (quote === undefined || quote.from !== i || i === from) return []
  const before = kindAt(p, i - 1)
  if (before !== 'comma' && before !== 'stop' && before !== 'colon') return []
  // “A,” he said. “B,” she said: the second has a speaker of its own
  if (before === 'stop' && hasOwnSpeaker(p, quote.to)) return []
  return [{ from: quote.from, to: quote.to }]
}

const hasOwnSpeaker = (p: Passage, i: number) => {
  if (i >= p.tokens.length || /[.?!]/.test(p.tokens[i - 2]?.word.text ?? '')) {
    if (i >= p.tokens.length || !/^(?:VBD|VBZ|PRP)$/.test(tagAt(p, i))) return false
  }
  return isFiniteVerb(tagAt(p, i)) || isFiniteVerb(tagAt(p, i + 1)) || isFiniteVerb(tagAt(p, i + 2))
}

function according(p: Passage, cue: Cue, tails: readonly number[], lemma: string): Link | undefined {
  const sentence = sentenceRange(p, cue.from)
  const source = accordingSource(p, cue.to, sentence.to)
  if (source === undefined) return undefined
  const content: Range[] = []
  if (cue.from === sentence.from || (cue.from === sentence.from + 1 && tagAt(p, sentence.from) === 'CC')) {
    let i = source.to
    while (i < sentence.to && kindAt(p, i) !== 'comma') i++
    const body = i + 1 < sentence.to ? clauseContent(p, i + 1, tails) : undefined
    if (body) content.push(body)
  } else {
    const comma = kindAt(p, cue.from - 1) === 'comma'
    const inside = tagAt(p, cue.from - 2)
    if (comma && (inside === 'WDT' || inside === 'WP' || lowerAt(p, cue.from - 2) === 'that')) {
      // "ships that, according to the ministry, are …"
      const body = kindAt(p, source.to) === 'comma' ? clauseContent(p, source.to + 1, tails) : undefined
      if (body) content.push(body)
    } else {
      const from = Math.max(sentence.from, clauseBefore(p, cue.from, sentence.from))
      const to = trimEnd(p, from, comma ? cue.from - 1 : cue.from)
      if (to > from) content.push({ from, to })
      const after = afterSource(p, source.to, sentence.to)
      if (after) content.push(after)
    }
  }
  return content.length ? { cue, source, content, kind: 'according', lemma } : undefined
}

/** "according to what was published by the New York Times": the publisher is the source. */
function accordingSource(p: Passage, from: number, limit: number): Range | undefined {
  if (lowerAt(p, from) === 'what') {
    for (let i = from; i < limit && i < from + 8; i++) if (lowerAt(p, i) === 'by') return phraseAfter(p, i + 1, limit)
  }
  return phraseAfter(p, from, limit)
}

/** "…, according to the Post on Friday: “The order was …”" */
function afterSource(p: Passage, from: number, limit: number): Range | undefined {
  for (let i = from; i < limit; i++) {
    const kind = kindAt(p, i)
    if (kind === 'colon' && (p.quoteAt[i + 1] ?? -1) >= 0) {
      const quote = p.quotes[p.quoteAt[i + 1] as number] as Passage['quotes'][number]
      return { from: quote.from, to: quote.to }
    }
    if (isFiniteVerb(tagAt(p, i))) return undefined
  }
  return undefined
}

/** Where the clause begins that "according to" stands at the end of. */
function clauseBefore(p: Passage, cue: number, floor: number): number {
  for (let i = cue - 2; i > floor; i--) {
    if (kindAt(p, i) === 'colon' && at(p, i).word.text === ';') return i + 1
  }
  return floor
}

function nounLink(p: Passage, cue: Cue, tails: readonly number[], lemma: string): Link | undefined {
  const content = clauseContent(p, cue.to, tails)
  if (content === undefined) return undefined
  const sentence = sentenceRange(p, cue.from)
  // in the subject of its sentence the clause has no mark at its end
  let verb = false
  for (let i = sentence.from; i < cue.from; i++) if (isFiniteVerb(tagAt(p, i))) verb = true
  if (!verb) return undefined
  let from = cue.from
  while (from > sentence.from && /^JJ/.test(tagAt(p, from - 1))) from--
  const owner = tagAt(p, from - 1)
  if (owner === 'PRP$') return { cue, source: { from: from - 1, to: from }, content: [content], kind: 'noun', lemma }
  if (owner === 'POS') {
    let start = from - 2
    while (
      start > sentence.from &&
      (isName(tagAt(p, start - 1)) ||
        (isNoun(tagAt(p, start - 1)) && isNoun(tagAt(p, start))) ||
        tagAt(p, start - 1) === 'DT')
    )
      start--
    return { cue, source: { from: start, to: from }, content: [content], kind: 'noun', lemma }
  }
  return { cue, source: undefined, content: [content], kind: 'noun', lemma }
}

function passive(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  lemma: string,
): Link | undefined {
  const sentence = sentenceRange(p, cue.from)
  const next = lowerAt(p, cue.to)
  if (next === 'by') {
    const source = phraseAfter(p, cue.to + 1, sentence.to)
    if (source === undefined) return undefined
    const widened: Range = { from: cue.from, to: cue.to + 1 }
    const content: Range[] = subject ? [subject] : []
    const rest = lowerAt(p, source.to) === 'as' ? objectContent(p, source.to, tails) : undefined
    if (rest) content.push(rest)
    return { cue: widened, source, content, kind: 'passive', lemma }
  }
  if (subject === undefined) return undefined
  const reported = cue.verb?.that || cue.verb?.clause
  if (
    lowerAt(p, subject.from) === 'it' &&
    subject.to - subject.from === 1 &&
    (next === 'that' || (cue.verb?.clause === true && startsClause(p, cue.to))) &&
    reported
  ) {
    const content = clauseContent(p, cue.to, tails)
    return (
      content && {
        cue: { from: subject.from, to: cue.to },
        source: undefined,
        content: [content],
        kind: 'passive',
        lemma,
      }
    )
  }
  if (next === 'to' && /^VB/.test(tagAt(p, cue.to + 1)) && reported) {
    const content = clauseContent(p, cue.to, tails)
    return content && { cue, source: undefined, content: [subject, content], kind: 'passive', lemma }
  }
  // "he was told that", "was quoted as saying" and the like say who heard it; told by nobody it is nobody's
  if (next === 'that' && cue.verb?.recipient) {
    const content = clauseContent(p, cue.to, tails)
    return content && { cue, source: undefined, content: [content], kind: 'passive', lemma }
  }
  return undefined
}

/** “…,” he said, adding that …: the source of the cue before. */
function participle(
  p: Passage,
  cue: Cue,
  tails: readonly number[],
  previous: Link | undefined,
  lemma: string,
): Link | undefined {
  const before = kindAt(p, cue.from - 1)
  const joined =
    before === 'comma' ||
    lowerAt(p, cue.from - 1) === 'and' ||
    lowerAt(p, cue.from - 1) === 'by' ||
    lowerAt(p, cue.from - 1) === 'while'
  const sentence = sentenceRange(p, cue.from)
  if (!joined && cue.from !== sentence.from) return undefined
  const after = following(p, cue, tails)
  if (after === undefined) return undefined
  const same =
    previous?.source && previous.source.from >= sentence.from ? previous.source : participleSubject(p, cue, sentence)
  return same ? { cue, source: same, content: after.content, kind: 'participle', lemma } : undefined
}

function participleSubject(p: Passage, cue: Cue, sentence: Range): Range | undefined {
  for (let i = sentence.from + 1; i < cue.from; i++) {
    if (!isFiniteVerb(tagAt(p, i))) continue
    return subjectBefore(p, i)
  }
  return undefined
}

/** "Ruiz: “Rents are up.”" and "RUIZ: Rents are up." at the head of a paragraph. */
function speakerLabel(p: Passage, links: Link[]): void {
  let i = 0
  while (i < Math.min(p.tokens.length, 6) && (isName(tagAt(p, i)) || at(p, i).word.allCaps)) i++
  if (i === 0 || kindAt(p, i) !== 'colon' || at(p, i).word.text !== ':') return
  const q = p.quoteAt[i + 1] ?? -1
  if (q < 0 || links.some((link) => link.content.some((range) => range.from <= i + 1 && i + 1 < range.to))) return
  const quote = p.quotes[q] as Passage['quotes'][number]
  links.push({
    cue: { from: i, to: i + 1 },
    source: { from: 0, to: i },
    content: [{ from: quote.from, to: quote.to }],
    kind: 'colon',
    lemma: ':',
  })
}

const AUXILIARY = /^(?:be|is|are|was|were|been|has|have|had|do|does|did|'s|'re|'ve|'d)$/

/** Any verb can lead up to a quotation after a colon or a comma: Ruiz turned to the crowd: “Go home.” */
function leadIns(p: Passage, links: Link[]): void {
  for (const quote of p.quotes) {
    const mark = kindAt(p, quote.from - 1)
    if ((mark !== 'colon' && mark !== 'comma') || wordsIn(p.tokens, quote) < 3) continue
    if (!p.tokens[quote.from + 1]?.word.capital) continue
    if (links.some((link) => link.content.some((range) => range.from < quote.to && quote.from < range.to))) continue
    const sentence = sentenceRange(p, quote.from - 1)
    for (let i = quote.from - 2; i > sentence.from && (p.quoteAt[i] as number) < 0; i--) {
      if (!isFiniteVerb(tagAt(p, i)) || AUXILIARY.test(lowerAt(p, i))) continue
      const source = subjectBefore(p, i)
      if (source)
        links.push({
          cue: { from: i, to: i + 1 },
          source,
          content: [{ from: quote.from, to: quote.to }],
          kind: 'manner',
          lemma: lowerAt(p, i),
        })
      break
    }
  }
}

/** Speech in the same paragraph that nobody else is given stays with the last speaker: “A,” he said. B is so. “C.” */
function carryQuotations(p: Passage, links: Link[]): void {
  for (const quote of p.quotes) {
    if (wordsIn(p.tokens, quote) < 4 || isTitle(p.tokens, quote)) continue
    if (links.some((link) => link.content.some((range) => range.from < quote.to && quote.from < range.to))) continue
    const first = sentenceRange(p, quote.from)
    const alone = first.from === quote.from
    const speaker = links.findLast(
      (link) =>
        link.cue !== undefined && link.cue.to <= quote.from && link.source !== undefined && link.kind !== 'noun',
    )
    const colon = kindAt(p, quote.from - 1) === 'colon'
    if (speaker && (alone || colon) && speaker.content.some((range) => (p.quoteAt[range.from] as number) >= 0))
      speaker.content.push({ from: quote.from, to: quote.to })
  }
}
