import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver'
import { completionsAt } from '../core/index.ts'
import { answering, type Desk } from './desk.ts'
import { fromPosition, toRange, toTextEdits } from './toProtocol.ts'

/** The characters after which keys and labels are offered. */
export const COMPLETES_AFTER = ['@', '^', '[']

/** Answers what is offered where somebody types a key or a label. Details are plain text: nothing of a file becomes markup. */
export function answerCompletion(desk: Desk): void {
  desk.connection.onCompletion(
    answering(
      desk,
      'completion',
      null,
      'whole',
      ({ position }, { document }, { reading, context }): CompletionList | null => {
        const found = completionsAt(reading, fromPosition(document, position), context)
        if (found === undefined) return null
        const range = toRange(document, found.span)
        const items = found.items.map(
          ({ label, detail, about, insert, filter, also }, index): CompletionItem => ({
            label,
            kind: CompletionItemKind.Reference,
            detail,
            ...(about !== '' && { documentation: about }),
            filterText: filter,
            sortText: String(index).padStart(4, '0'),
            textEdit: { range, newText: insert },
            ...(also.length > 0 && { additionalTextEdits: toTextEdits(document, also) }),
          }),
        )
        return { isIncomplete: found.isIncomplete, items }
      },
    ),
  )
}
