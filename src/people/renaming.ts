/** What people and posts are called, changed for a reason and put back. Who is meant stays the same: what they lead, hold and did stays theirs. */
import { addChange, listChanges } from '../store/change.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { Refused } from '../web/form.ts'
import { findColleague, findPostByTitle, findPostHeld } from './appointment-store.ts'
import type { Doing } from './appointing.ts'
import { isPlainEmail } from './email.ts'

const refuse = (field: string | null, text: string): never => {
  throw new Refused([{ field, text }])
}

export type PersonDetails = { name: string; email: string }

/** What the record keeps of a change: it is never emptied, so it says that the e-mail address changed and holds none. */
export type DetailsTold = { name: string; email: 'as it was' | 'another' }

const ofPerson = (personId: number) => ({ kind: 'change-person', about: 'person', aboutId: personId })

export const listDetailChanges = (db: Db, personId: number) => listChanges<DetailsTold>(db, ofPerson(personId))

/** By their e-mail address somebody signs in, so nobody changes their own. */
export async function changeDetails(db: Db, { by, today }: Doing, personId: number, becomes: PersonDetails, why: string) {
  const { name, email } = await findColleague(db, personId, today)
  if (name === becomes.name && email === becomes.email) refuse(null, 'Nothing would change')
  if (email !== becomes.email) {
    if (by.personId === personId) refuse('email', 'Someone else who manages people must change your own e-mail address')
    if (!isPlainEmail(becomes.email)) refuse('email', 'Enter an e-mail address, such as ben.carter@council.gov.uk')
    const other = await db.maybe<{ name: string }>(sql`select name from person where lower(email) = lower(${becomes.email}) and person_id <> ${personId}`)
    if (other) refuse('email', `${other.name} has this e-mail address`)
  }
  await db.run(sql`update person set name = ${becomes.name}, email = ${becomes.email} where person_id = ${personId}`)
  const told = { name: becomes.name, email: email === becomes.email ? 'as it was' : 'another' } as const
  await addChange<DetailsTold>(db, by, ofPerson(personId), { was: { name, email: 'as it was' }, becomes: told, why })
} // prettier-ignore

export type PostTitle = { title: string }

const ofPost = (postId: number) => ({ kind: 'rename-post', about: 'post', aboutId: postId })

export const listTitleChanges = (db: Db, postId: number) => listChanges<PostTitle>(db, ofPost(postId))

/** Plans that are brought in later name it by the new title; what it leads stays with it. */
export async function renamePost(db: Db, { by }: Doing, postId: number, title: string, why: string) {
  const was = await findPostHeld(db, postId)
  if (was.title === title) refuse(null, 'Nothing would change')
  const other = await findPostByTitle(db, title)
  if (other && other.postId !== postId) refuse('title', `There is a post called ${other.title} already`)
  await db.run(sql`update post set title = ${title} where post_id = ${postId}`)
  await addChange<PostTitle>(db, by, ofPost(postId), { was: { title: was.title }, becomes: { title }, why })
}
