/** The walls of the house: which room may use which, and what no file here is called or grows to. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Each may use those before it, and itself. A folder is a room; the files are those at the top of `src`. */
const ROOMS = [
  'terms',
  'store',
  'config.ts',
  'web',
  'people',
  'children',
  'intake',
  'measures',
  'assurance',
  'plan',
  'governance',
  'reports',
  'home',
  'demo',
  'jobs.ts',
  'app.ts',
  'main.ts',
  'commands',
  'cli.ts',
]
const MOST_LINES = 400
const NAMES_THAT_SAY_NOTHING =
  /(^|[\/-])(index|utils?|helpers?|services?|managers?|common|misc|shared|dto|types|constants)(\.|\/|-|$)/
/** A measure has the name the catalogue gives it; this service is the one that a child is given. */
const SAYS_WHAT_IT_IS = ['measures/catalogue/referrals-leading-to-service.ts']

type Import = { from: string; to: string; isTypeOnly: boolean }

const SRC = import.meta.dirname
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.(ts|tsx)$/.test(file))
  .sort()
const read = (file: string) => readFileSync(join(SRC, file), 'utf8')
const imports = files.filter(file => file !== 'rooms.test.ts').flatMap(file => listImports(file, read(file)))

const isTest = (file: string) => /(^|\/)test-[a-z-]+\.tsx?$|\.test\.tsx?$/.test(file)
const isGenerated = (file: string) =>
  /^(\/\*\*|\/\/).*\b(generated|made|written) (by|from)\b/i.test(read(file).slice(0, 300))
const roomOf = (file: string) => file.split('/')[0]!

/** What a file imports from the house. A `type` import is gone when the product runs, so it makes no cycle. */
function listImports(from: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const said = [...code.matchAll(/^(?:import|export)\s+(type\s)?[^'"`;]*?from\s*'(\.[^']+)'/gm)]
  const bare = [...code.matchAll(/(?:^import\s+|\bimport\()()'(\.[^']+)'/gm)]
  return [...said, ...bare].map(([, type, path]) => ({
    from,
    to: relative(SRC, join(SRC, dirname(from), path!)).replaceAll('\\', '/'),
    isTypeOnly: Boolean(type),
  }))
}

test('the reader of imports sees the forms that are written here', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from '../terms/day.ts'",
    'import {\n  c,\n  d,\n} from "left alone"',
    "import './e.ts'",
    "export { f } from './f.ts'",
    "const g = await import('./g.ts')",
    "// import { h } from './h.ts'",
  ].join('\n')
  expect(listImports('plan/x.ts', text)).toEqual([
    { from: 'plan/x.ts', to: 'plan/a.ts', isTypeOnly: false },
    { from: 'plan/x.ts', to: 'terms/day.ts', isTypeOnly: true },
    { from: 'plan/x.ts', to: 'plan/f.ts', isTypeOnly: false },
    { from: 'plan/x.ts', to: 'plan/e.ts', isTypeOnly: false },
    { from: 'plan/x.ts', to: 'plan/g.ts', isTypeOnly: false },
  ])
})

test('every file stands in a room', () => {
  const homeless = files.filter(file => !ROOMS.includes(roomOf(file)) && !(isTest(file) && !file.includes('/')))
  expect(homeless).toEqual([])
})

test('a room uses only itself and rooms before it', () => {
  const breaches = imports
    .filter(({ from, to }) => !isTest(from) && ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)))
    .map(({ from, to }) => `${from} imports ${to}: ${roomOf(to)} comes after ${roomOf(from)}`)
  expect(breaches).toEqual([])
})

test('a room is entered by its top files, never by a folder inside it', () => {
  const breaches = imports
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && to.split('/').length > 2)
    .map(({ from, to }) => `${from} imports ${to}: ask for it at the top of ${roomOf(to)}`)
  expect(breaches).toEqual([])
})

test('the product does not lean on its tests', () => {
  const breaches = imports
    .filter(({ from, to }) => isTest(to) && !isTest(from))
    .map(({ from, to }) => `${from} imports ${to}`)
  expect(breaches).toEqual([])
})

test('no file comes back to itself through what it imports', () => {
  const uses = Map.groupBy(
    imports.filter(({ isTypeOnly }) => !isTypeOnly),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file) || path.includes(file)) return
    for (const { to } of uses.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(cycles).toEqual([])
})

test('every import leads to a file that is there', () => {
  const lost = imports.filter(({ to }) => !files.includes(to) && !/\.(json|css|js)$/.test(to))
  expect(lost.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test('names say what is inside', () => {
  expect(files.filter(file => NAMES_THAT_SAY_NOTHING.test(file) && !SAYS_WHAT_IT_IS.includes(file))).toEqual([])
  expect(files.filter(file => !/^([a-z0-9-]+\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?(\.test)?\.tsx?$/.test(file))).toEqual(
    [],
  )
})

test(`no file of the product is longer than ${MOST_LINES} lines`, () => {
  const long = files
    .filter(file => !isGenerated(file) && !isTest(file))
    .map(file => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
  expect(long.map(({ file, lines }) => `${file} has ${lines} lines: find the second thing in it`)).toEqual([])
})

test('every file opens by saying what it is', () => {
  const silent = files.filter(file => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))
  expect(silent.filter(file => !/^(\/\*\*|\/\/)/.test(read(file)))).toEqual([])
})
