/** Administration as a journey: every setting on one page with where it comes from, each changed for a reason, read back and put back. */
import { afterAll, expect, test } from 'vitest'
import { findKnownShare } from './intake/known-share.ts'
import { testDatabase } from './store/test-database.ts'
import { openCouncil } from './test-council.ts'
import type { Site, Typed } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
const administrator = await here.siteAs('administrator')
const officer = await here.siteAs('data-protection-officer')
const manager = await here.siteAs('programme-manager')
afterAll(() => database.close())

const see = async (address: string, site: Site = administrator) =>
  (await (await site.visit(address)).text()).replace(/<[^>]+>/g, ' ').replace(/&nbsp;|\s+/g, ' ')
const keep = async (address: string, typed: Typed) => {
  const answer = await administrator.post(address, typed)
  if (answer.status !== 303) throw new Error(`${address}: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return answer.headers.get('location')!
}
const refused = async (address: string, typed: Typed) => {
  const answer = await administrator.post(address, typed)
  expect(answer.status).toBe(400)
  return answer.text()
}
/** The address that puts back what was before the latest change told on a page. */
const backFrom = async (address: string) =>
  /href="([^"]+\?back=\d+)"/.exec(await (await administrator.visit(address)).text())![1]!
/** What a field of the page's form holds. */
const field = async (address: string, name: string) => {
  const html = await (await administrator.visit(address)).text()
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)
  const chosen = new RegExp(`<select[^>]*name="${name}"[^]*?</select>`).exec(html)?.[0]
  return input?.[1] ?? /value="([^"]*)" selected/.exec(chosen ?? '')?.[1] ?? ''
}

test('every setting says what it is and where it comes from, and links to what the reader may open', async () => {
  const shown = await see('/settings')
  for (const words of [
    'Name of the council Testborough As it was set up',
    'A second step Required of posts that see children or decide who does Built in. It cannot be loosened here',
    'stays signed in 12 hours without use, 24 hours in any case Set where the service runs',
    'When a load is asked about Fewer than 50% of the people known stand in it Built in',
    'Files of one extract 200 MB at most Set where the service runs',
    'Bank holidays England and Wales to 31 December 2028 Built in',
    'Green and amber As each measure comes Built in',
    'Comparison group England alone Built in',
    'How long records are kept Each kind as it comes Built in',
    'Posts 21 The council’s own',
  ])
    expect(shown).toContain(words)
  const links = async (site: Site) =>
    [...(await (await site.visit('/settings')).text()).matchAll(/class="govuk-link" href="([^"]+)">\s*Change/g)].map(one => one[1]) // prettier-ignore
  expect(await links(administrator)).toEqual(expect.arrayContaining(['/authority', '/settings/loads', '/settings/holidays', '/people/teams'])) // prettier-ignore
  expect(await links(officer), 'to change').toEqual(['/retention'])
  const toRead = async (site: Site) =>
    [...(await (await site.visit('/settings')).text()).matchAll(/<dd class="govuk-summary-list__value">\s*<a class="govuk-link" href="([^"]+)">/g)].map(one => one[1]) // prettier-ignore
  expect(await toRead(officer), 'to read').toEqual(['/settings/holidays', '/measures/comparison'])
  for (const site of [administrator, officer, manager])
    for (const href of [...(await links(site)), ...(await toRead(site))])
      expect([href, (await site.visit(href!)).status]).not.toEqual([href, 403])
})

test('when a load is asked about is changed for a reason, and put back', async () => {
  const share = () => database.reading(here.council.on('administrator'), findKnownShare)
  await keep('/settings/loads', { percent: '80 %', why: 'Two councils share a system' })
  expect(await share()).toBe(0.8)
  expect(await see('/settings')).toContain(
    'Fewer than 80% of the people known stand in it The council’s own since 22 Nov 2026: Two councils share a system (Uma Vance)',
  )
  expect(await see('/settings/loads')).toContain('Uma Vance 50% to 80% Two councils share a system')
  const back = await backFrom('/settings/loads')
  expect(await field(back, 'percent')).toBe('50')
  await keep(back, { percent: '50', why: 'They no longer do' })
  expect(await share()).toBe(0.5)
})

test.each([
  [{ percent: '9', why: 'x' }, 'from 10 to 100'],
  [{ percent: '101', why: 'x' }, 'from 10 to 100'],
  [{ percent: 'half', why: 'x' }, 'from 10 to 100'],
  [{ percent: '50', why: 'x' }, 'Nothing would change'],
  [{ percent: '60', why: '' }, 'Enter why'],
])('of when a load is asked about %j comes back: %s', async (typed, told) => {
  expect(await refused('/settings/loads', typed)).toContain(told)
})

test('an organisation is added, renamed with its history, and has its name put back', async () => {
  const address = await keep('/people/organisations/add', { name: 'Testborough ICB', kind: 'health' })
  await keep(address, { name: 'North Test ICB', kind: 'health', why: 'Merged' })
  expect(await see('/people/organisations')).toMatch(/North Test ICB Health None/)
  expect(await see(address)).toContain('Uma Vance Name: Testborough ICB to North Test ICB Merged')
  const back = await backFrom(address)
  expect(await field(back, 'name')).toBe('Testborough ICB')
  await keep(back, { name: 'Testborough ICB', kind: 'health', why: 'The merger was stopped' })
  expect(await see('/people/organisations')).toContain('Testborough ICB Health')
  expect(await refused('/people/organisations/add', { name: 'testborough icb', kind: 'other' })).toContain('already')
  const council = `/people/organisations/${here.council.organisationId}`
  expect(await refused(council, { name: 'Testborough', kind: 'other', why: 'x' })).toContain('this is the only one')
})

test('an organisation named with a new post is in the record like any other', async () => {
  const typed = { organisation: '', newOrganisation: 'Test Police', newKind: 'police', role: 'partner-lead' }
  await keep('/people/posts/add', { title: 'Police lead', team: '', service: '', ...typed })
  expect(await see('/people/organisations')).toContain('Test Police Police Police lead')
})

test('a team has its name put back', async () => {
  const address = await keep('/people/teams/add', { name: 'Assessment East', teamRef: 'E1', service: 'Assessment', manager: '' }) // prettier-ignore
  const team = await keep(address, { name: 'Assessment West', teamRef: 'E1', service: 'Assessment', manager: '' })
  const back = await backFrom(team)
  expect(await field(back, 'name')).toBe('Assessment East')
  expect(await field(back, 'teamRef')).toBe('E1')
  await keep(back, { name: 'Assessment East', teamRef: 'E1', service: 'Assessment', manager: '' })
  expect(await see(team)).toMatch(/Name: Assessment East , before Assessment West|Name: Assessment East, before Assessment West/) // prettier-ignore
})

test('what a post may do, with its team and service, is put back, with why it was changed', async () => {
  const address = `/people/posts/${here.council.posts['board-member'].postId}/role`
  const before = { role: 'board-member', team: '', service: '' }
  await keep(address, { ...before, role: 'head-of-service', service: 'Assessment', why: 'Reorganised' })
  expect(await see(address)).toContain('Role: Board member to Head of service; Service: none to Assessment Reorganised') // prettier-ignore
  const back = await backFrom(address)
  expect(await field(back, 'service')).toBe('')
  expect(await (await administrator.visit(back)).text()).toMatch(/value="board-member" checked/)
  await keep(back, { ...before, why: 'As it was' })
  expect(await see(address)).toContain('Role: Head of service to Board member; Service: Assessment to none As it was')
})

test('a post has its title put back, and nobody else’s title is taken', async () => {
  const address = `/people/posts/${here.council.posts['qa-manager'].postId}/title`
  await keep(address, { title: 'Head of Practice', why: 'New structure' })
  expect(await see(address)).toContain('Title: Quality Assurance Manager to Head of Practice New structure')
  expect(await field(await backFrom(address), 'title')).toBe('Quality Assurance Manager')
  expect(await refused(address, { title: 'head of assessment', why: 'x' })).toContain('Head of Assessment already')
  expect(await refused(address, { title: 'Head of Practice', why: 'x' })).toContain('Nothing would change')
})

test('somebody’s name is put back, and the record holds no address; nobody changes the address they sign in with themselves', async () => {
  const { personId } = here.council.posts['auditor']
  const address = `/people/${personId}/details`
  await keep(address, { name: 'Leo Marsh-Owen', email: 'leo.owen@testborough.example', why: 'Married' })
  expect(await see(address)).toMatch(/Name: Leo Marsh to Leo Marsh-Owen; Another e-mail address Married/) // prettier-ignore
  expect(await field(await backFrom(address), 'name')).toBe('Leo Marsh')
  expect(await field(address, 'email')).toBe('leo.owen@testborough.example')
  const analyst = await field(`/people/${here.council.posts['analyst'].personId}/details`, 'email')
  expect(await refused(address, { name: 'Leo', email: analyst.toUpperCase(), why: 'x' })).toContain('Noor Osman has this e-mail address') // prettier-ignore
  expect(await refused(address, { name: 'Leo', email: 'leo@', why: 'x' })).toContain('Enter an e-mail address, such as')
  const own = `/people/${here.council.posts['administrator'].personId}/details`
  expect(await refused(own, { name: 'Uma Vance', email: 'uma@other.example', why: 'x' })).toContain('Someone else who manages people') // prettier-ignore
})

test('somebody’s number in the case system is put back', async () => {
  const address = `/people/${here.council.posts['social-worker'].personId}`
  await keep(address, { workerRef: 'W-9' })
  expect(await see(address)).toContain('Number in the case system: W-social-worker to W-9')
  expect(await field(await backFrom(address), 'workerRef')).toBe('W-social-worker')
})
