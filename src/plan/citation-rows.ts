/** The citations of one action as rows that can be withdrawn. */
import type { Citation } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'

export type CitationRow = Citation & { citationId: number; planVersionId: number }

/** What an action cites on a day, in the order it was linked. */
export const listCitations = (db: Db, actionId: number, asAt: Day) =>
  db.rows<CitationRow>(sql`
    select c.citation_id as "citationId", c.plan_version_id as "planVersionId", c.source_name as source, c.ref, c.text
    from citation c join plan_version v using (authority_id, plan_version_id)
    where c.action_id = ${actionId} and c.from_on <= ${asAt} and (c.withdrawn_on is null or c.withdrawn_on > ${asAt})
      and v.plan_version_id = (select w.plan_version_id from action_wording w join plan_version n using (authority_id, plan_version_id)
                               where w.action_id = ${actionId} and n.from_on <= ${asAt} order by n.from_on desc, n.number desc limit 1)
    order by c.citation_id`)
