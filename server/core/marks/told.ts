const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const MARKETS = words('barrel ounce nikkei ftse nasdaq dow earnings stock stocks futures yen yield yields treasury')
const VOTERS = words(
  'voters electorate vote votes democrats republicans race matchup match-up approval favorability support beat trailed trails nomination scenarios matchups',
)
const HARM = words(
  'killed kill dead died deaths injured wounded displaced cases victims lost missing fled homeless toll',
)
const BACKGROUND = words('population inhabitants degrees facebook twitter youtube crowd must felony cutoff overtime')
/** What a law or a rule sets. */
const LIMITS = words('limit limits cap cutoff threshold rule minimum maximum must')

/** What the words of a sentence tell of its figures, a bit for each list that has one, so that a word is looked up once. */
export enum Told {
  Harm = 1,
  Market = 2,
  Voters = 4,
  Background = 8,
  Limit = 16,
}
/** The bits of each word that has any. */
export const TOLD = new Map<string, number>()
for (const [told, list] of [
  [Told.Harm, HARM],
  [Told.Market, MARKETS],
  [Told.Voters, VOTERS],
  [Told.Background, BACKGROUND],
  [Told.Limit, LIMITS],
] as const)
  for (const word of list) TOLD.set(word, (TOLD.get(word) ?? 0) | told)
