import type { Span } from '../text/span.ts'

/** What sort of thing a claim asserts (docs/marks.md has the definitions). */
export type ClaimKind =
  | 'statistic'
  | 'event'
  | 'quotation'
  | 'causal'
  | 'comparison'
  | 'legal'
  | 'medical-science'
  | 'prediction'
  | 'position'
  | 'other'

/** Whether somebody stands behind a claim, and how near. */
export type SourcingStatus = 'cited' | 'attributed' | 'attributed-nearby' | 'unsourced'

/** Why an editor would want to see the source of a claim: the words that say so, and what they are. */
export interface WorthReason extends Span {
  readonly because:
    | 'figure'
    | 'accusation'
    | 'crime'
    | 'cause'
    | 'superlative'
    | 'comparison'
    | 'non-public act'
    | 'motive'
    | 'medical or scientific effect'
    | 'law'
    | 'forecast'
}

/** A sentence, or a clause of one, that asserts something which somebody could check. */
export interface Claim extends Span {
  readonly kind: ClaimKind
  /** Check-worthiness, 0 to 1; 0.5 is where an editor starts to want a source. */
  readonly worth: number
  /**
   * How much the words of the claim put at stake, 0 to 1, by the reasons alone. Worth says how likely it is that somebody would check the claim at
   * all; a finding needs something at stake as well, which news writing, full of plain events, has less often.
   */
  readonly stake: number
  /**
   * How much of the stake an editor asks about, 0 to 1: without figures of a poll that is named, crimes that are a topic, superlatives that
   * compare nothing, and the like.
   */
  readonly demand: number
  readonly status: SourcingStatus
  /** Those that an editor asks about. */
  readonly reasons: readonly WorthReason[]
  /** Index into the reading's sentences. */
  readonly sentence: number
  /** Index into the reading's attributions: the one that the status rests on. */
  readonly attribution?: number
  /** Index into the reading's citations: the one that the status rests on. */
  readonly citation?: number
}

export type SourceType = 'named' | 'anonymous' | 'vague' | 'unknown'
export type Quoting = 'direct' | 'indirect' | 'mixed'

/** Who said what by which words. Source and cue may be empty, content has one span or several. */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly sourceType: SourceType
  readonly quotation: Quoting
  /** The name that a pronoun, a description or an abbreviation stands for, where the draft says it. */
  readonly resolvesTo?: string
  /** Where that name is written first, where it is not the source itself. */
  readonly introduced?: Span
  /** The names that a description or a surname may stand for, where two or more fit it and nothing settles which. */
  readonly candidates?: readonly string[]
  /** The index of the attribution in whose content this one stands. */
  readonly nestedIn?: number
  /** A published source (an outlet, a report, a study, a data set, a document) rather than somebody who speaks. */
  readonly published: boolean
  /** Whether the cue reports words, knowledge or findings ("said", "found", "according to"), not a wish, a feeling or a stance. */
  readonly reports: boolean
  /** Index into the reading's sentences: where the cue stands. */
  readonly sentence: number
}

export type UnverifiedKind = 'evidence-gap' | 'allegation' | 'hearsay' | 'hedge' | 'distancing-quotation'

/** Words by which the text itself says that an assertion is not established. */
export interface Unverified extends Span {
  readonly kind: UnverifiedKind
  /** Index into the reading's attributions: whoever is said to allege it. */
  readonly attribution?: number
  /** Index into the reading's sentences. */
  readonly sentence: number
}

/** A stretch between quotation marks, the marks included. A quotation left open runs to the end of its block. */
export interface Quotation extends Span {
  /** `speech` is a whole utterance; `words` are a few, or a phrase worked into the writer's own sentence; `title` is the name of a work. */
  readonly kind: 'speech' | 'words' | 'title'
  /** Whether the quotation is carried on from the paragraph before, which was left open. */
  readonly continues: boolean
  /** Index into the reading's attributions: whoever is said to have spoken, or spoke last where nobody is named for it. */
  readonly attribution?: number
}

/** A number with its unit, as it stands ("83 deaths", "more than 80 people", "$2 billion"). */
export interface Figure extends Span {
  readonly kind: 'count' | 'money' | 'percentage' | 'ordinal' | 'year' | 'age' | 'time' | 'other'
}

/** A date, absolute or relative ("Sept. 2", "on Friday", "last week"). */
export interface DateMark extends Span {
  readonly relative: boolean
}

/** Capitals that stand for a longer name. */
export interface Abbreviation extends Span {
  readonly text: string
  /** The name that the draft gives elsewhere and that the letters fit. */
  readonly standsFor?: string
  /** Letters with no name to them that stand for a thing, or only raise the voice, and for nobody who acts or speaks. */
  readonly thing?: true
  /** Whether the draft introduces it ("the World Food Programme (WFP)"), or every reader knows it ("NATO"). */
  readonly introduced: boolean
}

/** What a writer left to be filled in: `[citation needed]`, `{{cn}}`, `TK`. */
export interface Leftover extends Span {
  readonly kind: 'citation-needed' | 'to-come'
}

/**
 * What kind of writing the draft is, as far as it decides what is worth marking. In `technical` writing (how-tos, README
 * files, recipes) and in `fiction` a claim needs no source, so nothing is check-worthy.
 */
export type Register = 'reporting' | 'technical' | 'fiction'
