/**
 * How fast the database answers through the service's own door, on a throw-away server with the settings of a real one:
 * `node bench/database.ts`. Prints one line of JSON. 200 people at once is the size to compare with.
 */
import { mkdtempSync, rmSync, chmodSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAuthority } from '../src/store/authority.ts'
import { addEvent } from '../src/store/event.ts'
import { openStore } from '../src/store/open-store.ts'
import { sql } from '../src/store/sql.ts'

const SECONDS = 5
const PEOPLE = 200

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
chmodSync(folder, 0o711)
const began = performance.now()
const store = await openStore({ folder, databaseUrl: null, migrationUrl: null }, 'bench', 'keep')
const opened = performance.now() - began
const { database } = store

const on = await database.transaction({ authority: null, person: null }, async db => {
  const authority = await addAuthority(db, { name: 'Bench', shortName: 'Bench', serviceName: 'Bench' })
  const { person } = await db.one<{ person: number }>(
    sql`insert into person (authority_id, name, email) values (${authority}, 'B', 'b@example.org') returning person_id as person`,
    'person',
  )
  return { authority, person }
})

const by = { personId: on.person, postId: null }
const figures = {
  openMs: Math.round(opened),
  people: PEOPLE,
  reads: await measure(() =>
    database.reading(on, db => db.one(sql`select name from person where person_id = ${on.person}`, '')),
  ),
  writes: await measure(() => database.transaction(on, db => addEvent(db, by, 'bench', 'bench', null))),
}
await store.close()
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })
console.log(JSON.stringify(figures))

/** Transactions a second, and how long one takes at the middle and for the slowest in a hundred, in milliseconds. */
async function measure(transaction: () => Promise<unknown>) {
  const until = performance.now() + SECONDS * 1000
  const took: number[] = []
  const person = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await transaction()
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, person))
  took.sort((one, other) => one - other)
  const at = (part: number) => Number(took[Math.floor(took.length * part)]!.toFixed(1))
  return { perSecond: Math.round(took.length / SECONDS), p50: at(0.5), p99: at(0.99) }
}
