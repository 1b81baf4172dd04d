/** One request while it is answered: who asks, in which transaction, and what a page is given of it. */
import type { Context } from 'hono'
import { MOST_ATTACHED, MOST_RECORDS, PLAIN_SIGN_IN, type SignInSettings, type TrustedProxies } from '../config.ts'
import { dayInLondon } from '../terms/day.ts'
import { may, PERMISSION } from '../terms/permission.ts'
import type { Database, Db } from '../store/database.ts'
import { type Look, recordLook } from '../store/look.ts'
import { asAtIn } from './as-at.tsx'
import type { Log } from './error-pages.tsx'
import { type AnyPage, type Asked, type Download, NotAllowed, type Opened, type Page } from './page.tsx'
import type { MostRequests } from './rate-limit.ts'
import type { Refusals } from './refusals.ts'
import { AsksAgain, NotSignedIn, NotYetLetIn } from './refusal.ts'
import { senderOf } from './sender.ts'
import type { Scanner } from './scanner.ts'
import { sessionIn } from './session-cookie.ts'
import type { Visitor, Visitors } from './visitor.ts'

export type Serving = {
  database: Database
  pages: AnyPage[]
  visitors: Visitors
  /** Where people open it, such as `https://improvement.example.gov.uk`; with https, sessions are kept to https. */
  address: string
  /** What stands in front of the service and is believed about who asks; none unless said. */
  trustedProxies?: TrustedProxies
  signIn?: SignInSettings
  /** How much one browser and one address may ask; without end unless said. */
  mostRequests?: MostRequests
  /** The most bytes that the files of an extract of records may have together. */
  mostRecords?: number
  /** The most bytes that all files given as evidence may have together. */
  mostAttached?: number
  /** What was refused, counted over all that is served here; of its own unless given. */
  refusals?: Refusals
  /** Looks into every file that is brought; none unless said. */
  scanner?: Scanner
  now?: () => Date
  log?: Log
}

