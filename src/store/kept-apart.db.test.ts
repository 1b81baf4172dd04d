/**
 * A forgotten "where" leaks nothing: every table that the database has is read as the service reads it, whole, in the name of nobody,
 * of another authority and of each role. The tables are those of the catalog, each with rows, so a new one without its policy fails.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ROLE, type Role } from '../terms/permission.ts'
import { connect } from './connect.ts'
import type { Db, On } from './database.ts'
import { sql } from './sql.ts'
import { aTestAuthority, testDatabase } from './test-database.ts'

const { database, url } = await testDatabase()
const superuser = connect(Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href, {
  max: 1,
})
const service = connect(url, { max: 1 })
const here = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')
const ROLES = Object.keys(ROLE) as Role[]

/** The children of each council, by number, and whose they are now or were. */
const ALLOCATED: [child: number, worker: string | null, team: string | null, until: string | null][] = [
  [1, 'W-social-worker', 'T1', null],
  [2, 'W-other', 'T1', null],
  [3, 'W-other', 'T2', null],
  [4, 'W-reviewing-officer', 'T9', null],
  [5, 'W-personal-adviser', 'T9', '2099-01-01'],
  [6, 'W-social-worker', 'T1', '2020-01-01'],
  [7, 'W-auditor', null, null],
  [8, null, null, null],
]
const CHILDREN = ALLOCATED.map(([child]) => child)
/** Whom each role sees who sees some but not all. T2 is a team of the service Assessment; T9 is of another. */
const SEES: Partial<Record<Role, number[]>> = {
  'head-of-service': [1, 2, 3],
  'service-manager': [1, 2, 3],
  'team-manager': [1, 2],
  'social-worker': [1],
  'reviewing-officer': [4],
  'personal-adviser': [5],
  auditor: [7],
}
const ALL = ROLES.filter(role => ROLE[role].scope === 'authority')
const seenBy = (role: Role): number[] => SEES[role] ?? (ALL.includes(role) ? CHILDREN : [])

type TableOf = { name: string; byChild: boolean; policies: string[]; columns: { name: string; type: string }[] }
const tables = await superuser<TableOf[]>`
  select c.relname as name, exists (select 1 from pg_attribute where attrelid = c.oid and attname = 'child_id' and not attisdropped) as "byChild",
         array(select polname::text from pg_policy where polrelid = c.oid) as policies,
         (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, null)))
          from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and (attnotnull or attname = 'child_id')) as columns
  from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm') and relname not in ('migration', 'role_scope', 'letterbox_case') order by 1`
const aboutChildren = tables.filter(({ policies }) => policies.includes('children_in_scope'))

beforeAll(async () => {
  await superuser.unsafe(`set session_replication_role = replica`)
  await superuser.unsafe(`
    do $$ declare rule record; begin
      for rule in select conname, conrelid::regclass as kept from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c') order by contype desc loop
        execute format('alter table %s drop constraint %I', rule.kept, rule.conname);
      end loop; end $$`)
  for (const { authorityId } of [here, there]) {
    for (const table of tables) await fill(table, authorityId)
    await superuser`
      insert into team (authority_id, name, team_ref, service) values (${authorityId}, 'South', 'T2', 'Assessment'), (${authorityId}, 'Care', 'T9', 'Care')`
  }
  await workOutReach()
})
afterAll(() => Promise.all([superuser.end(), service.end(), database.close()]))

/** A row for each child of the council; one where the table is not of children; none where it has some already. */
async function fill({ name, byChild, columns }: TableOf, authority: number) {
  const [some] = await superuser.unsafe(`select 1 from ${name} where authority_id = ${authority}`)
  if (some) return
  const rows = byChild ? CHILDREN.map(child => valuesOf(child)) : [valuesOf(1)]
  for (const values of rows)
    await superuser.unsafe(
      `insert into ${name} (${columns.map(column => column.name).join(', ')}) overriding system value values (${values.join(', ')})`,
    )
  if (name === 'child_allocation')
    for (const [child, worker, team, until] of ALLOCATED)
      await superuser`
        update child_allocation set worker_ref = ${worker}, team_ref = ${team}, until_on = ${until} where authority_id = ${authority} and child_id = ${child}`

  function valuesOf(child: number): string[] {
    return columns.map(column => {
      if (column.name === 'authority_id') return String(authority)
      if (column.type.endsWith('[]')) return `'{}'::${column.type}`
      if (column.type === 'text') return `'${child}'`
      if (/int|numeric|double/.test(column.type)) return String(child)
      if (/date|time/.test(column.type)) return 'now()'
      if (column.type === 'boolean') return 'true'
      if (column.type === 'bytea') return `'\\x${String(child).padStart(2, '0')}'`
      return `'{}'::${column.type}`
    })
  }
}

const everything = (db: Db, name: string) =>
  db.rows<{ authority_id: number; child_id?: number | null }>(
    sql([`select * from ${name}`] as unknown as TemplateStringsArray),
  )
const childrenSeen = async (on: On, name: string) =>
  (await database.reading(on, db => everything(db, name))).map(row => row.child_id!).sort((a, b) => a - b)

