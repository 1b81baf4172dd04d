/**
 * The one place where a page meets a request.
 *
 *     may? -> load -> view                                  200
 *               `--> form -> save -> next address           303
 *                       `--> problems -> the same view      400, what was typed kept
 */
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { MOST_RECORDS } from '../config.ts'
import { asAtIn, NotThen } from './as-at.tsx'
import { findLastWhy } from '../store/event.ts'
import { NotFound, NotYet } from '../store/not-found.ts'
import { type ErrorPage, errorPage, logToStandardError, notFoundPage } from './error-pages.tsx'
import { blankForm, type Fields, type Form, type Given, readForm, Refused, withProblems } from './form.ts'
import { guard, httpsOnly } from './guard.ts'
import { documentOf } from './layout.tsx'
import { navigationFor } from './navigation.ts'
import type { AnyPage, Asked, Before, Download, Next, OpenPage, Page } from './page.tsx'
import { limitRequests, type MostRequests } from './rate-limit.ts'
import { type AsksForFile, readBody } from './read-body.ts'
import { recordExport, recordRefusal } from './recording.ts'
import { Refusals } from './refusals.ts'
import { AsksAgain, NotSignedIn, NotTaken, NotYetLetIn } from './refusal.ts'
import { scanFiles } from './scan-files.ts'
import {
  addressFrom,
  beginRequest,
  endOlderSession,
  entered,
  keepLook,
  noteSeen,
  openedBy,
  recognise,
  type Request,
  type Serving,
  whereAsked,
  withNumbers,
} from './request.ts'
import { comingBack } from './return-address.ts'
import { SendAgain } from './send-again.tsx'
import { keepSession, sessionIn } from './session-cookie.ts'
import { TakeAway, WHY } from './take-away.tsx'
import type { Yet } from './visitor.ts'

declare module 'hono' {
  interface ContextVariableMap {
    request?: Request
  }
}

export function servePages(app: Hono, given: Serving): void {
  const serving = { ...given, refusals: given.refusals ?? new Refusals(given.database, given.visitors) }
  const requestOf = (c: Context, where: string): Request => {
    const request = beginRequest(c, serving, where)
    c.set('request', request)
    return request
  }
  app.use('*', httpsOnly(serving.address), guard(serving.address))
  if (serving.mostRequests) app.use('*', limitFor(serving, serving.mostRequests))
  for (const page of [...serving.pages].sort(namedFirst)) {
    const path = withNumbers(page.path)
    app.get(path, c => open(requestOf(c, page.path), page))
    if (page.kind === 'download') {
      if (page.asksWhy) app.post(path, c => handOnceSaid(requestOf(c, page.path), page))
    } else if (page.save) app.post(path, c => keep(requestOf(c, page.path), page))
    app.all(path, () => {
      throw new NotTaken(405, 'This page can be looked at, but nothing can be sent to it.')
    })
  }
  app.notFound(c => missing(requestOf(c, '')))
  app.onError((error, c) => refuse(error, c.get('request') ?? requestOf(c, '')))
}

const limitFor = (serving: Serving, most: MostRequests) =>
  limitRequests(
    most,
    c => addressFrom({ c, serving }),
    c => sessionIn(c, serving.address.startsWith('https:')),
  )

/** Addresses that are written out come before those that name something, so that `/actions/new` is not an action. */
function namedFirst(one: AnyPage, other: AnyPage): number {
  const marked = (path: string) => path.replace(/:/g, '\uffff')
  return marked(one.path) < marked(other.path) ? -1 : 1
}

const open = (request: Request, page: AnyPage) =>
  page.kind !== 'download'
    ? show(request, page, blankForm(), 200)
    : page.asksWhy
      ? askWhy(request, page, null, 200)
      : hand(request, page)

async function show(
  request: Request,
  page: Page | OpenPage,
  form: Form,
  status: 200 | 400 | 403 | 503,
): Promise<Response> {
  if (page.kind === 'open-page') return showOpen(request, page, form, status)
  const { asked, loaded } = await entered(request, page, 'reading', async asked => ({
    asked,
    loaded: await page.load(asked).catch((error: unknown) => notThen(page, asked, error)),
  }))
  await noteSeen(request)
  if (loaded instanceof NotFound)
    return answer(request, loaded instanceof NotYet ? 200 : 404, {
      title: 'Not there on this day',
      section: page.section,
      ...(page.dated && { looking: asked }),
      children: <NotThen what={loaded} dated={page.dated ?? false} looking={asked} />,
    })
  await keepLook(request, page.looks?.(loaded, asked))
  return answer(request, status, {
    title: page.title(loaded),
    section: page.section,
    breadcrumbs: page.breadcrumbs?.(loaded) ?? [],
    wide: page.wide ?? false,
    ...(page.dated && { looking: asked, notice: asAtIn(asked.query, asked.today).problem }),
    wrong: form.problems.length > 0,
    children: page.view(loaded, form, asked),
  })
}

