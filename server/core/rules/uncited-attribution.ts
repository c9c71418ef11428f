import { citeExisting, citeWithFootnote, linkSource, suppress } from '../edits/index.ts'
import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { citing, isAsked } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { overDraft } from './parts.ts'
import type { Objection, Rule, Settled } from './rule.ts'
import { wordsIn } from './vocabulary.ts'

/** A published source that is named and not cited. */
export const uncitedAttribution: Rule = {
  id: 'uncited-attribution',
  title: 'A published source with no link or note',
  severity: 'information',
  registers: 'reporting',
  docs: {
    notices:
      'The first mention of an outlet, a report, a study, a data set or a document that the draft takes something from, where neither the sentence nor the end of its paragraph carries a link, a note or a citation key, and no other mention of it does. A person who speaks needs no link.',
    why: 'A reader who wants to see the whole report should not have to search for it, and an editor who follows the link sees at once whether the report says what the draft says it does.',
    leave: 'Print, where a name and a date are the whole citation. Switch the rule off there.',
  },
  examples: {
    flagged: [
      'The Boston Globe reported on Friday that the hospital had closed its emergency room.',
      'The hospital will close in June, according to the Boston Globe.',
    ],
    silent: [
      'The [Boston Globe](https://example.org/hospital) reported on Friday that the hospital had closed its emergency room.',
      'The Boston Globe reported on Friday that the hospital had closed its emergency room. It was the third in the county to do so.[^1]\n\n[^1]: Boston Globe, 3 May 2024.',
      'The hospital will close in June, its director, Paul Adeyemi, said.',
    ],
  },
  ...overDraft(mentions, settle),
  fixes(reading, finding) {
    const attribution = reading.attributions.find(
      ({ source }) => source[0]?.start === finding.start && source[0].end === finding.end,
    )
    return [
      ...(attribution === undefined ? [] : linkSource(reading, attribution)),
      citeWithFootnote(reading, finding),
      ...citeExisting(reading, finding),
      ...suppress(reading, 'uncited-attribution', finding),
    ]
  },
}

/** A published source where the draft takes something from it. */
interface Published extends Objection {
  readonly name: string
  /** Whether a reader can follow it from here. */
  readonly followable: boolean
  /** Whether it is a question, a headline, or has no words of its own to be flagged. */
  readonly passed: boolean
}

function mentions(reading: Reading): Published[] {
  const isCited = citing(reading)
  let lastOf: Map<number, number> | undefined
  const isFollowable = ({ sentence }: Attribution): boolean => {
    lastOf ??= lastSentences(reading)
    const last = lastOf.get(reading.sentences[sentence]?.block ?? -1)
    return isCited(sentence) || (last !== undefined && isCited(last))
  }
  return reading.attributions.filter(isPublished).map((one) => {
    const at = one.source[0]
    const { start, end } = at ?? one.cue[0] ?? { start: 0, end: 0 }
    return {
      start,
      end,
      message: messageWith(
        'Link this, or add a note, so that readers can follow it: ',
        wordsOf(reading, { start, end }),
      ),
      name: nameOf(reading, one),
      followable: isFollowable(one),
      passed: at === undefined || isAsked(reading, one) || isTeaser(reading, one, at),
    }
  })
}

/** The first mention of each that no mention can be followed from. */
function settle(candidates: readonly Published[]): Settled[] {
  const followable = new Set(candidates.filter((one) => one.followable).map(({ name }) => name))
  const told = new Set<string>()
  return candidates.flatMap(({ name, passed, message }, candidate): Settled[] => {
    // “the study” is the study of before
    const isKnown = followable.has(name) || told.has(name)
    for (const word of name.split(' ')) told.add(word)
    if (isKnown || passed) return []
    followable.add(name)
    return [{ candidate, message }]
  })
}

/** A published source by name that the draft itself takes from; what another source quotes is for that one to cite. */
const isPublished = (attribution: Attribution): boolean =>
  attribution.published &&
  attribution.sourceType === 'named' &&
  attribution.nestedIn === undefined &&
  attribution.reports

/** “Poll: …” at the head of a paragraph is a headline, which tells what the article will cite. */
const isTeaser = ({ prose, blocks, sentences }: Reading, { cue, sentence }: Attribution, at: Span): boolean =>
  blocks[sentences[sentence]?.block ?? -1]?.start === at.start &&
  prose.slice(cue[0]?.start ?? 0, cue[0]?.end ?? 0) === ':' &&
  !prose.slice(at.start, at.end).includes(' ')

/** The name that two mentions of one source share: “The New York Times” and “the New York Times” are one. */
function nameOf(reading: Reading, attribution: Attribution): string {
  const at = attribution.source[0]
  const words = wordsIn(attribution.resolvesTo ?? (at === undefined ? '' : wordsOf(reading, at)))
  return (words[0] === 'the' ? words.slice(1) : words).join(' ')
}

/** The index of the last sentence of each block. */
const lastSentences = (reading: Reading): Map<number, number> =>
  new Map(reading.sentences.map((sentence, index) => [sentence.block, index]))
