/** For tests that visit every page: a council that holds one of everything, and where each page of it is. */
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { recordsOf } from './measures/measure-example.ts'
import { runMeasures } from './measures/run-measures.ts'
import type { Database } from './store/database.ts'
import { sql } from './store/sql.ts'
import { day } from './terms/day.ts'
import { ROLE, type Role } from './terms/permission.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'

const NOTICE = `Improvement Notice

1. This Notice is given to the Council.

2. The Board must meet every six weeks.

3. The Council must report to it.

Quality of practice

4. Improve the quality of practice by ensuring that:

- every child on a plan is visited and seen alone;
- case files are audited every month; and
- partners attend conferences.
`
const WITH_OBJECTIVES = PLAN.replace('Colour of folder', 'Objective').replaceAll(
  /,(blue|red|)$/gm,
  ',Children are seen',
)

const EXTRACT = new File(['pers_person_id,pers_dob\r\nP1,2015-03-02'], 'ssd_person.csv')

const HOLIDAY = { name: 'Coronation', madeKnownOn: '20/11/2026', published: 'The London Gazette', why: 'Proclaimed' }

export type FullCouncil = Awaited<ReturnType<typeof openFullCouncil>>

/** With a child of the team T1 and the measures worked out from the records, a plan, a source, a finding, a link, a milestone, a board, a pack, a saved view of each role, and documents read but not kept. */
export async function openFullCouncil(database: Database, name?: string) {
  const here = await openCouncil(database, name)
  const manager = await here.siteAs('programme-manager')
  const keep = async (...[address, typed, files]: Parameters<typeof manager.post>) => {
    const { status, headers } = await manager.post(address, typed, files)
    if (status !== 303) throw new Error(`${address} was not kept: ${status}`)
    return headers.get('location')!
  }
  const source = await keep('/findings/upload', {}, fileOf(NOTICE, 'notice.txt'))
  await keep(source, { title: 'Improvement Notice', shortName: 'DfE Notice', kind: 'improvement-notice' })
  const draft = await keep('/plan/upload', {}, fileOf(WITH_OBJECTIVES, 'plan.csv'))
  await keep(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  await keep('/findings/upload', {}, fileOf(NOTICE, 'notice-again.txt'))
  await keep('/plan/upload', {}, fileOf(WITH_OBJECTIVES, 'plan-again.csv'))
  await keep(`/plan/actions/${await here.actionId('1.1')}/milestones`, { text: 'Rota agreed', dueOn: '1/2/2027' })
  await addFiles(keep, await here.actionId('1.1'))
  await keep('/boards/add', { name: 'Improvement Board' })
  await keep('/reports/packs/make', { asAt: '22/11/2026' })
  await addSetMeasures(keep)
  await (await here.siteAs('administrator')).post('/settings/holidays/change?on=1/6/2027', HOLIDAY)
  await (await here.siteAs('analyst')).post('/data/bring-in', { asAt: '22/11/2026' }, { files: EXTRACT })
  for (const role of Object.keys(ROLE) as Role[])
    await (await here.siteAs(role)).post('/plan/views?flag=late', { name: 'Late' })
  const child = await addRecords(database, here.council.authorityId, `P-${name}`)
  await keep(`/plan/actions/${await here.actionId('1.1')}/measures`, { measure: 'icpc-15wd' })
  const asks = { child: `P-${name}`, askedBy: 'themselves', reference: 'SAR 1', receivedOn: '12/11/2026' }
  const asked = await (await here.siteAs('data-protection-officer')).post('/subject-access/child', asks)
  const { load } = await database.reading(here.council.on(), db =>
    db.one<{ load: number }>(sql`select max(snapshot_id) as load from snapshot where state = 'kept'`, 'load'),
  )
  const analysis = { name: 'Analysis', key: 'kept', reason: 'To learn', receiver: 'Us', snapshot: String(load) }
  await (await here.siteAs('analyst')).post('/data/extracts/take', { ...analysis, tables: 'people' })
  const meeting = { team: 'team/T1', heldOn: '20/11/2026', chair: 'Hugh Innes' }
  await (await here.siteAs('team-manager')).post('/children/meetings', meeting)
  const found = await database.reading(here.council.on(), db =>
    db.one<Omit<Ids, 'child' | 'request'>>(
      sql`
        select (select min(action_id) from action) as action, (select min(objective_id) from objective) as objective,
               (select min(finding_id) from finding) as finding, (select min(source_id) from source) as source,
               (select min(citation_id) from citation where action_id = (select min(action_id) from action)) as citation,
               (select min(milestone_id) from milestone) as milestone, (select min(evidence_id) from evidence) as evidence,
               (select address from attachment where audience = 'all') as "fileForAll", (select address from attachment where audience = 'children') as "fileOfChildren", (select min(post_id) from post) as post,
               (select min(document_id) from document) as document, (select min(pack_id) from pack) as pack,
               (select max(plan_draft_id) from plan_draft where kind = 'plan') as "planDraft",
               (select max(plan_draft_id) from plan_draft where kind = 'source') as "sourceDraft",
               (select min(saved_view_id) from saved_view) as view, (select max(person_id) from person) as person,
               (select min(plan_id) from plan) as plan, (select min(team_id) from team) as team,
               (select max(post_holding_id) from post_holding) as holding,
               (select min(measure_target_id) from measure_target) as target, (select min(measure_rebase_id) from measure_rebase) as rebase,
               (select min(measure_setting_id) from measure_setting) as setting,
               (select min(performance_meeting_id) from performance_meeting) as meeting,
               (select min(analysis_extract_id) from analysis_extract) as extract, (select min(analysis_project_id) from analysis_project) as project,
               (select min(organisation_id) from organisation) as organisation,
               (select min(bank_holiday_entry_id) from bank_holiday_entry) as holiday,
               (select min(entered_measure_id) from entered_measure) as entered, (select min(custom_measure_id) from custom_measure) as own, (select max(snapshot_id) from snapshot where state = 'reading') as load`,
      'what the council holds',
    ),
  )
  const request = Number(asked.headers.get('location')!.split('/').at(-1))
  const ids: Ids = { ...found, child: child.address, request }
  const viewOf = (role: Role) =>
    database.reading(here.council.on(role), async db => {
      const personId = here.council.posts[role].personId
      const found = await db.maybe<{ id: number }>(
        sql`select saved_view_id as id from saved_view where person_id = ${personId}`,
      )
      return found?.id ?? ids.view
    })
  return { ...here, ids, viewOf, manager }
}

/** The records of one child, of the team T1, on a plan after a conference in time, and the measures worked out from them. */
async function addRecords(database: Database, authority: number, personRef: string): Promise<{ address: string }> {
  const [id, personId] = ['1', personRef]
  const records = recordsOf(
    {
      people: [{ id: personRef, forename: 'Robin', surname: 'Ashdown', bornOn: '2015-03-02' }],
      teams: [{ id: 'T1', name: 'Assessment North' }],
      professionals: [{ id: 'W-social-worker', name: 'Iris Joyce', registration: 'SW1' }],
      referrals: [{ id, personId, referredOn: '2026-09-01' }],
      section47s: [{ id, personId, referralId: id, startedOn: '2026-10-05', endedOn: '2026-10-20' }],
      conferences: [{ id, personId, section47Id: id, heldOn: '2026-10-20', planMade: true }],
      cpPlans: [{ id, personId, conferenceId: id, startedOn: '2026-10-20' }],
      cpVisits: [{ id, personId, visitedOn: '2026-11-04', childSeen: true }],
      involvements: [
        { id, personId, workerId: 'W-social-worker', role: 'CW', teamId: 'T1', fromOn: '2026-09-01' },
        { id: '2', personId, workerId: 'W-reviewing-officer', role: 'IRO', fromOn: '2026-10-20' },
        { id: '3', personId, workerId: 'W-personal-adviser', role: 'PA', fromOn: '2026-10-20' },
        { id: '4', personId, workerId: 'W-auditor', role: 'OTHER', fromOn: '2026-11-01' },
      ],
    },
    day('2026-11-20'),
  )
  await runMeasures(database, authority, await keepTestSnapshot(database, authority, records))
  return await database.reading({ authority, person: null, work: 'test-children' }, db =>
    db.one<{ address: string }>(sql`select address from child where person_ref = ${personRef}`, 'child'),
  )
}

type Keep = (address: string, typed: Record<string, string>, files?: { files: File }) => Promise<string>

/** Evidence of an action with a file for everyone, and evidence with one that tells of children. */
async function addFiles(keep: Keep, action: number) {
  const audit = { kind: 'audit', title: 'Audit of twenty', shows: 'impact', speaksOfOn: '31/10/2026' }
  for (const audience of ['all', 'children'])
    await keep(
      `/plan/actions/${action}/evidence`,
      { ...audit, audience },
      { files: new File([`Seen: ${audience}`], 'audit.txt') },
    )
}

/** A target, a new beginning, a setting, and a measure that is entered with a figure. */
async function addSetMeasures(keep: (address: string, typed: Record<string, string>) => Promise<string>) {
  const agreed = { from: '1/1/2026', why: 'Agreed', reason: 'Agreed', approver: 'Improvement Board' }
  await keep('/measures/targets/set?measure=icpc-15wd', { ...agreed, value: '90' })
  await keep('/measures/rebases/add?measure=icpc-15wd', agreed)
  await keep('/measures/settings?measure=assessments-45wd&name=dayCount', { ...agreed, value: 'inclusive' })
  const entered = await keep('/measures/entered/add', {
    name: 'Days of training',
    kind: 'count',
    polarity: 'higher',
    definition: 'Days held.',
    source: 'Training team',
    frequency: 'month',
    dueAfterDays: '10',
  })
  await keep(`${entered}/enter`, { to: '2026-10-31', value: '14' })
  await keep('/measures/own/add?rows=cpVisits', {
    name: 'Visits to children on a plan',
    tells: 'How many visits are made',
    source: 'Local',
    area: 'protection',
    standing: 'all',
    start: 'visitedOn',
    test: 'count',
    basis: 'happened',
    polarity: 'none',
  })
}

/** One thing of each kind; `null` where there should be one and is not. */
export type Ids = Record<
  | 'action'
  | 'request'
  | 'extract'
  | 'project'
  | 'objective'
  | 'finding'
  | 'source'
  | 'citation'
  | 'milestone'
  | 'post'
  | 'document'
  | 'pack'
  | 'planDraft'
  | 'sourceDraft'
  | 'view'
  | 'plan'
  | 'person'
  | 'holding'
  | 'team'
  | 'load'
  | 'target'
  | 'rebase'
  | 'setting'
  | 'entered'
  | 'own'
  | 'meeting'
  | 'evidence'
  | 'holiday'
  | 'organisation',
  number
> & {
  /** What stands for files given as evidence in addresses. */
  fileForAll: string
  fileOfChildren: string
  /** What stands for the child in addresses. */
  child: string
}

/** What stands in the place of each part of a page's path that names something. */
export function addressOf(path: string, ids: Ids): string {
  const thing = Object.entries(THING).find(([beginning]) => path.startsWith(beginning))?.[1]
  return path
    .replace(':id', String(thing ? ids[thing] : ''))
    .replace(':citation', String(ids.citation))
    .replace(':milestone', String(ids.milestone))
    .replace(':number', '1')
    .replace(':measure', 'icpc-15wd')
    .replace(':what', 'missing.referrals.need')
    .replace(':address', fileAt(path, ids) ?? ids.child)
}

/** What a page's address asks for, where it needs to. */
export const QUERY: Record<string, string> = {
  '/data/template': '?name=gt_supervision.csv',
  '/data/values/words': '?list=source',
  '/plan/compare': '?from=2026-01-01&to=2026-11-22',
  '/measures/funnel': '?measure=icpc-15wd',
  '/measures/rebases/add': '?measure=icpc-15wd',
  '/measures/settings': '?measure=assessments-45wd&name=dayCount',
  '/measures/targets/set': '?measure=icpc-15wd',
  '/measures/thresholds': '?measure=icpc-15wd',
  '/settings/holidays/change': '?on=8/6/2027',
}

const fileAt = (path: string, ids: Ids): string | null =>
  !path.startsWith('/plan/attachments/') ? null : path.endsWith('/of-children') ? ids.fileOfChildren : ids.fileForAll

/** The kind of thing that `:id` names, by how the path begins. The longer beginning comes first. */
const THING: Record<string, keyof Ids> = {
  '/findings/sources/': 'source',
  '/findings/drafts/': 'sourceDraft',
  '/findings/': 'finding',
  '/plan/drafts/': 'planDraft',
  '/plan/documents/': 'document',
  '/plan/objectives/': 'objective',
  '/plan/actions/': 'action',
  '/plan/evidence/': 'evidence',
  '/plan/posts/': 'post',
  '/plan/views/': 'view',
  '/plan/plans/': 'plan',
  '/data/loads/': 'load',
  '/data/extracts/projects/': 'project',
  '/data/extracts/': 'extract',
  '/measures/targets/': 'target',
  '/measures/rebases/': 'rebase',
  '/measures/settings/': 'setting',
  '/measures/entered/': 'entered',
  '/measures/own/': 'own',
  '/children/meetings/': 'meeting',
  '/reports/packs/': 'pack',
  '/subject-access/': 'request',
  '/settings/holidays/': 'holiday',
  '/people/organisations/': 'organisation',
  '/people/teams/': 'team',
  '/people/posts/': 'post',
  '/people/holdings/': 'holding',
  '/people/': 'person',
}
