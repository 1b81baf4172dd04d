/** `golden-thread record verify`, on a database of the test's own. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '../store/connect.ts'
import { addEvent, AT_THE_MACHINE } from '../store/event.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { WrongUsage } from './command.ts'
import recordVerify from './record-verify.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
const superuser = connect(Object.assign(new URL(inject('postgres')!.admin), { pathname: new URL(url).pathname }).href, {
  max: 1,
})
const before = { ...process.env }
beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: url, GOLDEN_THREAD_DEMO: 'no' })
  for (let at = 1; at <= 3; at++)
    await database.transaction(council.on(), db => addEvent(db, AT_THE_MACHINE, 'rate-action', 'action', at))
})
afterAll(async () => {
  process.env = before
  await superuser.end()
})

const verified = (values: Record<string, string> = {}) =>
  recordVerify.run({ values: values as never, positionals: [], progress: () => {}, say: () => {} })

test('a record that is whole is said to be, with the hash to note, and holds against it', async () => {
  const { text, json, inputIsWrong } = await verified()
  const { hash } = json as { hash: string }
  expect(text).toBe(`3 events and 0 seals read. The record is whole. It ends with ${hash}.`)
  expect(inputIsWrong).toBe(false)
  expect((await verified({ noted: hash })).inputIsWrong).toBe(false)
})

test('a hash that cannot be one is refused, and one that is not of the record is told', async () => {
  await expect(verified({ noted: 'abc' })).rejects.toBeInstanceOf(WrongUsage)
  const { text, inputIsWrong } = await verified({ noted: 'a'.repeat(64) })
  expect([text, inputIsWrong]).toEqual([
    '3 events and 0 seals read. The record is not whole:\n  No event has the hash that was noted: the record was written anew',
    true,
  ])
})

test('an event that was altered, and one that was taken out, are named, and the command ends with 1', async () => {
  await superuser.unsafe(`update event set kind = 'nothing' where seq = 1; delete from event where seq = 3`)
  const { text, inputIsWrong } = await verified()
  expect(text).toBe(
    '2 events and 0 seals read. The record is not whole:\n  Event 1 (number 1) was altered\n  Event 3 is missing',
  )
  expect(inputIsWrong).toBe(true)
})
