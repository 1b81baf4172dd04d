/**
 * Every kind of thing that an event is about, as a query for what those of some ids are called: `text`, the `measure` it is about, the
 * page that shows it (`href`; without one, the page of its measure). Rooms after this one keep most of them: only their tables are read.
 */
import { type Sql, sql } from '../store/sql.ts'
import type { Permission } from '../terms/permission.ts'

type Query = (ids: number[]) => Sql
type Queries = Record<string, Query>

/** `may` is what opens the page. */
export type Listing = { may: Permission; query: Query }

const day = (on: Sql) => sql`to_char(${on}, 'FMDD FMMonth YYYY')`

const PLAN = {
  action: ids => sql`
    select distinct on (action_id) action_id as id, 'Action ' || ref as text, '/plan/actions/' || action_id as href
    from action_wording where action_id = any(${ids}) order by action_id, from_on desc, action_wording_id desc`,
  'action-measure': ids => sql`
    select distinct on (m.action_measure_id) m.action_measure_id as id, 'Action ' || w.ref as text, m.measure, '/plan/actions/' || action_id as href
    from action_measure m join action_wording w using (authority_id, action_id) where m.action_measure_id = any(${ids})
    order by m.action_measure_id, w.from_on desc, w.action_wording_id desc`,
  objective: ids => sql`
    select distinct on (objective_id) objective_id as id, 'Objective ' || ref as text, '/plan/objectives/' || objective_id as href
    from objective_wording where objective_id = any(${ids}) order by objective_id, plan_version_id desc`,
  citation: ids => sql`
    select citation_id as id, concat_ws(' ', 'Link to', source_name, ref) as text, '/plan/actions/' || action_id as href
    from citation where citation_id = any(${ids})`,
  finding: ids => sql`
    select finding_id as id, 'Finding: ' || s.short_name || ' ' || ref as text, '/findings/' || finding_id as href
    from finding join source s using (authority_id, source_id) where finding_id = any(${ids})`,
  source: ids => sql`
    select source_id as id, 'Source: ' || short_name as text, '/findings/sources/' || source_id as href
    from source where source_id = any(${ids})`,
  plan: ids =>
    sql`select plan_id as id, 'Plan: ' || title as text, '/plan/versions' as href from plan where plan_id = any(${ids})`,
  document: ids =>
    sql`select document_id as id, 'Document: ' || name as text, null as href from document where document_id = any(${ids})`,
  /** By its evidence: what a file is called may name a child. */
  attachment: ids => sql`
    select attachment_id as id, 'File with evidence: ' || e.title as text,
           case when e.action_id is not null then '/plan/actions/' || e.action_id else '/findings/' || e.finding_id end as href
    from attachment join evidence e using (authority_id, evidence_id) where attachment_id = any(${ids})`,
  body: ids =>
    sql`select body_id as id, 'Board: ' || name as text, '/boards' as href from body where body_id = any(${ids})`,
  pack: ids =>
    sql`select pack_id as id, 'Pack: ' || title || ', ' || ${day(sql`as_at`)} as text, '/reports/packs/' || pack_id as href from pack where pack_id = any(${ids})`,
} satisfies Queries

const MEASURES = {
  'measure-target': ids => sql`
    select measure_target_id as id, 'Target' as text, measure, '/measures/targets?measure=' || measure as href
    from measure_target where measure_target_id = any(${ids})`,
  'measure-rebase': ids => sql`
    select measure_rebase_id as id, 'New beginning from ' || ${day(sql`from_on`)} as text, measure
    from measure_rebase where measure_rebase_id = any(${ids})`,
  'measure-setting': ids => sql`
    select measure_setting_id as id, 'Setting' as text, measure from measure_setting where measure_setting_id = any(${ids})`,
  'entered-measure': ids => sql`
    select entered_measure_id as id, measure from entered_measure where entered_measure_id = any(${ids})`,
  'custom-measure': ids => sql`
    select custom_measure_id as id, measure from custom_measure where custom_measure_id = any(${ids})`,
  'comparison-group': ids => sql`
    select comparison_group_id as id, 'Comparison group from ' || ${day(sql`from_on`)} as text, '/measures/comparison' as href
    from comparison_group where comparison_group_id = any(${ids})`,
  'authority-population': ids => sql`
    select authority_population_id as id, 'Children aged 0 to 17 in ' || year as text, '/measures/comparison' as href
    from authority_population where authority_population_id = any(${ids})`,
} satisfies Queries

