// `npm run bench plan`: measures one thing (bench/plan.ts) on the Node that the product runs on; without a name, says what there is.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, install, root } from './setup.mjs'

const benches = readdirSync(join(root, 'bench'))
  .filter(file => file.endsWith('.ts'))
  .map(file => file.slice(0, -3))
const [name, ...words] = process.argv.slice(2)

if (!benches.includes(name)) {
  console.error(`npm run bench NAME, where NAME is one of: ${benches.join(', ')}`)
  process.exitCode = 2
} else {
  install({ forTests: true })
  const done = spawnSync(findNode(), ['--import', 'tsx', join(root, 'bench', `${name}.ts`), ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = done.status ?? 1
}
