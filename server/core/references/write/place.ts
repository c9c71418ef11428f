/** Where the last word of a text ends. */
export function contentEnd(text: string): number {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? 'x')) end--
  return end
}

/** Things by name, those that the last entry has too in its order; the others keep their places. */
export function inOrder<T extends { readonly name: string }>(fields: readonly T[], order: readonly string[]): T[] {
  const known = fields
    .filter(({ name }) => order.includes(name))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  let next = 0
  return fields.map((field) => (order.includes(field.name) ? (known[next++] ?? field) : field))
}
