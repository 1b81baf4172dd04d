/** Bringing in records as an analyst does: files, what was found, mapping words, keeping, and what is wrong to take away. */
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { runNextJob } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, type TestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf } from '../web/test-site.ts'
import { changeKnownShare } from './known-share.ts'
import { pages } from './pages.ts'
import type { GivenFile } from './read-ssd.ts'
import { aWeek, doJobs } from './test-loads.ts'
import { file } from './test-ssd.ts'

const { database } = await testDatabase()
afterAll(() => database.close())
const NOW = new Date('2026-11-22T09:00:00Z')
const app = new Hono()
servePages(app, { database, pages, visitors, address: ADDRESS, now: () => NOW, mostRecords: 2 * 1024 * 1024 })

let councils = 0
async function anAnalyst(): Promise<{ site: Site; council: TestAuthority }> {
  const council = await aTestAuthority(database, `Council ${(councils += 1)}`)
  return { council, site: siteOf(app, await sessionOf(database, council, 'analyst', NOW)) }
}
const asFiles = (files: GivenFile[]) => ({ files: files.map(({ name, bytes }) => new File([bytes as Uint8Array<ArrayBuffer>], name)) }) // prettier-ignore
const read = async (site: Site, address: string) => {
  const answer = await site.visit(address)
  expect(answer.status).toBe(200)
  return plain(await answer.text())
}
/** A page's words, without its marks. */
const plain = (html: string) => {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return main.replace(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replace(/&(l|r)dquo;|[“”]/g, '"').replace(/\s+/g, ' ') // prettier-ignore
}
/** Brings files in and reads them; answers the load's address. */
async function bring(site: Site, files: GivenFile[], asAt = '3/10/2026'): Promise<string> {
  const answer = await site.post('/data/bring-in', { asAt }, asFiles(files))
  expect(answer.status).toBe(303)
  await doJobs(database)
  return answer.headers.get('location')!
}
async function keep(site: Site, address: string, sure: string[] = []): Promise<Response> {
  const answer = await site.post(`${address}/keep`, { sure })
  await doJobs(database)
  return answer
}

test('files are read beside the pages: the load says how far it is, then what was found, and is kept on a word', async () => {
  const { site } = await anAnalyst()
  const answer = await site.post('/data/bring-in', { asAt: '3/10/2026' }, asFiles(aWeek()))
  const address = answer.headers.get('location')!
  expect(await read(site, address)).toMatch(
    /Records as at 3 Oct 2026 Being read.*Waiting to begin.*This goes on by itself/,
  )
  await doJobs(database)
  const found = await read(site, address)
  expect(found).toMatch(/To be looked at.*Nothing stands against keeping it.*26 rows read/)
  expect(found).toMatch(/People 12 .*Referrals 12 .*Child protection visits 2/)
  const kept = await keep(site, address)
  expect([kept.status, kept.headers.get('location')]).toEqual([303, address])
  expect(await read(site, address)).toMatch(/Kept by Noor Osman on 22 Nov 2026/)
  expect(await read(site, '/data')).toMatch(/12 people as at 3 October 2026.*Records as at 3 Oct 2026 Kept/)
})

test('the next load is shown beside the last one, with what it would change and in which fields', async () => {
  const { site } = await anAnalyst()
  await keep(site, await bring(site, aWeek()))
  const next = await bring(site, aWeek(13, { visits: ['V1,P1,C1,2026-09-30', 'V3,P3,C3,2026-10-08'] }), '10/10/2026')
  const found = await read(site, next)
  expect(found).toMatch(/People 13 12 1/)
  expect(found).toMatch(/Child protection visits 2 2 1 1 1 visited on 1/)
})

test('just the same files again say that nothing was changed, and show the load that is there', async () => {
  const { site } = await anAnalyst()
  const first = await bring(site, aWeek())
  const again = await site.post('/data/bring-in', { asAt: '3/10/2026' }, asFiles(aWeek()))
  expect(again.headers.get('location')).toBe(`${first}?same`)
  expect(await read(site, `${first}?same`)).toContain('Nothing was changed: this is that load')
})

test.each([
  ['no files', { asAt: '3/10/2026' }, [], 'Select the files of the extract'],
  ['no day', { asAt: '' }, aWeek(), 'Enter the day as at which the extract stands'],
  ['a day that never was', { asAt: '31/2/2026' }, aWeek(), 'Enter a date that exists'],
  ['tomorrow', { asAt: '23/11/2026' }, aWeek(), 'Enter a day that is not in the future'],
])('with %s the form comes back and says so', async (_what, typed, files, problem) => {
  const { site } = await anAnalyst()
  const answer = await site.post('/data/bring-in', typed, asFiles(files))
  expect(answer.status).toBe(400)
  expect(plain(await answer.text())).toContain(problem)
})

test('files that are larger together than the service takes are refused with the size', async () => {
  const { site } = await anAnalyst()
  const large = [1, 2].map(at => ({ name: `${at}.csv`, bytes: Buffer.alloc(1.6 * 1024 * 1024, 'a') }))
  const answer = await site.post('/data/bring-in', { asAt: '3/10/2026' }, asFiles(large))
  expect(answer.status).toBe(413)
  expect(plain(await answer.text())).toContain('The files together must be smaller than 2 MB. Nothing was changed.')
})

test('an extract that looks like another council’s is kept only when somebody looked at the figures', async () => {
  const { site, council } = await anAnalyst()
  await keep(site, await bring(site, aWeek()))
  const strangers = aWeek().map(({ name, bytes }) => file(name, ...Buffer.from(bytes).toString().replace(/\bP(\d)/g, 'Q$1').split('\r\n'))) // prettier-ignore
  const address = await bring(site, strangers, '10/10/2026')
  const doubt = 'Of 12 people in the last load, 0 are in this one (0.0%)'
  expect(await read(site, address)).toContain(doubt)
  const refused = await keep(site, address)
  expect(refused.status).toBe(400)
  expect(plain(await refused.text())).toMatch(/Tick what is as it should be.*Of 12 people in the last load/)
  expect((await keep(site, address, ['people'])).status).toBe(303)
  expect(await read(site, address)).toContain('Kept by')
  const known = await database.reading(council.on('analyst'), db => db.rows(sql`select 1 from child`))
  expect(known).toHaveLength(24)
  const answered = sql`select detail, person_id as by from event where kind = 'answer-doubts'`
  const by = council.posts.analyst.personId
  expect(await database.reading(council.on(), db => db.rows(answered))).toEqual([
    { detail: { doubts: ['people'] }, by },
  ])
})

test('how many of the people known make it a question is the council’s setting', async () => {
  const { site, council } = await anAnalyst()
  await keep(site, await bring(site, aWeek()))
  const next = await bring(site, aWeek(), '10/10/2026')
  expect(await read(site, next)).toContain('Nothing stands against keeping it')
  const fewer = aWeek().map(({ name, bytes }) => file(name, ...Buffer.from(bytes).toString().replace(/\bP([12])\b/g, 'Q$1').split('\r\n'))) // prettier-ignore
  const address = await bring(site, fewer, '11/10/2026')
  expect(await read(site, address)).not.toContain('people in the last load')
  const setShare = (share: number) =>
    database.transaction(council.on('administrator'), db => {
      const { personId, postId } = council.posts.administrator
      return changeKnownShare(db, { personId, postId }, share, 'Tried')
    })
  await setShare(0.95)
  expect(await read(site, address)).toContain('Of 12 people in the last load, 10 are in this one (83.3%)')
  await setShare(0.5)
  expect(await read(site, address)).not.toContain('people in the last load')
})

test('an earlier day than that of the last load is refused, in words, and so is sending the form all the same', async () => {
  const { site } = await anAnalyst()
  await keep(site, await bring(site, aWeek(), '10/10/2026'))
  const address = await bring(site, aWeek(), '3/10/2026')
  expect(await read(site, address)).toMatch(/This cannot be kept The last load kept is as at 10 October 2026/)
  expect(await read(site, `${address}/keep`)).toContain('which is earlier')
  expect((await keep(site, address)).status).toBe(400)
})

test('what is wrong stands by file, row and column, and is taken away as CSV and as Excel', async () => {
  const { site } = await anAnalyst()
  const address = await bring(
    site,
    aWeek(3, { visits: ['V1,P1,C1,31/02/2016', 'V2,P2,C2,=cmd', 'V3,P3,C3,2026-10-02'] }),
  )
  const found = await read(site, address)
  expect(found).toMatch(/value was left out.*ssd_cp_visits\.csv, row 2, cppv_cp_visit_date.*31\/02\/2016/)
  expect(await read(site, `${address}/problems?kind=value-left-out`)).toMatch(/ssd_cp_visits\.csv 2 cppv_cp_visit_date.*31\/02\/2016/) // prettier-ignore
  const csv = await (await site.post(`${address}/problems.csv`, { why: 'To put right' })).text()
  expect(csv).toMatch(
    /^\ufeff?"File","Sheet","Row","Column","What is wrong","Expected","Found","What became of it"\r\n/,
  )
  expect(csv).toMatch(/"ssd_cp_visits\.csv","","2","cppv_cp_visit_date",.*"31\/02\/2016"/)
  expect(csv).toContain(`"'=cmd"`)
  const excel = await site.post(`${address}/problems.xlsx`, { why: 'To put right' })
  expect([excel.status, excel.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('problems-2026-10-03.xlsx')]) // prettier-ignore
})

test('files that are no extract are refused with the reason, and can only be set aside', async () => {
  const { site } = await anAnalyst()
  const address = await bring(site, [{ name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7 ...') }])
  expect(await read(site, address)).toMatch(/Cannot be used.*This cannot be kept.*plan\.pdf/)
  expect((await keep(site, address)).status).toBe(400)
  expect((await site.post(`${address}/set-aside`)).status).toBe(400)
  expect((await site.post(`${address}/set-aside`, { why: 'The wrong file' })).status).toBe(303)
  expect(await read(site, address)).toMatch(/Set aside by Noor Osman on 22 Nov 2026\. None of it was kept/)
  expect((await site.visit(`${address}/set-aside`)).status).toBe(404)
})

test('words of the council’s own are mapped on the page of their list, the load is read again, and they can be put back', async () => {
  const { site } = await anAnalyst()
  const contacts = file(
    'ssd_contacts.csv',
    'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code',
    'K1,P1,2026-09-01,Grandmother <b>',
    'K2,P2,2026-09-02,Health "B"',
  )
  const address = await bring(site, [...aWeek(), contacts])
  expect(await read(site, address)).toMatch(/Words that nobody has mapped.*Grandmother &lt;b&gt; ssd_contacts, cont_contact_source_code 1 Say what it means: source/) // prettier-ignore
  expect(await read(site, '/data/values')).toMatch(/Source 2 /)
  const none = await site.post('/data/values/words?list=source', {
    word: ['Grandmother <b>', 'Health "B"'],
    code: ['', ''],
  })
  expect(none.status).toBe(400)
  const no = await site.post('/data/values/words?list=source', { word: ['Grandmother <b>'], code: ['ZZ'] })
  expect(no.status).toBe(400)
  const said = await site.post('/data/values/words?list=source', { word: ['Grandmother <b>', 'Health "B"', ''], code: ['1A', '(nothing)', ''] }) // prettier-ignore
  expect(said.headers.get('location')).toBe('/data/values/words?list=source&kept')
  expect(await read(site, address)).toContain('Being read')
  await doJobs(database)
  expect(await read(site, address)).not.toContain('Words that nobody has mapped')
  expect(await read(site, '/data/values/words?list=source')).toMatch(/Your words so far.*Grandmother &lt;b&gt; 1A: .*Who said what.*Noor Osman/) // prettier-ignore
  await site.post('/data/values/words?list=source', { back: ['Grandmother <b>'] })
  await doJobs(database)
  expect(await read(site, address)).toContain('Grandmother')
  expect(await read(site, '/data/values/words?list=source')).toContain('Put back: not mapped any more')
})

test('a job that failed says so, and is tried again on a word', async () => {
  const { site } = await anAnalyst()
  const answer = await site.post('/data/bring-in', { asAt: '3/10/2026' }, asFiles(aWeek()))
  const address = answer.headers.get('location')!
  const failing = { 'read-load': () => Promise.reject(new Error('no memory')) }
  await runNextJob({ database, works: failing, signal: new AbortController().signal, log: () => {} })
  expect(await read(site, address)).toMatch(/This did not work.*Nothing was changed/)
  await site.post(address)
  await doJobs(database)
  expect(await read(site, address)).toContain('Nothing stands against keeping it')
})

test('templates of the supplement are named and handed out, and nothing else is', async () => {
  const { site } = await anAnalyst()
  const [, name] = /href="\/data\/template\?name=([^"]+)"/.exec(await (await site.visit('/data/bring-in')).text())!
  expect(await (await site.visit(`/data/template?name=${name}`)).text()).toMatch(/^\ufeff?\w+(,\w+)+\r\n$/)
  expect((await site.visit('/data/template?name=../package.json')).status).toBe(404)
})

test('another council’s loads are not there', async () => {
  const [one, other] = [await anAnalyst(), await anAnalyst()]
  const address = await bring(one.site, aWeek())
  for (const page of ['', '/keep', '/set-aside', '/problems', '/problems.csv'])
    expect((await other.site.visit(`${address}${page}`)).status).toBe(404)
})
