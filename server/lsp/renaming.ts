import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver'
import { type CitedThing, emptyLibrary, keyRefusal, refusalOf, renameIn, renameKey, renamingAt } from '../core/index.ts'
import type { OpenBibliography } from './bibliographies.ts'
import { answering, type Desk } from './desk.ts'
import { kept } from './guard.ts'
import { fromPosition, toRange } from './toProtocol.ts'
import { draftsWith } from './workspaceDrafts.ts'
import { type FileChange, workspaceEdit } from './workspaceEdit.ts'

/** Answers renames of the labels of footnotes, in their draft, and of keys, in every draft and bibliography of the workspace. */
export function answerRenames(desk: Desk): void {
  const { connection, able, bibliographies } = desk

  connection.onPrepareRename((params, token) =>
    kept('prepareRename', desk.log, async () => {
      const known = await bibliographies.known(params.textDocument.uri)
      if (known !== undefined) {
        const entry = entryAt(known, fromPosition(known.document, params.position))
        return entry === undefined ? null : { range: toRange(known.document, entry.keySpan), placeholder: entry.key }
      }
      return answering(desk, 'prepareRename', null, 'whole', (_, { document }, { reading, context }) => {
        const found = renamingAt(reading, context.library, fromPosition(document, params.position))
        if (found === undefined) return null
        if ('refusal' in found) throw refused(found.refusal)
        return { range: toRange(document, found.thing.span), placeholder: found.placeholder }
      })(params, token)
    }),
  )
  connection.onRenameRequest((params, token) =>
    kept('rename', desk.log, async () => {
      const name = params.newName.trim()
      const known = await bibliographies.known(params.textDocument.uri)
      if (known !== undefined) {
        const entry = entryAt(known, fromPosition(known.document, params.position))
        if (entry === undefined) return null
        const taken = known.bibliography.references.some(({ key }) => key === name)
        const refusal = keyRefusal(name, entry.key, taken)
        if (refusal !== undefined) throw refused(refusal)
        return workspaceEdit(await changesOfKey(desk, entry.key, name, known, token), able)
      }
      return answering(desk, 'rename', null, 'whole', async (_, { document }, { reading, context }) => {
        const found = renamingAt(reading, context.library, fromPosition(document, params.position))
        if (found === undefined) return null
        const refusal = 'refusal' in found ? found.refusal : refusalOf(reading, context.library, found.thing, name)
        if (refusal !== undefined) throw refused(refusal)
        const { thing } = found as { thing: CitedThing }
        const entry = thing.kind === 'citation-key' ? context.library.byKey.get(thing.key) : undefined
        const file = entry?.file === undefined ? undefined : await bibliographies.known(entry.file)
        if (file !== undefined) return workspaceEdit(await changesOfKey(desk, thing.key, name, file, token), able)
        const edits = renameIn(reading, context.library, thing, name)
        return workspaceEdit([{ document, version: document.version, edits }], able)
      })(params, token)
    }),
  )
}

const refused = (why: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, why)

const entryAt = ({ bibliography }: OpenBibliography, offset: number) =>
  bibliography.references.find(({ keySpan }) => keySpan.start <= offset && offset <= keySpan.end)

/** What a new key changes: the bibliography that has the old one, and every draft that cites it there. */
async function changesOfKey(
  desk: Desk,
  from: string,
  to: string,
  file: OpenBibliography,
  token: CancellationToken | undefined,
): Promise<FileChange[]> {
  const { document, version, bibliography } = file
  const inFile = { document, version, edits: renameKey(document.getText(), bibliography.kind, from, to) }
  const drafts = await draftsWith(desk, from, document.uri, token)
  const inDrafts = drafts.map(
    ({ document, version, reading }): FileChange => ({
      document,
      version,
      edits: renameIn(reading, emptyLibrary, { kind: 'citation-key', key: from }, to),
    }),
  )
  return [...inDrafts, inFile]
}
