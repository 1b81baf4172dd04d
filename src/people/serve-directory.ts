/**
 * The way to the council's directory and back. These addresses are no pages: they send the browser on, and what cannot be is told on
 * the page it came from. Register them after `servePages`, whose guard they stand behind.
 */
import type { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DirectorySettings } from '../config.ts'
import { listAuthorities } from '../store/authority.ts'
import { logToStandardError } from '../web/error-pages.tsx'
import { addressFrom, beginRequest, endOlderSession, recognise, type Request, type Serving } from '../web/request.ts'
import { comingBack, returnAddress } from '../web/return-address.ts'
import { keepSession } from '../web/session-cookie.ts'
import type { DirectoryProblem } from './directory-problem.ts'
import { beginAt, type Claims, DirectoryRefusal, finishAt, type Sent, signOutAt } from './proof/directory.ts'
import { type Arriving, findArrived, followDirectory } from './proof/directory-person.ts'
import { addTry, findLinkedPerson, takeTry } from './proof/store.ts'
import { authorityIn, hashOf, newSecret } from './session.ts'
import { beginSession } from './sign-in.ts'
import { renewSession } from './store.ts'
import { addEvent } from '../store/event.ts'

const BACK = '/sign-in/directory/back'
/** `again` holds the session of who shows again who they are; `invitation` what they were sent. */
type Facts = { kind: 'directory'; sent: Sent; next: string; again: string | null; invitation: string | null }

export function serveDirectory(app: Hono, serving: Serving): void {
  const directory = serving.signIn?.directory
  if (!directory) return
  const at = (path: string, work: (request: Request, directory: DirectorySettings) => Promise<Response>) =>
    app.get(path, c => {
      const request = beginRequest(c, serving, path)
      c.set('request', request)
      return work(request, directory).catch(told(request, '/sign-in'))
    })
  at('/sign-in/directory', toDirectory)
  at(BACK, backFromDirectory)
  at('/sign-in/directory/out', outOfDirectory)
}

async function toDirectory(request: Request, directory: DirectorySettings): Promise<Response> {
  const { c, serving, now, https } = request
  const again = c.req.query('again') === 'yes'
  if (again) await recognise(request)
  const { to, sent } = await beginAt(directory, serving.address + BACK, again)
  const authority = await authorityOf(request, directory)
  const secret = newSecret(authority)
  const facts: Facts = {
    kind: 'directory',
    sent,
    next: returnAddress(c.req.query('next') ?? null),
    again: again ? (request.visitor?.session ?? '') : null,
    invitation: c.req.query('invitation') ?? null,
  }
  await serving.database.transaction({ authority, person: null }, db => addTry(db, hashOf(secret), facts, now))
  setCookie(c, TRY, secret, { ...optionsOf(https), maxAge: 600 })
  return c.redirect(to.href, 303)
}

async function backFromDirectory(request: Request, directory: DirectorySettings): Promise<Response> {
  const { c, serving, now, https } = request
  const secret = getCookie(c, TRY, https ? 'host' : undefined) ?? ''
  deleteCookie(c, TRY, optionsOf(https))
  const authority = authorityIn(secret)
  const facts =
    authority === null
      ? null
      : await serving.database.transaction({ authority, person: null }, db => takeTry<Facts>(db, hashOf(secret), now))
  if (authority === null || facts?.kind !== 'directory') return told(request, '/sign-in')(new DirectoryRefusal('late'))
  const from = facts.again === null ? '/sign-in' : '/account/prove'
  try {
    const came = new URL(serving.address + BACK + new URL(c.req.url).search)
    const claims = await finishAt(directory, came, facts.sent, facts.again !== null)
    return await (facts.again === null
      ? letIn(request, authority, facts, { claims, directory, invitation: invitationOf(facts, authority), now })
      : noteAgain(request, authority, facts, claims))
  } catch (error) {
    return told(request, comingBack(from, facts.next))(error)
  }
}

