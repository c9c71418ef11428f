/** A text without the characters of a set, and without white space, at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && (characters.includes(text[end - 1] ?? '') || (text[end - 1] ?? '').trim() === '')) end--
  return text.slice(0, end)
}
