import { citeExisting, citeWithFootnote, linkSource, suppress } from '../edits/index.ts'
import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { citing, isAsked } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import type { Objection, Rule } from './rule.ts'
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
  check(reading) {
    const isCited = citing(reading)
    let lastOf: Map<number, number> | undefined
    const isFollowable = (attribution: Attribution): boolean => {
      lastOf ??= lastSentences(reading)
      const last = lastOf.get(reading.sentences[attribution.sentence]?.block ?? -1)
      return isCited(attribution.sentence) || (last !== undefined && isCited(last))
    }
    const mentions = reading.attributions
      .filter((one) => isPublished(one))
      .map((one) => ({ one, name: nameOf(reading, one) }))
    const followable = new Set(mentions.filter(({ one }) => isFollowable(one)).map(({ name }) => name))
    const told = new Set<string>()
    return mentions.flatMap(({ one, name }): Objection[] => {
      const at = one.source[0]
      // “the study” is the study of before
      const isKnown = followable.has(name) || told.has(name)
      for (const word of name.split(' ')) told.add(word)
      if (at === undefined || isKnown || isAsked(reading, one) || isTeaser(reading, one, at)) return []
      followable.add(name)
      const { start, end } = at
      return [
        {
          start,
          end,
          message: messageWith('Link this, or add a note, so that readers can follow it: ', wordsOf(reading, at)),
        },
      ]
    })
  },
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
