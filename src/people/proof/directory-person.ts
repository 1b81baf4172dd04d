/** Who an account in the directory is here, by rules an administrator can foresee, and the posts that follow the directory. */
import { addDays, type Day, dayInLondon } from '../../terms/day.ts'
import { mustEnd } from '../../terms/permission.ts'
import type { DirectorySettings } from '../../config.ts'
import type { Database, Db } from '../../store/database.ts'
import { addEvent } from '../../store/event.ts'
import { NotFound } from '../../store/not-found.ts'
import { Refused } from '../../web/form.ts'
import { findPostByTitle } from '../appointment-store.ts'
import { endHolding } from '../appointing.ts'
import { addHolding, findPersonByEmail } from '../store.ts'
import { type Claims, DirectoryRefusal } from './directory.ts'
import { isPlainEmail } from '../email.ts'
import { addLink, findLinkedPerson, isLinked, useInvitation } from './store.ts'

export type Arriving = {
  claims: Claims
  directory: DirectorySettings
  /** The hash of an invitation they came with. */
  invitation: Buffer | null
  now: Date
}

/**
 * Their person here: the one their account is linked to; else the one an invitation names; else, where the settings let it, the one
 * with the e-mail address that the directory has verified and who is linked to no account. Throws `DirectoryRefusal` for anyone else.
 */
export async function findArrived(db: Db, arriving: Arriving): Promise<number> {
  const { claims, directory, invitation, now } = arriving
  const { issuer, subject } = claims
  const linked = await findLinkedPerson(db, issuer, subject)
  const invited = invitation && (await useInvitation(db, invitation, now))
  if (invitation && !invited) throw new DirectoryRefusal('uninvited')
  if (linked && invited && invited.personId !== linked.personId) throw new DirectoryRefusal('taken')
  if (linked) return linked.personId
  const how = invited ? 'invitation' : 'email'
  const personId = invited?.personId ?? (directory.linkByEmail ? await findByEmail(db, claims) : null)
  if (personId === null) throw new DirectoryRefusal('unknown')
  await addLink(db, { issuer, subject, personId, how, now })
  await addEvent(db, { personId, postId: null }, 'link-directory', 'person', personId, { how })
  return personId
}

async function findByEmail(db: Db, { issuer, verifiedEmail }: Claims): Promise<number | null> {
  if (verifiedEmail === null || !isPlainEmail(verifiedEmail)) return null
  const person = await findPersonByEmail(db, verifiedEmail).catch(unlessNotFound)
  return person && !(await isLinked(db, person.personId, issuer)) ? person.personId : null
}

function unlessNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/**
 * Gives and takes the posts that the settings name by app role, as the directory has it at this sign-in. Other posts are nobody's
 * business but ours. The last who may appoint others keeps their post whatever the directory says, and it is recorded.
 */
export async function followDirectory(
  database: Database,
  authority: number,
  personId: number,
  arriving: Arriving,
): Promise<void> {
  const { directory, claims, now } = arriving
  const today = dayInLondon(now)
  const titles = [...new Set(Object.values(directory.posts))]
  const given = new Set(claims.appRoles.map(role => directory.posts[role]).filter(title => title !== undefined))
  for (const title of titles)
    await database
      .transaction({ authority, person: personId }, async db => {
        await db.alone()
        await (given.has(title) ? give : take)(db, { title, personId, today })
      })
      .catch(unlessRefused)
}

type PostOf = { title: string; personId: number; today: Day }
const by = ({ personId }: PostOf) => ({ personId, postId: null })

/** A post without a role, or one that must have a last day, is for a person to give. */
async function give(db: Db, at: PostOf): Promise<void> {
  const post = await findPostByTitle(db, at.title)
  if (!post || post.role === null || mustEnd(post.role)) return
  if (post.holdings.some(one => one.personId === at.personId && (one.to === null || one.to >= at.today))) return
  await addHolding(db, { postId: post.postId, personId: at.personId, from: at.today, to: null })
  await addEvent(db, by(at), 'appoint', 'post', post.postId, { personId: at.personId, from: at.today, by: 'directory' })
}

/** Until yesterday; where it began today, until tonight. */
async function take(db: Db, at: PostOf): Promise<void> {
  const post = await findPostByTitle(db, at.title)
  const held = post?.holdings.find(one => one.personId === at.personId && (one.to === null || one.to >= at.today))
  if (!held) return
  const yesterday = addDays(at.today, -1)
  await endHolding(
    db,
    { by: by(at), today: at.today },
    held.postHoldingId,
    held.from > yesterday ? at.today : yesterday,
  )
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}
