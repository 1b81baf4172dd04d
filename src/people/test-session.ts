/** For tests: a session in a post, without the sign-in page. */
import type { Role } from '../terms/permission.ts'
import type { Database } from '../store/database.ts'
import type { TestAuthority } from '../store/test-database.ts'
import { addSession } from './store.ts'

/** Long after any day that a test looks at. */
const FOR_LONG = new Date('2100-01-01T00:00:00Z')

/**
 * The session cookie of the one who holds the role's post in a test authority; for `siteOf` and `openBrowser`. They have shown who
 * they are as well as anyone can, and need not again unless `provedAt` says when it was.
 */
export async function sessionOf(
  database: Database,
  { authorityId, posts, on }: TestAuthority,
  role: Role = 'programme-manager',
  now = new Date(),
  provedAt = FOR_LONG,
): Promise<string> {
  const { personId, postId } = posts[role]
  const secret = await database.transaction(on(role), db =>
    addSession(db, { authorityId, personId, postId, now, proof: 'passkey', provedAt }),
  )
  return `golden-thread=${secret}`
}
