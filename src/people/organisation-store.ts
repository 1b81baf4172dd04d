/** The council and its partner agencies with the posts in each; added and renamed, with what each was called before. */
import { addChange, listChanges } from '../store/change.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import { Refused } from '../web/form.ts'
import { listOrganisations, type Organisation } from './appointment-store.ts'
import type { Doing } from './appointing.ts'
import type { OrganisationKind } from './post.ts'
import { addOrganisation } from './store.ts'

export type OrganisationGiven = { name: string; kind: OrganisationKind }
export type OrganisationHeld = Organisation & { posts: { postId: number; title: string }[] }

const organisations = sql`
  select o.organisation_id as "organisationId", o.name, o.kind,
         coalesce((select jsonb_agg(jsonb_build_object('postId', p.post_id, 'title', p.title) order by p.title)
                   from post p where p.authority_id = o.authority_id and p.organisation_id = o.organisation_id), '[]') as posts
  from organisation o`

/** The council first, then by name. */
export const listOrganisationsHeld = (db: Db) =>
  db.rows<OrganisationHeld>(sql`${organisations} order by (o.kind = 'council') desc, o.name`)

/** Throws `NotFound`. */
export const findOrganisation = (db: Db, organisationId: number) =>
  db.one<OrganisationHeld>(sql`${organisations} where o.organisation_id = ${organisationId}`, `organisation`)

const changeOf = (organisationId: number) => ({
  kind: 'change-organisation',
  about: 'organisation',
  aboutId: organisationId,
})

export const listOrganisationChanges = (db: Db, organisationId: number) =>
  listChanges<OrganisationGiven>(db, changeOf(organisationId))

export async function addPartner(db: Db, { by }: Doing, given: OrganisationGiven): Promise<number> {
  await refuseTwice(db, given, null)
  const organisationId = await addOrganisation(db, given)
  await addEvent(db, by, 'add-organisation', 'organisation', organisationId, given)
  return organisationId
}

export async function changeOrganisation(db: Db, { by }: Doing, organisationId: number, becomes: OrganisationGiven, why: string) {
  const { name, kind } = await findOrganisation(db, organisationId)
  if (name === becomes.name && kind === becomes.kind) throw new Refused([{ field: null, text: 'Nothing would change' }])
  await refuseTwice(db, becomes, organisationId)
  await db.run(sql`update organisation set name = ${becomes.name}, kind = ${becomes.kind} where organisation_id = ${organisationId}`)
  await addChange<OrganisationGiven>(db, by, changeOf(organisationId), { was: { name, kind }, becomes, why })
} // prettier-ignore

/** A name stands for one; and posts that a plan names are the council's, so one must be it. */
async function refuseTwice(db: Db, { name, kind }: OrganisationGiven, except: number | null): Promise<void> {
  const others = (await listOrganisations(db)).filter(one => one.organisationId !== except)
  const other = others.find(one => one.name.toLowerCase() === name.toLowerCase())
  if (other) throw new Refused([{ field: 'name', text: `There is an organisation called ${other.name} already` }])
  if (except !== null && kind !== 'council' && !others.some(one => one.kind === 'council'))
    throw new Refused([{ field: 'kind', text: 'One organisation must be the council: this is the only one' }])
}
