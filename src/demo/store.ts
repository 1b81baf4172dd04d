/**
 * Batches of rows with the days they happened on, which ordinary saving never sets: the rooms' own functions record what is
 * done now. Each takes rows by the table's own column names.
 */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { ActionRows, CitationRow, EventRow, MilestoneRow } from './rows.ts'

/** New ids in rising order, so many of them. */
export const addThings = {
  themes: (db: Db, planId: number, count: number) =>
    idsOf(
      db,
      sql`insert into theme (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning theme_id as id`,
    ),
  objectives: (db: Db, planId: number, count: number) =>
    idsOf(
      db,
      sql`insert into objective (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning objective_id as id`,
    ),
  actions: (db: Db, planId: number, count: number) =>
    idsOf(
      db,
      sql`insert into action (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning action_id as id`,
    ),
}

const idsOf = async (db: Db, query: ReturnType<typeof sql>): Promise<number[]> =>
  (await db.rows<{ id: number }>(query)).map(({ id }) => id).sort((a, b) => a - b)

export const addPlan = async (db: Db, row: { title: string; starts_on: string; ends_on: string; added_at: string }) =>
  (
    await idsOf(
      db,
      sql`
    insert into plan (authority_id, title, starts_on, ends_on, added_at)
    values (current_authority(), ${row.title}, ${row.starts_on}, ${row.ends_on}, ${row.added_at}) returning plan_id as id`,
    )
  )[0]!

export const addVersions = (db: Db, rows: object[]) =>
  idsOf(
    db,
    sql`
    insert into plan_version (authority_id, plan_id, number, title, from_on, note, kept_at, kept_by)
    select current_authority(), plan_id, number, title, from_on, note, kept_at, kept_by
    from jsonb_populate_recordset(null::plan_version, ${rows}::jsonb) order by number returning plan_version_id as id`,
  )

export const addThemeWordings = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into theme_wording (authority_id, theme_id, plan_version_id, ref, title, aim, position)
    select current_authority(), theme_id, plan_version_id, ref, title, aim, position
    from jsonb_populate_recordset(null::theme_wording, ${rows}::jsonb)`)

export const addObjectiveWordings = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into objective_wording (authority_id, objective_id, plan_version_id, theme_id, ref, section, text, position)
    select current_authority(), objective_id, plan_version_id, theme_id, ref, section, text, position
    from jsonb_populate_recordset(null::objective_wording, ${rows}::jsonb)`)

export const addSuccessions = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_succession (authority_id, plan_version_id, from_action_id, to_action_id, kind, note)
    select current_authority(), plan_version_id, from_action_id, to_action_id, kind, note
    from jsonb_populate_recordset(null::action_succession, ${rows}::jsonb)`)

/** Everything about the actions, a statement for each kind of row. */
export async function addActionRows(db: Db, rows: ActionRows): Promise<void> {
  await Promise.all([
    addWordings(db, rows.wordings),
    addTargets(db, rows.targets),
    addCitations(db, rows.citations),
    addTimescales(db, rows.timescales),
    addLeads(db, rows.leads),
    addRatings(db, rows.ratings),
    addUpdates(db, rows.updates),
    addEvidence(db, rows.evidence),
    addMilestones(db, rows.milestones),
    addEvents(db, rows.events),
  ])
}

const addWordings = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_wording (authority_id, action_id, plan_version_id, theme_id, objective_id, ref, text, desired_outcome, lead_text, measure_text,
                                monitored_by, position, from_on, reason, recorded_at, recorded_by)
    select current_authority(), action_id, plan_version_id, theme_id, objective_id, ref, text, desired_outcome, lead_text, measure_text,
           monitored_by, position, from_on, reason, recorded_at, recorded_by
    from jsonb_populate_recordset(null::action_wording, ${rows}::jsonb) order by plan_version_id, position`)

const addTargets = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_target (authority_id, action_id, plan_version_id, text, value, unit, bound, due_on, series, position)
    select current_authority(), action_id, plan_version_id, text, value, unit, bound, due_on, series, position
    from jsonb_populate_recordset(null::action_target, ${rows}::jsonb)`)

export const addCitations = (db: Db, rows: CitationRow[]) =>
  db.run(sql`
    insert into citation (authority_id, plan_version_id, action_id, objective_id, source_name, ref, text, from_on, recorded_at, recorded_by)
    select current_authority(), plan_version_id, action_id, objective_id, source_name, ref, text, from_on, recorded_at, recorded_by
    from jsonb_populate_recordset(null::citation, ${rows}::jsonb)`)

const addTimescales = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_timescale (authority_id, action_id, agreed_on, text, kind, earliest_on, latest_on, next_test_on, agreed_by, reason, recorded_at, recorded_by)
    select current_authority(), action_id, agreed_on, text, kind, earliest_on, latest_on, next_test_on, agreed_by, reason, recorded_at, recorded_by
    from jsonb_populate_recordset(null::action_timescale, ${rows}::jsonb) order by agreed_on`)

async function addLeads(db: Db, rows: ActionRows['leads']): Promise<void> {
  const ids = await idsOf(
    db,
    sql`
    insert into action_leads (authority_id, action_id, from_on, reason, recorded_at, recorded_by)
    select current_authority(), (r->>'action_id')::integer, (r->>'from_on')::date, r->>'reason', (r->>'recorded_at')::timestamptz, (r->>'recorded_by')::integer
    from jsonb_array_elements(${rows}::jsonb) with ordinality as given (r, n) order by n returning action_leads_id as id`,
  )
  const posts = rows.flatMap((row, at) =>
    row.posts.map((post, index) => ({ action_leads_id: ids[at], position: index + 1, post_id: post })),
  )
  await db.run(sql`
    insert into action_leads_post (authority_id, action_leads_id, position, post_id)
    select current_authority(), action_leads_id, position, post_id from jsonb_populate_recordset(null::action_leads_post, ${posts}::jsonb)`)
}

