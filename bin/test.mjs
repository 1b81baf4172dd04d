// `npm test`: makes itself ready, checks types and layout, runs every test, looks through what the service logged, and ends with `N passed, N failed` alone on its line.
// `--unit` runs only what needs neither database nor browser. Anything else is passed on to vitest (`npm test -- src/plan`).
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, install, root } from './setup.mjs'

const given = process.argv.slice(2)
const unitOnly = given.includes('--unit')
const passedOn = given.filter(word => word !== '--unit')
const everything = !unitOnly && passedOn.length === 0

install({ forTests: true })
const node = findNode()
const count = { passed: 0, failed: 0, skipped: 0 }

if (everything) {
  check('Types', ['typescript', 'bin', 'tsc'], ['-p', '.'])
  check('Layout of the text', ['prettier', 'bin', 'prettier.cjs'], ['--check', '--log-level=warn', '.'])
}
const chromium = unitOnly ? null : (findChromium() ?? installChromium())
if (everything && !chromium) {
  console.error('Chromium is missing: the browser tests cannot run. Install it ("apt-get install -y chromium"),')
  console.error('or set CHROMIUM_PATH to a Chromium or Chrome, and run npm test again.')
  count.failed += 1
}
runVitest()
const { passed, failed, skipped } = count
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/** One thing that is either right or wrong, counted as one test. */
function check(name, [...program], words) {
  console.error(`${name} ...`)
  const done = run([join(root, 'node_modules', ...program), ...words])
  count[done.status === 0 ? 'passed' : 'failed'] += 1
  if (done.status !== 0) console.error(`${name}: wrong, as said above`)
}

/** The tests, counted from vitest's own report; a file that could not be run, or an error outside any test, is a failure too. */
function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-report-'))
  const report = join(folder, 'report.json')
  const log = gathering(folder)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const done = run(
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...passedOn],
    {
      ...(chromium && { CHROMIUM_PATH: chromium }),
      ...(unitOnly && { GOLDEN_THREAD_UNIT_TESTS: '1' }),
      ...log.env,
    },
  )
  const before = count.failed
  if (existsSync(report)) add(JSON.parse(readFileSync(report, 'utf8')))
  if (done.status !== 0 && count.failed === before) count.failed += 1
  count[
    run(['--import', 'tsx', join(root, 'src', 'test-log-lines.ts'), log.file]).status === 0 ? 'passed' : 'failed'
  ] += 1
  rmSync(folder, { recursive: true, force: true })
}

/** Every process of the run, other users' too, adds what it logs to one file. */
function gathering(folder) {
  const file = join(folder, 'log')
  writeFileSync(file, '')
  chmodSync(folder, 0o755)
  chmodSync(file, 0o666)
  const preload = `--import=${pathToFileURL(join(root, 'bin', 'gather-log.mjs')).href}`
  const NODE_OPTIONS = [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' ')
  return { file, env: { NODE_OPTIONS, GOLDEN_THREAD_GATHERED_LOG: file } }
}

function add(report) {
  count.passed += report.numPassedTests
  count.failed += report.numFailedTests
  count.skipped += report.numPendingTests + report.numTodoTests
  count.failed += report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
}

/** On the Node that the product runs on, which is also the `node` that tests find. */
function run(words, env = {}) {
  const path = [dirname(node), process.env.PATH].join(delimiter)
  return spawnSync(node, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...env },
  })
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : null
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin')
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const places = [
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return places.find(place => existsSync(place)) ?? null
}

function installChromium() {
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) return null
  console.error('Installing Chromium for the browser tests (apt-get install chromium) ...')
  const apt = words =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation']
  if (apt(install).status !== 0 && apt(['update', '-q']).status === 0) apt(install)
  return findChromium()
}
