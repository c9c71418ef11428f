/** An address as a reader would name it: without its scheme, query and fragment. */
export function addressOf(address: string): string {
  const scheme = address.indexOf('//')
  const rest = scheme < 0 ? address : address.slice(scheme + 2)
  const end = rest.search(/[?#]/)
  return end < 0 ? rest : rest.slice(0, end)
}
