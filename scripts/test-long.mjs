import { spawnSync } from 'node:child_process'
import { build, root, setup } from './setup.mjs'

// The promises of docs/reliability.md for as long as one likes: `-- --minutes 10`, `-- fuzz`, `SEED=1`.
setup()
build('--production')
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--import=tsx', 'test/long/index.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // what is promised is measured as it is promised
    env: { PATIENCE: '1', ...process.env },
  },
)
process.exit(status ?? 1)
