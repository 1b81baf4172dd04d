/** Every page there is, in a real browser on the demo authority: accessible, and never scrolling sideways, at 1280 and at 320. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, PAGES } from './app.ts'
import { listSnapshots } from './children/snapshot.ts'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { loadDemo } from './demo/load-demo.ts'
import { loadWorks } from './intake/load-work.ts'
import { addSession, findPersonByEmail, listHeldPosts } from './people/store.ts'
import { addTeam } from './people/team-store.ts'
import { recordsOf } from './measures/measure-example.ts'
import { runMeasures } from './measures/run-measures.ts'
import { allActions } from './plan/plan.ts'
import { listCitations } from './plan/citation-rows.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from './plan/store.ts'
import { AT_THE_MACHINE } from './store/event.ts'
import { runNextJob } from './store/jobs.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { type Permission, type Role, rolesThatMay } from './terms/permission.ts'
import { expectAccessible, keepPictures, openBrowser, type TestBrowser } from './web/test-browser.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const { database } = await testDatabase()
const TODAY = day('2026-11-22')
const NOW = new Date('2026-11-22T10:00:00Z')
const PLAN =
  'Theme 1: Practice\nRef,Action,Lead,Timescale,Measure\n1.1,Visit every child,Head of Help,March 2027,90% by March 2027\n1.2,Audit practice,Direct or of Care,Soon,\n'
const NOTICE =
  'Improvement Notice\n\n1. This Notice is given to Aldermere.\n\n2. The Board must meet every six weeks.\n\n3. Improve practice by ensuring that:\n\n- seeing every child alone; and\n- auditing case files.\n'
const OF_ASSESSMENTS = '?measure=assessments-45wd'
const OWN_MEASURE = { name: 'Ours', tells: 'Whether families wait', source: 'Local', area: 'assessment', standing: 'all', start: 'startedOn', done: 'authorisedOn', test: 'clock', count: '45', unit: 'working days', basis: 'completed', polarity: 'higher' } // prettier-ignore
const HOLIDAY = { name: 'Coronation', madeKnownOn: '20/11/2026', published: 'The London Gazette', why: 'Proclaimed' }
const EXTRACT = [
  new File(['pers_person_id,pers_forename,pers_dob\r\nP1,Robin,2015-03-02\r\nP2,Sam,31/02/2016'], 'ssd_person.csv'),
  new File(['cont_contact_id,cont_person_id,cont_contact_source_code\r\nK1,P1,Grandmother'], 'ssd_contacts.csv'),
]

let browser: TestBrowser
/** A session in each post that someone holds, the programme manager's first. */
let sessions: { role: Role; session: string }[]
/** What stands for the parts of an address in the demo authority. */
let examples: Record<string, string>

