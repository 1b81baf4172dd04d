/** The whole service, put together. */
import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { fileAddress } from './web/static-files.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const app = createApp({ database, config: { address: ADDRESS } })

test('who is not signed in is asked to sign in, and sees nothing before', async () => {
  const answer = await siteOf(app).visit('/')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
})

test('a programme manager of a council that holds nothing yet is shown where to begin', async () => {
  const answer = await siteOf(app, await sessionOf(database, council)).visit('/')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Upload')
})

test('what watches the service learns that it runs and reaches its database, from any host', async () => {
  const ask = (path: string, on = app) => on.fetch(new Request(`http://10.0.0.7:3000${path}`))
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 200])
  const gone = await testDatabase()
  await gone.database.close()
  const broken = createApp({ database: gone.database, config: { address: ADDRESS } })
  expect([(await ask('/health', broken)).status, (await ask('/ready', broken)).status]).toEqual([200, 503])
})

test('opened by https, every answer says that there is no other way: pages, files, what is not there, and what watches', async () => {
  const address = 'https://improvement.example'
  const secure = createApp({ database, config: { address } })
  for (const path of ['/sign-in', '/account', '/no-such-page', fileAddress('golden-thread.css'), '/health']) {
    const ask = (on: typeof app, from: string) =>
      on.fetch(new Request(from + path, { headers: { Host: new URL(from).host } }))
    const name = 'strict-transport-security'
    expect([path, (await ask(secure, address)).headers.get(name)]).toEqual([
      path,
      'max-age=31536000; includeSubDomains',
    ])
    expect([path, (await ask(app, ADDRESS)).headers.get(name)]).toEqual([path, null])
  }
})
