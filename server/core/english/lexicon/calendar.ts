const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const MONTHS = words('january february march april may june july august september october november december')
/** Short months, as they are written with or without a full stop before a day or a year. */
export const SHORT_MONTHS = words('jan feb mar apr jun jul aug sept sep oct nov dec')
/** Months whose names are words or first names too. */
export const DOUBTFUL_MONTHS = words('march april may june august')
export const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday')
export const SHORT_WEEKDAYS = words('mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.')
export const DAY_PARTS = words('morning afternoon evening night midday noon lunchtime')
/** Words that count days from the day of writing. */
export const DAYS_FROM_NOW = words('yesterday today tomorrow tonight')
/** Words that say which of several stretches of time: "last week". */
export const WHICH_PERIOD = words('last next this past')
/** Stretches of time that "last", "this" and "next" point to from the day of writing. */
export const PERIODS = words(
  'week weekend month year quarter decade night morning afternoon evening spring summer autumn fall winter term semester',
)
/** Units that are counted back: "three weeks ago". */
export const TIME_UNITS = words(
  'second seconds minute minutes hour hours day days night nights week weeks fortnight fortnights weekend weekends month months quarter quarters year years decade decades century centuries season seasons generation generations',
)
/** Words before a weekday that make it the name of something. */
export const NAMED_DAYS = words(
  'news black good ash super bloody cyber palm easter holy maundy shrove fat giving bowl every each',
)
/** Words after a weekday that make it the name of a paper or a programme. */
export const NAMED_AFTER = words(
  'Times Mirror Mail Telegraph Herald Express Post Night Football Live Mass School Agreement',
)
