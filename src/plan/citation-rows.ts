/** The citations of one action as rows that can be withdrawn. */
import type { Citation } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'

export type CitationRow = Citation & { citationId: number; planVersionId: number }

/** The version in which an action stands on a day: the newest begun by then that holds it. */
const versionOfAction = (actionId: number, asAt: Day) => sql`
  select w.plan_version_id from action_wording w join plan_version v using (authority_id, plan_version_id)
  where w.action_id = ${actionId} and v.from_on <= ${asAt} order by v.from_on desc, v.number desc limit 1`

/** Throws `NotFound` where no version holds the action yet. */
export const findVersionOfAction = async (db: Db, actionId: number, asAt: Day): Promise<number> =>
  (await db.one<{ plan_version_id: number }>(versionOfAction(actionId, asAt), `action ${actionId} in the plan`))
    .plan_version_id

/** What an action cites on a day, in the order it was linked. */
export const listCitations = (db: Db, actionId: number, asAt: Day) =>
  db.rows<CitationRow>(sql`
    select citation_id as "citationId", plan_version_id as "planVersionId", source_name as source, ref, text
    from citation
    where action_id = ${actionId} and from_on <= ${asAt} and (withdrawn_on is null or withdrawn_on > ${asAt})
      and plan_version_id = (${versionOfAction(actionId, asAt)})
    order by citation_id`)
