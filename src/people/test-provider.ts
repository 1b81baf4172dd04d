/** For tests: an OpenID Connect provider on this machine, and a browser that goes through it without asking anyone. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { DirectorySettings } from '../config.ts'

export type TestAccount = Record<string, unknown>
export type TestProvider = {
  settings: DirectorySettings
  /** Who is before the screen at the provider, and how many seconds ago it saw them sign in. */
  signsIn(subject: string, secondsAgo?: number): void
  /** Follows the provider's own redirects from an address of its, as a browser would, to the address that leads back to us. */
  walk(from: string): Promise<URL>
  stop(): Promise<void>
}

const CLIENT = 'golden-thread'
const SECRET = 'a-secret-of-the-tests'

/** `accounts` by subject, each with what the directory says of it. `backTo` is the service's own address. */
export async function openProvider(accounts: Record<string, TestAccount>, backTo: string): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> | undefined
  let provider: Provider
  let [subject, secondsAgo] = [Object.keys(accounts)[0]!, 0]
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer!(request, response)
    void provider.interactionFinished(request, response, {
      login: { accountId: subject, ts: Math.floor(Date.now() / 1000) - secondsAgo },
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = new Provider(issuer, configurationFor(accounts, backTo))
  answer = provider.callback()
  return {
    settings: {
      issuer,
      clientId: CLIENT,
      clientSecret: SECRET,
      name: 'your council account',
      authority: null,
      linkByEmail: false,
      posts: {},
    },
    signsIn: (chosen, ago = 0) => void ([subject, secondsAgo] = [chosen, ago]),
    walk: from => walk(from, issuer),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'tests' }

const configurationFor = (accounts: Record<string, TestAccount>, backTo: string) => ({
  clients: [
    {
      client_id: CLIENT,
      client_secret: SECRET,
      redirect_uris: [`${backTo}/sign-in/directory/back`],
      post_logout_redirect_uris: [`${backTo}/sign-in`],
      token_endpoint_auth_method: 'client_secret_post' as const,
    },
  ],
  jwks: { keys: [KEY] },
  cookies: { keys: ['tests'] },
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'roles', 'xms_edov'], email: ['email', 'email_verified'], profile: ['name'] },
  features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
  async loadExistingGrant({ oidc }: { oidc: any }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

async function walk(from: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(from)
  for (let steps = 0; at.origin === issuer && steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (next === null)
      throw new Error(`the provider stopped at ${at.pathname}: ${answer.status} ${await answer.text()}`)
    at = new URL(next, at)
  }
  return at
}
