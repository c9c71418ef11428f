import { chance, SEED } from '../chance.ts'
import { introduce, type Server, startServer } from '../promises/server.ts'

const MINUTE = 60_000
const MB = 1024 * 1024
/** How much more may be in use at the end than after the first quarter, in bytes. */
const FLAT = MB
const DRAFTS = 4
/** So often is the memory asked for in one run. */
const SAMPLES = 40

// biome-ignore format: a list of sentences is easier to look over in lines
const SENTENCES = [
  'The campaign has killed 83 people in 21 attacks since September. ', 'Crime in Hallam has doubled since 2019. ', 'Mayor Ana Ruiz said that rents were up.[^1] ',
  '“We will never agree to this,” she added. ', 'Experts say the dam will fail within 10 years. ', 'Rents rose by 12 percent [@ward2014]. ', 'He was 40 [citation needed]. ',
  'The bridge crosses the Hallam.\n\n', '\n\n## Rents\n\n', '\n\n- ', '\n\n> ', '\n\n```\ncode\n```\n\n', '\r\n', '😀 ',
]

/**
 * Lets a server work for so many minutes as four drafts ask of it: edits, and half of the requests cancelled. Throws where a
 * request has no answer, and gives 1 where the memory after a collection does not stay flat after the first quarter, else 0.
 */
export async function soak(minutes: number): Promise<number> {
  const { of, below, next } = chance(SEED)
  const server = startServer({ measured: true })
  const abilities = {
    workspace: { configuration: true },
    textDocument: {
      publishDiagnostics: {},
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, codeActionLiteralSupport: {} },
    },
  }
  const samples: { minute: number; heap: number; rss: number }[] = []
  const texts: string[][] = []
  const versions: number[] = []
  const uriOf = (draft: number): string => `file:///desk/${draft}.md`
  let asked = 0
  let edits = 0
  try {
    await introduce(server, abilities, { status: true })
    for (let draft = 0; draft < DRAFTS; draft++) {
      texts[draft] = Array.from({ length: 120 }, () => of(SENTENCES))
      versions[draft] = 1
      open(server, uriOf(draft), texts[draft]?.join('') ?? '')
    }
    const begun = Date.now()
    while (Date.now() < begun + minutes * MINUTE) {
      const draft = below(DRAFTS)
      const uri = uriOf(draft)
      const textDocument = { uri }
      if (next() < 0.02) {
        server.notify('textDocument/didClose', { textDocument })
        open(server, uri, texts[draft]?.join('') ?? '')
        versions[draft] = 1
      }
      // a few words are put in and taken out again, so that the draft stays as long as it is
      const line = below(80)
      const start = { line, character: 0 }
      const put = of(SENTENCES).trim()
      const change = (range: object, text: string): void => {
        versions[draft] = (versions[draft] ?? 0) + 1
        server.notify('textDocument/didChange', {
          textDocument: { uri, version: versions[draft] },
          contentChanges: [{ range, text }],
        })
        edits++
      }
      change({ start, end: start }, put)
      const position = { line, character: below(60) }
      const range = { start, end: { line: line + 3, character: 0 } }
      const context = { diagnostics: [] }
      const ids = ['hover', 'codeAction', 'documentSymbol', 'completion', 'definition'].map((what) =>
        server.ask(`textDocument/${what}`, { textDocument, position, range, context }),
      )
      for (const id of ids) if (next() < 0.5) server.cancel(id)
      asked += ids.length
      const breaks = put.split(/\r\n|\r|\n/)
      change({ start, end: { line: line + breaks.length - 1, character: breaks.at(-1)?.length ?? 0 } }, '')
      for (const id of ids)
        if ((await server.answerTo(id, 20_000)) === undefined) throw new Error('a request has no answer')
      ;(server.heard as unknown[]).length = 0
      if (Date.now() - begun > (samples.length * minutes * MINUTE) / SAMPLES) {
        const { heap, rss } = await server.memory()
        samples.push({ minute: (Date.now() - begun) / MINUTE, heap, rss })
      }
    }
  } finally {
    server.kill()
  }
  return report(samples, edits, asked)
}

const open = (server: Server, uri: string, text: string): void =>
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })

function report(
  samples: readonly { minute: number; heap: number; rss: number }[],
  edits: number,
  asked: number,
): number {
  for (const { minute, heap, rss } of samples)
    console.log(`  ${minute.toFixed(1)} min: heap ${(heap / MB).toFixed(2)} MB, resident ${(rss / MB).toFixed(0)} MB`)
  const quarter = Math.floor(samples.length / 4)
  const middle = (list: readonly { heap: number }[]): number =>
    list.map(({ heap }) => heap).sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  // what is in use hangs on the last draft that was read, so parts of the run are compared, and not two moments
  const from = middle(samples.slice(quarter, 2 * quarter))
  const to = middle(samples.slice(-quarter))
  console.log(
    `  ${edits} edits, ${asked} requests; heap ${(from / MB).toFixed(2)} MB after a quarter, ${(to / MB).toFixed(2)} MB at the end`,
  )
  if (to - from <= FLAT) return 0
  console.log(`FAILED  memory grew by ${((to - from) / MB).toFixed(2)} MB after the first quarter`)
  return 1
}