/** A part called `id`, or ending so, is a number that the database can hold: nothing else finds the page. */
export const withNumbers = (path: string) => path.replace(/:(id|\w+Id)(?![\w{])/g, ':$1{[1-9][0-9]{0,8}}')

/** What holds while one request is answered. `where` is the path of its page as written; `visitor` is there once it is known. */
export type Request = {
  c: Context
  serving: Serving
  now: Date
  https: boolean
  where: string
  visitor: Visitor | null
}

export const beginRequest = (c: Context, serving: Serving, where: string): Request => ({
  c,
  serving,
  now: serving.now?.() ?? new Date(),
  https: serving.address.startsWith('https:'),
  where,
  visitor: null,
})

/** Runs the work for whoever is signed in, in one transaction that begins by finding out who that is and whether they may. */
export function entered<Result>(
  request: Request,
  page: Page | Download,
  mode: 'reading' | 'transaction',
  work: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  const { serving } = request
  const { authority, secret } = sessionOf(request) ?? refuseStranger()
  return serving.database[mode]({ authority, person: null, from: addressFrom(request) }, async db => {
    const visitor = (await serving.visitors.find(db, secret, request.now, settingsOf(serving))) ?? refuseStranger()
    const { yet, provedLately } = visitor
    if (yet && !(page.kind === 'page' && page.opensBefore?.includes(yet))) throw new NotYetLetIn(yet)
    request.visitor = visitor
    if (!may(visitor.person, page.may))
      throw new NotAllowed(`It is for posts that may do this: ${PERMISSION[page.may].toLowerCase()}`)
    if (asksNow(request, page) && !provedLately) throw new AsksAgain()
    // Sent before the work's statements, and waited for with them. Changes of one authority are made one after another, so that
    // what a page loads still stands when it saves; a council makes a few in a minute, and each takes milliseconds: what takes longer is the page's `prepare`.
    const before = [
      db.actAs(visitor.person.personId, visitor.person.postId),
      ...(mode === 'transaction' ? [db.alone()] : []),
    ]
    const [result] = await Promise.all([work(askedOf(request, page, db, visitor)), ...before])
    return result
  })
}

const asksNow = ({ c }: Request, { asksAgain }: Page | Download): boolean =>
  asksAgain === 'to-save' ? c.req.method === 'POST' : asksAgain === true

function refuseStranger(): never {
  throw new NotSignedIn()
}

export function sessionOf({ c, https, serving }: Request): { authority: number; secret: string } | null {
  const secret = sessionIn(c, https)
  const authority = secret === null ? null : serving.visitors.authorityIn(secret)
  return secret === null || authority === null ? null : { authority, secret }
}

/** Finds out who asks, where it does not matter who: for the page that says there is none. */
export async function recognise(request: Request): Promise<void> {
  const session = sessionOf(request)
  if (!session) return
  const { database, visitors } = request.serving
  const on = { authority: session.authority, person: null }
  const found = await database.reading(on, db =>
    visitors.find(db, session.secret, request.now, settingsOf(request.serving)),
  )
  request.visitor = found?.yet === null ? found : null
}

/** Ends the session that the browser had: it has begun another, and nobody will use this one again. */
export async function endOlderSession(request: Request): Promise<void> {
  const session = sessionOf(request)
  if (!session) return
  const { database, visitors } = request.serving
  await database.transaction({ authority: session.authority, person: null }, db => visitors.end(db, session.secret))
}

const settingsOf = (serving: Serving): SignInSettings => serving.signIn ?? PLAIN_SIGN_IN

/** As the browser has it: the host was checked before, https is known from our own address. */
const originOf = ({ c, https }: Request): string => `${https ? 'https' : 'http'}://${c.req.header('host')}`

function askedOf(request: Request, page: Page | Download, db: Db, visitor: Visitor): Asked {
  const { c, now, serving } = request
  const { query, address } = whereAsked(c)
  const today = dayInLondon(now)
  const asAt = page.kind === 'download' || page.dated ? asAtIn(query, today).asAt : today
  const { person, session } = visitor
  const { mostRecords = MOST_RECORDS, mostAttached = MOST_ATTACHED } = serving
  const scans = serving.scanner !== undefined
  const around = { origin: originOf(request), settings: settingsOf(serving), mostRecords, mostAttached, scans }
  return { db, person, today, now, asAt, params: c.req.param(), query, address, session, ...around }
}

export const openedBy = (request: Request): Opened => ({
  database: request.serving.database,
  now: request.now,
  from: addressFrom(request),
  origin: originOf(request),
  settings: settingsOf(request.serving),
  ...whereAsked(request.c),
})

/** The network address that asks. */
export function addressFrom({ c, serving }: Pick<Request, 'c' | 'serving'>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const connected = incoming?.socket?.remoteAddress ?? ''
  return senderOf(connected, c.req.header('x-forwarded-for') ?? '', serving.trustedProxies ?? 0)
}

export function whereAsked(c: Context) {
  const url = new URL(c.req.url)
  return { query: url.searchParams, address: url.pathname + url.search }
}

/** Keeps that children are shown to this person, before they are. */
export async function keepLook(request: Request, look: Look | null | undefined): Promise<void> {
  const { serving, visitor } = request
  if (!visitor || !look || look.children.length === 0) return
  const { authorityId: authority, personId: person, postId: post } = visitor.person
  const on = { authority, person, post, from: addressFrom(request) }
  await serving.database.transaction(on, db => recordLook(db, visitor.person, look))
}

export async function noteSeen({ serving, visitor, now }: Request): Promise<void> {
  if (!visitor?.seenLongAgo) return
  const { authorityId: authority, personId: person } = visitor.person
  await serving.database.transaction({ authority, person }, db => serving.visitors.noteSeen(db, visitor, now))
}
