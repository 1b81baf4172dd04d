/** What the demo authority set of its measures and entered, as rows with the days and hours they were said. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'

export const addComparisonGroups = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into comparison_group (authority_id, region, neighbours, model, from_on, why, recorded_at, recorded_by)
    select current_authority(), region, neighbours, model, from_on, why, recorded_at, recorded_by
    from jsonb_populate_recordset(null::comparison_group, ${rows}::jsonb)`)

export const addPopulations = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into authority_population (authority_id, year, children, source, recorded_at, recorded_by)
    select current_authority(), year, children, source, recorded_at, recorded_by
    from jsonb_populate_recordset(null::authority_population, ${rows}::jsonb)`)

/** Answers their ids, in the order of the rows. */
export const addTargets = async (db: Db, rows: object[]): Promise<number[]> =>
  idsOf(
    db,
    sql`
      insert into measure_target (authority_id, measure, value, from_on, due_on, why, approver, withdraws, said_on, recorded_at, recorded_by, post_id)
      select current_authority(), measure, value, from_on, due_on, why, approver, withdraws, said_on, recorded_at, recorded_by, post_id
      from jsonb_populate_recordset(null::measure_target, ${rows}::jsonb) returning measure_target_id as id`,
  )

/** A measure with what it says; answers its id. */
export async function addEnteredRow(db: Db, measure: object, version: object): Promise<number> {
  const [id] = await idsOf(
    db,
    sql`
      insert into entered_measure (authority_id, measure, added_on, recorded_at, recorded_by)
      select current_authority(), measure, added_on, recorded_at, recorded_by
      from jsonb_populate_record(null::entered_measure, ${measure}::jsonb) returning entered_measure_id as id`,
  )
  await db.run(sql`
    insert into entered_measure_version (authority_id, entered_measure_id, name, unit, polarity, definition, source, owner_post_id, frequency,
                                         due_after_days, from_on, recorded_at, recorded_by)
    select current_authority(), ${id}, name, unit, polarity, definition, source, owner_post_id, frequency, due_after_days, from_on, recorded_at, recorded_by
    from jsonb_populate_record(null::entered_measure_version, ${version}::jsonb)`)
  return id!
}

export const addFigures = (db: Db, rows: object[]) =>
  db.run(sql`
    insert into entered_figure (authority_id, entered_measure_id, entered_measure_version_id, period_from, period_to, numerator, denominator, value,
                                said_on, recorded_at, recorded_by, post_id)
    select current_authority(), r.entered_measure_id, v.entered_measure_version_id, r.period_from, r.period_to, r.numerator, r.denominator, r.value,
           r.said_on, r.recorded_at, r.recorded_by, r.post_id
    from jsonb_populate_recordset(null::entered_figure, ${rows}::jsonb) r join entered_measure_version v using (entered_measure_id)
    order by r.said_on`)

const idsOf = async (db: Db, query: ReturnType<typeof sql>): Promise<number[]> =>
  (await db.rows<{ id: number }>(query)).map(({ id }) => id).sort((a, b) => a - b)
