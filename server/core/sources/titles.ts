const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words of respect before a name. */
export const HONORIFICS = words('mr mr. mrs mrs. ms ms. miss sir lord lady dame dr dr. prof prof.')
/** Words before a name that are no part of it. */
export const TITLES = words(
  'senator sen sen. representative rep rep. president mayor governor gov gov. minister secretary judge justice general gen gen. chief officer captain colonel professor pope king queen prince princess',
)

/** Last words of names that are no persons. */
export const BODIES = words(
  'agency authority board bank city club college commission committee company congress council court department foundation group house institute ministry network office party police school senate service society state states street times trust union university',
)
