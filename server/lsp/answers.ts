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
    answering(desk, 'hover', null, ({ position }, { document }, { near, findings, context }) => {
      const offset = fromPosition(document, position)
      const known = hover(near({ start: offset, end: offset }), findings, offset, context)
      if (known === undefined) return null
      const contents = able.markdown
        ? { kind: MarkupKind.Markdown, value: renderMarkdown(known) }
        : { kind: MarkupKind.PlainText, value: renderPlain(known) }
      return { contents, range: toRange(document, known.span) }
    }),
  )
  connection.onDocumentSymbol(
    answering(desk, 'documentSymbol', [], (_, { document }, { reading, findings }) => {
      const outline = symbols(reading, findings)
      return able.symbolTree ? toDocumentSymbols(document, outline) : toSymbolList(document, outline)
    }),
  )
  connection.onCodeAction(
    answering(desk, 'codeAction', [], ({ range, context }, draft, checked) =>
      codeActions(desk, draft, checked, fromRange(draft.document, range), context),
    ),
  )
  connection.onCodeActionResolve((action, token) =>
    kept('codeAction/resolve', log, async () => {
      const { uri } = dataOf(action)
      const found = await about(desk, uri, token, undefined, (draft, checked) => resolved(desk, action, draft, checked))
      return found ?? refused(action, able)
    }),
  )
}
