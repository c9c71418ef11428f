import { ambiguousSource } from './ambiguous-source.ts'
import { anonymousSource } from './anonymous-source.ts'
import { brokenReference } from './broken-reference.ts'
import { citationNeeded } from './citation-needed.ts'
import { conflictingFigures } from './conflicting-figures.ts'
import { duplicateFootnote } from './duplicate-footnote.ts'
import { duplicateReference } from './duplicate-reference.ts'
import { incompleteReference } from './incomplete-reference.ts'
import { noEvidence } from './no-evidence.ts'
import { relativeDate } from './relative-date.ts'
import type { AnyRule, BibliographyRule, Parts, Rule } from './rule.ts'
import { unattributedAllegation } from './unattributed-allegation.ts'
import { unattributedQuote } from './unattributed-quote.ts'
import { uncitedAttribution } from './uncited-attribution.ts'
import { undefinedAbbreviation } from './undefined-abbreviation.ts'
import { undefinedCitation } from './undefined-citation.ts'
import { unsourcedClaim } from './unsourced-claim.ts'
import { unusedReference } from './unused-reference.ts'
import { unusedSuppression } from './unused-suppression.ts'
import { vagueSource } from './vague-source.ts'

/** The rules about drafts, in the order in which the docs list them. A new rule is its file and a line here. */
export const draftRules: readonly Rule[] = [
  unsourcedClaim,
  noEvidence,
  unattributedAllegation,
  vagueSource,
  anonymousSource,
  unattributedQuote,
  uncitedAttribution,
  undefinedAbbreviation,
  ambiguousSource,
  conflictingFigures,
  relativeDate,
  citationNeeded,
  undefinedCitation,
  unusedReference,
  duplicateFootnote,
  unusedSuppression,
]

/** Those that look at paragraphs, and not at lists alone. */
export const rulesInParts: readonly PartedRule[] = draftRules.filter((rule) => rule.parts !== undefined) as PartedRule[]

/** A rule whose check is made of parts. */
export type PartedRule = Rule & { readonly parts: Parts }

/** The rules about bibliographies. */
export const bibliographyRules: readonly BibliographyRule[] = [brokenReference, duplicateReference, incompleteReference]

/** Every rule. */
export const rules: readonly AnyRule[] = [...draftRules, ...bibliographyRules]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule of a slug, if there is one. */
export const ruleById = (id: string): AnyRule | undefined => byId.get(id)

/** The address of a rule's page. */
export const docsUrl = (rule: string): string => `https://github.com/says-who/says-who/blob/main/docs/rules/${rule}.md`
