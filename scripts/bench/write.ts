import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands between the marks of each name on the page. Nothing where it was not measured. */
export type Figures = Readonly<Record<'aims' | 'keys' | 'opening' | 'memory' | 'start' | 'reading', string | undefined>>

/** Writes figures between their marks in docs/performance.md, and the picture beside it. Throws where the page has no place for one. */
export function write(root: string, figures: Figures, picture: string): void {
  const path = join(root, 'docs/performance.md')
  let page = readFileSync(path, 'utf8')
  for (const [name, text] of Object.entries(figures)) {
    if (text === undefined) continue
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [from, to] = [page.indexOf(open), page.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for figures: ${open} … ${close}.`)
    page = `${page.slice(0, from)}${open}\n${text}\n${page.slice(to)}`
  }
  writeFileSync(path, page)
  writeFileSync(join(root, 'docs/performance.svg'), picture)
}