/** What the database works out by itself as a transaction of the service ends. */
const workOutReach = () =>
  superuser.begin(async tx => {
    for (const { authorityId } of [here, there]) {
      await tx`select set_config('golden_thread.authority', ${String(authorityId)}, true)`
      await tx`select work_out_reach(${authorityId})`
    }
  })

test('every table holds rows of both councils, so that there is something to leak', async () => {
  expect(tables.length).toBeGreaterThan(30)
  for (const { name } of tables) {
    const [{ councils }] = await superuser.unsafe<[{ councils: number }]>(
      `select count(distinct authority_id)::integer as councils from ${name}`,
    )
    expect([name, councils]).toEqual([name, 2])
  }
})

test('every table with a column for a child is kept apart by child', () => {
  expect(tables.filter(({ byChild }) => byChild).map(({ name }) => name)).toEqual(
    aboutChildren.filter(({ byChild }) => byChild).map(({ name }) => name),
  )
  expect(aboutChildren.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['child', 'child_allocation', 'child_record', 'load_file', 'load_problem', 'staged_record']),
  )
})

test('with nothing set, no table shows a row', async () => {
  for (const { name } of tables) expect([name, ...(await service.unsafe(`select * from ${name}`))]).toEqual([name])
})

test('with one council set, no table shows a row of another, and none about children', async () => {
  await database.reading({ authority: there.authorityId, person: null }, async db => {
    for (const { name } of tables) {
      const rows = await everything(db, name)
      const expected = [...aboutChildren, { name: 'attachment_content' }].some(table => table.name === name) ? [] : [there.authorityId] // prettier-ignore
      expect([name, ...new Set(rows.map(row => row.authority_id))]).toEqual([name, ...expected])
    }
  })
})

test('someone of one council set beside another sees no child of either', async () => {
  const mixed = { authority: there.authorityId, person: here.posts.director.personId }
  for (const { name } of aboutChildren) expect([name, ...(await childrenSeen(mixed, name))]).toEqual([name])
})

describe.each(ROLES)('a %s', role => {
  test('sees of every table about children those in reach, without any filter', async () => {
    for (const { name, byChild } of aboutChildren) {
      const rows = await database.reading(here.on(role), db => everything(db, name))
      expect([name, [...new Set(rows.map(row => row.authority_id))]]).toEqual([
        name,
        rows.length > 0 ? [here.authorityId] : [],
      ])
      if (byChild) expect([name, await childrenSeen(here.on(role), name)]).toEqual([name, seenBy(role)])
      else expect([name, rows.length]).toEqual([name, ALL.includes(role) ? 1 : 0])
    }
  })

  test('sees each child that the database says they see, asked one by one', async () => {
    const asked = await database.reading(here.on(role), db =>
      db.rows<{ child: number }>(sql`select child from unnest(${CHILDREN}::integer[]) child where sees_child(child)`),
    )
    expect(asked.map(({ child }) => child)).toEqual(seenBy(role))
  })
})

test('how far each role reaches is in the database as it is in the list of roles', async () => {
  const kept = await superuser<
    { role: string; scope: string; ends: boolean }[]
  >`select role, scope, must_end as ends from role_scope`
  const said = ROLES.map(role => ({ role, scope: ROLE[role].scope, ends: 'ends' in ROLE[role] }))
  const byRole = (a: { role: string }, b: { role: string }) => (a.role < b.role ? -1 : 1)
  expect([...kept].sort(byRole)).toEqual(said.sort(byRole))
})

test('what belongs to no child is for those who work with children', async () => {
  await superuser`update child_record set child_id = null where child_id = 8`
  const sees = async (role: Role) =>
    (await database.reading(here.on(role), db => everything(db, 'child_record'))).some(row => row.child_id === null)
  for (const role of ROLES) expect([role, await sees(role)]).toEqual([role, role in SEES || ALL.includes(role)])
})

describe('a post', () => {
  const worker = here.posts['social-worker']
  const on = here.on('social-worker')
  const hold = async (postId: number, personId: number, basis: string, from: string, to: string | null) => {
    await superuser`insert into post_holding (authority_id, post_id, person_id, from_on, to_on, basis) values (${here.authorityId}, ${postId}, ${personId}, ${from}, ${to}, ${basis})`
    await workOutReach()
  }
  const undo = async () => {
    await superuser`delete from post_holding where from_on = '2025-05-05' or person_id = ${worker.personId} and post_id <> ${worker.postId}`
    await workOutReach()
  }

  test('reaches only its own while one acts in it, and all that one holds where none is named', async () => {
    await hold(here.posts['team-manager'].postId, worker.personId, 'holds', '2025-05-05', null)
    expect(await childrenSeen(on, 'child')).toEqual([1, 2])
    expect(await childrenSeen({ ...on, post: worker.postId }, 'child')).toEqual([1])
    expect(await childrenSeen({ ...on, post: here.posts.director.postId }, 'child')).toEqual([])
    await undo()
  })

  test('that is covered reaches the children of whom it is covered for, until its last day', async () => {
    const officer = here.posts['reviewing-officer'].postId
    await hold(officer, worker.personId, 'covers', '2025-05-05', '2099-12-31')
    expect(await childrenSeen(on, 'child')).toEqual([1, 4])
    expect(await childrenSeen({ ...on, post: officer }, 'child')).toEqual([4])
    await undo()
    await hold(officer, worker.personId, 'covers', '2025-05-05', '2025-12-31')
    expect(await childrenSeen(on, 'child')).toEqual([1])
    await undo()
  })

  test('that begins tomorrow or ended yesterday reaches nothing', async () => {
    const director = here.posts.director.postId
    const days = await superuser<[{ tomorrow: string; yesterday: string; today: string }]>`
      select london_today() + 1 as tomorrow, london_today() - 1 as yesterday, london_today() as today`
    const { tomorrow, yesterday, today } = days[0]
    await hold(director, worker.personId, 'holds', tomorrow, null)
    await hold(director, worker.personId, 'holds', '2025-05-05', yesterday)
    expect(await childrenSeen(on, 'child')).toEqual([1])
    await hold(director, worker.personId, 'holds', today, today)
    expect(await childrenSeen(on, 'child')).toEqual(CHILDREN)
    await undo()
  })
})

