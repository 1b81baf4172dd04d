/** Kinds of record beside children: what is reviewed first, what goes by its rule every day, and holds that stop both in the database itself. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { WORKS } from './jobs.ts'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { askToClear, CLEAR_BY_RULE } from './governance/clear-by-rule.ts'
import { recordsOf } from './measures/measure-example.ts'
import { connect } from './store/connect.ts'
import { runNextJob } from './store/jobs.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { verifyRecord } from './store/verify-record.ts'
import { day } from './terms/day.ts'
import { openCouncil } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database, url } = await testDatabase()
const here = await openCouncil(database)
const { authorityId, posts } = here.council
const superuser = connect(Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href, {
  max: 1,
})
let officer: Site
const read = async (address: string) => (await officer.visit(address)).text()
const dispose = (kind: string, shown: number[], why = 'Reviewed') =>
  officer.post(`/retention/dispose?kind=${kind}`, { shown: shown.join(' '), why })
const count = async (of: string): Promise<number> =>
  Number((await superuser.unsafe<{ n: string }[]>(`select count(*) as n from ${of}`))[0]!.n)
/** What the database itself says to the one in the post, whatever a page would have asked before. */
const asked = (role: 'data-protection-officer' | 'director' | 'administrator', what: ReturnType<typeof sql>) =>
  database.transaction(here.council.on(role), db => db.run(what))

/** Meetings held long ago and lately, and people who left long ago and lately. */
beforeAll(async () => {
  const person = { id: 'P-1', forename: 'Nowell', surname: 'Ashdown', bornOn: '2015-03-02' }
  await keepTestSnapshot(database, authorityId, recordsOf({ people: [person] }, day('2026-11-20')))
  const manager = posts['team-manager'].personId
  await superuser`
    insert into performance_meeting (authority_id, service, name, week_on, held_on, attendance, notes, recorded_by)
    values (${authorityId}, 'Old', 'Old', '2019-01-07', '2019-01-09', 'Everyone', 'Minuted words', ${manager}),
           (${authorityId}, 'New', 'New', '2026-11-16', ${new Date()}, 'Everyone', 'Lately', ${manager})`
  await superuser`
    insert into meeting_exception (authority_id, performance_meeting_id, child_id, clock, due_on, days_over, step, worker, carried, is_repeat)
    select m.authority_id, m.performance_meeting_id, c.child_id, 'x', '2019-01-01', 3, 'E2', 'W', 0, false
    from performance_meeting m join child c using (authority_id) where m.name = 'Old'`
  await superuser`
    insert into case_reason (authority_id, child_id, clock, due_on, reason, performance_meeting_id, said_on, recorded_by)
    select m.authority_id, c.child_id, 'x', '2019-01-01', 'illness', m.performance_meeting_id, '2019-01-09', ${manager}
    from performance_meeting m join child c using (authority_id) where m.name = 'Old'`
  for (const [role, left] of [
    ['auditor', '2025-05-01'],
    ['elected-member', '2026-06-01'],
  ] as const) {
    const { personId } = posts[role]
    await here.siteAs(role)
    await superuser`update post_holding set to_on = ${left} where authority_id = ${authorityId} and person_id = ${personId}`
  }
  officer = await here.siteAs('data-protection-officer')
})
afterAll(() => Promise.all([database.close(), superuser.end()]))

const idOf = async (name: string) =>
  (
    await superuser<{ id: number }[]>`select performance_meeting_id as id from performance_meeting where name = ${name}`
  )[0]!.id

test('every kind says how long it is kept, from which day, how it goes and why, and those of the council’s own can be changed', async () => {
  const page = await read('/retention')
  for (const said of [
    '90 days from',
    '12 months from',
    'By itself, every day',
    'With the service',
    'With the child',
    'Limitation Act 1980',
    'kind=drafts',
  ])
    expect(page).toContain(said)
  expect(page).not.toContain('kind=record"')
  expect(page).toContain('Review 1 meeting')
  expect(page).toContain('Review 1 person')
})

