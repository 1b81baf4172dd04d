import { expect, test } from 'vitest'
import { addEvent } from './event.ts'
import { sql } from './sql.ts'
import { aTestAuthority, testDatabase } from './test-database.ts'

const { database } = await testDatabase()
const here = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')

test('an authority sees its own posts and nobody else’s', async () => {
  const titles = await database.reading(here.on(), db => db.rows(sql`select authority_id as id from post`))
  expect(titles).toHaveLength(Object.keys(here.posts).length)
  expect(new Set(titles.map(row => (row as { id: number }).id))).toEqual(new Set([here.authorityId]))
})

test('without an authority nothing is seen', async () => {
  const rows = await database.reading({ authority: null, person: null }, db => db.rows(sql`select * from post`))
  expect(rows).toEqual([])
})

test('a row for another authority is refused', async () => {
  const intruding = database.transaction(here.on(), db =>
    db.run(sql`insert into organisation (authority_id, name, kind) values (${there.authorityId}, 'X', 'health')`),
  )
  await expect(intruding).rejects.toThrow('row-level security')
})

test('a day stays text, JSON comes back as it went, and a bigint is a number', async () => {
  const by = { personId: here.on().person, postId: null }
  await database.transaction(here.on(), db => addEvent(db, by, 'keep-plan', 'plan', 7, { actions: [1, 2], note: 'é' }))
  const row = await database.reading(here.on(), db =>
    db.one(sql`select event_id as id, detail, ${'2026-02-28'}::date as day, 1.5::numeric as n from event`, 'event'),
  )
  expect(row).toEqual({ id: 1, detail: { actions: [1, 2], note: 'é' }, day: '2026-02-28', n: 1.5 })
})

test('a transaction that only reads is refused any change', async () => {
  const change = database.reading(here.on(), db => db.run(sql`update post set title = 'x'`))
  await expect(change).rejects.toThrow('read-only')
})

test('all that a page reads is of one moment, whatever is saved between', async () => {
  const titles = sql`select count(*)::integer as n from organisation where name = 'Between'`
  const add = sql`insert into organisation (authority_id, name, kind) values (${here.authorityId}, 'Between', 'health')`
  const seen = await database.reading(here.on(), async db => {
    const before = await db.one<{ n: number }>(titles, 'count')
    await database.transaction(here.on(), other => other.run(add))
    return [before.n, (await db.one<{ n: number }>(titles, 'count')).n]
  })
  expect(seen).toEqual([0, 0])
  expect(await database.reading(here.on(), db => db.one(titles, 'count'))).toEqual({ n: 1 })
})

test('what fails undoes what came before it', async () => {
  const half = database.transaction(here.on(), async db => {
    await db.run(
      sql`insert into organisation (authority_id, name, kind) values (${here.authorityId}, 'Half', 'health')`,
    )
    throw new Error('stopped half way')
  })
  await expect(half).rejects.toThrow('stopped half way')
  expect(await database.reading(here.on(), db => db.rows(sql`select 1 from organisation where name = 'Half'`))).toEqual(
    [],
  )
})

test('what is not there is named', async () => {
  const asked = database.reading(here.on(), db => db.one(sql`select 1 from post where post_id = 0`, 'post 0'))
  await expect(asked).rejects.toThrow('There is no post 0')
  expect(await database.reading(here.on(), db => db.maybe(sql`select 1 from post where post_id = 0`))).toBeNull()
})

test('an authority that is no whole number never reaches the database', async () => {
  for (const authority of [1.5, Number.NaN, '1; drop table post' as never])
    await expect(database.reading({ authority, person: null }, async () => {})).rejects.toThrow('not an id')
})

test('work of the service is a name, and nothing else of it reaches the database', async () => {
  for (const work of ['', "load'; drop table post; --", 'Load', 'a'.repeat(41)])
    await expect(database.reading({ authority: here.authorityId, person: null, work }, async () => {})).rejects.toThrow(
      'not a name of work',
    )
})

test('a text that would end a statement is kept as it is', async () => {
  const name = `O'Neill"; drop table post; -- \\ $1`
  await database.transaction(here.on(), db =>
    db.run(sql`insert into organisation (authority_id, name, kind) values (${here.authorityId}, ${name}, 'other')`),
  )
  const row = await database.reading(here.on(), db =>
    db.one(sql`select name from organisation where name = ${name}`, 'organisation'),
  )
  expect(row).toEqual({ name })
})
