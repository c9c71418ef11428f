/** What would end a citation early, or be read as a second one, in some style. */
const AMISS = /[[\]{}@;\r\n]/

/** What is wrong with a locator, as a sentence; undefined where nothing is. */
export function wrongWithLocator(typed: string): string | undefined {
  return AMISS.test(typed) ? 'A page, paragraph or time has no brackets, no @ and no semicolon.' : undefined
}

/** A locator as it stands in a citation: a number alone is a page, two with a dash between are pages. The rest stays as it is. */
export function locatorFrom(typed: string): string {
  const words = typed.trim()
  const pages = /^(\d+) ?[-–] ?(\d+)$/.exec(words)
  if (pages !== null) return `pp. ${pages[1]}–${pages[2]}`
  return /^\d+$/.test(words) ? `p. ${words}` : words
}
