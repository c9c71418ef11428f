import { remembered } from '../text/remembered.ts'

const SMALL: ReadonlySet<string> = new Set(['of', 'and', 'for', 'the', 'in', 'on', 'at', 'to'])

/** The first letters of a name's words: with its article and without, small words left out. */
export const initialsOf: (name: string) => readonly string[] = remembered((name) => {
  const words = name.split(/[\s-]/).filter((word) => word !== '')
  const letters = (list: string[]) => list.map((word) => word[0]?.toUpperCase() ?? '').join('')
  const whole = words.filter((word, i) => i === 0 || !SMALL.has(word.toLowerCase()))
  const bare = words[0]?.toLowerCase() === 'the' ? whole.slice(1) : whole
  return [letters(bare), letters(whole), letters(words)].filter((text) => text.length > 1)
})

/** Two to six capitals, points left away; undefined for a source of other words. */
export function capitalsIn(text: string): string | undefined {
  if (!/^\.*[A-Z]/.test(text)) return undefined
  const capitals = text.replaceAll('.', '')
  const isShort = capitals.length >= 2 && capitals.length <= 6
  return isShort && capitals === capitals.toUpperCase() ? capitals : undefined
}
