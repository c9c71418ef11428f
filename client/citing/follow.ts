import * as vscode from 'vscode'

/** A range of a draft that moves with what is changed before it, while somebody is asked. */
export interface Followed {
  now(): vscode.Range
  stop(): void
}

export function follow(document: vscode.TextDocument, range: vscode.Range): Followed {
  let start = document.offsetAt(range.start)
  let end = document.offsetAt(range.end)
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document) return
    for (const { rangeOffset, rangeLength, text } of event.contentChanges) {
      const by = text.length - rangeLength
      if (rangeOffset + rangeLength <= start) start += by
      if (rangeOffset + rangeLength <= end) end += by
    }
  })
  return {
    now: () => new vscode.Range(document.positionAt(start), document.positionAt(Math.max(start, end))),
    stop: () => listener.dispose(),
  }
}
