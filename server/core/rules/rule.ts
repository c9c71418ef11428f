import type { Library } from '../citing/library.ts'
import type { Fix } from '../edits/fix.ts'
import type { Reading } from '../reading.ts'
import type { ReferenceList } from '../references/bibliography.ts'
import type { Span } from '../text/span.ts'

/** How loudly a finding speaks. `off` is a setting, never a finding. */
export type Severity = 'hint' | 'information' | 'warning' | 'error'

/** What a rule objects to, at the words that are at stake. */
export interface Objection extends Span {
  /** One sentence that an editor would say, at most 100 characters, with what would settle it. */
  readonly message: string
  /** Where it differs from the rule's default. */
  readonly severity?: Severity
  /** Another place that explains this one. */
  readonly related?: ReadonlyArray<Span & { readonly message: string }>
}

/** An objection of a rule, with the severity that the settings give it. */
export interface Finding extends Objection {
  readonly rule: string
  readonly severity: Severity
}

/** A draft, in Markdown, or a bibliography, in BibTeX, that shows a rule at work as an editor would meet it. */
export type Example = string

/**
 * A rule is one file. Its docs page, its row in the README, its setting, its link in the editor and the tests of its
 * examples are all made from this. This much every rule has, whatever it looks at.
 */
export interface AnyRule {
  /** The kebab-case slug: diagnostic code, setting, suppression, SARIF id and docs page. */
  readonly id: string
  /** A few words for the table in the README. */
  readonly title: string
  readonly severity: Severity
  /** Whether the rule is silent until a setting gives it a severity. */
  readonly off?: true
  readonly docs: {
    /** "What it notices". */
    readonly notices: string
    /** "Why readers care". */
    readonly why: string
    /** "When to leave it". */
    readonly leave: string
  }
  readonly examples: {
    /** Each gives at least one finding of this rule. */
    readonly flagged: readonly Example[]
    /** None gives a finding of this rule. */
    readonly silent: readonly Example[]
  }
}

/** What is said of a candidate once the whole draft is known. */
export interface Settled {
  /** Index of the candidate. */
  readonly candidate: number
  readonly message: string
  /** Another candidate that explains this one. */
  readonly related?: { readonly candidate: number; readonly message: string }
}

/** A check in parts. What it finds depends on a paragraph, its neighbours and what the reading says of sources; no more. */
export interface Parts {
  /** Candidates in document order. They are objections as they stand where nothing is settled over the whole draft. */
  find(reading: Reading): readonly Objection[]
  /** Which candidates of the whole draft are objections, in order. It looks at what they say, never at where they stand. */
  settle?(candidates: readonly Objection[]): Settled[]
}

/** A rule about drafts. */
export interface Rule extends AnyRule {
  /**
   * Where the rule speaks: in every kind of writing, or in reporting alone, because a how-to or a story owes nobody a
   * source. Only rules about what the writer left unfinished speak everywhere.
   */
  readonly registers: 'every' | 'reporting'
  /** Pure and total: objections in document order. The library is what the draft can cite besides; without one nothing is known of it. */
  check(reading: Reading, library?: Library): Objection[]
  /**
   * How the check is made of parts, so that an edit asks again only about the paragraphs that it touches. A rule without parts looks at
   * nothing but the lists of citations and definitions, and is asked about the whole draft each time.
   */
  readonly parts?: Parts
  /** Fixes for one of this rule's findings, best first, computed against the reading that it was found in. */
  fixes(reading: Reading, finding: Finding, library?: Library): Fix[]
}

/** A rule about bibliographies, and about the references that stand in a draft's front matter. */
export interface BibliographyRule extends AnyRule {
  /** Pure and total: objections in the order of the file. */
  check(list: ReferenceList): Objection[]
}

/** Whether a rule is about drafts. */
export const isAboutDrafts = (rule: AnyRule): rule is Rule => 'registers' in rule

/** How a rule speaks where no setting says otherwise. */
export const defaultOf = ({ severity, off }: AnyRule): Severity | 'off' => (off ? 'off' : severity)