/** What was not there on an earlier day is told on the page, where another day can be chosen; anything else is thrown on. */
function notThen(page: Page, { asAt, today }: Asked, error: unknown): NotFound {
  if (error instanceof NotYet || (error instanceof NotFound && page.dated && asAt !== today)) return error
  throw error
}

async function showOpen(
  request: Request,
  page: OpenPage,
  form: Form,
  status: 200 | 400 | 403 | 503,
): Promise<Response> {
  const opened = openedBy(request)
  const loaded = await page.load(opened)
  return answer(request, status, {
    title: page.title(loaded),
    section: null,
    wrong: form.problems.length > 0,
    children: page.view(loaded, form, opened),
  })
}

/** Whoever may not is told so before anything they sent is read. */
async function keep(request: Request, page: Page | OpenPage): Promise<Response> {
  const asked =
    page.kind === 'page' ? await entered(request, page, 'reading', async asked => asked).catch(unlessAskedAgain) : null
  if (asked instanceof AsksAgain) return askAgain(request)
  const fields: Fields = page.form ?? {}
  const body = await readBody(request.c.req.raw, asksForFile(fields, request.serving))
  const { given, form } = readForm(fields, body)
  const unsafe = await scanFiles(request, fields, body)
  if (unsafe) return show(request, page, withProblems(form, unsafe.problems), unsafe.status)
  if (!given) return show(request, page, form, 400)
  try {
    return await goTo(request, await save(request, page, given, asked))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await traced(request, error)
    return show(request, page, withProblems(form, error.problems), 400)
  }
}

function asksForFile(fields: Fields, { mostRecords = MOST_RECORDS }: Serving): AsksForFile {
  const files = Object.values(fields).map(field => field.isFile)
  if (files.includes('records')) return { mostBytes: mostRecords }
  const several = files.filter(file => typeof file === 'number')
  return several.length > 0 ? { mostBytes: Math.max(...several) } : files.includes(true)
}

function unlessAskedAgain(error: unknown): AsksAgain {
  if (error instanceof AsksAgain) return error
  throw error
}

/** What was sent waits in the page that asks who they are, and is sent again from there. Files have to be chosen again. */
async function askAgain(request: Request): Promise<Response> {
  const page = request.serving.pages.find(({ path }) => path === PROVE)
  if (page?.kind !== 'page') throw new AsksAgain()
  const sent = await readBody(request.c.req.raw, true)
  const typed = Object.entries(sent).flatMap(([name, { texts }]) => texts.map(text => [name, text]))
  const form = blankForm().start({ next: whereAsked(request.c).address, typed: JSON.stringify(typed) })
  return show(request, page, form, 403)
}

async function save(
  request: Request,
  page: Page | OpenPage,
  given: Given<Fields>,
  before: Asked | null,
): Promise<Next> {
  if (page.kind === 'page') {
    const prepared = await page.prepare?.(given, beforeSaving(request, page, before!))
    return entered(request, page, 'transaction', async asked =>
      page.save!(asked, await page.load(asked), given, prepared),
    )
  }
  const opened = openedBy(request)
  return page.save!(opened, await page.load(opened), given)
}

/** The database it was asked with is gone: its transaction is over. */
const beforeSaving = (request: Request, page: Page, { db: _over, ...asked }: Asked): Before => ({
  ...asked,
  reading: work => entered(request, page, 'reading', work),
  keeping: work => entered(request, page, 'transaction', work),
  from: addressFrom(request),
})

