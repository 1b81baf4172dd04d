/** Extracts for analysis as an analyst asks for and takes them: what is asked first, what is shown before, what links and what is in the record. */
import JSZip from 'jszip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { recordsOf } from './measures/measure-example.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { openCouncil } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
const personId = 'P-ROBIN'
const RECORDS = {
  people: [
    { id: personId, forename: 'Robin', surname: 'Ashdown', bornOn: '2015-03-27', sex: 'F', ethnicity: 'WBRI' },
    { id: 'P-SAM', forename: 'Samphire', bornOn: '2015-03-02', sex: 'F', ethnicity: 'WBRI' },
    { id: 'P-ELM', forename: 'Elmer', bornOn: '2009-01-02', sex: 'M', ethnicity: 'WBRI' },
  ],
  contacts: [{ id: 'k1', personId, receivedOn: '2026-08-30', sourceText: 'Mrs Lighthouse next door' }],
  referrals: [{ id: 'r1', personId, referredOn: '2026-09-01', need: 'N1' }],
} as never
let load: number
let analyst: Site

beforeAll(async () => {
  load = await keepTestSnapshot(database, here.council.authorityId, recordsOf(RECORDS, day('2026-11-20')))
  analyst = await here.siteAs('analyst')
})
afterAll(() => database.close())

const ASKED = {
  name: 'Who comes back',
  key: 'kept',
  reason: 'Which children are referred again',
  receiver: 'Our analysts',
}
const ask = (given: object = {}) =>
  analyst.post('/data/extracts/take', { ...ASKED, snapshot: String(load), tables: ['people', 'contacts'], ...given })
const asked = async (given: object = {}) => {
  const { status, headers } = await ask(given)
  expect(status).toBe(303)
  return headers.get('location')!
}
async function take(address: string) {
  const answer = await analyst.post(`${address}/extract.zip`, { why: 'To begin' })
  expect(answer.status).toBe(200)
  const zip = await JSZip.loadAsync(await answer.arrayBuffer())
  const text = (name: string) => zip.file(name)!.async('string')
  const people = await text('tables/ssd_person.csv')
  const all = (
    await Promise.all(
      Object.values(zip.files)
        .filter(({ dir }) => !dir)
        .map(one => one.async('string')),
    )
  ).join()
  return {
    names: Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name])),
    readMe: await text('README.txt'),
    people,
    all,
  }
}

test.each([
  [{ reason: '' }, 'Enter what is to be learned'],
  [{ receiver: '' }, 'Enter who will hold'],
  [{ name: '' }, 'Select a project, or name a new one'],
  [{ key: '' }, 'Select whether there will be later extracts'],
  [{ snapshot: '99999' }, 'Select a load'],
  [{ tables: [] }, 'Select at least one table'],
  [{ tables: ['placements', 'nothing'] }, 'Select at least one table'],
])('without what is asked, %j, nothing is kept', async (given, told) => {
  const answer = await ask(given)
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(told)])
})

test('how many children stand out, and what becomes of each field, is shown before it is taken', async () => {
  const shown = await (await analyst.visit(await asked({ name: 'Shown first' }))).text()
  expect(shown).toContain('k = 1')
  expect(shown).toMatch(/1: the only one[\s\S]*?>1<[\s\S]*?2 to 4[\s\S]*?>2</)
  expect(shown).toMatch(/pers_forename[\s\S]*?Left out/)
  expect(shown).toContain('recital 26')
  expect(shown).not.toMatch(/Robin|Samphire|P-ROBIN/)
})

test('it holds the tables that were asked for, without a name, a number or a word, and says who took it and why', async () => {
  const { names, readMe, people, all } = await take(await asked({ name: 'Taken' }))
  expect(names).toEqual(['README.txt', 'tables/ssd_person.csv', 'tables/ssd_contacts.csv'])
  for (const words of ['Taken', 'Which children are referred again', 'Our analysts', 'Noor Osman, Performance Analyst'])
    expect(readMe).toContain(words)
  expect(people).toContain('2015-03-01')
  expect(all).not.toMatch(/Robin|Ashdown|Samphire|Lighthouse|P-ROBIN|2015-03-27/)
})

test('extracts of one project link, until its key is forgotten; those that keep no key never do', async () => {
  const first = await asked({ name: 'Linked' })
  const known = /option value="(\d+)"[^>]*>\s*Linked/.exec(
    await (await analyst.visit('/data/extracts/take')).text(),
  )![1]!
  expect((await ask({ name: 'Linked' })).status).toBe(400)
  const later = await asked({ name: '', key: '', project: known, tables: ['people'] })
  expect((await take(later)).people).toBe((await take(first)).people)
  const pseudonyms = (people: string) => [...new Set(people.match(/\b[a-z][0-9a-f]{32}\b/g))]
  const elsewhere = pseudonyms((await take(await asked({ name: 'Another', tables: ['people'] }))).people)
  expect(elsewhere.length).toBeGreaterThanOrEqual(3)
  expect(pseudonyms((await take(first)).people).filter(one => elsewhere.includes(one)), 'nothing joins two projects').toEqual([]) // prettier-ignore
  const forget = async (why: string) => (await analyst.post(`/data/extracts/projects/${known}/forget`, { why })).status
  expect([await forget(''), await forget('It ended'), await forget('Again')]).toEqual([400, 303, 400])
  const [one, other] = [await take(first), await take(later)]
  expect(one.people).not.toBe(other.people)
  expect(one.readMe).toContain('kept nowhere')
  const once = await asked({ name: 'Once', key: 'once' })
  expect((await take(once)).people).not.toBe((await take(once)).people)
  expect(await (await analyst.visit('/data/extracts')).text()).toMatch(
    /Key forgotten on 22 Nov 2026[\s\S]*Once[\s\S]*|Made once, never kept/,
  )
})

test('asking and each taking stand in the record, and the key is nowhere to be seen', async () => {
  const events = await database.reading(here.council.on(), db =>
    db.rows<{ kind: string; why: string; detail: object }>(
      sql`select kind, why, detail from event where kind in ('ask-for-extract', 'export', 'forget-key') order by event_id`,
    ),
  )
  expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ask-for-extract', 'export', 'forget-key']))
  expect(events.find(({ kind }) => kind === 'ask-for-extract')).toMatchObject({
    why: ASKED.reason,
    detail: { load, tables: 2 },
  })
  expect(JSON.stringify(events)).not.toMatch(/[0-9a-f]{64}/)
  expect(await (await analyst.visit('/data/extracts')).text()).toContain('Twice')
})
