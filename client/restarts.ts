import * as vscode from 'vscode'
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient'
import { countStops } from './stops.ts'

const RESTARTED = 'Says Who stopped unexpectedly and was started again; nothing in your drafts was changed.'
const GAVE_UP = 'Says Who has stopped five times in three minutes and stays off; nothing in your drafts was changed.'
const LOST = 'A message to or from the server was lost.'

/** What can be done about a server that is given up, by what stands on the button. */
const DONE: Readonly<Record<string, string>> = {
  'Restart Server': 'saysWho.restartServer',
  'Show Server Log': 'saysWho.showServerLog',
}

/**
 * Starts a server that died again; the client opens every draft in it anew, so its findings come back. The person is told the first
 * time, and when it died so often that it is given up. No word of an error comes into the log, since it may quote a draft.
 */
export function restarts(): ErrorHandler {
  const isToStart = countStops(Date.now)
  let isTold = false
  return {
    // A lost message ends nothing; a server that is dead closes the connection.
    error: () => ({ action: ErrorAction.Continue, message: LOST, handled: true }),
    closed: () => {
      if (!isToStart()) {
        vscode.window.showErrorMessage(GAVE_UP, ...Object.keys(DONE)).then((chosen) => {
          const command = chosen && DONE[chosen]
          if (command) vscode.commands.executeCommand(command)
        })
        return { action: CloseAction.DoNotRestart, message: GAVE_UP, handled: true }
      }
      if (!isTold) vscode.window.showInformationMessage(RESTARTED)
      isTold = true
      return { action: CloseAction.Restart, message: RESTARTED, handled: true }
    },
  }
}
