/** The cookie that holds a session's secret: out of reach of scripts, not sent from other sites' forms, gone with the session. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** `__Host-` binds the cookie to this host over https; browsers refuse the prefix without it. */
const NAME = 'golden-thread'
const optionsOf = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: https, ...(https && { prefix: 'host' as const }) }) as const

export const sessionIn = (c: Context, https: boolean): string | null =>
  (https ? getCookie(c, NAME, 'host') : getCookie(c, NAME)) ?? null

/** Without an end of its own: the browser forgets it when it closes, the database decides when it is over. */
export function keepSession(c: Context, https: boolean, secret: string | null): void {
  if (secret === null) deleteCookie(c, NAME, optionsOf(https))
  else setCookie(c, NAME, secret, optionsOf(https))
}
