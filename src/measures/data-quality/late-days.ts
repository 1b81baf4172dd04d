/** What was recorded late: days that a load brought though they lie before the load that came before it, and events with a day of recording. */
import type { TableName } from '../../children/records.ts'
import type { Db } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { addDays, type Day } from '../../terms/day.ts'
import { ROW_DAYS } from './row-days.ts'

export type LateDay = {
  readonly table: TableName
  readonly field: string
  readonly rowId: string
  readonly personId: string
  readonly on: Day
  /** The first load that had it. */
  readonly firstIn: Day
  /** At least so many days after it happened: to the end of the load that did not have it yet. */
  readonly days: number
}

/** Loads of the last quarter are looked through. */
const LOOKED_BACK = 92

const PAIRS = Object.entries(ROW_DAYS).flatMap(([table, fields]) => Object.values(fields).map(field => [table, field]))

/**
 * Only between loads of the same kind of extract that both brought the table: one that was not brought before is not late. A row whose number
 * changed would look new; it is told, for nobody can know.
 */
export const listLateDays = (db: Db, snapshotId: number, asAt: Day): Promise<LateDay[]> =>
  db.asWork('count-children', () =>
    db.rows<LateDay>(sql`
      with load as (
        select * from (
          select snapshot_id, as_at, route, row_counts, lag(snapshot_id) over w as before, lag(as_at) over w as before_as_at,
                 lag(route) over w as before_route, lag(row_counts) over w as before_counts
          from snapshot where state = 'kept' window w as (order by snapshot_id)) each
        where snapshot_id <= ${snapshotId} and as_at > ${addDays(asAt, -LOOKED_BACK)} and before is not null and route = before_route),
      pair as (select p ->> 0 as kind, p ->> 1 as field from jsonb_array_elements(${PAIRS}::jsonb) p)
      select r.kind as "table", p.field, r.row_key as "rowId", c.person_ref as "personId", (r.row ->> p.field) as "on", l.as_at as "firstIn",
             l.before_as_at - (r.row ->> p.field)::date as days
      from load l
      join child_record r on r.first_snapshot = l.snapshot_id
      join pair p on p.kind = r.kind
      join child c on c.authority_id = r.authority_id and c.child_id = r.child_id
      left join child_record b on b.authority_id = r.authority_id and b.last_snapshot = l.before and b.kind = r.kind and b.row_key = r.row_key
      where l.before_counts ? r.kind and (r.row ->> p.field)::date < l.before_as_at and (b.row ->> p.field) is null
      order by days desc`),
  )
