/** Projects that extracts for analysis are taken for, and the extracts, in the database. */
import type { TableName } from '../../children/records.ts'
import type { Db } from '../../store/database.ts'
import { addEvent, type By } from '../../store/event.ts'
import { sql } from '../../store/sql.ts'
import type { Day } from '../../terms/day.ts'
import { newKey } from './pseudonym.ts'

export type Project = {
  projectId: number
  name: string
  begunOn: Day
  /** Whether a further extract would have the same pseudonyms. */
  links: boolean
  forgottenOn: Day | null
  extracts: number
}

export const listProjects = (db: Db) =>
  db.rows<Project>(sql`
    select p.analysis_project_id as "projectId", p.name, p.begun_on as "begunOn", p.key is not null as links, p.forgotten_on as "forgottenOn",
           (select count(*)::integer from analysis_extract e where e.analysis_project_id = p.analysis_project_id) as extracts
    from analysis_project p order by p.analysis_project_id desc`)

/** Throws `NotFound`. */
export const findProject = (db: Db, projectId: number) =>
  db.one<{ projectId: number; name: string; links: boolean }>(
    sql`select analysis_project_id as "projectId", name, key is not null as links from analysis_project where analysis_project_id = ${projectId}`,
    'project',
  )

/** With a key that is kept, unless it is for one extract only. Null where the name was used before. */
export async function addProject(
  db: Db,
  by: By,
  on: Day,
  given: { name: string; links: boolean },
): Promise<number | null> {
  const added = await db.maybe<{ projectId: number }>(sql`
    insert into analysis_project (authority_id, name, key, begun_on, recorded_by, post_id)
    values (current_authority(), ${given.name}, ${given.links ? newKey() : null}, ${on}, ${by.personId}, ${by.postId})
    on conflict (authority_id, name) do nothing returning analysis_project_id as "projectId"`)
  return added?.projectId ?? null
}

/** False where there was none to forget. */
export async function forgetKey(db: Db, by: By, projectId: number, on: Day, why: string): Promise<boolean> {
  const forgotten = await db.run(sql`
    update analysis_project set key = null, forgotten_on = ${on}, forgotten_by = ${by.personId} where analysis_project_id = ${projectId} and key is not null`)
  if (forgotten > 0) await addEvent(db, by, 'forget-key', 'analysis-project', projectId, {}, why)
  return forgotten > 0
}

export type ExtractGiven = {
  projectId: number
  snapshotId: number
  tables: readonly TableName[]
  reason: string
  receiver: string
}

export async function addExtract(db: Db, by: By, on: Day, given: ExtractGiven): Promise<number> {
  const { extractId } = await db.one<{ extractId: number }>(
    sql`
      insert into analysis_extract (authority_id, analysis_project_id, snapshot_id, tables, reason, receiver, asked_on, recorded_by, post_id)
      values (current_authority(), ${given.projectId}, ${given.snapshotId}, ${[...given.tables]}, ${given.reason}, ${given.receiver}, ${on},
              ${by.personId}, ${by.postId})
      returning analysis_extract_id as "extractId"`,
    'extract',
  )
  const detail = { project: given.projectId, load: given.snapshotId, tables: given.tables.length }
  await addEvent(db, by, 'ask-for-extract', 'analysis-extract', extractId, detail, given.reason)
  return extractId
}

export type AskedExtract = Omit<ExtractGiven, 'tables'> & {
  extractId: number
  tables: TableName[]
  project: string
  links: boolean
  asAt: Day
  askedOn: Day
  askedBy: string
  /** How often it was taken. */
  taken: number
}

const EXTRACTS = sql`
  select e.analysis_extract_id as "extractId", e.analysis_project_id as "projectId", p.name as project, p.key is not null as links,
         e.snapshot_id as "snapshotId", s.as_at as "asAt", e.tables, e.reason, e.receiver, e.asked_on as "askedOn", n.name as "askedBy",
         (select count(*)::integer from event v where v.kind = 'export' and v.about_id = e.analysis_extract_id
          and v.detail ->> 'page' = '/data/extracts/:id/extract.zip') as taken
  from analysis_extract e join analysis_project p using (authority_id, analysis_project_id)
  join snapshot s on s.authority_id = e.authority_id and s.snapshot_id = e.snapshot_id
  join person n on n.authority_id = e.authority_id and n.person_id = e.recorded_by`

export const listExtracts = (db: Db) => db.rows<AskedExtract>(sql`${EXTRACTS} order by e.analysis_extract_id desc`)

/** Throws `NotFound`. */
export const findExtract = (db: Db, extractId: number) =>
  db.one<AskedExtract>(sql`${EXTRACTS} where e.analysis_extract_id = ${extractId}`, 'extract')

/** What pseudonyms of the project are made with; null where no key is kept. */
export const findKey = async (db: Db, projectId: number): Promise<Uint8Array | null> =>
  (
    await db.one<{ key: Buffer | null }>(
      sql`select key from analysis_project where analysis_project_id = ${projectId}`,
      'project',
    )
  ).key
