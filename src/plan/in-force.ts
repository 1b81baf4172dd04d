/**
 * Whether an action is in the plan: in the version that is in force on a day. A newer version may leave an action out; what it was
 * stays to be read, and nothing more is added to it.
 */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { NotAllowed } from '../web/page.tsx'
import type { Action } from './action.ts'
import { findAction, findCurrentPlanId } from './store.ts'

export type VersionInForce = { planVersionId: number; number: number; fromOn: Day }

/** The version that the programme runs on, on a day; null before the first began. */
export async function findVersionInForce(db: Db, asAt: Day): Promise<VersionInForce | null> {
  const planId = await findCurrentPlanId(db, asAt)
  return db.maybe<VersionInForce>(sql`
    select plan_version_id as "planVersionId", number, from_on as "fromOn" from plan_version
    where plan_id = ${planId} and from_on <= ${asAt} order by from_on desc, number desc limit 1`)
}

export async function isInForce(db: Db, actionId: number, asAt: Day): Promise<boolean> {
  const version = await findVersionInForce(db, asAt)
  const held = await db.maybe(sql`
    select from action_wording where action_id = ${actionId} and plan_version_id = ${version?.planVersionId ?? null} limit 1`)
  return held !== null
}

/** The action as it stands today, for a page that adds to it. Throws `NotFound`, or `NotAllowed` where it has left the plan. */
export async function findActionToChange(db: Db, actionId: number, today: Day): Promise<Action> {
  const action = await findAction(db, actionId, today)
  if (!(await isInForce(db, actionId, today)))
    throw new NotAllowed(
      `Action ${action.ref} is no longer in the plan: nothing more can be added to it. Its page says where it went`,
    )
  return action
}
