/** What a request leaves in the record by itself: a copy taken, a refusal. Each in a transaction of its own, after what was read. */
import { matchedRoutes } from 'hono/route'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import type { Person } from '../terms/permission.ts'
import { Refused } from './form.ts'
import { NotAllowed } from './page.tsx'
import { NotSignedIn, NotTaken, REFUSAL_BY_STATUS, type RefusalKind } from './refusal.ts'
import { addressFrom, type Request, sessionOf, withNumbers } from './request.ts'
import { sessionIn } from './session-cookie.ts'

/** A copy that someone takes away, before they have it, and what they said they need it for. `taken` is its id, where the address has none. */
export const recordExport = (request: Request, why: string, taken: number | null): Promise<void> =>
  writing(request, (db, person) => {
    const id = taken ?? Number(request.c.req.param('id') ?? '')
    const about = Number.isSafeInteger(id) && id > 0 ? id : null
    return addEvent(db, person, 'export', 'download', about, { page: request.where }, why)
  })

/**
 * Someone signed in was told that they may not, or asked for a child who is not there for them; or something was refused before anyone
 * looked at who asks. A cookie that is no session is one of those; no cookie at all is not.
 */
export async function recordRefusal(request: Request, error: unknown): Promise<void> {
  const kind = kindOf(request, error)
  if (kind === null) return
  const { serving, visitor } = request
  const person = visitor?.person
  await serving.refusals?.note({
    kind,
    page: request.where || whereLed(request),
    from: addressFrom(request),
    who: person ? { authority: person.authorityId, personId: person.personId, postId: person.postId } : null,
    session: kind === 'wrong-sign-in' ? null : sessionOf(request), // who signs in is not who was here before
  })
}

function kindOf(request: Request, error: unknown): RefusalKind | null {
  const { c, https, visitor } = request
  if (error instanceof NotAllowed) return visitor && 'not-allowed'
  if (error instanceof NotFound) return visitor && isOfChildren(request) ? 'not-there' : null
  if (error instanceof NotTaken) return REFUSAL_BY_STATUS[error.status]
  if (error instanceof Refused) return error.kind
  return error instanceof NotSignedIn && sessionIn(c, https) !== null ? 'session-not-valid' : null
}

const isOfChildren = ({ where, serving: { pages } }: Request): boolean =>
  pages.some(
    page => page.path === where && (page.kind === 'download' ? page.asksWhy : page.kind === 'page' && page.looks),
  )

/** Where a page was not come to, the one that the address leads to. */
function whereLed({ c, serving: { pages } }: Request): string {
  const led = matchedRoutes(c).map(({ path }) => path)
  return pages.find(page => led.includes(withNumbers(page.path)))?.path ?? ''
}

/** A file in which the scanner found something: what it was by hash, size and the scanner's word for it, never its name or what is in it. */
export async function recordRefusedFile(request: Request, found: { sha256: string; bytes: number; signature: string }) {
  if (request.visitor === null) return
  await writing(request, (db, person) =>
    addEvent(db, person, 'refuse-file', 'file', null, { page: request.where, ...found }),
  )
}

function writing(request: Request, work: (db: Db, person: Person) => Promise<unknown>): Promise<void> {
  const { person } = request.visitor!
  const on = { authority: person.authorityId, person: person.personId, post: person.postId, from: addressFrom(request) }
  return request.serving.database.transaction(on, async db => void (await work(db, person)))
}
