import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const production = process.argv.includes('--production')

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  define: { SAYS_WHO_VERSION: JSON.stringify(version) },
}
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' }
// A worker has neither `global` nor `process`; packages that ask for the latter's `env` get an empty one.
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  define: { ...common.define, global: 'globalThis', 'process.env': '{}' },
}

/**
 * Leaves the core out of a bundle, which with its fitted parameters is most of the program: on Node it is required, and a worker finds it as
 * a global variable, from one file that all share.
 */
const sharingCore = (onNode) => ({
  name: 'the core from one file',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/core\/index\.ts$/ }, () =>
      onNode ? { path: './core.js', external: true } : { path: 'core', namespace: 'shared' },
    )
    onLoad({ filter: /./, namespace: 'shared' }, () => ({ contents: 'module.exports = globalThis.saysWhoCore' }))
  },
})

/** Every bundle of the extension and of the command line. The web host loads CommonJS, the worker a plain script. */
const bundles = [
  { ...node, entryPoints: ['client/main.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/lsp/main.node.ts'], outfile: 'dist/server.node.js', plugins: [sharingCore(true)] },
  {
    ...node,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    external: ['./server.node.js'],
    plugins: [sharingCore(true)],
  },
  { ...node, entryPoints: ['server/cli/checkerThread.ts'], outfile: 'dist/checker.js', plugins: [sharingCore(true)] },
  {
    ...browser,
    entryPoints: ['client/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...browser,
    entryPoints: ['server/lsp/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
    // Packages with a variant for pages would reach for `document`.
    conditions: ['worker'],
    plugins: [sharingCore(false)],
  },
  {
    ...browser,
    entryPoints: ['server/core/index.ts'],
    outfile: 'dist/core.js',
    format: 'iife',
    conditions: ['worker'],
    globalName: 'saysWhoCore',
    footer: { js: "if (typeof module === 'object') module.exports = saysWhoCore" },
  },
]

if (production) rmSync(join(root, 'dist'), { recursive: true, force: true })
const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)))
if (results.some(({ status }) => status === 'rejected')) process.exit(1)
