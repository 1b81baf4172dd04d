/** Adding people, and saying who holds which post: the rules, and the record of it. What cannot be done is `Refused` by its field. */
import { addDays, type Day, longDay } from '../terms/day.ts'
import { mustEnd, type Role, ROLE, rolesThatMay } from '../terms/permission.ts'
import { addChange, listChanges } from '../store/change.ts'
import type { Db } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE, type By } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import { Refused } from '../web/form.ts'
import {
  addStandIn,
  findByWorkerRef,
  findHolding,
  findPostByTitle,
  findPostHeld,
  findWorkerRef,
  isHeldToday,
  listOrganisations,
  type Place,
  type PostHeld,
  setLastDay,
  setPlace,
  setWorkerRef,
} from './appointment-store.ts'
import { addPartner } from './organisation-store.ts'
import { keepsToOneAlphabet } from './person-name.ts'
import type { OrganisationKind } from './post.ts'
import { isPlainEmail } from './email.ts'
import type { Basis } from './reach.ts'
import { addAccount, addHolding, addPerson, addPost, endSessions, findPersonByEmail } from './store.ts'

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
  if (!keepsToOneAlphabet(given.name))
    refuse('name', 'Type the name anew: letters of two alphabets that look alike stand in one word of it')
  if (!isPlainEmail(given.email)) refuse('email', 'Enter an e-mail address, such as ben.carter@council.gov.uk')
  const there = await findPersonByEmail(db, given.email).catch(unlessNotFound)
  if (there) refuse('email', `${there.name} has this e-mail address and is here already`)
  const personId = await addPerson(db, given)
  await addAccount(db, personId, given.passwordHash, true)
  await addEvent(db, by, 'add-person', 'person', personId)
  return personId
}

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

export type PostGiven = Partial<Place> & {
  title: string
  role: Role
  organisation: { name: string; kind: OrganisationKind } | number
}

/** A new post, held by nobody yet; of an organisation that is known, or of a new one. */
export async function addPostTo(
  db: Db,
  { by, today }: Doing,
  { title, role, organisation, teamId = null, service = '' }: PostGiven,
): Promise<number> {
  if (await findPostByTitle(db, title)) refuse('title', `There is a post called ${title} already`)
  const organisationId = await organisationOf(db, { by, today }, organisation)
  const postId = await addPost(db, { title, organisationId, role, addedOn: today })
  if (teamId !== null || service !== '') await setPlace(db, postId, { role, teamId, service })
  await addEvent(db, by, 'add-post', 'post', postId, { role, team: teamId, service })
  return postId
}

async function organisationOf(db: Db, doing: Doing, given: PostGiven['organisation']): Promise<number> {
  const known = await listOrganisations(db)
  const found = known.find(one =>
    typeof given === 'number' ? one.organisationId === given : one.name.toLowerCase() === given.name.toLowerCase(),
  )
  if (found) return found.organisationId
  if (typeof given === 'number') return refuse('organisation', 'Select the organisation from the list')
  return addPartner(db, doing, given)
}

export type Appointment = { postId: number; personId: number; from: Day; to?: Day | null }

/** From the day on the post is theirs, to a last day where one is given; whoever held it until then ends the day before. */
export async function appoint(db: Db, { by, today }: Doing, { postId, personId, from, to = null }: Appointment) {
  const post = await findPostHeld(db, postId)
  const { holdings, title, role } = post
  refuseOneself(by, personId, post)
  if (to !== null && to < from) refuse('to', 'The last day must be the first day or a later one')
  if (to === null && role !== null && mustEnd(role))
    refuse('to', `Enter the last day: nobody is ${ROLE[role].name.toLowerCase()} here without one`)
  const open = holdings.filter(one => one.basis === 'holds' && (one.to === null || one.to >= from))
  const later = open.find(one => one.from >= from)
  if (later) refuse('from', `${later.name} holds it from ${longDay(later.from)}: enter a later day`)
  if (open.some(one => one.personId === personId && one.to === null)) refuse('person', `They hold ${title} already`)
  for (const one of open) await setLastDay(db, one.postHoldingId, addDays(from, -1))
  await addHolding(db, { postId, personId, from, to })
  await addEvent(db, by, 'appoint', 'post', postId, { personId, from, to, after: open.map(one => one.personId) })
  await refuseNobodyLeft(db, today, 'from')
}

export type StandIn = {
  postId: number
  personId: number
  from: Day
  to: Day
  basis: Exclude<Basis, 'holds'>
  reason: string
}

