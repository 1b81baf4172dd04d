/** Every file that is brought, plans, sources and extracts alike, goes by the scanner first: what is found in it, and what happens when nobody answers. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { sql } from './store/sql.ts'
import { aTestAuthority, testDatabase, type TestAuthority } from './store/test-database.ts'
import type { Role } from './terms/permission.ts'
import { EICAR, plainAnswer, speakingClamd, type TestClamd } from './web/test-clamd.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const { database } = await testDatabase()
const said = vi.spyOn(console, 'error').mockImplementation(() => {})
const TOKEN = 'a-token-of-twenty-letters'
let council: TestAuthority
let clamd: TestClamd
let app: ReturnType<typeof createApp>
/** What the scanner says now. */
let answer: (bytes: Buffer) => string | null = plainAnswer

beforeAll(async () => {
  council = await aTestAuthority(database)
  clamd = await speakingClamd(bytes => answer(bytes))
  app = createApp({ database, config: { address: ADDRESS, scanner: clamd.address, metricsToken: TOKEN } })
})
afterAll(async () => {
  await clamd.close()
  await database.close()
})

const siteAs = async (role: Role) => siteOf(app, await sessionOf(database, council, role))
const file = (text: string, name: string) => new File([text], name)
const UPLOADS: [Role, string, string, Record<string, string>][] = [
  ['programme-manager', '/plan/upload', 'file', {}],
  ['programme-manager', '/findings/upload', 'file', {}],
  ['analyst', '/data/bring-in', 'files', { asAt: '22/11/2026' }],
]
const kept = () =>
  database.reading({ ...council.on('analyst'), work: 'test-files' }, db =>
    db.one<{ files: number }>(
      sql`select ((select count(*) from document) + (select count(*) from load_file))::integer as files`,
      '',
    ),
  )
const refused = () =>
  database.reading(council.on(), db =>
    db.rows<{ detail: Record<string, unknown>; about: string; personId: number }>(
      sql`select detail, about, person_id as "personId" from event where kind = 'refuse-file' order by event_id`,
    ),
  )

test.each(UPLOADS)(
  'a file in which it finds something is refused to a %s at %s, and that is in the record',
  async (role, where, field, typed) => {
    answer = plainAnswer
    said.mockClear()
    const before = (await refused()).length
    const sent = await (
      await siteAs(role)
    ).post(where, typed, { [field]: file(`Ref,Action\n${EICAR}`, 'Jade Smithson.csv') })
    expect([sent.status, await sent.text()]).toEqual([400, expect.stringContaining('Jade Smithson.csv was refused: the scanner found something harmful in it (Win.Test.EICAR_HDB-1)')]) // prettier-ignore
    const found = (await refused()).slice(before)
    expect(found).toMatchObject([
    { about: 'file', personId: council.posts[role].personId, detail: { page: where, bytes: 11 + EICAR.length, signature: 'Win.Test.EICAR_HDB-1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ]) // prettier-ignore
    const told = JSON.stringify([found, said.mock.calls])
    expect(told).toContain('file-refused')
    for (const never of ['Jade', 'Smithson', 'EICAR-STANDARD']) expect(told).not.toContain(never)
    expect(await kept()).toEqual({ files: 0 })
  },
)

test.each(UPLOADS)(
  'while it says nothing of a file, none is taken from a %s at %s',
  async (role, where, field, typed) => {
    for (const nothing of ['nonsense', 'INSTREAM size limit exceeded. ERROR']) {
      answer = () => nothing
      const sent = await (await siteAs(role)).post(where, typed, { [field]: file('Ref,Action\n1,Visit', 'plan.csv') })
      const words = nothing === 'nonsense' ? 'Files cannot be checked at the moment: nothing was kept; try again' : 'larger than the scanner takes: nothing was kept' // prettier-ignore
      expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining(words)])
    }
    expect(await kept()).toEqual({ files: 0 })
  },
)

test('every file of several is looked at, and each that is refused is named', async () => {
  answer = plainAnswer
  const files = [file('a,b', 'one.csv'), file(EICAR, 'two.csv'), file('c,d', 'three.csv'), file(EICAR, 'four.csv')]
  const page = await (await (await siteAs('analyst')).post('/data/bring-in', { asAt: '22/11/2026' }, { files })).text()
  expect([...page.matchAll(/(\w+\.csv) was refused/g)].map(([, name]) => name)).toEqual(expect.arrayContaining(['two.csv', 'four.csv'])) // prettier-ignore
  expect(page).not.toMatch(/(one|three)\.csv was refused/)
})

test('what it lets through is taken as ever', async () => {
  answer = plainAnswer
  const sent = await (await siteAs('programme-manager')).post('/plan/upload', {}, {
    file: file('Theme 1: Practice\nRef,Action,Lead,Timescale\n1.1,Visit every child,Head of Help,March 2027', 'plan.csv'),
  }) // prettier-ignore
  expect(sent.status).toBe(303)
  expect(await kept()).toEqual({ files: 1 })
})

test('whoever watches the service sees whether it answers and what it said', async () => {
  const metrics = async () => (await app.fetch(new Request(`${ADDRESS}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } }))).text() // prettier-ignore
  const ready = async () => (await app.fetch(new Request(`${ADDRESS}/ready`))).text()
  expect(await metrics()).toMatch(/golden_thread_scanner_up 1\n/)
  expect(await metrics()).toMatch(
    /# TYPE golden_thread_files_scanned_total counter\ngolden_thread_files_scanned_total\{verdict="clean"\} \d/,
  )
  expect(await metrics()).toMatch(/verdict="found"\} [5-9]/)
  expect(await metrics()).toMatch(/verdict="unchecked"\} [6-9]/)
  expect(await ready()).toBe('ok')
  const away = createApp({ database, config: { address: ADDRESS, scanner: { path: '/nowhere/clamd.ctl' } } })
  const answered = await away.fetch(new Request(`${ADDRESS}/ready`))
  expect([answered.status, await answered.text()]).toEqual([
    200,
    'ok, but the scanner does not answer: no file is taken',
  ])
  const without = createApp({ database, config: { address: ADDRESS, metricsToken: TOKEN } })
  const text = await (await without.fetch(new Request(`${ADDRESS}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } }))).text() // prettier-ignore
  expect(text).not.toContain('scanner')
})
