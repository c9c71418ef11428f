import * as vscode from 'vscode'
import { addressIn } from './address.ts'
import type { Fields } from './requests.ts'
import { askWords } from './steps.ts'

const TITLE = 'New Reference'
const SKIP = 'Enter leaves it out.'

/** The kinds of source in a form, in the words of editors, and their types in the Citation Style Language. */
const TYPES: ReadonlyArray<{ readonly label: string; readonly type: string }> = [
  { label: 'News article', type: 'article-newspaper' },
  { label: 'Web page', type: 'webpage' },
  { label: 'Report', type: 'report' },
  { label: 'Study or journal article', type: 'article-journal' },
  { label: 'Book', type: 'book' },
  { label: 'Magazine article', type: 'article-magazine' },
  { label: 'Broadcast', type: 'broadcast' },
  { label: 'Speech', type: 'speech' },
  { label: 'Interview', type: 'interview' },
  { label: 'Post on a social network', type: 'post' },
  { label: 'Other document', type: 'document' },
]

/** Types that come from a publisher and stand in nothing larger. */
const PUBLISHED: ReadonlySet<string> = new Set(['report', 'book', 'document'])

type Field = 'title' | 'author' | 'outlet' | 'date' | 'url'

/**
 * Asks for what is not known of a new reference, one field at a time, with a way back. What is left empty stays unknown. Gives
 * undefined where the person leaves.
 */
export async function fillIn(known: Fields): Promise<Fields | undefined> {
  const hasAddress = known.url !== undefined || known.doi !== undefined
  const fields: Field[] = hasAddress
    ? ['title', 'author', 'outlet', 'date']
    : ['title', 'author', 'outlet', 'date', 'url']
  const first = hasAddress ? 0 : 1
  const totalSteps = fields.length + first
  let filled: Fields = known
  for (let step = hasAddress ? 1 : 0; step <= fields.length; ) {
    const field = fields[step - 1]
    if (field === undefined) {
      const type = await askType(totalSteps)
      if (type === undefined) return undefined
      filled = { ...filled, type }
      step++
      continue
    }
    const name = field === 'outlet' && PUBLISHED.has(filled.type ?? '') ? 'publisher' : field
    const answer = await askWords({
      ...asked(field, name, filled),
      title: TITLE,
      value: filled[name] ?? '',
      step: step + first,
      totalSteps,
      canGoBack: step + first > 1,
    })
    if (answer === undefined) return undefined
    if (answer === 'back') step--
    else {
      filled = { ...filled, [name]: answer.words }
      step++
    }
  }
  return filled
}

async function askType(totalSteps: number): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<{ readonly label: string; readonly type: string }>()
  list.title = TITLE
  list.placeholder = 'What kind of source is it?'
  list.items = TYPES
  list.step = 1
  list.totalSteps = totalSteps
  list.ignoreFocusOut = true
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.type)
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}

interface Asked {
  readonly prompt: string
  readonly placeholder: string
  wrong?(typed: string): string | undefined
}

function asked(field: Field, name: Field | 'publisher', filled: Fields): Asked {
  const source = filled.url ?? (filled.doi && `doi:${filled.doi}`)
  switch (field) {
    case 'title':
      return {
        prompt: source === undefined ? `Its title. ${SKIP}` : `The title of ${source}. ${SKIP}`,
        placeholder: '',
      }
    case 'author':
      return {
        prompt: `Who wrote it; several names with semicolons between. ${SKIP}`,
        placeholder: 'Ines Calder; Dana Reyes',
      }
    case 'outlet':
      return name === 'publisher'
        ? { prompt: `Who published it. ${SKIP}`, placeholder: '' }
        : { prompt: `The newspaper, magazine, site or station that it appeared in. ${SKIP}`, placeholder: '' }
    case 'date':
      return { prompt: `When it appeared, as far as you know. ${SKIP}`, placeholder: '3 May 2020, May 2020 or 2020' }
    case 'url':
      return {
        prompt: `Where it can be read: a URL or a DOI. ${SKIP}`,
        placeholder: 'https://…',
        wrong: (typed) => wrongAddress(typed, filled.title ?? ''),
      }
  }
}

function wrongAddress(typed: string, title: string): string | undefined {
  if (typed.trim() === '') return title === '' ? 'A reference needs a title or an address.' : undefined
  return addressIn(typed) === undefined ? 'This is neither the address of a web page nor a DOI.' : undefined
}
