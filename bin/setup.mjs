// Makes the checkout ready to run: what the lock file names is installed, and Node 24 is found. Plain JavaScript for any Node from 20.19.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const RUNTIME = 24

export function stop(message, code = 1) {
  console.error(`golden-thread: ${message}`)
  process.exit(code)
}

/** Installs from the lock file where what is installed is missing or not what the lock file says. Only tests need the development part. */
export function install({ forTests = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org), then try again.`)
  if (isInstalled(forTests)) return
  console.error('Installing what is missing from package-lock.json (npm ci). This takes a minute, once.')
  const [command, ...before] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const done = spawnSync(command, [...before, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (done.error) stop(`npm could not be run (${done.error.message}). Run "npm ci" in ${root}, then try again.`)
  if (done.status !== 0)
    stop(
      `"npm ci" failed. It needs the network (or a registry mirror) and room to write in ${root}. Its message stands above.`,
    )
}

/** Compared by content, not by time: a checkout touches files without changing them. */
function isInstalled(forTests) {
  const laid = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(laid)) return false
  const read = path => JSON.parse(readFileSync(path, 'utf8')).packages
  const [wanted, installed] = [read(join(root, 'package-lock.json')), read(laid)]
  return Object.entries(wanted).every(([path, { version, integrity, optional, dev, devOptional }]) => {
    if (path === '') return true
    const there = installed[path]
    return there
      ? there.version === version && there.integrity === integrity
      : optional || devOptional || (dev && !forTests)
  })
}

/** The Node that runs the product: the one that comes with it, else this machine's where it is new enough. */
export function findNode() {
  const suffix = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', suffix)
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged
  if (Number(process.versions.node.split('.')[0]) >= RUNTIME) return process.execPath
  stop(
    `Golden Thread runs on Node ${RUNTIME}, and none comes with it for ${process.platform} on ${process.arch}. ` +
      `Install Node ${RUNTIME} or newer (https://nodejs.org) and use that.`,
  )
}