/** Someone covers a post, or it is delegated to them, until a last day; whoever holds it goes on holding it. */
export async function letStandIn(db: Db, { by }: Doing, given: StandIn) {
  const post = await findPostHeld(db, given.postId)
  refuseOneself(by, given.personId, post)
  if (given.to < given.from) refuse('to', 'The last day must be the first day or a later one')
  const already = post.holdings.find(
    one => one.personId === given.personId && one.from <= given.to && (one.to === null || one.to >= given.from),
  )
  if (already) refuse('person', `They are in ${post.title} already in that time`)
  await addStandIn(db, given)
  const { personId, from, to, basis } = given
  await addEvent(db, by, 'let-stand-in', 'post', given.postId, { personId, from, to, basis })
}

/** Nobody lets themselves see children: a colleague who manages people must. */
function refuseOneself(by: Doing['by'], personId: number, { role }: Pick<PostHeld, 'role'>) {
  if (by.personId !== personId || role === null) return
  if (rolesThatMay('see-children').includes(role))
    refuse('person', 'Someone else who manages people must give you a post that sees children')
}

/** The number by which children are allocated to them; null takes it away. */
export async function giveWorkerNumber(db: Db, { by }: Doing, personId: number, workerRef: string | null) {
  if (by.personId === personId) refuse('workerRef', 'Someone else who manages people must change your own number')
  const other = workerRef === null ? null : await findByWorkerRef(db, workerRef)
  if (other && other.personId !== personId) refuse('workerRef', `It is the number of ${other.name}`)
  const was = await findWorkerRef(db, personId)
  if (was.workerRef === workerRef) return
  await setWorkerRef(db, personId, workerRef)
  await addChange<WorkerNumber>(db, by, numberChange(personId), { was, becomes: { workerRef } })
}

export type WorkerNumber = { workerRef: string | null }

const numberChange = (personId: number) => ({ kind: 'give-worker-number', about: 'person', aboutId: personId })

export const listNumberChanges = (db: Db, personId: number) => listChanges<WorkerNumber>(db, numberChange(personId))

/** `to` is the last day they hold it. */
export async function endHolding(db: Db, { by, today }: Doing, postHoldingId: number, to: Day) {
  const { postId, personId, from, to: ended } = await findHolding(db, postHoldingId)
  if (ended !== null && ended < today) refuse('to', `It ended on ${longDay(ended)}`)
  if (to < from) refuse('to', `They hold it from ${longDay(from)}: enter that day or a later one`)
  await setLastDay(db, postHoldingId, to)
  await addEvent(db, by, 'end-holding', 'post', postId, { personId, to })
  await refuseNobodyLeft(db, today, 'to')
}

/** What the post's holder may do from now on, and the team or service by which it reaches children; what is not given stays. */
export async function changePlace(
  db: Db,
  { by, today }: Doing,
  postId: number,
  given: Partial<Place> & { role: Role },
  why = '',
) {
  const post = await findPostHeld(db, postId)
  const { role: before, teamId, service, holdings } = post
  const after: Place = { teamId, service, ...given }
  if (before === after.role && teamId === after.teamId && service === after.service) return
  const now = holdings.filter(one => one.to === null || one.to >= today)
  for (const one of now) refuseOwnPost(by, one.personId, after.role)
  if (mustEnd(after.role) && now.some(one => one.to === null))
    refuse('role', 'Whoever holds it must have a last day first: end what they hold, then appoint them to a day')
  await setPlace(db, postId, after)
  await addChange<PlaceBefore>(db, by, placeChange(postId), {
    was: { role: before, teamId, service },
    becomes: after,
    why,
  })
  await refuseNobodyLeft(db, today, 'role')
}

/** A post that a plan named has no role before somebody gives it one. */
export type PlaceBefore = Omit<Place, 'role'> & { role: Role | null }

const placeChange = (postId: number) => ({ kind: 'change-role', about: 'post', aboutId: postId })

export const listPlaceChanges = (db: Db, postId: number) => listChanges<PlaceBefore>(db, placeChange(postId))

function refuseOwnPost(by: Doing['by'], personId: number, role: Role) {
  if (by.personId === personId && rolesThatMay('see-children').includes(role))
    refuse('role', 'Someone else who manages people must let your own post see children')
}

/** Someone must always be there who can add people: otherwise nobody could ever let anyone in again. */
async function refuseNobodyLeft(db: Db, today: Day, field: string) {
  if (!(await isHeldToday(db, rolesThatMay('manage-people'), today)))
    refuse(field, 'Nobody would be left who may add people: appoint someone else to such a post first')
}