test('minutes past their period go with their lines, and not while a child who stood in them is on hold; what was said of the child stays with the child', async () => {
  const [old, lately] = [await idOf('Old'), await idOf('New')]
  await officer.post('/retention/hold', { of: 'child', child: 'P-1', reason: 'Inquiry' })
  expect((await dispose('meetings', [old])).status).toBe(400)
  await expect(asked('data-protection-officer', sql`select dispose_of_meetings(${[old]}::integer[])`)).rejects.toThrow(
    'a legal hold keeps',
  )
  await liftOne()
  await expect(
    asked('data-protection-officer', sql`select dispose_of_meetings(${[lately]}::integer[])`),
  ).rejects.toThrow('last year')
  await expect(asked('director', sql`select dispose_of_meetings(${[old]}::integer[])`)).rejects.toThrow(
    'only a data protection officer',
  )
  expect((await dispose('meetings', [old, lately])).status).toBe(303)
  expect(await count(`performance_meeting where name = 'Old'`)).toBe(0)
  expect(await count('meeting_exception')).toBe(0)
  expect(await count('performance_meeting')).toBe(1)
  expect(await count('case_reason where performance_meeting_id is null')).toBe(1)
  expect(await read('/retention')).toMatch(/1 meeting\b[^]*3 years after the day of the meeting/)
})

test('of who left over a year ago all but the name goes; who left lately, holds a post or is on hold is kept', async () => {
  const { personId, name } = posts['auditor']
  const lately = posts['elected-member'].personId
  const email = 'leo.marsh@testborough.example'
  expect(
    (await officer.post('/retention/hold', { of: 'staff', email: 'nobody@x.example', reason: 'Claim' })).status,
  ).toBe(400)
  await officer.post('/retention/hold', { of: 'staff', email, reason: 'Claim' })
  expect(await read('/retention/dispose?kind=staff')).toContain('On legal hold, and left out here: 1')
  await expect(
    asked('data-protection-officer', sql`select dispose_of_staff(${[personId]}::integer[])`),
  ).rejects.toThrow('a legal hold keeps')
  await liftOne()
  await expect(
    asked('data-protection-officer', sql`select dispose_of_staff(${[posts.director.personId]}::integer[])`),
  ).rejects.toThrow('has not left')
  await expect(asked('administrator', sql`select dispose_of_staff(${[personId]}::integer[])`)).rejects.toThrow(
    'only a data protection officer',
  )
  expect(await count(`session where person_id = ${personId}`)).toBeGreaterThan(0)
  expect((await dispose('staff', [personId, lately])).status).toBe(303)
  for (const table of [
    'session',
    'account',
    'authenticator',
    'passkey',
    'recovery_code',
    'invitation',
    'directory_link',
    'saved_view',
  ])
    expect([table, await count(`${table} where person_id = ${personId}`)]).toEqual([table, 0])
  const [left] = await superuser`select name, email, worker_ref from person where person_id = ${personId}`
  expect(left).toEqual({ name, email: `left-${personId}@invalid`, worker_ref: null })
  expect(await count(`person where person_id = ${lately} and forgotten_on is null`)).toBe(1)
  expect(await (await (await here.siteAs('administrator')).visit('/people')).text()).not.toContain(name)
  expect(await count('person')).toBe(Object.keys(posts).length)
})

test('of files that only those who see every child may open, what is in them and their names go; others go with the plan', async () => {
  const { personId } = posts['programme-manager']
  const [evidence] = await superuser<{ id: number }[]>`
    with p as (insert into plan (authority_id, title) values (${authorityId}, 'Plan') returning plan_id),
         a as (insert into action (authority_id, plan_id) select ${authorityId}, plan_id from p returning action_id)
    insert into evidence (authority_id, action_id, kind, title, speaks_of_on, added_on, added_by)
    select ${authorityId}, action_id, 'audit', 'Audit', '2018-12-01', '2019-01-01', ${personId} from a returning evidence_id as id`
  const ids: Record<string, number> = {}
  for (const audience of ['children', 'all']) {
    const [file] = await superuser<{ id: number }[]>`
      insert into attachment (authority_id, evidence_id, kind, bytes, sha256, given_sha256, audience, scanned, added_on, added_by)
      values (${authorityId}, ${evidence!.id}, 'pdf', 5, sha256('x'), sha256('x'), ${audience}, true, '2019-01-01', ${personId}) returning attachment_id as id`
    ids[audience] = file!.id
    await superuser`insert into attachment_content values (${authorityId}, ${file!.id}, ${audience}, 'Nowell.pdf', 'Robin')`
  }
  expect(await read('/retention/dispose?kind=files')).toContain(`PDF with evidence ${evidence!.id}`)
  await expect(
    asked('data-protection-officer', sql`select dispose_of_files(${[ids['all']]}::integer[])`),
  ).rejects.toThrow('go with the plan')
  await expect(asked('director', sql`select dispose_of_files(${[ids['children']]}::integer[])`)).rejects.toThrow(
    'only a data protection officer',
  )
  expect((await dispose('files', Object.values(ids))).status).toBe(303)
  const left = await superuser`select audience, name, content is null as gone from attachment_content order by audience`
  expect(left).toEqual([
    { audience: 'all', name: 'Nowell.pdf', gone: false },
    { audience: 'children', name: 'disposed of', gone: true },
  ])
})

