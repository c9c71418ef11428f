import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram } from './programs.mjs'

/** Whether windows can be shown. In a terminal of VS Code, `code` opens them wherever that window is. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.VSCODE_IPC_HOOK_CLI)

/** The command line of the VS Code that is installed. */
export const findCode = () => findProgram(process.platform === 'win32' ? 'code.cmd' : 'code')

/** Gives the program of a VS Code that is downloaded into `.vscode-test/`; throws one sentence where that cannot be done. */
export async function downloadDesktop() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron')
  return downloadAndUnzipVSCode({ timeout: 10_000, reporter: new SilentReporter() }).catch(() => {
    throw new Error('VS Code could not be downloaded.')
  })
}

/** Gives the program (not the command line) of a desktop VS Code to test in; throws one sentence where there is none. */
export async function needDesktop() {
  if (!hasDisplay()) throw new Error('There is no display.')
  const code = findCode()
  const bin = code && dirname(realpathSync(code))
  const programs = bin ? ['../code', '../Code.exe', '../../../MacOS/Electron'].map((path) => join(bin, path)) : []
  return programs.find(existsSync) ?? downloadDesktop()
}
