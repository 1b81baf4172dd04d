#!/usr/bin/env node
// The front door: makes the checkout ready, then hands over to src/cli.ts on Node 24. Needs only Node 20.19 and npm.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { findNode, install, root } from './setup.mjs'

install()
// Both are named by their place here: typed in another folder, the command would look for them there.
const tsx = import.meta.resolve('tsx')
const TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
const child = spawn(
  findNode(),
  ['--disable-warning=ExperimentalWarning', '--import', tsx, join(root, 'src', 'cli.ts'), ...process.argv.slice(2)],
  {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TSX_TSCONFIG_PATH, NODE_ENV: process.env.NODE_ENV ?? 'production' },
  },
)
// Ctrl-C reaches the child by itself; a signal sent to us alone is passed on. Should we be killed, the child sees the channel close.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm passes a signal on to its shell only, and the shell to nobody: so when npm is gone, so are we.
const npm = process.env.npm_command ? process.ppid : null
if (npm) setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 500).unref()
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
child.on('error', error => {
  console.error(`golden-thread: Node 24 could not be started: ${error.message}`)
  process.exit(1)
})
