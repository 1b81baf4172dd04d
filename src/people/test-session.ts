/** For tests: a session in a post, without the sign-in page. */
import type { Role } from '../terms/permission.ts'
import type { Database } from '../store/database.ts'
import type { TestAuthority } from '../store/test-database.ts'
import { addSession } from './store.ts'

/** The session cookie of the one who holds the role's post in a test authority; for `siteOf` and `openBrowser`. */
export async function sessionOf(
  database: Database,
  { authorityId, posts, on }: TestAuthority,
  role: Role = 'programme-manager',
  now = new Date(),
): Promise<string> {
  const { personId, postId } = posts[role]
  const secret = await database.transaction(on(role), db => addSession(db, { authorityId, personId, postId, now }))
  return `golden-thread=${secret}`
}
