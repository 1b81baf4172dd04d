/** The council's names and colour, changed and put back by its administrator. */
import { afterAll, expect, test } from 'vitest'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { openCouncil } from './test-council.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
await aTestAuthority(database, 'Otherby')
const administrator = await here.siteAs('administrator')
afterAll(() => database.close())

const called = {
  name: 'Testborough',
  shortName: 'Testborough',
  serviceName: 'Better together',
  brandColour: '#1d4f6b',
  why: 'Agreed',
}
const page = async (address = '/authority') => (await administrator.visit(address)).text()

test('a change of the names is on every page, has its reason, and is put back', async () => {
  expect((await administrator.post('/authority', called)).status).toBe(303)
  const shown = await page()
  for (const words of ['Better together', 'Agreed', 'Uma Vance']) expect(shown).toContain(words)
  const back = /\/authority\?back=\d+/.exec(shown)![0]
  const form = await page(back)
  const before = /name="serviceName"[^>]*value="([^"]*)"/.exec(form)?.[1]
  expect(before).not.toBe('Better together')
  expect((await administrator.post(back, { ...called, serviceName: 'As before', why: 'Put back' })).status).toBe(303)
  expect(await page()).toContain('Better together to As before')
})

test.each([
  ['a colour on which white cannot be read', { brandColour: '#ffff00' }, 'choose a darker one'],
  ['no colour', { brandColour: 'red' }, 'as #1d4f6b'],
  ['no reason', { why: '' }, 'Enter why'],
  ['the name of another council', { name: 'Otherby' }, 'Another council here has that name'],
  ['nothing new', { serviceName: 'As before' }, 'Nothing would change'],
])('%s is told', async (_, typed, told) => {
  const answer = await administrator.post('/authority', { ...called, ...typed })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(told)])
})
