/** Two sources that go by one name: each finding is answered the same wherever it is shown. */
import { expect, test } from 'vitest'
import { listSources } from './plan/store.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN, TODAY } from './test-council.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)

const noticeOf = (what: string) =>
  `1. This Notice is given.\n\n2. The Board must meet.\n\n3. The Council must report.\n\n4. Improve ${what} by ensuring that:\n\n- every child is visited; and\n- case files are audited.\n`

test('the page of a source says of its findings what the page of all sources says', async () => {
  const manager = await here.siteAs('programme-manager')
  const upload = async (address: string, text: string, name: string) =>
    (await manager.post(address, {}, fileOf(text, name))).headers.get('location')!
  await manager.post(`${await upload('/plan/upload', PLAN, 'plan.csv')}/keep`, {
    as: 'own',
    title: 'Improvement plan',
    fromOn: '1/1/2026',
  })
  for (const [shortName, issuedOn] of [
    ['DfE Notice', '1/11/2025'],
    ['Notice of 2024', '1/11/2024'],
  ]) {
    const draft = await upload('/findings/upload', noticeOf(shortName!), `${shortName}.txt`)
    const given = { title: shortName!, shortName: shortName!, knownAs: 'DfE Notice', kind: 'improvement-notice' }
    expect((await manager.post(draft, { ...given, issuedOn: issuedOn! })).status).toBe(303)
  }
  const sources = await database.reading(here.council.on(), db => listSources(db, TODAY))
  const all = await (await manager.visit('/findings?coverage=action')).text()
  const answered = sources.map(
    source => source.findings.filter(({ findingId }) => all.includes(`/findings/${findingId}"`)).length,
  )
  expect(answered).toEqual([2, 0])
  for (const [at, { sourceId }] of sources.entries()) {
    const page = await (await manager.visit(`/findings/sources/${sourceId}`)).text()
    expect(page.includes('2 answered by an action')).toBe(answered[at] === 2)
  }
})
