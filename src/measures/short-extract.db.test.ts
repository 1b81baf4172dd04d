/** An extract that reaches back a short time, from its file to the measure's page: what it cannot tell has no figure, and says why. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { keepSnapshot } from '../children/keep-snapshot.ts'
import { recordsAt } from '../children/record-store.ts'
import { bringIn } from '../intake/bring-in.ts'
import { LOADING, readLoad } from '../intake/load-work.ts'
import { packFiles } from '../intake/packed-files.ts'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { measurePages } from './pages.ts'
import { runMeasures } from './run-measures.ts'
import { findLatestRun, listFigures } from './run-store.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database, 'Aldermouth')
const app = new Hono()
servePages(app, {
  database,
  pages: measurePages(async () => []),
  visitors,
  address: ADDRESS,
  now: () => new Date('2026-11-22T09:00:00Z'),
})

const CHILD = 'Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years)'
const REFERRALS = `${CHILD},Date of referral,Referral Source,Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker`
const row = (child: string, on: string) =>
  `${child},b) Female,a) WBRI,02/03/2015,11,${on},e) 2A: Schools,b) No,0,Team A,Worker A`
const LIST_3 = { name: 'List_3.csv', bytes: Buffer.from([REFERRALS, row('C1', '05/06/2026'), row('C2', '06/10/2026')].join('\r\n')) } // prettier-ignore

const on = { authority: council.authorityId, person: null, work: LOADING }
const by = { personId: council.posts.analyst.personId, postId: council.posts.analyst.postId }
const files = await packFiles([LIST_3])
const { snapshotId } = await database.transaction(on, db => bringIn(db, day('2026-11-20'), files, by, 'by-caller'))
await readLoad(database, council.authorityId, snapshotId)
await database.transaction(on, db => keepSnapshot(db, snapshotId, null))
await runMeasures(database, council.authorityId, snapshotId)

test('how far back each table reaches is kept with the load', async () => {
  const { reaches } = await database.reading(on, db => recordsAt(db, snapshotId))
  expect(reaches).toEqual({ referrals: '2026-05-20' })
})

test('months within the reach have figures; earlier ones and longer periods have none; what needs a year before has none at all', async () => {
  await database.reading({ ...on, work: 'work-out-measures' }, async db => {
    const { runId, lacks } = (await findLatestRun(db))!
    const figures = await listFigures(db, runId, { measure: 'referrals-nfa' })
    expect(figures.filter(({ kind }) => kind === 'month').map(({ from }) => from)).toEqual(['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']) // prettier-ignore
    expect(figures.filter(({ kind }) => kind === 'rolling-year')).toEqual([])
    expect(lacks['re-referrals-12m']).toEqual([expect.stringContaining('The extract has referrals from 20 May 2026 only: it looks 12 months')]) // prettier-ignore
  })
})

test('the page of the measure says so', async () => {
  const analyst = siteOf(app, await sessionOf(database, council, 'analyst', new Date('2026-11-22T08:59:00Z')))
  const page = await (await analyst.visit('/measures/of/referrals-nfa')).text()
  expect(page).toContain('The extract has referrals from 20 May 2026 only: periods that begin before then are not worked out.') // prettier-ignore
})
