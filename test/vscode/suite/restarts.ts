import * as vscode from 'vscode'
import { ok } from './assert.ts'
import { findings, findingsOf, open, PLAIN, revert, until } from './drafts.ts'

const isNode = 'process' in globalThis && 'versions' in process

/** A web worker as the extension made it. */
interface Made {
  onmessage: ((event: { data: unknown }) => void) | null
  terminate(): void
}
const made: Made[] = []

/** Remembers each web worker that is made from now on; an extension and its tests share one global scope there. */
export function watchWorkers(): void {
  const world = globalThis as unknown as { Worker?: new (...words: unknown[]) => Made }
  const { Worker } = world
  if (isNode || Worker === undefined) return
  world.Worker = class extends Worker {
    constructor(...words: unknown[]) {
      super(...words)
      made.push(this)
    }
  }
}

/** The processes of servers that this extension host started, by Linux's own list of processes. */
async function servers(): Promise<number[]> {
  const { readdirSync, readFileSync } = await import('node:fs')
  const textOf = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => textOf(`/proc/${id}/cmdline`).includes('server.node.js'))
    .filter((id) => textOf(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1] === String(process.pid))
    .map(Number)
}

/** Ends the server as a crash does, and waits until it is gone. */
async function crash(): Promise<void> {
  if (!isNode) {
    const worker = made.at(-1)
    ok(worker, 'no worker was made')
    worker.onmessage?.({ data: { jsonrpc: '2.0', method: 'saysWho/failed' } })
    worker.terminate()
    return
  }
  const running = await until('the server', async () => {
    const found = await servers()
    return found.length > 0 ? found : undefined
  })
  for (const id of running) process.kill(id, 'SIGKILL')
  await until('the server to be gone', async () => (await servers()).every((id) => !running.includes(id)))
}

export function describeRestarts(): void {
  describe('a server that dies', () => {
    let editor: vscode.TextEditor
    const marked = (): boolean => findings(editor.document, 'citation-needed').length > 0

    before(async function () {
      if (isNode && process.platform !== 'linux') this.skip()
      editor = await open(PLAIN)
      await findingsOf(editor.document)
      // what happened before, by other tests, does not count
      watchWorkers()
      await vscode.commands.executeCommand('saysWho.restartServer')
      await findingsOf(editor.document)
    })

    after(() => revert(PLAIN))

    it('is started again, with the draft as it is in the editor', async () => {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'He is a thief [citation needed]. '))
      await until('the finding', marked)
      await crash()
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Crime doubled [citation needed]. '))
      await until('both findings', () => findings(editor.document, 'citation-needed').length === 2)
    })

    it('stays off after the fifth time, and is started by hand', async function () {
      this.timeout(60_000)
      for (let time = 2; time <= 4; time++) {
        await crash()
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'So it is [citation needed]. '))
        await until('the findings', () => findings(editor.document, 'citation-needed').length === time + 1)
      }
      await crash()
      await until('no findings', () => findings(editor.document).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 1000))
      ok(findings(editor.document).length === 0, 'it was started again')
      await vscode.commands.executeCommand('saysWho.restartServer')
      await until('the findings', () => findings(editor.document, 'citation-needed').length === 5)
    })
  })
}