/** Only of what is there for them; nothing of it is shown yet. */
async function askWhy(request: Request, download: Download, form: Form | null, status: 200 | 400): Promise<Response> {
  const { name, look, why } = await entered(request, download, 'reading', async asked => ({
    ...(await (download.offered ?? download.make)(asked)),
    why: await findLastWhy(asked.db, asked.person, new Date(asked.now.getTime() - OFFERED_FOR)),
  }))
  await noteSeen(request)
  return answer(request, status, {
    title: TakeAway.title,
    section: null,
    wrong: form !== null,
    children: <TakeAway name={name} look={look} form={form ?? blankForm().start({ why })} />,
  })
}
/** What was said last is offered for as long as a day's work. */
const OFFERED_FOR = 12 * 3_600_000

async function handOnceSaid(request: Request, download: Download): Promise<Response> {
  const asked = await entered(request, download, 'reading', async () => null).catch(unlessAskedAgain)
  if (asked instanceof AsksAgain) return askAgain(request)
  const { given, form } = readForm(WHY, await readBody(request.c.req.raw, false))
  return given ? hand(request, download, given.why) : askWhy(request, download, form, 400)
}

async function hand(request: Request, download: Download, why = ''): Promise<Response> {
  const {
    name,
    type,
    body: made,
    look,
    taken = null,
  } = await entered(request, download, 'reading', asked => download.make(asked))
  await keepLook(request, look && { ...look, why })
  await recordExport(request, why, taken)
  const body = typeof made === 'function' ? await made() : made
  return request.c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'Content-Type': type,
    'Content-Disposition': asAttachment(name.toWellFormed().replace(/\p{C}/gu, '')),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
}

/** RFC 6266: a name that anything can read, and the name itself with what RFC 5987 (3.2.1) leaves out of `attr-char` encoded. */
const asAttachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

async function goTo(request: Request, next: Next): Promise<Response> {
  const { c, https } = request
  if (typeof next === 'string') return c.redirect(next, 303)
  if (next.session !== undefined) {
    if (next.session !== null) await endOlderSession(request)
    keepSession(c, https, next.session)
  }
  if (!('again' in next)) return c.redirect(next.to, 303)
  return answer(request, 200, { title: SendAgain.title, section: null, children: <SendAgain {...next} /> })
}

type Inside = Omit<Parameters<typeof documentOf>[0], 'visitor' | 'navigation'>

function answer({ c, serving, visitor }: Request, status: ContentfulStatusCode, inside: Inside): Response {
  const navigation = visitor?.yet === null ? navigationFor(serving.pages, visitor.person) : []
  return c.html(documentOf({ ...inside, visitor, navigation }), status)
}

async function missing(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.c.req.url)
  const trimmed = pathname.replace(/\/+$/, '').replace(/^\/{2,}/, '/')
  if (trimmed !== pathname && trimmed !== '') return request.c.redirect(trimmed + search, 308)
  await recognise(request)
  return tell(request, notFoundPage())
}

/** Where someone goes who has yet to do something, and where who they are is asked for again: pages of the people room. */
const FIRST: Record<Yet, string> = {
  'second-step': '/sign-in/second-step',
  'own-password': '/account/password',
  'add-second-step': '/account/second-step',
}
const PROVE = '/account/prove'

/** A password of one's own is chosen once and for all: what was asked for is not waited for. */
const firstAddress = (yet: Yet, address: string): string =>
  yet === 'own-password' ? FIRST[yet] : comingBack(FIRST[yet], address)

async function refuse(error: unknown, request: Request): Promise<Response> {
  const { c, serving } = request
  await traced(request, error)
  if (error instanceof NotSignedIn) return c.redirect(comingBack('/sign-in', whereAsked(c).address), 303)
  if (error instanceof NotYetLetIn) return c.redirect(firstAddress(error.yet, whereAsked(c).address), 303)
  if (error instanceof AsksAgain) return c.redirect(comingBack(PROVE, whereAsked(c).address), 303)
  return tell(request, errorPage(error, request.visitor, request.where, serving.log ?? logToStandardError))
}

/** Where the record cannot be reached, that is logged, and whoever was refused is still told so. */
async function traced(request: Request, error: unknown): Promise<void> {
  const log = request.serving.log ?? logToStandardError
  await recordRefusal(request, error).catch((fault: unknown) => void errorPage(fault, null, request.where, log))
}

const tell = (request: Request, { status, title, body }: ErrorPage): Response =>
  answer(request, status, {
    title,
    section: null,
    children: (
      <div class="gt-reading">
        <h1 class="govuk-heading-l">{title}</h1>
        {body}
      </div>
    ),
  })