/** Of each kind that goes by itself, one that is past its period and one that is not. */
async function addOldAndNew(again = '') {
  const { personId } = posts.analyst
  const [old, lately] = ['2019-01-01', new Date()]
  for (const [at, hash] of [
    [old, `a${again}`],
    [lately, `b${again}`],
  ] as const) {
    await superuser`insert into sign_in_try values (${authorityId}, ${hash}, '{}', ${at})`
    await superuser`insert into recovery_code values (${authorityId}, ${hash}, ${personId}, '2018-01-01', ${at}, null)`
    await superuser`insert into session (authority_id, token_hash, person_id, began_at, seen_at, proved_at) values (${authorityId}, ${hash}, ${personId}, '2018-01-01', ${at}, ${at})`
    await superuser`insert into job (authority_id, kind, state, added_at, finished_at) values (${authorityId}, ${`old-${hash}`}, 'failed', '2018-01-01', ${at})`
    await superuser`
      insert into access_request (authority_id, subject, person_id, asked_by, reference, received_on, due_on, recorded_by, answered_on, answered_by)
      values (${authorityId}, 'person', ${personId}, 'themselves', 'R', '2018-01-01', '2018-02-01', ${personId}, ${at}, ${personId})`
    const [document] = await superuser<{ id: number }[]>`
      insert into document (authority_id, name, media_type, sha256, content, added_at, added_by)
      values (${authorityId}, ${`draft-${hash}`}, 'text/plain', '', '', ${at}, ${personId}) returning document_id as id`
    await superuser`insert into plan_draft (authority_id, document_id, kind, reading, made_at, made_by) values (${authorityId}, ${document!.id}, 'plan', '{}', ${at}, ${personId})`
    const [load] = await superuser<{ id: number }[]>`
      insert into snapshot (authority_id, as_at, route, state, files, content_hash, staged_at)
      values (${authorityId}, '2018-12-31', 'ssd', 'staged', '[]', ${hash}, ${at}) returning snapshot_id as id`
    await superuser`insert into load_file values (${authorityId}, ${load!.id}, 1, 1, 'Robin')`
    await superuser`insert into staged_record values (${authorityId}, ${load!.id}, 1, 'people', '1', 'P', '{}')`
    const [decided] = await superuser<{ id: number }[]>`
      insert into snapshot (authority_id, as_at, route, state, files, content_hash, set_aside_at)
      values (${authorityId}, '2018-12-31', 'ssd', 'set-aside', '[]', ${hash}, ${at}) returning snapshot_id as id`
    await superuser`insert into load_problem values (${authorityId}, ${decided!.id}, 1, 'worth-a-look', 'f', null, 1, 'c', 'p', 'e', 'Robin')`
  }
  // One that a source stands on stays, however old.
  await superuser`
    with d as (insert into document (authority_id, name, media_type, sha256, content, added_at, added_by)
               values (${authorityId}, 'notice', 'text/plain', '', '', ${old}, ${personId}) returning document_id)
    insert into source (authority_id, title, short_name, kind, document_id, added_on, added_by) select ${authorityId}, 'Notice', ${`N${again}`}, 'improvement-notice', document_id, ${old}, ${personId} from d`
}

const LEFT: [what: string, old: string, both: string][] = [
  ['tries', `sign_in_try where began_at < '2020-01-01'`, 'sign_in_try'],
  ['codes', `recovery_code where used_at < '2020-01-01'`, 'recovery_code'],
  ['sessions', `session where seen_at < '2020-01-01'`, `session where token_hash in ('a', 'b')`],
  ['work', `job where finished_at < '2020-01-01'`, `job where kind like 'old-%'`],
  ['drafts', `plan_draft where made_at < '2020-01-01'`, 'plan_draft'],
  ['documents', `document where name = 'draft-a'`, `document where name like 'draft-%'`],
  ['files', `load_file`, 'load_file'],
  ['rows', `staged_record`, 'staged_record'],
  ['problems', `load_problem`, 'load_problem'],
  ['requests', `access_request`, 'access_request'],
]
const left = async () => Promise.all(LEFT.map(async ([what, , both]) => [what, await count(both)]))
const clear = async () => {
  await askToClear(database)
  await runNextJob({
    database,
    works: { [CLEAR_BY_RULE]: WORKS[CLEAR_BY_RULE]! },
    signal: new AbortController().signal,
  })
}

