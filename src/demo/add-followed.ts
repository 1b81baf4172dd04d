/** Ties the demo authority's actions to the measures that follow them, on the day the plan was refreshed. */
import { measureNamed } from '../measures/catalogue.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { FOLLOWED } from './aldermere/followed.ts'
import type { Cast } from './cast.ts'
import { recordedAt } from './rows.ts'

/** Throws where the catalogue has no such measure, or the plan no such action. */
export async function addFollowed(db: Db, cast: Cast, planId: number, on: Day): Promise<void> {
  const { personId } = cast.holderOn('programme', on)
  const pairs = Object.entries(FOLLOWED).flatMap(([ref, measures]) => measures.map(measure => ({ ref, measure })))
  for (const { measure } of pairs) if (!measureNamed(measure)) throw new RangeError(`no measure ${measure}`)
  const added = await db.run(sql`
    with version as (select plan_version_id from plan_version where plan_id = ${planId} order by from_on desc, number desc limit 1)
    insert into action_measure (authority_id, action_id, measure, from_on, recorded_at, recorded_by)
    select current_authority(), w.action_id, p.measure, ${on}, ${recordedAt(on)}, ${personId}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::text::jsonb) as p(ref text, measure text)
    join action_wording w on w.ref = p.ref and w.plan_version_id = (select plan_version_id from version)
    group by w.action_id, p.measure`)
  if (added !== pairs.length) throw new RangeError(`${added} of ${pairs.length} measures found their action`)
}