const SETTINGS = {
  'bank-holiday-entry': ids => sql`
    select e.bank_holiday_entry_id as id, 'Bank holiday: ' || ${day(sql`coalesce(e.days[1], w.days[1])`)} as text, '/settings/holidays' as href
    from bank_holiday_entry e left join bank_holiday_entry w on w.authority_id = e.authority_id and w.bank_holiday_entry_id = e.withdraws
    where e.bank_holiday_entry_id = any(${ids})`,
} satisfies Queries

const PEOPLE = {
  person: ids =>
    sql`select person_id as id, name as text, '/people/' || person_id as href from person where person_id = any(${ids})`,
  post: ids =>
    sql`select post_id as id, title as text, '/people/posts/' || post_id as href from post where post_id = any(${ids})`,
  team: ids =>
    sql`select team_id as id, name as text, '/people/teams/' || team_id as href from team where team_id = any(${ids})`,
  organisation: ids => sql`
    select organisation_id as id, name as text, '/people/organisations/' || organisation_id as href
    from organisation where organisation_id = any(${ids})`,
  authority: ids => sql`select authority_id as id, name as text from authority where authority_id = any(${ids})`,
} satisfies Queries

const LOADS = {
  snapshot: ids => sql`
    select snapshot_id as id, 'Load to ' || ${day(sql`as_at`)} as text, '/data/loads/' || snapshot_id as href
    from snapshot where snapshot_id = any(${ids})`,
} satisfies Queries

const MEETINGS = {
  'performance-meeting': ids => sql`
    select performance_meeting_id as id, 'Meeting of ' || name || ', ' || ${day(sql`held_on`)} as text, '/children/meetings/' || performance_meeting_id as href
    from performance_meeting where performance_meeting_id = any(${ids})`,
} satisfies Queries

const HOLDS = {
  'legal-hold': ids => sql`
    select legal_hold_id as id, 'Legal hold of ' || ${day(sql`held_on`)} as text, '/retention' as href
    from legal_hold where legal_hold_id = any(${ids})`,
} satisfies Queries

const REQUESTS = {
  'access-request': ids => sql`
    select access_request_id as id, 'Request for access ' || reference as text, '/subject-access/' || access_request_id as href
    from access_request where access_request_id = any(${ids})`,
} satisfies Queries

const EXTRACTS = {
  'analysis-project': ids => sql`
    select analysis_project_id as id, 'Project: ' || name as text, '/data/extracts' as href
    from analysis_project where analysis_project_id = any(${ids})`,
  'analysis-extract': ids => sql`
    select analysis_extract_id as id, 'Extract for ' || p.name as text, '/data/extracts/' || analysis_extract_id as href
    from analysis_extract join analysis_project p using (authority_id, analysis_project_id) where analysis_extract_id = any(${ids})`,
} satisfies Queries

const opening = (may: Permission, queries: Queries): [string, Listing][] =>
  Object.entries(queries).map(([about, query]) => [about, { may, query }])

/** By what an event says that it is about. */
export const LISTINGS: ReadonlyMap<string, Listing> = new Map([
  ...opening('read-plan', PLAN),
  ...opening('see-public-figures', MEASURES),
  ...opening('see-settings', SETTINGS),
  ...opening('manage-people', PEOPLE),
  ...opening('load-children', LOADS),
  ...opening('run-performance-meeting', MEETINGS),
  ...opening('read-record', HOLDS),
  ...opening('answer-access-requests', REQUESTS),
  ...opening('take-extract', EXTRACTS),
])
