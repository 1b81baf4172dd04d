/** The problems of a load as they are kept: grouped for the page, listed for the file to take away. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { LoadProblem, Severity } from './load-problem.ts'

/** Problems alike in one file and column, with one of them. */
export type ProblemGroup = Omit<LoadProblem, 'row'> & { times: number; firstRow: number | null; number: number }

const WORST_FIRST = sql`array_position(array['refuses-the-load', 'refuses-the-row', 'value-left-out', 'worth-a-look'], severity)`

/** The worst first, then the most frequent. A line that stands for many more alike counts as one. */
export const listProblemGroups = (db: Db, snapshotId: number): Promise<ProblemGroup[]> =>
  db.rows(sql`
    select severity, file, sheet, column_name as column, problem, count(*)::integer as times, min(row_no) as "firstRow", min(problem_no) as number,
           (array_agg(expected order by problem_no))[1] as expected, (array_agg(found order by problem_no))[1] as found
    from load_problem where snapshot_id = ${snapshotId}
    group by severity, file, sheet, column_name, problem order by ${WORST_FIRST}, times desc, number`)

/** In the order in which they were met. */
export const listProblems = (
  db: Db,
  snapshotId: number,
  {
    limit = 1_000_000,
    offset = 0,
    severity = null,
  }: { limit?: number; offset?: number; severity?: Severity | null } = {},
): Promise<LoadProblem[]> =>
  db.rows(sql`
    select severity, file, sheet, row_no as row, column_name as column, problem, expected, found from load_problem
    where snapshot_id = ${snapshotId} and (${severity}::text is null or severity = ${severity})
    order by problem_no limit ${limit} offset ${offset}`)

export const countProblems = async (db: Db, snapshotId: number): Promise<Record<Severity, number>> => {
  const rows = await db.rows<{ severity: Severity; times: number }>(
    sql`select severity, count(*)::integer as times from load_problem where snapshot_id = ${snapshotId} group by severity`,
  )
  const counts = Object.fromEntries(rows.map(({ severity, times }) => [severity, times]))
  return { 'refuses-the-load': 0, 'refuses-the-row': 0, 'value-left-out': 0, 'worth-a-look': 0, ...counts }
}
