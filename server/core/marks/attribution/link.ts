import type { Cue } from '../cues.ts'
import type { Range } from '../passage.ts'

/** An attribution as ranges of one passage's tokens. */
export interface Link {
  readonly cue: Range | undefined
  /** A second part of the cue: "was described by X | as". */
  readonly cueToo?: Range
  /** Ends in a colon at the end of its passage: the content is what follows. */
  readonly open?: boolean
  readonly source: Range | undefined
  readonly content: Range[]
  readonly kind: Cue['kind']
  /** The lemma of the verb, where there is one. */
  readonly lemma: string
}