beforeAll(async () => {
  const { authorityId, signIns } = await loadDemo(database, TODAY, 'a-long-enough-password')
  const on = { authority: authorityId, person: null }
  const { teamId } = await database.transaction(on, async db => {
    sessions = []
    for (const { email } of signIns) {
      const { personId } = (await findPersonByEmail(db, email))!
      const [post] = await listHeldPosts(db, personId, TODAY)
      const secret = await addSession(db, { authorityId, personId, postId: post!.postId, now: NOW })
      sessions.push({ role: post!.role, session: `golden-thread=${secret}` })
    }
    const administrator = await db.one<{ personId: number; postId: number }>(
      sql`
        with p as (insert into post (authority_id, title, organisation_id, role, added_on)
                   select current_authority(), 'Administrator', min(organisation_id), 'administrator', '2024-01-01' from organisation returning post_id),
             n as (insert into person (authority_id, name, email) values (current_authority(), 'An Administrator', 'a@example.org') returning person_id),
             h as (insert into post_holding (authority_id, post_id, person_id, from_on) select current_authority(), post_id, person_id, '2024-01-01' from p, n)
        select person_id as "personId", post_id as "postId" from p, n`,
      'administrator',
    )
    const secret = await addSession(db, { authorityId, ...administrator, now: NOW })
    sessions.push({ role: 'administrator', session: `golden-thread=${secret}` })
    const team = { name: 'A team', teamRef: 'T1', service: 'A service', managerPostId: null }
    return { teamId: await addTeam(db, { by: AT_THE_MACHINE, today: TODAY }, team) }
  })
  const child = await aChildPastTheirDay(authorityId)
  const session = sessionThatMay('edit-plan')
  const site = siteOf(createApp({ database, config: { address: ADDRESS }, now: () => NOW }), session)
  const upload = async (address: string, text: string, name: string) =>
    (await site.post(address, {}, { file: new File([text], name, { type: 'text/plain' }) })).headers.get('location')!
  const [planDraft, sourceDraft] = [
    await upload('/plan/upload', PLAN, 'plan.csv'),
    await upload('/findings/upload', NOTICE, 'notice.txt'),
  ]
  const [ours] = await database.reading(on, db => db.rows<{ id: number }>(sql`select action_id as id from milestone where milestone_id not in (select milestone_id from milestone_outcome) order by action_id limit 1`)) // prettier-ignore
  const audit = { kind: 'audit', title: 'Audit', shows: 'impact', speaksOfOn: '31/10/2026', audience: 'all' }
  await site.post(`/plan/actions/${ours!.id}/evidence`, audit, {
    files: new File(['Seen'], `${'seen-alone_'.repeat(15)}.txt`),
  })
  await site.post('/plan/views?flag=late', { name: 'Late' })
  const changed = { from: '1/4/2026', why: 'Local protocol', reason: 'One front door', approver: 'Improvement Board' }
  await site.post(`/measures/rebases/add${OF_ASSESSMENTS}`, changed)
  await site.post(`/measures/settings${OF_ASSESSMENTS}&name=dayCount`, { ...changed, value: 'inclusive' })
  await site.post('/measures/own/add?rows=assessments', OWN_MEASURE)
  await site.post('/measures/own/1/examples', {
    from1: '7/9/2015',
    done1: '9/11/2015',
    at1: '30/11/2015',
    expected1: 'met',
  })
  const analyst = siteOf(createApp({ database, config: { address: ADDRESS }, now: () => NOW }), sessionThatMay('load-children')) // prettier-ignore
  const administrator = siteOf(createApp({ database, config: { address: ADDRESS }, now: () => NOW }), sessionThatMay('administer')) // prettier-ignore
  await administrator.post('/settings/holidays/change?on=1/6/2027', HOLIDAY)
  const brought = await analyst.post('/data/bring-in', { asAt: '21/11/2026' }, { files: EXTRACT })
  const load = brought.headers.get('location')!
  await runNextJob({ database, works: loadWorks, signal: new AbortController().signal })
  const director = siteOf(createApp({ database, config: { address: ADDRESS }, now: () => NOW }), sessionThatMay('run-performance-meeting')) // prettier-ignore
  const opened = await director.post('/children/meetings', { team: 'team/T1', heldOn: '20/11/2026', chair: 'A chair' })
  const meeting = opened.headers.get('location')!
  const snapshot = await database.reading(on, async db => String((await listSnapshots(db))[0]!.snapshotId))
  const analysis = { name: 'Analysis', key: 'kept', reason: 'To learn', receiver: 'Us', snapshot, tables: ['people', 'assessments'] } // prettier-ignore
  const extract = (await analyst.post('/data/extracts/take', analysis)).headers.get('location')!
  const officer = siteOf(createApp({ database, config: { address: ADDRESS }, now: () => NOW }), sessionThatMay('answer-access-requests')) // prettier-ignore
  const asks = { child: 'P1', askedBy: 'themselves', reference: 'SAR 1', receivedOn: '12/11/2026' }
  const request = (await officer.post('/subject-access/child', asks)).headers.get('location')!
  examples = await database.reading(on, async db => {
    const plan = await findPlanAsAt(db, (await findCurrentPlanId(db))!, TODAY)
    const [source] = await listSources(db, TODAY)
    const actions = allActions(plan)
    const open = actions.find(action => action.milestones.some(milestone => milestone.outcome === null))!
    const cited = actions.find(action => action.citations.length > 0)!
    const [citation] = await listCitations(db, cited.actionId, TODAY)
    const file = await db.one<{ id: number; address: string }>(sql`select evidence_id as id, address from attachment limit 1`, 'file') // prettier-ignore
    const milestone = open.milestones.find(one => one.outcome === null)!
    const tied = await db.one<{ actionId: number; number: number }>(
      sql`select action_id as "actionId", action_measure_id as number from action_measure order by action_measure_id limit 1`,
      'action followed by a measure',
    )
    return {
      '/plan/actions/:id/measures/:number/end': `/plan/actions/${tied.actionId}/measures/${tied.number}/end`,
      '/plan/actions/:id/milestones/:milestone': `/plan/actions/${open.actionId}/milestones/${milestone.milestoneId}`,
      '/plan/actions/:id/links/:citation/end': `/plan/actions/${cited.actionId}/links/${citation!.citationId}/end`,
      '/plan/actions/:id': `/plan/actions/${open.actionId}`,
      '/plan/evidence/:id': `/plan/evidence/${file.id}`,
      '/plan/attachments/:address': `/plan/attachments/${file.address}`,
      '/plan/objectives/:id': `/plan/objectives/${plan.themes[0]!.objectives[0]!.objectiveId}`,
      '/plan/posts/:id': `/plan/posts/${cited.leads[0]!.postId}`,
      '/plan/drafts/:id/actions/:number': `${planDraft}/actions/2`,
      '/plan/drafts/:id': planDraft,
      '/findings/drafts/:id/findings/:number': `${sourceDraft}/findings/1`,
      '/findings/drafts/:id': sourceDraft,
      '/findings/sources/:id': `/findings/sources/${source!.sourceId}`,
      '/findings/:id': `/findings/${source!.findings[0]!.findingId}`,
      '/plan/views/:id/remove': '/plan/views/1/remove',
      '/plan/plans/:id': `/plan/plans/${plan.planId}`,
      '/measures/of/:measure': '/measures/of/assessments-45wd',
      '/measures/targets': `/measures/targets${OF_ASSESSMENTS}`,
      '/measures/targets/set': `/measures/targets/set${OF_ASSESSMENTS}`,
      '/measures/targets/:id': '/measures/targets/1',
      '/measures/rebases/add': `/measures/rebases/add${OF_ASSESSMENTS}`,
      '/measures/rebases/:id': '/measures/rebases/1',
      '/measures/settings': `/measures/settings${OF_ASSESSMENTS}&name=dayCount`,
      '/measures/settings/:id': '/measures/settings/1',
      '/measures/thresholds': `/measures/thresholds${OF_ASSESSMENTS}`,
      '/measures/entered/:id': '/measures/entered/1',
      '/measures/own/:id': '/measures/own/1',
      '/measures/own/add': '/measures/own/add?rows=assessments',
      '/measures/funnel': `/measures/funnel${OF_ASSESSMENTS}`,
      '/data/loads/:id': load,
      '/data/quality/:what': '/data/quality/missing.referrals.need',
      '/data/values/words': '/data/values/words?list=source',
      '/plan/compare': '/plan/compare?from=2026-08-01&to=2026-11-22',
      '/plan/bulk': `/plan/bulk?action=${open.actionId}`,
      '/plan/views': '/plan/views?flag=late',
      '/reports/packs/:id': '/reports/packs/1',
      '/people/teams/:id': `/people/teams/${teamId}`,
      '/children/:address': `/children/${child.address}`,
      '/children/meetings/:id': meeting,
      '/subject-access/:id': request,
      '/data/extracts/:id': extract,
      '/data/extracts/projects/:id': '/data/extracts/projects/1',
      '/people/posts/:id': `/people/posts/${cited.leads[0]!.postId}`,
      '/people/holdings/:id': '/people/holdings/1',
      '/people/:id': '/people/2',
      '/people/organisations/:id': '/people/organisations/1',
      '/settings/holidays/:id': '/settings/holidays/1',
      '/settings/holidays/change': '/settings/holidays/change?on=8/6/2027',
    }
  })
  browser = await openBrowser(address => createApp({ database, config: { address }, now: () => NOW }))
}, 60_000)

