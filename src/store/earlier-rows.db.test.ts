/** A database from before the record was a chain, and before posts reached children: what stood in it is taken along. */
import { afterAll, expect, inject, test } from 'vitest'
import { connect } from './connect.ts'
import { openDatabase } from './database.ts'
import { addEvent, AT_THE_MACHINE } from './event.ts'
import { listMigrations, migrate } from './migrate.ts'
import { makeDatabase } from './roles.ts'
import { sql } from './sql.ts'
import { verifyRecord } from './verify-record.ts'

const server = inject('postgres')!
const name = `earlier_${process.pid}`
const at = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
const admin = connect(Object.assign(new URL(server.admin), { pathname: '/postgres' }).href, { max: 1 })
await makeDatabase(admin, name)
const owner = connect(at(server.owner), { max: 2 })
const database = openDatabase(at(server.service), 2)
afterAll(() => Promise.all([admin.end(), owner.end(), database.close()]))

test('events of two councils become a chain each, and holders of posts reach what their posts reach', async () => {
  const all = listMigrations()
  await migrate(
    owner,
    all.filter(file => file.name < '0008'),
  )
  for (const council of ['One', 'Other'])
    await database.transaction({ authority: null, person: null }, async db => {
      await db.run(sql`select add_authority(${council}, ${council}, ${council})`)
      await db.run(
        sql`insert into organisation (authority_id, name, kind) values (current_authority(), 'X', 'council')`,
      )
      await db.run(sql`insert into person (authority_id, name, email) values (current_authority(), 'Ada Brook', 'a@b')`)
      await db.run(sql`
        insert into post (authority_id, title, organisation_id, role, added_on)
        select authority_id, 'Director', organisation_id, 'director', '2024-01-01' from organisation`)
      await db.run(sql`
        insert into post_holding (authority_id, post_id, person_id, from_on)
        select p.authority_id, p.post_id, n.person_id, '2024-01-01' from post p join person n using (authority_id)`)
      for (const kind of ['sign-in', 'rate-action', 'sign-out'])
        await db.run(sql`insert into event (authority_id, kind, about) values (current_authority(), ${kind}, 'person')`)
    })
  await migrate(owner, all)
  for (const authority of [1, 2]) {
    await database.transaction({ authority, person: null }, db => addEvent(db, AT_THE_MACHINE, 'keep-plan', 'plan', 1))
    expect(await verifyRecord(database, authority)).toMatchObject({ events: 4, problems: [] })
    const { person } = await database.reading({ authority, person: null }, db =>
      db.one<{ person: number }>(sql`select person_id as person from person`, 'person'),
    )
    const asked = await database.reading({ authority, person }, db => db.rows(sql`select sees_all_children() as sees`))
    expect(asked).toEqual([{ sees: true }])
  }
})
