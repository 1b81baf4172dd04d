/**
 * The council's directory, spoken to by OpenID Connect: authorization code with PKCE, state and nonce. Who someone is is its issuer
 * and its subject, never an e-mail address. Every check of the answer is `openid-client`'s; what it refuses becomes one of few words.
 */
import type * as Oidc from 'openid-client'
import type { DirectorySettings } from '../../config.ts'
import type { DirectoryProblem } from '../directory-problem.ts'

/** Thrown where the directory cannot be reached, or what came back is not what was asked for. */
export class DirectoryRefusal extends Error {
  override name = 'DirectoryRefusal'
  readonly problem: DirectoryProblem
  constructor(problem: DirectoryProblem, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/** What must come back with the answer. */
export type Sent = { state: string; nonce: string; verifier: string }
export type Claims = {
  issuer: string
  subject: string
  /** Null unless the directory says that it has verified it. */
  verifiedEmail: string | null
  appRoles: string[]
}

/** In seconds: a directory that has not answered by then is away. */
const PATIENCE = 10
/** Its addresses and keys are asked for again after so long. */
const KNOWN_FOR = 60 * 60_000
/** Signing in again must be no older than this when it comes back, in seconds. */
const AGAIN_WITHIN = 300

const known = new WeakMap<DirectorySettings, { since: number; configuration: Promise<Oidc.Configuration> }>()

async function configurationOf(directory: DirectorySettings): Promise<[typeof Oidc, Oidc.Configuration]> {
  const oidc = await import('openid-client')
  const before = known.get(directory)
  const fresh = before && Date.now() - before.since < KNOWN_FOR ? before.configuration : discover(oidc, directory)
  if (fresh !== before?.configuration) known.set(directory, { since: Date.now(), configuration: fresh })
  try {
    return [oidc, await fresh]
  } catch (error) {
    known.delete(directory)
    throw refusalOf(error)
  }
}

/** Over https, but for a directory on this machine; an answer that names another issuer is refused. */
function discover(
  oidc: typeof Oidc,
  { issuer, clientId, clientSecret }: DirectorySettings,
): Promise<Oidc.Configuration> {
  const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])]
  const as = oidc.ClientSecretPost(clientSecret)
  return oidc.discovery(new URL(issuer), clientId, undefined, as, { execute, timeout: PATIENCE })
}

/** Where to send the browser, and what to keep until it comes back. `again` asks the directory to see the person anew. */
export async function beginAt(
  directory: DirectorySettings,
  backTo: string,
  again: boolean,
): Promise<{ to: URL; sent: Sent }> {
  const [oidc, configuration] = await configurationOf(directory)
  const sent = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const to = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: backTo,
    scope: 'openid email profile',
    state: sent.state,
    nonce: sent.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(sent.verifier),
    code_challenge_method: 'S256',
    ...(again && { prompt: 'login', max_age: '0' }),
  })
  return { to, sent }
}

/** Who came back. `came` is the address they came back at. Throws `DirectoryRefusal`. */
export async function finishAt(directory: DirectorySettings, came: URL, sent: Sent, again: boolean): Promise<Claims> {
  const [oidc, configuration] = await configurationOf(directory)
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, came, {
      expectedState: sent.state,
      expectedNonce: sent.nonce,
      pkceCodeVerifier: sent.verifier,
      idTokenExpected: true,
      ...(again && { maxAge: AGAIN_WITHIN }),
    })
    return claimsOf(tokens.claims()!)
  } catch (error) {
    throw refusalOf(error)
  }
}

function claimsOf(claims: Oidc.IDToken): Claims {
  const { email, roles } = claims
  const isText = (one: unknown): one is string => typeof one === 'string'
  return {
    issuer: claims.iss,
    subject: claims.sub,
    verifiedEmail: isText(email) && saysVerified(claims) ? email : null,
    appRoles: Array.isArray(roles) ? roles.filter(isText) : [],
  }
}

/** OpenID Connect says `email_verified`; Entra ID says `xms_edov` of a domain that its owner has proved (optional claim). */
const saysVerified = (claims: Oidc.IDToken): boolean =>
  claims.email_verified === true || [true, 1, '1', 'true'].includes(claims['xms_edov'] as never)

/** Where the browser signs out of the directory itself; null where it has no such place. */
export async function signOutAt(directory: DirectorySettings, backTo: string): Promise<URL | null> {
  const [oidc, configuration] = await configurationOf(directory)
  if (configuration.serverMetadata().end_session_endpoint === undefined) return null
  return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo })
}

/** It is away where no answer came, or one that says that it is broken; stopped where the person stopped it; else doubtful. */
function refusalOf(error: unknown): DirectoryRefusal {
  const {
    code,
    cause,
    status,
    error: said,
  } = error as { code?: string; cause?: unknown; status?: number; error?: string }
  const statusSeen = status ?? (cause instanceof Response ? cause.status : undefined)
  const notReached = error instanceof TypeError || ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(code ?? '')
  if (notReached || (statusSeen !== undefined && statusSeen >= 500)) return new DirectoryRefusal('away', error)
  if (['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(said ?? ''))
    return new DirectoryRefusal('stopped', error)
  return new DirectoryRefusal(
    said === 'server_error' || said === 'temporarily_unavailable' ? 'away' : 'doubtful',
    error,
  )
}
