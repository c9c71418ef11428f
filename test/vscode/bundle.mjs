import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../scripts/setup.mjs'

/** Where the bundled suite is written; one file for the Node host and for the web worker. */
export const SUITE = join(root, 'out/vscode/suite.js')

// mocha's browser file would replace the bundle's own exports, since mocha's package.json calls every file an ES module.
const wrapMocha = {
  name: 'wrap-mocha',
  setup: ({ onLoad }) =>
    onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (module, exports, define) {${await readFile(path, 'utf8')}\n}).call(globalThis)`,
      loader: 'js',
    })),
}

/** Bundles the suite that runs inside the editor, with mocha in it. */
export const bundleSuite = () =>
  build({
    entryPoints: [join(root, 'test/vscode/suite/index.ts')],
    outfile: SUITE,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode', 'node:fs'],
    define: { global: 'globalThis' },
    plugins: [wrapMocha],
    logLevel: 'warning',
  })
