/**
 * Records in the database. Those of a load that is not kept yet are staged; those that are kept stand once for each way they have been,
 * with the first and the last snapshot in which they were so.
 */
import { asTaken } from '../store/connect.ts'
import type { Db } from '../store/database.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { ChildRecords, Reaches, TableName } from './records.ts'
import type { RowCounts } from './snapshot.ts'
import { TABLE_NAMES } from './table-words.ts'
import { keyOf, whoseRow } from './whose-row.ts'

/** Rows in one statement: few enough that nobody waits for the packing of one. */
const PART = 5_000

export const rowCountsOf = (records: ChildRecords): RowCounts =>
  Object.fromEntries([...records.loaded].map(kind => [kind, records[kind].length]))

export const clearStaged = (db: Db, snapshotId: number) =>
  db.run(sql`delete from staged_record where snapshot_id = ${snapshotId}`)

/** The records as texts that `stagePart` takes: they can be packed beside the service's own thread. */
export function* packRecords(records: ChildRecords): Generator<string> {
  let part: unknown[] = []
  let rowNo = 0
  for (const kind of TABLE_NAMES) {
    const keys = new Map<string, number>()
    for (const row of records[kind] as readonly object[]) {
      rowNo += 1
      const own = row as Readonly<Record<string, unknown>>
      part.push([rowNo, kind, onceOnly(keyOf(kind, own), keys), whoseRow(records, kind, own), row])
      if (part.length < PART) continue
      yield packed(part)
      part = []
    }
  }
  if (part.length > 0) yield packed(part)
}

function packed(part: unknown[]): string {
  const text = JSON.stringify(part)
  return /\\u(?:0000|d[89a-f])/.test(text) ? JSON.stringify(part, asTaken) : text
}

/** A number that the table repeats has how often behind it: `12`, `12 (2)`. */
function onceOnly(key: string, keys: Map<string, number>): string {
  const times = (keys.get(key) ?? 0) + 1
  keys.set(key, times)
  return times === 1 ? key : `${key} (${times})`
}

/** `COPY` is refused where policies hold, so rows come as one text in a statement. */
export const stagePart = (db: Db, snapshotId: number, part: string) =>
  db.run(sql`
    insert into staged_record (authority_id, snapshot_id, row_no, kind, row_key, person_ref, row)
    select current_authority(), ${snapshotId}, (r ->> 0)::integer, r ->> 1, r ->> 2, r ->> 3, r -> 4
    from jsonb_array_elements(${part}::text::jsonb) r`)

/** What belongs to no child and stands on a child's pages all the same. */
const ROUND_A_CHILD: TableName[] = ['teams', 'professionals', 'workerPosts']

/**
 * The records as a kept snapshot has them, in the order in which they came; for one child, theirs alone with the workers and teams.
 * Rows that whoever asks may not see are not there. Throws `NotFound` where no such snapshot is kept.
 */
export async function recordsAt(db: Db, snapshotId: number, of: { childId?: number } = {}): Promise<ChildRecords> {
  const { asAt, rowCounts, reaches } = await db.one<{ asAt: Day; rowCounts: RowCounts; reaches: Reaches }>(
    sql`select as_at as "asAt", row_counts as "rowCounts", reaches from snapshot where snapshot_id = ${snapshotId} and state = 'kept'`,
    'kept load of that number',
  )
  const whose =
    of.childId === undefined
      ? sql``
      : sql`and (child_id = ${of.childId} or child_id is null and kind = any(${ROUND_A_CHILD}))`
  const tables = new Map<TableName, object[]>(TABLE_NAMES.map(kind => [kind, []]))
  for await (const rows of pagesOf(db, snapshotId, whose)) for (const { kind, row } of rows) tables.get(kind)?.push(row)
  const loaded = new Set(TABLE_NAMES.filter(kind => rowCounts[kind] !== undefined))
  const short = Object.keys(reaches).length > 0 ? { reaches } : {}
  return { ...Object.fromEntries(tables), asAt, loaded, ...short } as unknown as ChildRecords
}

type Kept = { id: number; kind: TableName; row: object }
/** Rows read at a time: between one page and the next others have their turn. */
const PAGE = 10_000

async function* pagesOf(db: Db, snapshotId: number, whose: Sql): AsyncGenerator<Kept[]> {
  for (let last = 0, isMore = true; isMore;) {
    const rows = await db.rows<Kept>(sql`
      select child_record_id as id, kind, row from child_record
      where first_snapshot <= ${snapshotId} and (last_snapshot is null or last_snapshot >= ${snapshotId}) ${whose}
        and child_record_id > ${last}
      order by child_record_id limit ${PAGE}`)
    yield rows
    isMore = rows.length === PAGE
    last = rows.at(-1)?.id ?? last
  }
}
