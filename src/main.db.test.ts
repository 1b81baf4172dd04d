/** The service as it runs: it knows from which network address each request comes. */
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { startService } from './main.ts'
import { hashPassword } from './people/password.ts'
import { addAccount } from './people/store.ts'
import { sql } from './store/sql.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
const PASSWORD = 'three odd words here'

test('a sign-in and a refused one are taken down with the address that they came from', async () => {
  const hash = await hashPassword(PASSWORD)
  await database.transaction(council.on(), db => addAccount(db, council.posts.director.personId, hash))
  const config = readConfig({ DATABASE_URL: url, GOLDEN_THREAD_DEMO: 'no', PORT: '0' })
  const service = await startService(config, () => {})
  try {
    for (const password of ['three wrong words', PASSWORD])
      await fetch(`${service.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: service.address },
        body: new URLSearchParams({ email: 'ada.brook@testborough.example', password }),
      })
  } finally {
    await service.stop()
  }
  const told = await database.reading(council.on(), db =>
    db.rows(sql`select kind, came_from as "from" from event where kind like '%sign-in' order by seq`),
  )
  expect(told).toEqual([
    { kind: 'refuse-sign-in', from: '127.0.0.1' },
    { kind: 'sign-in', from: '127.0.0.1' },
  ])
})