test('a view shows no more than its tables', async () => {
  const views = await superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by 1`
  expect(views.map(({ name }) => name)).toEqual(['child_in_scope', 'own_reach'])
  await expect(service.unsafe('select * from letterbox_case')).rejects.toThrow('permission denied')
  for (const { name } of views) expect([name, ...(await service.unsafe(`select * from ${name}`))]).toEqual([name])
  for (const role of Object.keys(SEES) as Role[])
    expect([role, [...new Set(await childrenSeen(here.on(role), 'child_in_scope'))]]).toEqual([role, SEES[role]])
})

test('what is asked beside work of the service, in the same transaction, is asked as whoever asks', async () => {
  const { beside, within, after } = await database.reading(here.on('social-worker'), async db => {
    const [within, beside] = await Promise.all([
      db.asWork('count-children', async () => {
        await everything(db, 'team')
        return await everything(db, 'child')
      }),
      everything(db, 'team').then(() => everything(db, 'child')),
    ])
    const failed = db.asWork('count-children', () => Promise.reject(new Error('not counted')))
    await expect(failed).rejects.toThrow('not counted')
    return { within, beside, after: await everything(db, 'child') }
  })
  expect(within).toHaveLength(CHILDREN.length)
  expect(beside.map(row => row.child_id)).toEqual([1])
  expect(after.map(row => row.child_id)).toEqual([1])
})

test('no operator, fault, statistic or setting tells of a child out of reach', async () => {
  await superuser`analyze child_record`
  const on = here.on('social-worker')
  const asked = (text: string) => database.reading(on, db => db.rows(sql([text] as unknown as TemplateStringsArray)))
  for (const child of CHILDREN.filter(child => child !== 1))
    for (const table of ['child', 'child_record', 'measure_case', 'access_request'])
      expect(await asked(`select child_id from ${table} where 1 / (child_id - ${child}) is not null`)).toEqual([{ child_id: 1 }]) // prettier-ignore
  expect(await asked(`select * from pg_stats where tablename in (select relname from pg_class where relrowsecurity)`)).toEqual([]) // prettier-ignore
  const off = service.begin(async tx => {
    await tx.unsafe('set local row_security = off')
    return await tx`select * from child`
  })
  await expect(off).rejects.toThrow('would be affected by row-level security')
})

test('nobody writes themselves into reach of a child', async () => {
  const taking = database.transaction(here.on('social-worker'), db =>
    db.run(
      sql`insert into child_allocation (authority_id, child_id, worker_ref) values (current_authority(), 3, 'W-social-worker')`,
    ),
  )
  await expect(taking).rejects.toThrow('row-level security')
  const dropping = database.transaction(here.on('social-worker'), db => db.run(sql`delete from child_allocation`))
  expect(await dropping).toBe(1)
})

test('named work of the service reaches every child, of its own council only', async () => {
  const on = { authority: there.authorityId, person: null, work: 'load-children' }
  for (const { name, byChild } of aboutChildren)
    if (byChild) expect([name, (await childrenSeen(on, name)).length]).toEqual([name, CHILDREN.length])
  expect(await database.reading(on, db => db.rows(sql`select distinct authority_id as id from child`))).toEqual([
    { id: there.authorityId },
  ])
})

test('an inspector cannot be let in without a last day, nor somebody who is made one', async () => {
  const letIn = (to: string | null) =>
    database.transaction(here.on(), db =>
      db.run(sql`
        insert into post_holding (authority_id, post_id, person_id, from_on, to_on)
        values (current_authority(), ${here.posts.inspector.postId}, ${here.posts.director.personId}, '2026-01-01', ${to})`),
    )
  await expect(letIn(null)).rejects.toThrow('must have a last day')
  expect(await letIn('2026-12-31')).toBe(1)
  const change = database.transaction(here.on(), db =>
    db.run(sql`update post set role = 'inspector' where post_id = ${here.posts.director.postId}`),
  )
  await expect(change).rejects.toThrow('must have a last day')
})
