/** Loads the invented council of Aldermere, two years into its programme on the day it is loaded. */
import { hashPassword } from '../people/password.ts'
import { letPasswordsDo } from '../people/store.ts'
import { addAuthority, listAuthorities } from '../store/authority.ts'
import type { Database, Db } from '../store/database.ts'
import { type Day, day } from '../terms/day.ts'
import { addDemoFiles } from './add-files.ts'
import { addFollowed } from './add-followed.ts'
import { addDemoMeasures } from './add-measures.ts'
import { addDemoPacks } from './add-packs.ts'
import { addDemoPlan } from './add-plan.ts'
import { addDemoSource } from './add-sources.ts'
import { aldermere } from './aldermere/aldermere.ts'
import { measures } from './aldermere/measures.ts'
import { posts } from './aldermere/people.ts'
import { calendarOf } from './calendar.ts'
import { addCast } from './cast.ts'
import type { BodyDescription } from './description.ts'
import { askForDemoChildren } from './load-children.ts'
import { addBodies, addMeetings } from './store.ts'

export type DemoSignIn = { name: string; post: string; email: string }
export type LoadedDemo = { authorityId: number; signIns: DemoSignIn[] }

/**
 * Writes everything in one transaction, dated from `today`; each holder of a post may sign in with the password. A database
 * that holds Aldermere already is left as it is, with the passwords it has.
 */
export async function loadDemo(database: Database, today: Day, password: string): Promise<LoadedDemo> {
  const on = calendarOf(today)
  const description = aldermere(on)
  const before = (await listAuthorities(database)).find(({ name }) => name === description.name)
  if (before) return { authorityId: before.authorityId, signIns: listDemoSignIns() }
  const passwordHash = await hashPassword(password)
  return database.transaction({ authority: null, person: null }, async db => {
    const authorityId = await addAuthority(db, description)
    await letPasswordsDo(db)
    const cast = await addCast(db, description, passwordHash)
    for (const source of description.sources) await addDemoSource(db, cast, source)
    await addBodiesAndMeetings(db, description.bodies)
    const planId = await addDemoPlan(db, on, cast, description.plan)
    await addDemoFiles(db)
    await addDemoMeasures(db, on, cast, measures(on))
    await addFollowed(db, cast, planId, on.month(-10, 12))
    await addDemoPacks(db, on, cast, planId)
    await askForDemoChildren(db, today, cast.holderOn('analyst', today))
    return { authorityId, signIns: listDemoSignIns() }
  })
}

/** Who may sign in to Aldermere: each who holds a post now, the programme manager first. */
export function listDemoSignIns(): DemoSignIn[] {
  const anyDay = calendarOf(day('2026-01-01'))
  const signIns = posts(anyDay).flatMap(({ title, holders }) =>
    holders.filter(({ to }) => to === null).map(({ name, email }) => ({ name, post: title, email })),
  )
  return signIns.toSorted((a, b) => Number(b.post.includes('Programme')) - Number(a.post.includes('Programme')))
}

async function addBodiesAndMeetings(db: Db, bodies: BodyDescription[]): Promise<void> {
  const rows = bodies.map(({ name, role, everyWeeks, isImprovementBoard = false }) => ({
    name,
    role,
    everyWeeks,
    isImprovementBoard,
  }))
  const ids = await addBodies(db, rows)
  await addMeetings(
    db,
    bodies.flatMap(({ meets, place }, at) => meets.map(meetsOn => ({ body_id: ids[at], meets_on: meetsOn, place }))),
  )
}
