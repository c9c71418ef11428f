import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

const PROJECT_FILE = '.says-who.json'
/** No bibliography that is read is larger, in bytes. */
const LONGEST = 100_000_000
/** A workspace with more drafts is looked through no further. */
const MOST_DRAFTS = 5000
/** The bytes that are turned into characters in one call. */
const CHUNK = 0x8000

/** Answers the server's requests for files, which the editor knows even where they are on no disk. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest('saysWho/projectFile', readProjectFile)
  client.onRequest('saysWho/readFile', readFile)
  client.onRequest('saysWho/drafts', findDrafts)
}

async function readProjectFile({ folder }: { folder: string }): Promise<{ text?: string }> {
  try {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), PROJECT_FILE)
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }
  } catch {
    return {}
  }
}

/** The bytes of a regular file within a folder. Where links lead cannot be seen from here, so none is followed. */
async function readFile({ uri, folder }: { uri: string; folder: string }): Promise<{ base64?: string }> {
  try {
    if (!uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)) return {}
    const file = vscode.Uri.parse(uri)
    const { type, size } = await vscode.workspace.fs.stat(file)
    if (type !== vscode.FileType.File || size > LONGEST) return {}
    return { base64: base64Of(await vscode.workspace.fs.readFile(file)) }
  } catch {
    return {}
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}

async function findDrafts({ folder }: { folder: string }): Promise<{ uris: string[] }> {
  try {
    const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.{md,markdown,qmd,txt}')
    const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', MOST_DRAFTS)
    return { uris: found.map((uri) => uri.toString()) }
  } catch {
    return { uris: [] }
  }
}
