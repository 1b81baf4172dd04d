/** Retention as a data protection officer does it: periods, holds, review, disposal that leaves nothing of a child. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { recordsOf } from './measures/measure-example.ts'
import { runMeasures } from './measures/run-measures.ts'
import { connect } from './store/connect.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { verifyRecord } from './store/verify-record.ts'
import { day } from './terms/day.ts'
import { openCouncil } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database, url } = await testDatabase()
const here = await openCouncil(database)
let officer: Site
const childId = (ref: string) =>
  database.reading(
    { ...here.council.on(), work: 'test-children' },
    async db => (await db.one<{ id: number }>(sql`select child_id as id from child where person_ref = ${ref}`, ref)).id,
  )
const read = async (address: string) => (await officer.visit(address)).text()

beforeAll(async () => {
  const records = recordsOf(
    {
      people: [
        { id: 'P-NOW', forename: 'Nowell', surname: 'Ashdown', bornOn: '2015-03-02' },
        { id: 'P-OLD', forename: 'Oldric', surname: 'Birch', bornOn: '1999-03-02' },
        { id: 'P-OLDER', forename: 'Oda', surname: 'Cray', bornOn: '1998-03-02' },
      ],
      referrals: [
        { id: '1', personId: 'P-OLD', referredOn: '2012-01-02' },
        { id: '2', personId: 'P-NOW', referredOn: '2026-01-02' },
      ],
      involvements: [
        { id: '1', personId: 'P-NOW', workerId: 'W-1', role: 'CW', teamId: 'T1', fromOn: '2026-01-02' },
        {
          id: '2',
          personId: 'P-OLD',
          workerId: 'W-1',
          role: 'CW',
          teamId: 'T1',
          fromOn: '2012-01-02',
          untilOn: '2014-05-01',
        },
        {
          id: '3',
          personId: 'P-OLDER',
          workerId: 'W-1',
          role: 'CW',
          teamId: 'T1',
          fromOn: '2011-01-02',
          untilOn: '2013-05-01',
        },
      ] as never,
    },
    day('2026-11-20'),
  )
  const { authorityId } = here.council
  await runMeasures(database, authorityId, await keepTestSnapshot(database, authorityId, records))
  officer = await here.siteAs('data-protection-officer')
})
afterAll(() => database.close())

test('who was last worked with longer ago than the period is due; a longer period, with its reason, takes them off the list and can be put back', async () => {
  expect(await read('/retention')).toContain('Review 2 children')
  expect(await read('/retention')).not.toContain('P-OLD')
  const due = await read('/retention/dispose')
  for (const [ref, listed] of [
    ['P-OLD', true],
    ['P-OLDER', true],
    ['P-NOW', false],
  ] as const)
    expect(due.includes(ref), ref).toBe(listed)
  const change = async (length: string, why: string, kind = 'children') =>
    (await officer.post(`/retention/period?kind=${kind}`, { length, why })).status
  expect(await change('seven', 'x')).toBe(400)
  expect(await change('151', 'x')).toBe(400)
  expect(await change('20', '')).toBe(400)
  expect(await change('20', 'Schedule 4')).toBe(303)
  expect(await read('/retention')).toContain('20 years from the day the council last worked with them')
  expect(await read('/retention/dispose')).not.toContain('P-OLD')
  expect(await change('', 'Back to what it comes with')).toBe(303)
  expect(await read('/retention/dispose')).toContain('P-OLD')
  expect(await read('/retention/period')).toContain('Schedule 4')
  for (const kind of ['record', 'plan', 'staged', 'nothing']) expect([kind, await change('1', 'x', kind)]).toEqual([kind, 404]) // prettier-ignore
  expect([await change('29', 'x', 'signing-in'), await change('30', 'x', 'signing-in')]).toEqual([400, 303])
  await change('', 'Back', 'signing-in')
})

test('a legal hold keeps a child from disposal; the others go, and nothing of them is left in any table', async () => {
  const old = await childId('P-OLD')
  await officer.post('/retention/hold', { of: 'child', child: 'P-OLD', reason: 'Inquiry' })
  const shown = `${old} ${await childId('P-OLDER')} ${await childId('P-NOW')}`
  expect((await officer.post('/retention/dispose', { shown, why: '' })).status).toBe(400)
  expect((await officer.post('/retention/dispose', { shown, why: 'Reviewed' })).status).toBe(303)
  const superuser = connect(
    Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href,
    { max: 1 },
  )
  const tables = await superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  const left = async (words: string) => {
    const found = []
    for (const { name } of tables)
      if ((await superuser.unsafe(`select 1 from ${name} t where t::text ~ '${words}'`)).length > 0) found.push(name)
    return found
  }
  expect(await left('P-OLDER|Oda|Cray')).toEqual([])
  expect(await left('Oldric')).not.toEqual([])
  expect(await left('Nowell')).not.toEqual([])
  const [disposal] = await superuser`select children, rule from disposal`
  expect(disposal).toEqual({ children: 1, rule: '7 years after the day the council last worked with them' })
  await superuser.end()
  expect((await officer.post('/retention/dispose', { shown, why: 'Again' })).status).toBe(400)
  const hold = /retention\/lift\?hold=(\d+)/.exec(await read('/retention'))![1]!
  await officer.post('/retention/lift', { hold, why: 'Inquiry closed' })
  expect((await officer.post('/retention/dispose', { shown, why: 'Reviewed' })).status).toBe(303)
  expect((await verifyRecord(database, here.council.authorityId)).problems).toEqual([])
  expect(await read('/retention/dispose')).toContain('Nothing is due')
})

test('nobody else can dispose, though they reach every child; and the service itself may delete nothing', async () => {
  const now = await childId('P-NOW')
  for (const role of ['director', 'administrator', 'analyst'] as const)
    await expect(
      database.transaction(here.council.on(role), db => db.run(sql`select dispose_of_children(${[now]}::integer[])`)),
    ).rejects.toThrow('only a data protection officer')
  await expect(
    database.transaction(here.council.on('data-protection-officer'), db =>
      db.run(sql`delete from child_record where child_id = ${now}`),
    ),
  ).rejects.toThrow('permission denied')
})
