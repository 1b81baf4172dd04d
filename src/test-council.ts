/** For journeys through the whole service: an invented council with a site for each of three people, on one day, and a plan to upload. */
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { allActions } from './plan/plan.ts'
import { findCurrentPlanId, findPlanAsAt } from './plan/store.ts'
import type { Database } from './store/database.ts'
import { aTestAuthority } from './store/test-database.ts'
import { day } from './terms/day.ts'
import type { Role } from './terms/permission.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

export const TODAY = day('2026-11-22')

export const PLAN = `Theme 1: Practice,,,,,,
Ref,Action,Lead,Timescale,How will we measure it?,Monitored by,Colour of folder
1.1,Visit every child on a plan every ten days (DfE Notice 4.1),Head of Assessment,March 2027,90% by March 2027,Improvement Board,blue
1.2,Audit twenty cases a month (DfE Notice 4.2),Head of Assessment,Ongoing,Audits graded good: 35% by March 2026,Improvement Board,red
1.3,Write to every school about thresholds,Designated Nurse,May 2026,Schools know the thresholds,Improvement Board,
`

export const fileOf = (text: string, name: string) => ({ file: new File([text], name, { type: 'text/csv' }) })

/** The council, the plan as it stands, the id of an action by its reference, and a site as one of its people sees it. */
export async function openCouncil(database: Database, name = 'Testborough') {
  const council = await aTestAuthority(database, name)
  const app = createApp({ database, config: { address: ADDRESS }, now: () => new Date(`${TODAY}T10:00:00Z`) })
  const plan = () => database.reading(council.on(), async db => findPlanAsAt(db, (await findCurrentPlanId(db))!, TODAY))
  return {
    council,
    plan,
    actionId: async (ref: string) => allActions(await plan()).find(action => action.ref === ref)!.actionId,
    siteAs: async (role: Role) => siteOf(app, await sessionOf(database, council, role)),
  }
}
