/** The weekly performance meeting: exceptions of a team with their reasons, carried over from week to week, minuted, closed and then left as they were. */
import { beforeAll, describe, expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { sql } from '../store/sql.ts'
import { type Day, day } from '../terms/day.ts'
import type { Role } from '../terms/permission.ts'
import { type Typed } from '../web/test-site.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { addReason } from './reason-store.ts'
import { runMeasures } from './run-measures.ts'
import { measureSite, wordsOf } from './test-measure-site.ts'

let now = new Date('2026-11-20T09:00:00Z')
/** What stands in a form's fields is read with the words. */
const read = (html: string) => wordsOf(html.replace(/<(input|option)[^>]*value="([^"]*)"[^>]*>/g, ' [$2] '))
const { database, council, as, see, keep, refused } = await measureSite('team-manager', { now: () => now, read })

const BORN = { bornOn: '2012-01-01', surname: 'Ashdown' } as const
/** A hundred more of the other team, so that its list takes two pages. */
const MANY = Array.from({ length: 100 }, (_, at) => `Q${at + 100}`)

const records = (done: string | null): ExampleRecords => ({
  people: [
    { id: 'P1', forename: 'Robin', ...BORN },
    { id: 'P2', forename: 'Sam', ...BORN },
    { id: 'P3', forename: 'Alex', ...BORN },
    ...MANY.map(id => ({ id, forename: `Child ${id}`, ...BORN })),
  ],
  teams: [
    { id: 'T1', name: 'Assessment North' },
    { id: 'T2', name: 'Assessment South' },
  ],
  professionals: [{ id: 'W-social-worker', name: 'Iris Joyce', registration: 'SW1' }],
  referrals: [
    { id: 'r0', personId: 'P2', referredOn: '2026-01-05', closedOn: '2026-05-01' },
    ...['P1', 'P2', 'P3', ...MANY].map(personId => ({ id: `r${personId}`, personId, referredOn: '2026-09-01' })),
  ],
  assessments: [
    { id: 'a0', personId: 'P2', referralId: 'r0', startedOn: '2026-01-05', authorisedOn: '2026-04-20' },
    { id: 'a1', personId: 'P1', referralId: 'rP1', startedOn: '2026-09-01', authorisedOn: done },
    { id: 'a2', personId: 'P2', referralId: 'rP2', startedOn: '2026-09-01' },
    ...['P3', ...MANY].map(personId => ({
      id: `a${personId}`,
      personId,
      referralId: `r${personId}`,
      startedOn: '2026-09-01',
    })),
  ],
  involvements: [
    { id: 'i1', personId: 'P1', workerId: 'W-social-worker', role: 'CW', teamId: 'T1', fromOn: '2026-09-01' },
    { id: 'i2', personId: 'P2', workerId: 'W-social-worker', role: 'CW', teamId: 'T1', fromOn: '2026-09-01' },
    ...['P3', ...MANY].map(personId => ({
      id: `i${personId}`,
      personId,
      workerId: 'W-other',
      role: 'CW' as const,
      teamId: 'T2',
      fromOn: '2026-09-01',
    })),
  ],
})
async function bringIn(asAt: Day, done: string | null) {
  const snapshot = await keepTestSnapshot(database, council.authorityId, recordsOf(records(done), asAt))
  await runMeasures(database, council.authorityId, snapshot)
}

/** What stands for a child in addresses, by its number in the case system. */
const addresses = new Map<string, { childId: number; address: string }>()
beforeAll(async () => {
  await bringIn(day('2026-11-16'), null)
  const rows = await database.reading(council.on('director'), db =>
    db.rows<{ ref: string; childId: number; address: string }>(
      sql`select person_ref as ref, child_id as "childId", address from child`,
    ),
  )
  for (const { ref, ...child } of rows) addresses.set(ref, child)
})

const DUE = '2026-11-03'
type Row = {
  of: string
  after?: number
  reason?: string
  note?: string
  owner?: string
  nextStep?: string
  review?: string
}
/** As the table sends it: every row, in the order of the rows. */
const sent = (...rows: Row[]): Typed => ({
  key: rows.map(({ of }) => `${addresses.get(of)!.address} assessment-45 ${DUE}`),
  after: rows.map(({ after = 0 }) => String(after)),
  ...Object.fromEntries(
    (['reason', 'note', 'owner', 'nextStep', 'review'] as const).map(name => [name, rows.map(row => row[name] ?? '')]),
  ),
})
const open = (heldOn: string, team = 'team/T1', who?: Role) =>
  keep('/children/meetings', { team, heldOn, chair: 'Hugh Innes' }, who)
const latestReason = () =>
  database.reading(council.on('director'), async db => {
    const { id } = await db.one<{ id: number }>(sql`select max(case_reason_id) as id from case_reason`, '')
    return id
  })

let first: string
describe('a meeting', () => {
  test('is opened once for a team and a week, and tells what is past its day, with repeats', async () => {
    expect(await see('/children/meetings')).toMatch(/Assessment North 2 2 None yet/)
    first = await open('18/11/2026')
    expect(await open('20/11/2026')).toBe(first)
    const shown = await see(first)
    expect(shown).toMatch(/2 cases past their day/)
    expect(shown).toMatch(
      /Robin Ashdown P1 Assessment.* 3 Nov 2026 15 E4 Overdue by 10 working days: Head of service Iris Joyce New (?!Late)/,
    )
    expect(shown).toMatch(/Sam Ashdown P2 .* New Late before within a year/)
    expect(shown).not.toContain('Alex')
  })

  test('is not there for a manager of another team, nor opened by one', async () => {
    const south = await open('18/11/2026', 'team/T2', 'director')
    expect((await (await as('team-manager')).visit(south)).status).toBe(404)
    expect(await refused('/children/meetings', { team: 'team/T2', heldOn: '18/11/2026', chair: 'Hugh' })).toContain(
      'Select one of the teams and services in your reach',
    )
    expect(await see(south, 'director')).toMatch(/101 cases .*Alex Ashdown/)
  })

  test('of more than a hundred cases has pages, each with its own rows to save', async () => {
    const south = await open('18/11/2026', 'team/T2', 'director')
    const second = await see(`${south}?page=2`, 'director')
    expect(second).toContain('Child Q199')
    expect(second).not.toMatch(/Alex|Child Q198/)
    const typed = { ...sent({ of: 'Q199', reason: 'partner' }), save: '101' }
    expect(await keep(`${south}?page=2`, typed, 'director')).toBe(`${south}?page=2#row-101`)
    const { looked } = await database.reading(council.on('director'), db =>
      db.one<{ looked: number }>(
        sql`select count(*)::integer as looked from look join event using (authority_id, event_id) where about = 'meeting-list' group by event_id order by event_id desc limit 1`,
        '',
      ),
    )
    expect(looked).toBe(1)
  })

  test('keeps every row that was changed, and leaves the others as they were', async () => {
    const rows = sent(
      { of: 'P1', reason: 'family', note: 'Away until Monday', owner: 'Iris', review: '27/11/2026' },
      { of: 'P2' },
    )
    expect(await keep(first, { ...rows, save: '1' })).toBe(`${first}#row-1`)
    const shown = await see(`${first}/minutes`)
    expect(shown).toMatch(/Robin .* Family unavailable or refused. Away until Monday Iris 27 Nov 2026/)
    expect(shown).toMatch(/Sam .* none given/)
    const again = sent({ of: 'P1', after: await latestReason(), reason: 'family', note: 'Away until Monday', owner: 'Iris', review: '27/11/2026' }, { of: 'P2' }) // prettier-ignore
    const before = await latestReason()
    await keep(first, { ...again, save: '2' })
    expect(await latestReason()).toBe(before)
  })

  test.each<[Row, string, string]>([
    [{ of: 'P2', note: 'Nobody in' }, 'Sam Ashdown, Assessment', 'Select a reason'],
    [{ of: 'P2', reason: 'agreed' }, 'Sam Ashdown', 'which manager agreed the delay'],
    [{ of: 'P2', reason: 'constructor' }, 'Sam Ashdown', 'Select a reason'],
    [{ of: 'P2', reason: 'family', review: '31/2/2027' }, 'Sam Ashdown', 'Enter a date that exists'],
    [{ of: 'P2', reason: 'family', review: '19/11/2026' }, 'Sam Ashdown', 'still to come'],
    [{ of: 'P2', reason: 'family', owner: 'x'.repeat(201) }, 'Sam Ashdown', '200 characters or fewer'],
  ])('%j comes back as it was typed', async (row, who, words) => {
    const shown = await refused(first, sent(row))
    expect(shown).toContain(who)
    expect(shown).toContain(words)
    if (row.note) expect(shown).toContain(row.note)
  })

  test('two people at one row: the second sees what the first kept, and keeps theirs after it', async () => {
    const typed = { of: 'P2', reason: 'worker', note: 'Post is vacant' }
    await keep(first, sent({ ...typed, note: 'From the director' }), 'director')
    const shown = await refused(first, sent(typed))
    expect(shown).toMatch(/Ada Brook gave a reason while you wrote/)
    expect(shown).toContain('Kept meanwhile by Ada Brook: Worker absent, or post vacant. From the director')
    expect(shown).toContain('Post is vacant')
    await keep(first, sent({ ...typed, after: await latestReason() }))
    expect(await see(`${first}/minutes`)).toMatch(/Sam .* Post is vacant/)
  })

  test('a row of a child out of reach is refused, by the page and by the database', async () => {
    expect(await refused(first, sent({ of: 'P3', reason: 'family' }))).toContain('out of your reach')
    const key = { childId: addresses.get('P3')!.childId, clock: 'assessment-45', due: day(DUE) }
    const given = { reason: 'family', note: '', owner: '', nextStep: '', review: null } as const
    const { personId, postId } = council.posts['team-manager']
    await expect(
      database.transaction({ ...council.on('team-manager'), post: postId }, db =>
        addReason(db, { personId, postId, on: day('2026-11-20') }, key, given, null),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('closed, it stands as it was, whatever comes in later', async () => {
    const minutes = { chair: 'Hugh Innes', attendance: 'Iris Joyce', notes: 'Two visits to plan' }
    await keep(`${first}/minutes`, { ...minutes, close: 'yes' })
    expect(await refused(first, sent({ of: 'P1', reason: 'system' }))).toContain('closed this meeting')
    expect(await refused(`${first}/minutes`, { ...minutes, notes: 'Changed' })).toContain('closed this meeting')
    await expect(
      database.transaction(council.on('director'), db =>
        db.run(sql`update performance_meeting set notes = 'Changed' where closed_at is not null`),
      ),
    ).rejects.toThrow(/meeting is closed/)
    now = new Date('2026-11-27T09:00:00Z')
    await bringIn(day('2026-11-25'), '2026-11-24')
    const shown = await see(`${first}/minutes`)
    expect(shown).toMatch(/Robin Ashdown P1 .* 3 Nov 2026 15 E4/)
    expect(shown).toMatch(/Closed by Hugh Innes.*Iris Joyce.*Two visits to plan/)
  })

  test('what is still there next week is carried over, with what was said of it; what was done is not', async () => {
    const second = await open('25/11/2026')
    expect(second).not.toBe(first)
    await keep(`${second}/minutes`, { chair: 'Hugh Innes', close: 'yes' })
    const third = await open('2/12/2026')
    const shown = await see(third)
    expect(shown).toMatch(/1 case past its day/)
    expect(shown).toMatch(/Sam Ashdown P2 .* Twice Late before/)
    expect(shown).toContain('Post is vacant')
    expect(shown).not.toContain('Review was due')
    const again = { of: 'P2', after: await latestReason(), reason: 'worker', review: '2/12/2026' }
    await keep(third, sent(again))
    expect(await see(third)).toContain('Review was due 2 Dec 2026')
    expect(await see('/children/meetings')).toMatch(/Assessment North 1 1 25 Nov 2026 .* 2 Dec 2026/)
    expect(await refused(`${third}/minutes`, { chair: 'Hugh Innes', close: 'yes' })).toContain('it can be closed then')
  })
})

describe('on the page of a child', () => {
  test('whoever works with the child says why, and everything said stays', async () => {
    const { address } = addresses.get('P2')!
    expect(await see(`/children/${address}`, 'social-worker')).toContain('Say why something is late')
    const given = { case: `assessment-45 ${DUE}`, reason: 'court', note: 'Direction of 20 November' }
    expect(await keep(`/children/${address}/reason`, given, 'social-worker')).toBe(`/children/${address}`)
    const shown = await see(`/children/${address}`, 'social-worker')
    expect(shown).toMatch(
      /Why it was late .*never makes a late case in time.* Court or police direction. Direction of 20 November.* Iris Joyce, Social Worker/,
    )
    expect(shown).toMatch(/Post is vacant.* Hugh Innes, Team Manager, Assessment North, at a performance meeting/)
    expect(
      await refused(`/children/${address}/reason`, { ...given, case: 'assessment-45 2026-11-04' }, 'social-worker'),
    ).toContain('one of the things that are late')
    expect((await (await as('social-worker')).visit(`/children/${addresses.get('P3')!.address}/reason`)).status).toBe(
      404,
    )
  })
})

test('nothing of a child is in the record but that a reason was given, of which kind', async () => {
  const rows = await database.reading(council.on('director'), db =>
    db.rows<{ detail: object; why: string }>(
      sql`select detail, why from event where kind like '%reason%' or kind like '%meeting%'`,
    ),
  )
  expect(rows.length).toBeGreaterThan(8)
  expect(JSON.stringify(rows)).not.toMatch(/Ashdown|P1|P2|vacant|Monday/)
})

test('the minutes are taken away as Excel by who may', async () => {
  const answer = await (await as('team-manager')).post(`${first}/minutes.xlsx`, { why: 'For the file' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  expect((await (await as('social-worker')).visit(`${first}/minutes.xlsx`)).status).toBe(403)
})
