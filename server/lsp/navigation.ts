import {
  type CancellationToken,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver'
import {
  carriedBy,
  citedThingAt,
  definitionAt,
  draftLinks,
  foldings,
  formatReference,
  formatShort,
  indexReferences,
  inLine,
  mentionsOf,
  type Reference,
  type Span,
  searchReferences,
} from '../core/index.ts'
import { fileWithin, parentOf } from '../project/paths.ts'
import type { OpenBibliography } from './bibliographies.ts'
import { answering, type Desk } from './desk.ts'
import { kept } from './guard.ts'
import { fromPosition, toFolding, toRange } from './toProtocol.ts'
import { draftsWith } from './workspaceDrafts.ts'

/** As many references as one search of the workspace shows. */
const MOST_SYMBOLS = 200

/** Answers what leads from a citation to its source and back. */
export function answerNavigation(desk: Desk): void {
  const { connection, able, bibliographies } = desk

  connection.onDefinition(
    answering(desk, 'definition', null, 'whole', async ({ position }, { document }, { reading, context }) => {
      const found = definitionAt(reading, context.library, fromPosition(document, position))
      if (found === undefined) return null
      const links: LocationLink[] = []
      for (const { file, span, name } of found.places) {
        const target = file === undefined ? document : (await bibliographies.known(file))?.document
        if (target === undefined) continue
        links.push({
          targetUri: target.uri,
          targetRange: toRange(target, span),
          targetSelectionRange: toRange(target, name),
          originSelectionRange: toRange(document, found.origin),
        })
      }
      return able.definitionLinks
        ? links
        : links.map(
            ({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }),
          )
    }),
  )
  connection.onReferences((params, token) =>
    kept('references', desk.log, async () => {
      const { uri } = params.textDocument
      const { includeDeclaration } = params.context
      const known = await bibliographies.known(uri)
      if (known !== undefined) {
        const offset = fromPosition(known.document, params.position)
        const entry = entryAt(known, offset)
        return entry === undefined ? null : referencesOfKey(desk, entry, known, includeDeclaration, token)
      }
      return answering(desk, 'references', null, 'whole', async (_, { document }, { reading, context }) => {
        const thing = citedThingAt(reading, context.library, fromPosition(document, params.position))
        if (thing === undefined) return null
        if (thing.kind === 'citation-key') {
          const entry = context.library.byKey.get(thing.key)
          const file = entry?.file === undefined ? undefined : await bibliographies.known(entry.file)
          if (entry !== undefined && file !== undefined)
            return referencesOfKey(desk, entry, file, includeDeclaration, token)
        }
        const notes = includeDeclaration
          ? reading.definitions.filter((one) => one.kind === thing.kind && one.key === thing.key)
          : []
        const spans: Span[] = [...carriedBy(reading, thing), ...notes.map(({ label }) => label)]
        return spans.map((span): Location => ({ uri, range: toRange(document, span) }))
      })(params, token)
    }),
  )
  connection.onDocumentHighlight(
    answering(desk, 'documentHighlight', null, 'at hand', ({ position }, { document }, { reading, context }) => {
      const thing = citedThingAt(reading, context.library, fromPosition(document, position))
      return thing === undefined
        ? null
        : mentionsOf(reading, thing).map(
            (span): DocumentHighlight => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text }),
          )
    }),
  )
  connection.onDocumentLinks(
    answering(desk, 'documentLink', [], 'whole', (_, { document }, { reading }) =>
      draftLinks(reading).flatMap(({ start, end, to }): DocumentLink[] => {
        const root = desk.libraries.rootOf(document.uri)
        const target = 'address' in to ? to.address : fileWithin(root, parentOf(document.uri), to.path)
        return target === undefined ? [] : [{ range: toRange(document, { start, end }), target }]
      }),
    ),
  )
  connection.onFoldingRanges(
    answering(desk, 'foldingRange', [], 'whole', (_, { document }, { reading }) =>
      foldings(reading).flatMap((span) => toFolding(document, span, FoldingRangeKind.Region)),
    ),
  )
  connection.onWorkspaceSymbol(({ query }) =>
    kept('workspaceSymbol', desk.log, async () => {
      const all = await bibliographies.all()
      const index = indexReferences(all.flatMap(({ bibliography }) => bibliography.references))
      const found =
        query === '' ? index.references.slice(0, MOST_SYMBOLS) : searchReferences(index, query, MOST_SYMBOLS)
      return found.flatMap((reference) => symbolOf(reference, all))
    }),
  )
}

const entryAt = ({ bibliography }: OpenBibliography, offset: number): Reference | undefined =>
  bibliography.references.find(({ span }) => span.start <= offset && offset <= span.end)

/** Every claim of the workspace that an entry carries, in drafts open and closed, and the entry itself. */
async function referencesOfKey(
  desk: Desk,
  { key, keySpan }: Reference,
  { document: { uri }, document: file }: OpenBibliography,
  includeDeclaration: boolean,
  token: CancellationToken | undefined,
): Promise<Location[]> {
  const drafts = await draftsWith(desk, key, uri, token)
  const found = drafts.flatMap(({ document, reading }) =>
    carriedBy(reading, { kind: 'citation-key', key }).map((span) => ({
      uri: document.uri,
      range: toRange(document, span),
    })),
  )
  return includeDeclaration ? [{ uri, range: toRange(file, keySpan) }, ...found] : found
}

function symbolOf({ file, key, item, span }: Reference, all: readonly OpenBibliography[]): SymbolInformation[] {
  const document = all.find((one) => one.document.uri === file)?.document
  if (document === undefined) return []
  const name = inLine(`${key}: ${formatReference(item, 'news')}`)
  const location = { uri: document.uri, range: toRange(document, span) }
  return [{ name, kind: SymbolKind.Constant, containerName: inLine(formatShort(item)), location }]
}
