/** What a request leaves in the record by itself: a copy taken, a refusal. Each in a transaction of its own, after what was read. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import type { Person } from '../terms/permission.ts'
import { NotAllowed } from './page.tsx'
import { addressFrom, type Request } from './request.ts'

/** A copy that someone takes away, before they have it. */
export const recordExport = (request: Request): Promise<void> =>
  writing(request, (db, person) => {
    const id = Number(request.c.req.param('id') ?? '')
    const about = Number.isSafeInteger(id) && id > 0 ? id : null
    return addEvent(db, person, 'export', 'download', about, { page: request.where })
  })

/** Someone signed in was told that they may not, or asked for a child who is not there for them. Anything else leaves nothing. */
export async function recordRefusal(request: Request, error: unknown): Promise<void> {
  const ofChildren = () =>
    request.serving.pages.some(page => page.kind === 'page' && page.looks && page.path === request.where)
  if (request.visitor === null) return
  if (!(error instanceof NotAllowed) && !(error instanceof NotFound && ofChildren())) return
  await writing(request, (db, person) => addEvent(db, person, 'refusal', 'page', null, { page: request.where }))
}

function writing(request: Request, work: (db: Db, person: Person) => Promise<unknown>): Promise<void> {
  const { person } = request.visitor!
  const on = { authority: person.authorityId, person: person.personId, post: person.postId, from: addressFrom(request) }
  return request.serving.database.transaction(on, async db => void (await work(db, person)))
}