const invitationOf = ({ invitation }: Facts, authority: number): Buffer | null => {
  if (invitation === null) return null
  if (authorityIn(invitation) !== authority) throw new DirectoryRefusal('uninvited')
  return hashOf(invitation)
}

async function letIn(request: Request, authority: number, facts: Facts, arriving: Arriving): Promise<Response> {
  const { c, serving, now, https } = request
  const { database, signIn: settings } = serving
  const personId = await database
    .transaction({ authority, person: null }, db => findArrived(db, arriving))
    .catch((error: unknown) => noteRefused(request, authority, error))
  await followDirectory(database, authority, personId, arriving)
  const whose = { authorityId: authority, personId }
  const asking = { now, from: addressFrom(request), settings: settings! }
  const { secret } = await beginSession(database, whose, 'directory', asking)
  await endOlderSession(request)
  keepSession(c, https, secret)
  return c.redirect(facts.next === '/sign-out' ? '/' : facts.next, 303)
}

/** Who was refused is nobody here: that someone was is recorded, and why. */
async function noteRefused(request: Request, authority: number, error: unknown): Promise<never> {
  if (error instanceof DirectoryRefusal)
    await request.serving.database.transaction({ authority, person: null, from: addressFrom(request) }, db =>
      addEvent(db, { personId: null, postId: null }, 'refuse-sign-in', 'person', null, {
        how: 'directory',
        why: error.problem,
      }),
    )
  throw error
}

/** It must be the same account, in the session that asked. */
async function noteAgain(request: Request, authority: number, facts: Facts, claims: Claims): Promise<Response> {
  const { c, serving, now, https } = request
  await recognise(request)
  const { visitor } = request
  if (visitor === null || visitor.session !== facts.again) throw new DirectoryRefusal('late')
  const { personId } = visitor.person
  const secret = await serving.database.transaction({ authority, person: personId }, async db => {
    const linked = await findLinkedPerson(db, claims.issuer, claims.subject)
    if (linked?.personId !== personId) throw new DirectoryRefusal('another')
    await addEvent(db, visitor.person, 'prove-again', 'person', personId, { how: 'directory' })
    return renewSession(db, { authorityId: authority, session: visitor.session, proof: 'directory', now })
  })
  keepSession(c, https, secret)
  return c.redirect(facts.next, 303)
}

async function outOfDirectory({ c, serving }: Request, directory: DirectorySettings): Promise<Response> {
  const to = await signOutAt(directory, `${serving.address}/sign-in`)
  return c.redirect(to?.href ?? '/sign-in', 303)
}

/** The council whose directory it is: the one the settings name, or the only one. */
async function authorityOf({ serving }: Request, directory: DirectorySettings): Promise<number> {
  const all = await listAuthorities(serving.database)
  const found = directory.authority === null ? all : all.filter(({ name }) => name === directory.authority)
  if (found.length !== 1)
    throw new Error(
      `GOLDEN_THREAD_OIDC_AUTHORITY must name the council of the directory: one of ${all.map(({ name }) => name).join(', ')}`,
    )
  return found[0]!.authorityId
}

/** Back on a page that says what went wrong. What the directory said is logged by its kind, without anything it said of a person. */
const told =
  ({ c, serving }: Request, page: string) =>
  (error: unknown): Response => {
    if (!(error instanceof DirectoryRefusal)) throw error
    const { problem, cause } = error
    if (problem === 'away' || problem === 'doubtful') (serving.log ?? logToStandardError)(line(problem, cause))
    return c.redirect(`${page}${page.includes('?') ? '&' : '?'}problem=${problem}`, 303)
  }

const line = (problem: DirectoryProblem, cause: unknown) => {
  const { name, code, error } = (cause ?? {}) as { name?: string; code?: string; error?: string }
  return { at: new Date().toISOString(), where: '/sign-in/directory', problem, name, code, error }
}

const TRY = 'golden-thread-try'
const optionsOf = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: https, ...(https && { prefix: 'host' as const }) }) as const
