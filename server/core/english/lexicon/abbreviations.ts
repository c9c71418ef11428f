const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Before a name or between two: a full stop after one of these never ends a sentence. */
const TITLES = words(`
  mr mrs ms mx dr prof rev fr msgr hon gov lt col gen maj capt sgt cpl pvt adm cmdr sen rep reps sens pres supt insp det
  messrs mmes mlle mme pte ltn brig amb atty st ste mt ft vs v ca cf approx
`)

/** Before a number or a name, and now and then at the end of a sentence: "Grand Ave.", "Fig.", "al." */
const LABELS = words(`
  no nos vol pp p fig figs eq sec ch art est al ed eds trans dept univ assoc asst ave blvd rd del dir min ph
`)

/** Written with a full stop and followed by more of the same sentence: titles, ranks, "vs.", "no." */
export const INNER_ABBREVIATIONS: ReadonlySet<string> = new Set([...TITLES, ...LABELS])

/** Written with a full stop, and may end a sentence too: the next word decides. */
export const FINAL_ABBREVIATIONS = words(`
  inc ltd corp co bros llc plc jr sr esq etc a.m p.m u.s u.k u.n e.u d.c b.c a.d ph.d m.d b.a m.a j.d i.e e.g
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  bn mn mln bln tn hr hrs min mins sq lb lbs oz kg km mph
`)

/** Lead into what they belong to: "e.g. Copper", "vs. Ellis". */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set([...TITLES, 'i.e', 'e.g'])

/** Full only before a number: "no. 10", "p. 12", "min. 3"; before anything else they are words. */
export const NUMBERING_ABBREVIATIONS = words('no nos p pp c')

/** Sums, measures and lists: a capital after one of these begins a sentence. */
export const CLOSING_ABBREVIATIONS = words('etc al bn mn mln bln tn hr hrs mins lb lbs oz kg km mph')

/** Between a time of day and its full stop at the end: "9 a.m. Eastern", "3 p.m. EST". */
export const TIME_ZONES = words(
  'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central pacific mountain greenwich local',
)

/** Names that end in a mark of exclamation or a question mark. */
export const EXCLAIMED_NAMES = words('yahoo yum jeopardy joomla wham')

/** Stand before a surname in lower case, and begin a sentence so. */
export const NAME_PARTICLES = words('van von de der den da di du del della dos bin ibn ter ten al')