/** Of the team T1, with an assessment that is late, and the measures worked out from their records. */
async function aChildPastTheirDay(authorityId: number) {
  const [id, personId, referredOn] = ['1', 'P1', '2026-09-01']
  const records = recordsOf(
    {
      people: [{ id: personId, forename: 'Robin', surname: 'Ashdown', bornOn: '2015-03-02' }],
      teams: [{ id: 'T1', name: 'A team' }],
      professionals: [{ id: 'W1', name: 'Iris Joyce', registration: 'SW1' }],
      referrals: [{ id, personId, referredOn }],
      assessments: [
        { id, personId, referralId: id, startedOn: referredOn },
        { id: '2', personId, referralId: id, startedOn: referredOn, authorisedOn: '2026-11-02' },
      ],
      involvements: [{ id, personId, workerId: 'W1', role: 'CW', teamId: 'T1', fromOn: referredOn }],
    },
    day('2026-11-19'),
  )
  await runMeasures(database, authorityId, await keepTestSnapshot(database, authorityId, records))
  return await database.reading({ authority: authorityId, person: null, work: 'test-children' }, db =>
    db.one<{ address: string }>(sql`select address from child where person_ref = ${personId}`, 'child'),
  )
}

afterAll(() => browser?.close())

/** Of someone whose post may do it. */
const sessionThatMay = (permission: Permission): string =>
  sessions.find(({ role }) => permission === 'be-signed-in' || rolesThatMay(permission).includes(role))!.session

/** The page's own example, or the example of the page it stands under. */
function exampleOf(path: string): string {
  const known = Object.keys(examples)
    .filter(start => path === start || path.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0]
  return known === undefined ? path : examples[known] + path.slice(known.length)
}

/** Before a file about children there is a page that asks what it is for: the same for each. */
const ASKS_WHY = '/measures/of/:measure/children.xlsx'
const pages = PAGES.filter(page => page.kind !== 'download' || page.path === ASKS_WHY)

test.each(pages.map(page => page.path))(
  '%s is accessible and keeps to its width at 1280 and at 320',
  { timeout: 60_000 },
  async path => {
    const example = exampleOf(path)
    expect(example, 'an example address for this page').not.toContain(':')
    const shown = pages.find(page => page.path === path)!
    const visiting = shown.kind === 'open-page' ? {} : { session: sessionThatMay(shown.may) }
    const page = await browser.visit(example, { ...visiting, width: 1280 })
    try {
      expect(await page.locator('h1').first().innerText()).not.toMatch(/not found|problem with the service|may not/i)
      await expectAccessible(page)
      await keepPictures(page, path.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home')
      await page.setViewportSize({ width: 320, height: 900 })
      await expectAccessible(page)
    } finally {
      await page.context().close()
    }
  },
)
