/** The tables themselves: written down, commented, apart by authority, and closed to the service but for what it needs. */
import { afterAll, describe, expect, test } from 'vitest'
import { connect } from './connect.ts'
import { sql } from './sql.ts'
import { describeSchema, listTables } from './schema.ts'
import { aTestAuthority, testDatabase } from './test-database.ts'

const { database, url, ownerUrl } = await testDatabase()
const owner = connect(ownerUrl, { max: 1 })
const service = connect(url, { max: 1 })
const tables = await listTables(owner)
/** What is the same for every authority: read by the service, and changed by migrations only. */
const OF_ALL = ['migration', 'role_scope']
/** Where rows are put on their way in by COPY, and never seen: what is in them is taken out by a function that keeps to the authority. */
const LETTERBOXES = ['letterbox_case']
const kept = tables.filter(({ name }) => ![...OF_ALL, ...LETTERBOXES].includes(name))
const rightsOf = (name: string) => kept.find(table => table.name === name)!.rights.join(' ')
const changed = kept.filter(({ rights }) => /update/.test(rights.join(' '))).map(({ name }) => name)
const addedTo = kept
  .filter(({ name }) => !changed.includes(name) && !/delete/.test(rightsOf(name)))
  .map(({ name }) => name)
const here = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')

afterAll(() => Promise.all([owner.end(), service.end(), database.close()]))

test('schema.sql says what the migrations make (write it anew: vitest run src/store/schema.db.test.ts -u)', async () => {
  await expect(await describeSchema(owner)).toMatchFileSnapshot('./schema.sql')
})

describe.each(kept.map(table => [table.name, table] as const))('%s', (name, table) => {
  test('says what it is', () => {
    expect(table.comment).toBeTruthy()
  })

  test('has authority_id first in its key', () => {
    expect(table.rules.filter(rule => rule.startsWith('PRIMARY KEY'))).toEqual([
      expect.stringMatching(/^PRIMARY KEY \(authority_id[,)]/),
    ])
  })

  test('keeps authorities apart, for its owner too', () => {
    expect(table).toMatchObject({ rowSecurity: true, forced: true })
    const own = 'using ((authority_id = current_authority())) with check ((authority_id = current_authority()))'
    expect(table.policies).toContain(`policy own_authority on ${name} for all to public ${own}`)
    const others = table.policies.filter(policy => !policy.startsWith('policy own_authority'))
    expect(others.filter(policy => !/as restrictive|for select to golden_thread_owner/.test(policy))).toEqual([])
  })

  test('refers to other tables within the authority', () => {
    const away = table.rules.filter(
      rule => rule.startsWith('FOREIGN KEY') && !rule.startsWith('FOREIGN KEY (authority_id'),
    )
    expect(away).toEqual([])
  })
})

test.each(OF_ALL)('%s, the same for every authority, is only read by the service', name => {
  expect(tables.find(table => table.name === name)!.rights).toEqual(['select to golden_thread_service'])
})

test.each(LETTERBOXES)('%s is put into by the service and never seen by it', async name => {
  expect(tables.find(table => table.name === name)!.rights).toEqual(['insert to golden_thread_service'])
  await expect(service.unsafe(`select * from ${name}`)).rejects.toThrow('permission denied')
})

test('the service may never delete, but for what is nobody’s record', () => {
  const deleted = kept.filter(({ rights }) => /delete|truncate/.test(rights.join(' '))).map(({ name }) => name)
  expect(deleted).toEqual([
    'child_allocation',
    'load_file',
    'load_problem',
    'measure_case',
    'plan_draft',
    'saved_view',
    'session',
    'sign_in_try',
    'staged_record',
  ])
})

test('what happened is among what is only added to', () => {
  expect(addedTo).toEqual(expect.arrayContaining(['event', 'action_rating', 'action_timescale', 'finding', 'pack']))
})

test.each(addedTo)('%s is only added to', async name => {
  await expect(service.unsafe(`update ${name} set authority_id = authority_id`)).rejects.toThrow('permission denied')
  await expect(service.unsafe(`delete from ${name}`)).rejects.toThrow('permission denied')
})

test.each([
  'create table mine (a int)',
  'create temporary table mine (a int)',
  'create schema mine',
  'create role mine',
  'create function mine() returns int language sql as $$ select 1 $$',
  'alter table event add column mine text',
  'drop table event',
  'truncate event',
  'alter table event disable row level security',
  'set role golden_thread_owner',
  "insert into migration values ('9999', '')",
])('the service may not: %s', async statement => {
  await expect(service.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
})

test.each(kept.map(({ name }) => name))('without an authority, %s is empty', async name => {
  expect(await service.unsafe(`select * from ${name}`)).toHaveLength(0)
})

test('an authority does not see another, whoever asks', async () => {
  for (const ask of [service, owner]) {
    const seen = await ask.begin(async tx => {
      await tx.unsafe(`set local golden_thread.authority = '${here.authorityId}'`)
      return tx`select distinct authority_id as id from post_holding`
    })
    expect([...seen]).toEqual([{ id: here.authorityId }])
  }
})

test('a row cannot be moved to another authority', async () => {
  const move = database.transaction(here.on(), db => db.run(sql`update post set authority_id = ${there.authorityId}`))
  await expect(move).rejects.toThrow('row-level security')
})

test('a row cannot lean on another authority’s', async () => {
  const lean = database.transaction(here.on(), db =>
    db.run(sql`
      insert into post_holding (authority_id, post_id, person_id, from_on)
      values (${here.authorityId}, ${there.posts.director.postId}, ${here.posts.director.personId}, '2026-01-01')`),
  )
  await expect(lean).rejects.toThrow('foreign key')
})

test('the authority that a transaction was for is not left on its connection', async () => {
  await database.reading(here.on(), db => db.rows(sql`select 1`))
  const rows = await Promise.all(
    Array.from({ length: 8 }, () =>
      database.reading({ authority: null, person: null }, db => db.rows(sql`select * from post`)),
    ),
  )
  expect(rows.flat()).toEqual([])
})

test('an authority set by hand to something else than a number is refused, not read as all', async () => {
  const asked = service.begin(async tx => {
    await tx.unsafe(`set local golden_thread.authority = '1 or true'`)
    return tx`select * from post`
  })
  await expect(asked).rejects.toThrow('invalid input syntax')
})

test('before sign-in an e-mail address tells its authorities, and nothing else', async () => {
  const email = 'ada.brook@hereford end.example'
  await database.transaction(here.on(), db =>
    db.run(
      sql`insert into account (authority_id, person_id, password_hash) values (${here.authorityId}, ${here.posts.director.personId}, 'x')`,
    ),
  )
  const known = await service`select * from authorities_of_email(${email.toUpperCase()}) as id`
  expect([...known]).toEqual([{ id: here.authorityId }])
  expect(await service`select * from authorities_of_email('nobody@nowhere.example')`).toHaveLength(0)
})
