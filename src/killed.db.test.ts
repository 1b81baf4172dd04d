/** The service killed in the middle of saving, again and again: what it acknowledged is there, and nothing is there by half. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sessionOf } from './people/test-session.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'

const { database, url } = await testDatabase()
const here = await openCouncil(database)

const TIMES = 6
const numbersIn = (rows: { text: string }[]) =>
  rows.map(({ text }) => Number(/(\d+)\.$/.exec(text)![1])).sort((a, b) => a - b)

test('killed again and again while it saves, the service has lost nothing that it acknowledged and kept nothing by half', async () => {
  const manager = await here.siteAs('programme-manager')
  const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  const address = `/plan/actions/${await here.actionId('1.1')}/rate`
  const cookie = await sessionOf(database, here.council)
  const acknowledged: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const words = [
      '--import',
      'tsx',
      join(import.meta.dirname, 'test-saver.ts'),
      url,
      cookie,
      address,
      String(time * 100_000 + 1),
    ]
    const saver = spawn(process.execPath, words, {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: join(import.meta.dirname, '..'),
    })
    const ended = once(saver, 'close')
    let said = ''
    saver.stdout.on('data', piece => (said += piece))
    await once(saver.stdout, 'data')
    await wait(20 + time * 17)
    saver.kill('SIGKILL')
    await ended
    acknowledged.push(...said.split('\n').slice(0, -1).map(Number))
  }
  const kept = await database.reading(here.council.on(), async db => ({
    updates: numbersIn(await db.rows(sql`select text from action_update`)),
    ratings: numbersIn(await db.rows(sql`select reason as text from action_rating where reason like 'Audit %'`)),
    told: await db.rows<{ kind: string; n: number }>(
      sql`select kind, count(*)::integer as n from event where kind in ('rate-action', 'update-action') group by kind order by kind`,
    ),
  }))
  expect(acknowledged.length).toBeGreaterThan(TIMES)
  expect(acknowledged.filter(number => !kept.updates.includes(number))).toEqual([])
  expect(kept.ratings).toEqual(kept.updates)
  expect(kept.told.map(({ n }) => n)).toEqual([kept.updates.length, kept.updates.length])
}, 60_000)
