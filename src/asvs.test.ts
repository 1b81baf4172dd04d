/** The table of the security standard (`docs/asvs.md`): every item of levels 1 and 2 once, and nothing claimed by a file that is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs', 'asvs.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, item, about, state, by] = /^\| (\d+\.\d+\.\d+) \| (.+?) \| (\w+(?: yet)?) \| (.*?) ?\|$/.exec(line) ?? []
    return item ? [{ item, about: about!, state: state!, by: by! }] : []
  })

/** How many items of levels 1 and 2 each section has: ASVS 5.0.0, of May 2025. Those of level 3 stand between them. */
const ITEMS = [
  '1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2 2.1.1-3 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2',
  '4.1.1-3 4.2.1 4.3.1-2 4.4.1-4 5.1.1 5.2.1-3 5.3.1-2 5.4.1-3 6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4',
  '7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2 8.1.1-2 8.2.1-3 8.3.1 8.4.1 9.1.1-3 9.2.1-4',
  '10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3 11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1',
  '12.1.1-3 12.2.1-2 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2 13.4.1-5 14.1.1-2 14.2.1-4 14.3.1-3',
  '15.1.1-3 15.2.1-3 15.3.1-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3 17.1.1 17.2.1-4 17.3.1-2',
].flatMap(line =>
  line.split(' ').flatMap(section => {
    const [, start, first, last = first] = /^(\d+\.\d+)\.(\d+)(?:-(\d+))?$/.exec(section)!
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${start}.${Number(first) + at}`)
  }),
)

test('every item of levels 1 and 2 is there once, in order', () => {
  expect(ITEMS).toHaveLength(253)
  expect(rows.map(({ item }) => item)).toEqual(ITEMS)
})

test('each says how it stands, and what is not met says why', () => {
  for (const { item, state, by } of rows) {
    expect([item, ['met', 'partly', 'not yet', 'deployment', 'none'].includes(state)]).toEqual([item, true])
    if (state === 'partly' || state === 'not yet') expect(by.length, item).toBeGreaterThan(30)
    if (state === 'met') expect(by.length, item).toBeGreaterThan(3)
  }
})

test('every file that is named is there', () => {
  const named = rows.flatMap(({ item, by }) =>
    [...by.matchAll(/`((?:src|docs|decisions)\/[^`]+|[\w-]+\.(?:txt|md))`/g)].map(([, file]) => ({
      item,
      file: file!,
    })),
  )
  expect(named.length).toBeGreaterThan(150)
  expect(named.filter(({ file }) => !existsSync(join(root, file)))).toEqual([])
})
