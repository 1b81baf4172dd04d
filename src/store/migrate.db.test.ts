/** Bringing a database up to date: once, in order, by one of many, and never over a file that changed. */
import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { connect } from './connect.ts'
import { type Migration, checkMigrated, listMigrations, migrate } from './migrate.ts'
import { makeDatabase } from './roles.ts'

const server = inject('postgres')!
const at = (address: string, database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href
const admin = connect(at(server.admin, 'postgres'), { max: 1 })
let owner = admin
let made = 0

const file = (name: string, text: string): Migration => ({
  name,
  text,
  sha256: createHash('sha256').update(text).digest('hex'),
})
const first = file('0001_first.sql', 'create table first (a integer);')
const second = file('0002_second.sql', 'alter table first add column b integer; create table second (a integer);')

beforeEach(async () => {
  if (owner !== admin) await owner.end()
  const name = `migrating_${process.pid}_${(made += 1)}`
  await makeDatabase(admin, name)
  owner = connect(at(server.owner, name), { max: 20 })
})

afterAll(async () => {
  await owner.end()
  await admin.end()
})

const tables = async () =>
  (
    await owner<
      { name: string }[]
    >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`
  ).map(({ name }) => name)

test('applies what is missing, in order, and the second time nothing', async () => {
  expect(await migrate(owner, [first])).toEqual(['0001_first.sql'])
  expect(await migrate(owner, [first, second])).toEqual(['0002_second.sql'])
  expect(await migrate(owner, [first, second])).toEqual([])
  expect(await tables()).toEqual(['first', 'migration', 'second'])
})

test('of many instances that start together, one applies each', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => migrate(owner, [first, second])))
  expect(answers.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql'])
})

test('a file that fails is undone whole, and what came before it stays', async () => {
  const broken = file('0002_second.sql', 'create table second (a integer); create table first (a integer);')
  await expect(migrate(owner, [first, broken])).rejects.toThrow(/0002_second\.sql failed and was undone: .*first/)
  expect(await tables()).toEqual(['first', 'migration'])
  expect(await migrate(owner, [first, second])).toEqual(['0002_second.sql'])
})

test('a file that changed after it was applied is refused, and nothing after it is applied', async () => {
  await migrate(owner, [first])
  const changed = file(first.name, `${first.text} -- and more`)
  await expect(migrate(owner, [changed, second])).rejects.toThrow('0001_first.sql was applied and has changed since')
  expect(await tables()).toEqual(['first', 'migration'])
})

test('a database of a newer version is refused', async () => {
  await migrate(owner, [first, second])
  await expect(migrate(owner, [first])).rejects.toThrow('has had 0002_second.sql, which this version does not know')
})

test('an instance that may not migrate says which files are missing', async () => {
  await expect(checkMigrated(owner, [first])).rejects.toThrow('The database lacks 0001_first.sql')
  await migrate(owner, [first])
  await expect(checkMigrated(owner, [first])).resolves.toBeUndefined()
  await expect(checkMigrated(owner, [first, second])).rejects.toThrow('The database lacks 0002_second.sql')
})

test('the product’s own files are numbered without a gap', () => {
  const numbers = listMigrations().map(({ name }) => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})
