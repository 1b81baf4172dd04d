import { expect, test } from 'vitest'
import { addEvent } from './event.ts'
import { sql } from './sql.ts'
import { aTestAuthority, testDatabase } from './test-database.ts'

const { database } = await testDatabase()
const here = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')

test('an authority sees its own posts and nobody else’s', async () => {
  const titles = await database.reading(here.on(), db => db.rows(sql`select authority_id as id from post`))
  expect(titles).toHaveLength(6)
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
