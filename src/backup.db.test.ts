/** Backup and restore, of two councils that hold one of everything: what comes back is what was there, or nothing comes back. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import backup from './commands/backup.ts'
import restore from './commands/restore.ts'
import { sealSecrets } from './people/seal-secrets.ts'
import { connect } from './store/connect.ts'
import { openDatabase } from './store/database.ts'
import { listMigrations, migrate } from './store/migrate.ts'
import { restoreBackup } from './store/restore-backup.ts'
import { makeDatabase } from './store/roles.ts'
import { describeSchema } from './store/schema.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { writeBackup } from './store/write-backup.ts'
import { openFullCouncil } from './test-full-council.ts'

const server = inject('postgres')!
const at = (address: string, name: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
const { database, url, ownerUrl } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-backup-'))
const file = join(folder, 'one.backup')
const SEALING = { key: randomBytes(32), old: null }
const KEY = Buffer.alloc(32, 7).toString('base64')
const before = { ...process.env }
let made = 0

async function emptyDatabase() {
  const admin = connect(at(server.admin, 'postgres'), { max: 1 })
  const name = `restored_${process.pid}_${(made += 1)}`
  await makeDatabase(admin, name)
  await admin.end()
  return { url: at(server.service, name), ownerUrl: at(server.owner, name), adminUrl: at(server.admin, name) }
}

type Place = { url: string; ownerUrl: string }
const use = (place: Place) =>
  Object.assign(process.env, {
    DATABASE_URL: place.url,
    MIGRATION_DATABASE_URL: place.ownerUrl,
    GOLDEN_THREAD_DEMO: 'no',
    GOLDEN_THREAD_BACKUP_KEY: KEY,
  })
const given = { progress: () => {}, say: () => {} }
const backUp = (out: string) => backup.run({ ...given, values: { out } as never, positionals: [] })
const bringBack = (from: string) => restore.run({ ...given, values: {} as never, positionals: [from] })

/** Every row of every table, by table, as a superuser sees them. */
async function contentOf(adminUrl: string): Promise<Record<string, string>> {
  const admin = connect(adminUrl, { max: 1 })
  const tables = await admin<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const own = name === 'event' ? `where kind not in ('make-backup', 'restore-backup')` : ''
    const [row] = await admin.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '/' order by t::text)), '') as content from ${name} t ${own}`,
    )
    found[name] = row!['content']
  }
  await admin.end()
  for (const changing of ['record_chain']) delete found[changing]
  return found
}

const isEmpty = async (place: Place) => {
  const owner = connect(place.ownerUrl, { max: 1 })
  const [there] = await owner`select to_regclass('public.authority') is not null as there`
  const held = there!['there'] ? await owner`select 1 from authority` : []
  await owner.end()
  return held.length === 0
}

beforeAll(async () => {
  const { council } = await openFullCouncil(database, 'Testborough')
  const { personId } = council.posts.director
  await database.transaction(council.on(), db =>
    db.run(sql`
      insert into authenticator (authority_id, person_id, secret, added_at) values (current_authority(), ${personId}, ${randomBytes(20)}, now())`),
  )
  expect(await sealSecrets(database, SEALING)).toEqual({ sealed: 1, unreadable: 0 })
  await openFullCouncil(database, 'Otherby')
  use({ url, ownerUrl })
  await backUp(file)
}, 120_000)
afterAll(async () => {
  process.env = before
  await database.close()
  rmSync(folder, { recursive: true })
})

test('two councils come back into an empty database as they were, with their rules, their numbers and their record', async () => {
  const place = await emptyDatabase()
  use(place)
  const answer = await bringBack(file)
  expect(answer.text).toMatch(/2 authorities are back.*\n.*2 frozen packs, 2 reports made anew/)
  expect(await contentOf(place.adminUrl)).toEqual(await contentOf(at(server.admin, new URL(url).pathname.slice(1))))
  const [owner, source] = [connect(place.ownerUrl, { max: 1 }), connect(ownerUrl, { max: 1 })]
  expect(await describeSchema(owner)).toBe(await describeSchema(source))
  const last = (db: typeof owner) =>
    db`select last_value from pg_sequences where sequencename = 'session_session_id_seq' or sequencename = 'person_person_id_seq'`
  expect([...(await last(owner))]).toEqual([...(await last(source))])
  await owner.end()
  await source.end()
  const restored = openDatabase(place.url, 4)
  expect(await sealSecrets(restored, SEALING), 'the apps of people, with the key that is in no backup').toEqual({
    sealed: 0,
    unreadable: 0,
  })
  expect(await sealSecrets(restored, { key: randomBytes(32), old: null })).toEqual({ sealed: 0, unreadable: 1 })
  await openFullCouncil(restored, 'Thirdham') // life goes on there
  await expect(bringBack(file)).rejects.toThrow(/not empty: it holds Testborough, Otherby, Thirdham/)
}, 60_000)

test('from a server into the built-in database and from there into a server again, all is as it was', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'golden-thread-built-in-')), 'data')
  chmodSync(join(data, '..'), 0o711)
  const again = join(folder, 'again.backup')
  try {
    use({ url: '', ownerUrl: '' })
    process.env['GOLDEN_THREAD_DATA'] = data
    expect((await bringBack(file)).text).toContain('2 authorities are back')
    await backUp(again)
  } finally {
    delete process.env['GOLDEN_THREAD_DATA']
    rmSync(join(data, '..'), { recursive: true })
  }
  const place = await emptyDatabase()
  use(place)
  expect((await bringBack(again)).text).toMatch(/2 authorities are back.*\n.*2 frozen packs, 2 reports made anew/)
  expect(await contentOf(place.adminUrl)).toEqual(await contentOf(at(server.admin, new URL(url).pathname.slice(1))))
}, 120_000)

test('nothing of a backup can be read without its key, and no name is in it', async () => {
  const bytes = readFileSync(file)
  for (const word of ['Testborough', 'authority', 'Ada Brook']) expect(bytes.includes(word)).toBe(false)
  const place = await emptyDatabase()
  use(place)
  process.env['GOLDEN_THREAD_BACKUP_KEY'] = Buffer.alloc(32, 8).toString('base64')
  await expect(bringBack(file)).rejects.toThrow('made with another key')
  process.env['GOLDEN_THREAD_BACKUP_KEY'] = 'short'
  await expect(bringBack(file)).rejects.toThrow('not 32 bytes')
  expect(await isEmpty(place)).toBe(true)
})

const PREAMBLE = 9 + 32 + 16

test('a backup that was cut short, altered, reordered or lengthened anywhere is refused, and nothing of it is kept', async () => {
  const whole = readFileSync(file)
  const wrong: Record<string, Buffer> = {
    'one bit in the middle': flipped(whole, Math.floor(whole.length / 2)),
    'one bit of the last tag': flipped(whole, whole.length - 1),
    'one bit of a length': flipped(whole, PREAMBLE + 3),
    'that it is the last part': flipped(whole, PREAMBLE),
    'without its last byte': whole.subarray(0, -1),
    'without its second half': whole.subarray(0, whole.length >> 1),
    'nothing but its beginning': whole.subarray(0, PREAMBLE),
    'something behind it': Buffer.concat([whole, Buffer.from('x')]),
    'another file': Buffer.from('not a backup at all'),
    nothing: Buffer.alloc(0),
  }
  const place = await emptyDatabase()
  use(place)
  for (const [what, bytes] of Object.entries(wrong)) {
    const path = join(folder, 'wrong.backup')
    writeFileSync(path, bytes)
    await expect(bringBack(path), what).rejects.toThrow(/cut short|altered|added behind|no backup|another key/)
    expect(await isEmpty(place), what).toBe(true)
  }
}, 60_000)

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes)
  other[at]! ^= 0x80
  return other
}

test('a backup is never written over another file, and what cannot be written leaves nothing', async () => {
  use({ url, ownerUrl })
  await expect(backUp(file)).rejects.toThrow('is there already')
  await expect(backUp(join(folder, 'no', 'such', 'folder'))).rejects.toThrow('cannot be written')
  expect(readdirSync(folder).filter(name => name.includes('making'))).toEqual([])
})

test('a restore killed half way leaves the database empty, and the next one brings everything back', async () => {
  const place = await emptyDatabase()
  const env = { ...use(place), NO_COLOR: '1' }
  const restoring = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'cli.ts'), 'restore', file], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  restoring.stderr.on('data', piece => {
    said += piece
    if (/Putting the keys/.test(said)) restoring.kill('SIGKILL')
  })
  const [, signal] = await once(restoring, 'close')
  expect([signal, said]).toEqual(['SIGKILL', expect.stringContaining('Putting the keys')])
  expect(await isEmpty(place)).toBe(true)
  expect((await bringBack(file)).text).toContain('2 authorities are back')
}, 60_000)

test('a backup of an older version is brought up to this one; one of a newer version, or of none that was, is refused', async () => {
  const all = listMigrations()
  const older = await emptyDatabase()
  const owner = connect(older.ownerUrl, { max: 1 })
  await migrate(owner, all.slice(0, 12))
  await owner`select add_authority('Oldham End', 'Old', 'Old')`
  await owner.end()
  const key = Buffer.from(KEY, 'base64')
  const path = join(folder, 'older.backup')
  const common = { key, file: path, progress: () => {} }
  await writeBackup({ ...common, ownerUrl: older.ownerUrl, version: '0.0.9', report: async () => ({}) })
  const place = await emptyDatabase()
  const fresh = connect(place.ownerUrl, { max: 1 })
  await migrate(fresh)
  await fresh.end()
  const restoring = { ...common, ownerUrl: place.ownerUrl, verify: async () => {} }
  await expect(restoreBackup({ ...restoring, migrations: all.slice(0, 11) })).rejects.toThrow('Use the newer one')
  const changed = all.map((one, n) => (n === 3 ? { ...one, sha256: 'other' } : one))
  await expect(restoreBackup({ ...restoring, migrations: changed })).rejects.toThrow('is not the one of this version')
  const done = await restoreBackup(restoring)
  expect(done.migrated).toEqual(all.slice(12).map(({ name }) => name))
  expect(done.authorities).toMatchObject([{ name: 'Oldham End' }])
}, 60_000)

test('a database that holds something else is left alone', async () => {
  const place = await emptyDatabase()
  const owner = connect(place.ownerUrl, { max: 1 })
  await owner`create table somebody_elses (a integer)`
  await owner.end()
  use(place)
  copyFileSync(file, join(folder, 'again.backup'))
  await expect(bringBack(join(folder, 'again.backup'))).rejects.toThrow('it holds somebody_elses')
})