const addRatings = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_rating (authority_id, action_id, rated_on, delivery, impact, reason, recorded_at, rated_by, post_id)
    select current_authority(), action_id, rated_on, delivery, impact, reason, recorded_at, rated_by, post_id
    from jsonb_populate_recordset(null::action_rating, ${rows}::jsonb) order by rated_on, recorded_at`)

const addUpdates = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into action_update (authority_id, action_id, said_on, text, recorded_at, said_by, post_id)
    select current_authority(), action_id, said_on, text, recorded_at, said_by, post_id
    from jsonb_populate_recordset(null::action_update, ${rows}::jsonb) order by said_on, recorded_at`)

const addEvidence = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into evidence (authority_id, action_id, kind, title, text, shows, speaks_of_on, added_on, recorded_at, added_by)
    select current_authority(), action_id, kind, title, text, shows, speaks_of_on, added_on, recorded_at, added_by
    from jsonb_populate_recordset(null::evidence, ${rows}::jsonb) order by added_on, recorded_at`)

async function addMilestones(db: Db, rows: MilestoneRow[]): Promise<void> {
  const ids = await idsOf(
    db,
    sql`
    insert into milestone (authority_id, action_id, text, due_on, added_on, recorded_at, added_by)
    select current_authority(), (r->>'action_id')::integer, r->>'text', (r->>'due_on')::date, (r->>'added_on')::date, (r->>'recorded_at')::timestamptz, (r->>'added_by')::integer
    from jsonb_array_elements(${rows}::jsonb) with ordinality as given (r, n) order by n returning milestone_id as id`,
  )
  const outcomes = rows.flatMap((row, at) => row.outcomes.map(outcome => ({ milestone_id: ids[at], ...outcome })))
  await db.run(sql`
    insert into milestone_outcome (authority_id, milestone_id, outcome, happened_on, new_due_on, reason, recorded_at, recorded_by)
    select current_authority(), milestone_id, outcome, happened_on, new_due_on, reason, recorded_at, recorded_by
    from jsonb_populate_recordset(null::milestone_outcome, ${outcomes}::jsonb) order by happened_on`)
}

export const addEvents = (db: Db, rows: EventRow[]) =>
  db.run(sql`
    insert into event (authority_id, happened_at, person_id, post_id, kind, about, about_id, detail)
    select current_authority(), happened_at, person_id, post_id, kind, about, about_id, detail
    from jsonb_populate_recordset(null::event, ${rows}::jsonb) order by happened_at`)

export const addSource = async (
  db: Db,
  row: {
    title: string
    short_name: string
    kind: string
    publisher: string
    issued_on: string
    known_as: string[]
    added_at: string
    added_on: string
    added_by: number
  },
) =>
  (
    await idsOf(
      db,
      sql`
    insert into source (authority_id, title, short_name, kind, publisher, issued_on, known_as, added_at, added_on, added_by)
    values (current_authority(), ${row.title}, ${row.short_name}, ${row.kind}, ${row.publisher}, ${row.issued_on}, ${row.known_as}::text[], ${row.added_at}, ${row.added_on}, ${row.added_by})
    returning source_id as id`,
    )
  )[0]!

export const addFindings = (db: Db, rows: object[]) =>
  idsOf(
    db,
    sql`
    insert into finding (authority_id, source_id, ref, heading, text, position)
    select current_authority(), source_id, ref, heading, text, position
    from jsonb_populate_recordset(null::finding, ${rows}::jsonb) order by position returning finding_id as id`,
  )

export const addClosures = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into finding_closure (authority_id, finding_id, closed, reason, since_on, recorded_at, recorded_by)
    select current_authority(), finding_id, closed, reason, since_on, recorded_at, recorded_by
    from jsonb_populate_recordset(null::finding_closure, ${rows}::jsonb)`)

export const addBodies = (db: Db, rows: object[]) =>
  idsOf(
    db,
    sql`
    insert into body (authority_id, name, role, meets_every_weeks, is_improvement_board)
    select current_authority(), r->>'name', r->>'role', (r->>'everyWeeks')::integer, (r->>'isImprovementBoard')::boolean
    from jsonb_array_elements(${rows}::jsonb) with ordinality as given (r, n) order by n returning body_id as id`,
  )

export const addMeetings = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into meeting (authority_id, body_id, meets_on, place)
    select current_authority(), body_id, meets_on, place from jsonb_populate_recordset(null::meeting, ${rows}::jsonb)`)

type PackRow = {
  plan_id: number
  title: string
  as_at: string
  since_on: string
  content: object
  sha256: string
  made_at: string
  made_by: number
}

export const addPack = async (db: Db, row: PackRow): Promise<number> =>
  (
    await idsOf(
      db,
      sql`
        insert into pack (authority_id, plan_id, title, as_at, since_on, content, sha256, made_at, made_by)
        values (current_authority(), ${row.plan_id}, ${row.title}, ${row.as_at}, ${row.since_on}, ${row.content}::jsonb, decode(${row.sha256}, 'hex'),
                ${row.made_at}, ${row.made_by}) returning pack_id as id`,
    )
  )[0]!
