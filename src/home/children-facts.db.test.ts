/** What home says of children: to a worker their own by name, to a manager the team's, to who answers for teams how many, to everyone else nothing. */
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { recordsOf } from '../measures/measure-example.ts'
import { runMeasures } from '../measures/run-measures.ts'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import type { Role } from '../terms/permission.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database, 'Aldermouth')
const NOW = new Date('2026-11-20T09:00:00Z')
const app = new Hono()
servePages(app, { database, pages, visitors, address: ADDRESS, now: () => NOW })

const home = async (role: Role) => {
  const site = siteOf(app, await sessionOf(database, council, role, NOW))
  return (await (await site.visit('/')).text()).replace(/<[^>]+>/g, ' ').replace(/&nbsp;|\s+/g, ' ')
}

/** Assessments due on 3 November (past), 26 November (the seventh day), 27 November (the eighth) and 3 November of another team. */
const CHILDREN = [
  ['P1', 'Robin', '2026-09-01', 'W-social-worker', 'T1'],
  ['P2', 'Sam', '2026-09-24', 'W-social-worker', 'T1'],
  ['P3', 'Kit', '2026-09-25', 'W-other', 'T1'],
  ['P4', 'Alex', '2026-09-01', 'W-other', 'T2'],
] as const

beforeAll(async () => {
  const records = recordsOf(
    {
      people: CHILDREN.map(([id, forename]) => ({ id, forename, surname: 'Ashdown', bornOn: '2012-01-01' })),
      teams: [{ id: 'T1', name: 'Assessment North' }, { id: 'T2', name: 'Care South' }],
      referrals: CHILDREN.map(([personId, , referredOn]) => ({ id: `r${personId}`, personId, referredOn })),
      assessments: CHILDREN.map(([personId, , startedOn]) => ({ id: `a${personId}`, personId, referralId: `r${personId}`, startedOn })),
      involvements: CHILDREN.map(([personId, , fromOn, workerId, teamId]) => ({ id: `i${personId}`, personId, workerId, role: 'CW' as const, teamId, fromOn })),
    },
    day('2026-11-19'),
  ) // prettier-ignore
  await runMeasures(database, council.authorityId, await keepTestSnapshot(database, council.authorityId, records))
})

test('a worker sees their own children who are past a day or due within seven, and that they looked is recorded', async () => {
  const shown = await home('social-worker')
  expect(shown).toMatch(/1 past their day Robin Ashdown : Assessment within 45 working days 17 days over, 3 Nov 2026/)
  expect(shown).toMatch(/1 due in the next 7 days Sam Ashdown : .* in (?:six|6) days, 26 Nov 2026/)
  expect(shown).not.toMatch(/Alex|Kit|Weekly meetings/)
  const { looked } = await database.reading(council.on('director'), db =>
    db.one<{ looked: number }>(
      sql`select count(*)::integer as looked from look join event using (authority_id, event_id) where about = 'home-list'`,
      '',
    ),
  )
  expect(looked).toBe(2)
})

test('what falls due on the eighth day is not told yet, nor what is of another team', async () => {
  const shown = await home('team-manager')
  expect(shown).toMatch(/Robin Ashdown .* Sam Ashdown .* Weekly meetings/)
  expect(shown).not.toMatch(/Kit|Alex/)
})

test('who answers for teams sees how many, and no child', async () => {
  expect(await home('director')).toMatch(/Past their day, by team 1 Assessment North 1 Care South .* No measure has changed its signal/) // prettier-ignore
  expect(await home('service-manager')).toMatch(/Past their day, by team 1 Assessment North Records/)
  for (const role of ['director', 'service-manager'] as const) expect(await home(role)).not.toContain('Ashdown')
})

test.each(['partner-lead', 'board-member', 'programme-manager', 'analyst'] as const)(
  'a %s is told nothing of it',
  async role => expect(await home(role)).not.toMatch(/past their day|Past their day|Ashdown|signal/),
)
