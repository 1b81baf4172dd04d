/** How what was thrown becomes a page: what is not there, not allowed or not taken in plain words; anything else is a bug, with an id. */
import { randomUUID } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { NotFound } from '../store/not-found.ts'
import { logLine, toldOf } from '../store/log.ts'
import { NotAllowed } from './page.tsx'
import { NotTaken } from './refusal.ts'
import type { Visitor } from './visitor.ts'

export type ErrorPage = {
  status: 400 | 403 | 404 | 405 | 413 | 415 | 421 | 429 | 500 | 503
  title: string
  body: Child
}

/** Writes one line of the record of what went wrong. */
export type Log = (line: Record<string, unknown>) => void
export const logToStandardError: Log = line => logLine({ level: 'error', event: 'problem', ...line })

/** `where` is the page's path as written (`/plan/actions/:id`), never the address, which may hold what was searched for. */
export function errorPage(error: unknown, visitor: Visitor | null, where: string, log: Log): ErrorPage {
  if (error instanceof NotFound) return notFoundPage(error.message)
  if (error instanceof NotAllowed) return notAllowedPage(error.message, visitor)
  if (error instanceof NotTaken)
    return { status: error.status, title: 'That could not be done', body: <Said>{error.message}</Said> }
  if (isBusy(error)) return busyPage()
  if (isFull(error) || isAway(error)) {
    log({ level: 'error', event: isFull(error) ? 'disk-full' : 'database-away', where, code: codeOf(error) })
    return isFull(error) ? fullPage() : awayPage()
  }
  const id = randomUUID().slice(0, 8)
  log({ at: new Date().toISOString(), problem: id, where, ...toldOf(error) })
  return brokenPage(id)
}

export const notFoundPage = (what = ''): ErrorPage => ({
  status: 404,
  title: 'Page not found',
  body: (
    <>
      {what && <Said>{what}.</Said>}
      <Said>If you typed the address, check it is right. If you followed a link, what it led to may have moved.</Said>
    </>
  ),
})

const notAllowedPage = (why: string, visitor: Visitor | null): ErrorPage => ({
  status: 403,
  title: 'You cannot open this page',
  body: (
    <>
      <Said>
        {why.replace(/\.$/, '')}.{' '}
        {visitor?.person.postTitle ? `You act as ${visitor.person.postTitle}.` : 'You hold no post at the moment.'}
      </Said>
      <Said>
        If you need it for your work, ask your improvement programme manager. If you hold another post that may, choose
        it in{' '}
        <a class="govuk-link" href="/account">
          your account
        </a>
        .
      </Said>
    </>
  ),
})

/** Others were changing something for longer than the database lets anyone wait (`lock_timeout`). */
const isBusy = (error: unknown) => codeOf(error) === '55P03'
const isFull = (error: unknown) => ['53100', 'ENOSPC'].includes(codeOf(error))

/** The database is stopped, starting, or out of reach: it comes back without anything being done here. */
const isAway = (error: unknown) =>
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EPIPE|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[123]|08\d\d\w|53300)$/.test(
    codeOf(error),
  ) ||
  ((error as { syscall?: unknown } | null)?.syscall === 'connect' && codeOf(error) === 'ENOENT')

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

const busyPage = (): ErrorPage => ({
  status: 503,
  title: 'Others are saving at this moment',
  body: <Said>Nothing you entered on the last page was kept. Go back and send it again in a minute.</Said>,
})

const awayPage = (): ErrorPage => ({
  status: 503,
  title: 'The service cannot reach its database',
  body: (
    <>
      <Said>Everything that was kept before is safe. It comes back by itself: try again in a minute.</Said>
      <Said>If you had just sent something, look whether it is there before you send it again.</Said>
    </>
  ),
})

const fullPage = (): ErrorPage => ({
  status: 503,
  title: 'There is no room left to save anything',
  body: (
    <>
      <Said>Nothing you entered on the last page was kept. Everything kept before is safe, and can be read.</Said>
      <Said>Tell those who look after the service that the disk of its database is full.</Said>
    </>
  ),
})

const brokenPage = (id: string): ErrorPage => ({
  status: 500,
  title: 'Sorry, there is a problem with the service',
  body: (
    <>
      <Said>Nothing you entered on the last page was kept. Try again in a few minutes.</Said>
      <Said>
        If it happens again, tell those who look after the service this reference: <strong>{id}</strong>
      </Said>
    </>
  ),
})

const Said = ({ children }: { children?: Child }) => <p class="govuk-body">{children}</p>
