import * as vscode from 'vscode'

/** One question of several. */
export interface Question {
  readonly title: string
  readonly prompt: string
  readonly placeholder?: string
  readonly value?: string
  readonly step?: number
  readonly totalSteps?: number
  /** Whether somebody can go back to the question before. */
  readonly canGoBack?: boolean
  /** What is wrong with what is typed, as a sentence; undefined where nothing is. */
  wrong?(typed: string): string | undefined
}

/** What was answered: words, or that the person goes back; undefined where they leave. */
export type Answer = { readonly words: string } | 'back' | undefined

/** Asks one question in a box that stays while somebody looks the answer up elsewhere. */
export function askWords(question: Question): Promise<Answer> {
  const box = vscode.window.createInputBox()
  box.title = question.title
  box.prompt = question.prompt
  box.placeholder = question.placeholder ?? ''
  box.value = question.value ?? ''
  box.step = question.step
  box.totalSteps = question.totalSteps
  box.ignoreFocusOut = true
  if (question.canGoBack) box.buttons = [vscode.QuickInputButtons.Back]
  return new Promise((resolve) => {
    const finish = (answer: Answer): void => {
      resolve(answer)
      box.hide()
    }
    box.onDidChangeValue(() => {
      box.validationMessage = undefined
    })
    box.onDidAccept(() => {
      const wrong = question.wrong?.(box.value)
      box.validationMessage = wrong
      if (wrong === undefined) finish({ words: box.value.trim() })
    })
    box.onDidTriggerButton(() => finish('back'))
    box.onDidHide(() => {
      resolve(undefined)
      box.dispose()
    })
    box.show()
  })
}