test('what needs no review goes every day by its rule, and nothing of it while everything is on hold', async () => {
  await addOldAndNew()
  await officer.post('/retention/hold', { of: 'everything', reason: 'Public inquiry' })
  await clear()
  expect(await left()).toEqual(LEFT.map(([what]) => [what, 2]))
  expect(await count(`event where kind = 'clear-by-rule'`)).toBe(0)
  await liftOne()
  await askToClear(database)
  expect(await count(`job where kind = '${CLEAR_BY_RULE}'`)).toBe(1) // asked for today already
  await superuser`delete from job where kind = ${CLEAR_BY_RULE}`
  await clear()
  expect(await left()).toEqual(LEFT.map(([what]) => [what, 1]))
  expect(await count(`document where name = 'notice'`)).toBe(1)
  expect(await count(`snapshot where state = 'staged'`)).toBe(1)
  const [said] = await superuser`select person_id, detail from event where kind = 'clear-by-rule'`
  expect(said).toEqual({
    person_id: null,
    detail: { undecided: 3, problems: 1, 'signing-in': 3, requests: 1, work: 1, drafts: 2 },
  })
  expect(await read('/retention')).toMatch(/Last on [^<]*: 3 rows/)
  expect((await verifyRecord(database, authorityId)).problems).toEqual([])
})

test('what goes by its rule stays while it is of a child or of somebody on hold, and only that', async () => {
  const { personId } = posts.analyst
  const [{ childId }] = await superuser<
    [{ childId: number }]
  >`select child_id as "childId" from child where authority_id = ${authorityId}`
  await superuser`delete from access_request`
  await addOldAndNew(' again')
  await superuser`
    insert into access_request (authority_id, subject, child_id, asked_by, reference, received_on, due_on, recorded_by, answered_on, answered_by)
    values (${authorityId}, 'child', ${childId}, 'parent', 'C', '2018-01-01', '2018-02-01', ${personId}, '2019-01-01', ${personId})`
  await superuser`update staged_record set person_ref = 'P-1' from snapshot s where s.snapshot_id = staged_record.snapshot_id and s.staged_at < '2020-01-01'`
  await superuser`insert into legal_hold (authority_id, child_id, reason, held_on, recorded_by) values (${authorityId}, ${childId}, 'Claim', '2026-01-01', ${personId})`
  await superuser`insert into legal_hold (authority_id, staff_id, reason, held_on, recorded_by) values (${authorityId}, ${personId}, 'Claim', '2026-01-01', ${personId})`
  const old = async () => Promise.all(LEFT.map(async ([what, old]) => [what, await count(old)] as const))
  const before = Object.fromEntries(await old())
  await superuser`delete from job where kind = ${CLEAR_BY_RULE}`
  await clear()
  const after = Object.fromEntries(await old())
  for (const what of ['codes', 'sessions', 'files', 'rows', 'requests'])
    expect([what, after[what]]).toEqual([what, before[what]])
  expect(await count(`access_request where answered_on < '2020-01-01'`)).toBe(2)
  for (const what of ['tries', 'work', 'drafts']) expect([what, after[what]]).toEqual([what, 0])
  await superuser`update legal_hold set lifted_on = london_today(), lifted_by = ${personId}, lifted_why = 'Settled' where lifted_on is null`
  await superuser`delete from job where kind = ${CLEAR_BY_RULE}`
  await clear()
  expect(await count(`access_request where answered_on < '2020-01-01'`)).toBe(0)
  expect(await count(`session where seen_at < '2020-01-01'`)).toBe(0)
})

test('the database clears nothing of the last thirty days, and no kind that is reviewed, whoever asks', async () => {
  const lately = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)
  const asWork = (what: ReturnType<typeof sql>) =>
    database.transaction({ authority: authorityId, person: null, work: CLEAR_BY_RULE }, db => db.run(what))
  await expect(asWork(sql`select clear_by_rule('signing-in', ${lately})`)).rejects.toThrow('last thirty days')
  for (const kind of ['children', 'meetings', 'staff', 'record', 'plan'])
    await expect(asWork(sql`select clear_by_rule(${kind}, '2020-01-01')`)).rejects.toThrow(
      'no kind that goes by its rule',
    )
})

async function liftOne() {
  const hold = /retention\/lift\?hold=(\d+)/.exec(await read('/retention'))![1]!
  expect((await officer.post('/retention/lift', { hold, why: 'Closed' })).status).toBe(303)
}
