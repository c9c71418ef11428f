import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes `dest/folder` a folder of links to what is in `source/folder`, without the names in `except`. */
function link(source, dest, folder, except) {
  mkdirSync(join(dest, folder), { recursive: true })
  for (const name of readdirSync(join(source, folder)))
    if (!except.includes(name)) symlinkSync(join(source, folder, name), join(dest, folder, name))
}

/** Replaces the one place that `pattern` matches; another version of the editor, with none or two, is an error. */
function replaceOnce(text, pattern, replacement) {
  const count = text.match(pattern)?.length ?? 0
  if (count !== 1) throw new Error(`The test editor is not as expected: ${pattern} was found ${count} times.`)
  return text.replace(pattern, replacement)
}

/** Stands for Microsoft's web workbench: hands over to code-server's, which reads the same configuration from the page. */
const entry = (settings) => `
export class Emitter { event = () => ({ dispose() {} }); fire() {} dispose() {} }
export const URI = { parse: (text) => new URL(text), revive: (uri) => uri, from: (uri) => uri }
export function create() {
  const element = document.getElementById('vscode-workbench-web-configuration')
  const given = JSON.parse(element.getAttribute('data-settings'))
  element.setAttribute('data-settings', JSON.stringify({
    ...given,
    configurationDefaults: { ...given.configurationDefaults, ...${JSON.stringify(settings)} },
    developmentOptions: { ...given.developmentOptions, enableSmokeTestDriver: true, logLevel: 2 },
    userDataPath: '/user-data',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    productConfiguration: { ...given.productConfiguration, extensionsGallery: undefined },
  }))
  import(new URL('../code/browser/workbench/workbench.js', import.meta.url).href)
  return { dispose() {} }
}
`

/**
 * Makes `dest`, a folder laid out as the archive "vscode-web" that @vscode/test-web serves, of links into code-server.
 * What ties code-server's workbench to a server is undone, so that extensions run in a web worker as on vscode.dev.
 */
export function makeWebBuild(codeServer, dest, settings) {
  const source = join(codeServer, 'lib/vscode')
  link(source, dest, 'out', ['vs'])
  link(source, dest, 'out/vs', ['workbench', 'code'])
  link(source, dest, 'out/vs/workbench', [])
  link(source, dest, 'out/vs/code', ['browser'])
  link(source, dest, 'out/vs/code/browser', ['workbench'])
  link(source, dest, 'out/vs/code/browser/workbench', ['workbench.js'])
  for (const name of ['node_modules', 'extensions']) symlinkSync(join(source, name), join(dest, name))
  const workbench = 'out/vs/code/browser/workbench/workbench.js'
  const local = replaceOnce(readFileSync(join(source, workbench), 'utf8'), /,remoteAuthority:location\.host\}/g, '}')
  const home =
    /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/g
  const inPage = 'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}'
  writeFileSync(join(dest, workbench), replaceOnce(local, home, inPage))
  writeFileSync(join(dest, 'package.json'), '{"type":"module"}')
  const main = join(dest, 'out/vs/workbench/workbench.web.main.internal')
  writeFileSync(`${main}.css`, '@import url("../code/browser/workbench/workbench.css");\n')
  writeFileSync(`${main}.js`, entry(settings))
}
