/** The posts and people of a demo authority once they are in the database: who held a post on a day. */
import type { By } from '../store/event.ts'
import type { Db } from '../store/database.ts'
import { addAccount, addHolding, addOrganisation, addPerson, addPost } from '../people/store.ts'
import type { Day } from '../terms/day.ts'
import type { AuthorityDescription, PostDescription } from './description.ts'

export type Cast = {
  postId(key: string): number
  /** Who acted for a post on a day. Throws where the description has nobody in it then: a mistake in the description. */
  holderOn(key: string, on: Day): By
}

/** Writes organisations, posts, their holders, and a sign-in for each who holds a post today. */
export async function addCast(
  db: Db,
  { organisations, posts }: AuthorityDescription,
  passwordHash: string,
): Promise<Cast> {
  const organisationIds = new Map<string, number>()
  for (const organisation of organisations)
    organisationIds.set(organisation.name, await addOrganisation(db, organisation))
  const held = new Map<string, Held>()
  for (const post of posts)
    held.set(post.key, await addHeldPost(db, post, organisationIds.get(post.organisation)!, passwordHash))
  return {
    postId: key => known(held, key).postId,
    holderOn(key, on) {
      const { postId, holders } = known(held, key)
      const holder = holders.find(({ from, to }) => from <= on && (to === null || to >= on))
      if (!holder) throw new Error(`nobody holds ${key} on ${on}`)
      return { personId: holder.personId, postId }
    },
  }
}

type Held = { postId: number; holders: { personId: number; from: Day; to: Day | null }[] }

const known = (held: Map<string, Held>, key: string): Held => {
  const post = held.get(key)
  if (!post) throw new Error(`no post is called ${key}`)
  return post
}

async function addHeldPost(db: Db, post: PostDescription, organisationId: number, passwordHash: string): Promise<Held> {
  const postId = await addPost(db, {
    title: post.title,
    organisationId,
    role: post.role,
    addedOn: post.holders[0]!.from,
  })
  const holders = []
  for (const { name, email, from, to } of post.holders) {
    const personId = await addPerson(db, { name, email })
    await addHolding(db, { postId, personId, from, to })
    if (to === null) await addAccount(db, personId, passwordHash)
    holders.push({ personId, from, to })
  }
  return { postId, holders }
}
