/**
 * What every request passes before a page sees it, and what every answer carries: our own host only, no forms from other
 * sites, no script or style that is not ours, no frame around us, nothing kept in shared caches.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { NotTaken } from './refusal.ts'

/** Everything the browser may load comes from here, from files; nothing written inside a page runs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}
/** A year, once it was reached by https, for names under ours too (OWASP ASVS 5.0, 3.4.1). */
const HTTPS_ONLY = 'max-age=31536000; includeSubDomains'

/** Where people open it by https, every answer says that there is no other way: pages, files, and what watches the service. */
export function httpsOnly(address: string): MiddlewareHandler {
  const isHttps = address.startsWith('https:')
  return async (c, next) => {
    if (isHttps) c.header('Strict-Transport-Security', HTTPS_ONLY)
    await next()
  }
}

/** `address` is where people open the service; there its host is checked and https is known. */
export function guard(address: string): MiddlewareHandler {
  const own = new URL(address)
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    c.header('Cache-Control', 'no-store')
    if (!isOwnHost(c.req.header('host'), own))
      throw new NotTaken(421, `This service is at ${own.origin}. Open it there.`)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !isFromHere(c))
      throw new NotTaken(403, 'The form was not sent from this service. Open the page here and send it again.')
    if (/%00/.test(c.req.url)) throw new NotTaken(400, 'The address holds a character that cannot be looked for.')
    await next()
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** A name in the Host header that is not ours would let another site speak to us as if it were us (DNS rebinding). */
function isOwnHost(host: string | undefined, own: URL): boolean {
  if (host === undefined) return false
  if (host === own.host) return true
  return LOOPBACK.includes(own.hostname) && LOOPBACK.some(name => host === (own.port ? `${name}:${own.port}` : name))
}

/**
 * Browsers say where a form was sent from: `Sec-Fetch-Site` over https and on the machine itself, `Origin` everywhere. One of
 * them must say that it was here; with cookies that are `SameSite=Lax` a token in each form would add nothing.
 */
function isFromHere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}
