/** Adding people, and saying who holds which post: the rules, and the record of it. What cannot be done is `Refused` by its field. */
import { addDays, type Day, longDay } from '../terms/day.ts'
import { type Role, rolesThatMay } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE, type By } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import { Refused } from '../web/form.ts'
import {
  findHolding,
  findPostByTitle,
  findPostHeld,
  isHeldToday,
  listOrganisations,
  setLastDay,
  setRole,
} from './appointment-store.ts'
import type { OrganisationKind } from './post.ts'
import { addAccount, addHolding, addOrganisation, addPerson, addPost, endSessions, findPersonByEmail } from './store.ts'

/** Who does it, and on which day. `by` is nobody signed in for the command line. */
export type Doing = { by: By | typeof AT_THE_MACHINE; today: Day }

const refuse = (field: string | null, text: string): never => {
  throw new Refused([{ field, text }])
}

/** Someone new, who signs in with a one-time password. */
export async function addColleague(
  db: Db,
  { by }: Doing,
  given: { name: string; email: string; passwordHash: string },
): Promise<number> {
  if (!isEmail(given.email)) refuse('email', 'Enter an e-mail address, such as ben.carter@council.gov.uk')
  const there = await findPersonByEmail(db, given.email).catch(unlessNotFound)
  if (there) refuse('email', `${there.name} has this e-mail address and is here already`)
  const personId = await addPerson(db, given)
  await addAccount(db, personId, given.passwordHash, true)
  await addEvent(db, by, 'add-person', 'person', personId)
  return personId
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

function unlessNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** Whoever has forgotten theirs, or never had one. They are signed out everywhere. */
export async function giveOneTimePassword(db: Db, { by }: Doing, personId: number, passwordHash: string) {
  await addAccount(db, personId, passwordHash, true)
  const ended = await endSessions(db, personId)
  await addEvent(db, by, 'give-one-time-password', 'person', personId, { ended })
}

export type PostGiven = { title: string; role: Role; organisation: { name: string; kind: OrganisationKind } | number }

/** A new post, held by nobody yet; of an organisation that is known, or of a new one. */
export async function addPostTo(
  db: Db,
  { by, today }: Doing,
  { title, role, organisation }: PostGiven,
): Promise<number> {
  if (await findPostByTitle(db, title)) refuse('title', `There is a post called ${title} already`)
  const organisationId = await organisationOf(db, organisation)
  const postId = await addPost(db, { title, organisationId, role, addedOn: today })
  await addEvent(db, by, 'add-post', 'post', postId, { role })
  return postId
}

async function organisationOf(db: Db, given: PostGiven['organisation']): Promise<number> {
  const known = await listOrganisations(db)
  const found = known.find(one =>
    typeof given === 'number' ? one.organisationId === given : one.name.toLowerCase() === given.name.toLowerCase(),
  )
  if (found) return found.organisationId
  if (typeof given === 'number') return refuse('organisation', 'Select the organisation from the list')
  return addOrganisation(db, given)
}

/** From the day on the post is theirs; whoever held it until then ends the day before. */
export async function appoint(
  db: Db,
  { by, today }: Doing,
  { postId, personId, from }: { postId: number; personId: number; from: Day },
) {
  const { holdings, title } = await findPostHeld(db, postId)
  const open = holdings.filter(one => one.to === null || one.to >= from)
  const later = open.find(one => one.from >= from)
  if (later) refuse('from', `${later.name} holds it from ${longDay(later.from)}: enter a later day`)
  if (open.some(one => one.personId === personId && one.to === null)) refuse('person', `They hold ${title} already`)
  for (const one of open) await setLastDay(db, one.postHoldingId, addDays(from, -1))
  await addHolding(db, { postId, personId, from, to: null })
  await addEvent(db, by, 'appoint', 'post', postId, { personId, from, after: open.map(one => one.personId) })
  await refuseNobodyLeft(db, today, 'from')
}

/** `to` is the last day they hold it. */
export async function endHolding(db: Db, { by, today }: Doing, postHoldingId: number, to: Day) {
  const { postId, personId, from, to: ended } = await findHolding(db, postHoldingId)
  if (ended !== null && ended < today) refuse('to', `It ended on ${longDay(ended)}`)
  if (to < from) refuse('to', `They hold it from ${longDay(from)}: enter that day or a later one`)
  await setLastDay(db, postHoldingId, to)
  await addEvent(db, by, 'end-holding', 'post', postId, { personId, to })
  await refuseNobodyLeft(db, today, 'to')
}

/** What the post's holder may do from now on. */
export async function changeRole(db: Db, { by, today }: Doing, postId: number, role: Role) {
  const { role: before } = await findPostHeld(db, postId)
  await setRole(db, postId, role)
  await addEvent(db, by, 'change-role', 'post', postId, { before, role })
  await refuseNobodyLeft(db, today, 'role')
}

/** Someone must always be there who can add people: otherwise nobody could ever let anyone in again. */
async function refuseNobodyLeft(db: Db, today: Day, field: string) {
  if (!(await isHeldToday(db, rolesThatMay('manage-people'), today)))
    refuse(field, 'Nobody would be left who may add people: appoint someone else to such a post first')
}
