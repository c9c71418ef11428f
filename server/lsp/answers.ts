import { MarkupKind } from 'vscode-languageserver'
import { hover, renderMarkdown, renderPlain, symbols } from '../core/index.ts'
import { codeActions, dataOf, refused, resolved } from './codeActions.ts'
import { about, answering, type Desk } from './desk.ts'
import { kept } from './guard.ts'
import { fromPosition, fromRange, toDocumentSymbols, toRange, toSymbolList } from './toProtocol.ts'

/** Answers what is asked about a place in a draft, and what can be done there. */
export function answerReading(desk: Desk): void {
  const { connection, able, log } = desk
  connection.onHover(
    answering(
      desk,
      'hover',
      null,
      'at hand',
      ({ position }, { document }, { reading, isSettled, findings, context }) => {
        const offset = fromPosition(document, position)
        const place = { start: offset, end: offset }
        const known = isSettled(place) ? hover(reading.near(place), findings, offset, context) : undefined
        if (known === undefined) return null
        const contents = able.markdown
          ? { kind: MarkupKind.Markdown, value: renderMarkdown(known) }
          : { kind: MarkupKind.PlainText, value: renderPlain(known) }
        return { contents, range: toRange(document, known.span) }
      },
    ),
  )
  connection.onDocumentSymbol(
    answering(desk, 'documentSymbol', [], 'whole', (_, { document }, { reading, findings }) => {
      const outline = symbols(reading, findings)
      return able.symbolTree ? toDocumentSymbols(document, outline) : toSymbolList(document, outline)
    }),
  )
  connection.onCodeAction((params, token) => {
    // what is chosen from a list is made in view of the whole draft; what comes over the wire may be anything
    const isList = able.resolvesEdits && params.context?.only === undefined
    const answer = answering(desk, 'codeAction', [], isList ? 'at hand' : 'whole', (_, draft, checked) =>
      codeActions(desk, draft, checked, fromRange(draft.document, params.range), params.context),
    )
    return answer(params, token)
  })
  connection.onCodeActionResolve((action, token) =>
    kept('codeAction/resolve', log, async () => {
      const { uri } = dataOf(action)
      const found = await about(desk, uri, token, undefined, 'whole', (draft, checked) =>
        resolved(desk, action, draft, checked),
      )
      return found ?? refused(action, able)
    }),
  )
}
