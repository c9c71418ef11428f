/** The parts of speech that the tagger knows: Penn Treebank tags, the rare ones folded into their neighbours. */
export const TAGS = [
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'RBR',
  'RP',
  'IN',
  'DT',
  'PDT',
  'CC',
  'CD',
  'TO',
  'MD',
  'VB',
  'VBD',
  'VBP',
  'VBZ',
  'VBG',
  'VBN',
  'PRP',
  'PRP$',
  'POS',
  'WDT',
  'WP',
  'WRB',
  'EX',
  'UH',
  '.',
  ',',
  ':',
  '"',
  '$',
] as const

export type Tag = (typeof TAGS)[number]

/** Whether a tag is of a form of a verb, auxiliaries included, modals not. */
export const isVerbForm = (tag: string): boolean =>
  tag === 'VB' || tag === 'VBD' || tag === 'VBP' || tag === 'VBZ' || tag === 'VBG' || tag === 'VBN'
/** Whether a tag is of a verb, auxiliaries and modals included. */
export const isVerb = (tag: string): boolean => isVerbForm(tag) || tag === 'MD'
/** Whether a verb of this tag can carry a clause by itself. */
export const isFiniteVerb = (tag: string): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD'
export const isNoun = (tag: string): boolean => tag === 'NN' || tag === 'NNS' || tag === 'NNP' || tag === 'NNPS'
export const isName = (tag: string): boolean => tag === 'NNP' || tag === 'NNPS'
export const isAdverb = (tag: string): boolean => tag === 'RB' || tag === 'RBR'
