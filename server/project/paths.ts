/** The folder of the workspace that an address lies in, the innermost where several hold it; undefined where it lies in none. */
export const folderOf = (folders: readonly string[], uri: string): string | undefined =>
  folders.filter((one) => uri.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0]

/** Whether a file is Markdown, by the ending of its path or address. */
export const isMarkdown = (path: string): boolean => /\.(?:md|markdown|qmd)$/i.test(path)

/** The folder that a file stands in, by their addresses. */
export const parentOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')))

/**
 * The address of a file that a path names, seen from a folder, if it lies within `root`; both are addresses without a slash at
 * their end. Undefined for paths that lead out of it, absolute ones, those on another machine and those with a scheme.
 */
export function fileWithin(root: string, from: string, path: string): string | undefined {
  const plain = path.replaceAll('\\', '/')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|~)/i.test(plain) || plain.includes('\0')) return undefined
  if (from !== root && !from.startsWith(`${root}/`)) return undefined
  const segments = from
    .slice(root.length)
    .split('/')
    .filter((segment) => segment !== '')
  for (const segment of plain.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(encoded(segment))
    else if (segments.pop() === undefined) return undefined
  }
  return segments.length === 0 ? undefined : [root, ...segments].join('/')
}

/** A segment of a path as editors write it in addresses. */
const encoded = (segment: string): string =>
  encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** An address in the one spelling by which it is remembered. */
export function canonical(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
