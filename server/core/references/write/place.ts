/** Where the last word of a text ends. */
export function contentEnd(text: string): number {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? 'x')) end--
  return end
}

/** Things by name: those that the last entry has too in its order, and each other behind the one that it usually follows. */
export function inOrder<T extends { readonly name: string }>(fields: readonly T[], order: readonly string[]): T[] {
  const placed = fields
    .filter(({ name }) => order.includes(name))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  for (const [at, field] of fields.entries()) {
    if (order.includes(field.name)) continue
    const before = fields[at - 1]
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, field)
  }
  return placed
}
