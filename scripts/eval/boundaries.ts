import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BoundaryCase, boundaryCases, scoreBoundaries } from '../../test/sentences/cases.ts'
import { notThere } from './data.ts'
import type { Measured, Row } from './rows.ts'

const OWN = 'Sentence boundaries, hard cases'
const WEB = 'Sentence boundaries, web English (EWT)'

/** Scores sentence boundaries on the hard cases of the tests, and on Universal Dependencies English EWT, which nobody here wrote. */
export function measureBoundaries(folder: string): Measured {
  const own = ['a', 'b', 'c', 'd'].map((file) =>
    boundaryRow(file, OWN, `file ${file.toUpperCase()}`, boundaryCases(`cases-${file}.txt`)),
  )
  const path = join(folder, 'data/ewt/dev.tsv')
  if (!existsSync(path)) return { rows: own, missing: [notThere(WEB, path)] }
  return { rows: [...own, boundaryRow('ewt', WEB, 'development part', webTexts(path))], missing: [] }
}

function boundaryRow(id: string, set: string, which: string, cases: readonly BoundaryCase[]): Row {
  const { f1, lines } = scoreBoundaries(cases)
  return {
    id: `sentences.${id}`,
    set,
    measure: `F1, ${which}, ${lines} texts`,
    value: 100 * f1,
    digits: 1,
    better: 'more',
  }
}

/** The texts of the corpus: a text is the sentences of one source, with a space between two of them. Its paragraphs are not known. */
function webTexts(path: string): BoundaryCase[] {
  const texts = new Map<string, { text: string; boundaries: number[] }>()
  for (const chunk of readFileSync(path, 'utf8').split('\n\n')) {
    const [head = '', ...lines] = chunk.trim().split('\n')
    if (!head.startsWith('# ')) continue
    const source = head.slice(2, head.lastIndexOf('-'))
    let sentence = ''
    for (const line of lines) {
      const [form = '', , , , space] = line.split('\t')
      sentence += space === '0' ? form : `${form} `
    }
    const made = texts.get(source) ?? { text: '', boundaries: [] }
    if (made.text !== '') made.boundaries.push(made.text.length)
    made.text += `${sentence.trimEnd()} `
    texts.set(source, made)
  }
  return [...texts.values()]
}
