/** What the surroundings decide: each environment variable is read here, once, and a wrong value stops the start by its name. */
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { CannotStart } from './store/cannot-start.ts'
import { keyIn } from './store/key-in.ts'

export type Config = {
  /** HOST and PORT: where this process listens. */
  host: string
  port: number
  /** GOLDEN_THREAD_ADDRESS: what people type in the browser, without a slash at the end. */
  address: string
  /** GOLDEN_THREAD_TRUSTED_PROXIES: how many proxies stand in front, or their addresses; 0 for none. */
  trustedProxies: TrustedProxies
  /** GOLDEN_THREAD_DATA: where the built-in database and its passwords are kept. */
  folder: string
  /** DATABASE_URL: a PostgreSQL of your own, signed in to as the service; null for the built-in one. */
  databaseUrl: string | null
  /** MIGRATION_DATABASE_URL: the same as the owner of the tables; null where this instance may not change them. */
  migrationUrl: string | null
  /** GOLDEN_THREAD_DEMO: whether an empty database is given the invented council of Aldermere. */
  demo: boolean
  /** GOLDEN_THREAD_DEMO_PASSWORD: the password of every demo sign-in; null for the one made with the data folder. */
  demoPassword: string | null
  /** GOLDEN_THREAD_MOST_UPLOADED_MB: how large the files of an extract of records may be together, in bytes. */
  mostRecords: number
  /** GOLDEN_THREAD_MOST_ATTACHED_GB: how many bytes all files given as evidence may have together, of each authority. */
  mostAttached: number
  /** GOLDEN_THREAD_MOST_REQUESTS: how many one browser may ask for in a minute; one address ten times as many. */
  mostRequests: { session: number; address: number }
  /** GOLDEN_THREAD_METRICS_TOKEN: what Prometheus shows to be given /metrics; null where only this machine may have it. */
  metricsToken: string | null
  /** GOLDEN_THREAD_LOG: whether each request leaves a line in the log, or problems only. */
  logsRequests: boolean
  /** GOLDEN_THREAD_SCANNER: ClamAV's clamd, which looks into every file that is brought; null for none. */
  scanner: ScannerAddress | null
  signIn: SignInSettings
}

/** Where clamd listens: a socket of this machine, or a host and port. */
export type ScannerAddress = { path: string } | { host: string; port: number }

/** How people sign in, and for how long. */
export type SignInSettings = {
  /** GOLDEN_THREAD_SESSION_IDLE_HOURS: a session unused for so long ends. */
  idleHours: number
  /** GOLDEN_THREAD_SESSION_LONGEST_HOURS: however much it is used, it ends. */
  longestHours: number
  /** GOLDEN_THREAD_OIDC_*: the council's own directory, such as Entra ID; null without one. */
  directory: DirectorySettings | null
  /** GOLDEN_THREAD_SECRETS_KEY: what the secrets of authenticator apps are sealed with; null where they are kept in clear. */
  sealing: SealingKeys | null
}

/** 32 bytes each. `old` is the key before, which opens what is not sealed anew yet. */
export type SealingKeys = { key: Buffer; old: Buffer | null }

export type DirectorySettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What staff call it: "your council account". */
  name: string
  /** The council it belongs to; null where there is only one. */
  authority: string | null
  /** Whether a first sign-in finds its person by an e-mail address that the directory says it has verified. */
  linkByEmail: boolean
  /** The posts that follow the directory: a post's title by the app role that gives it. */
  posts: Record<string, string>
}

/** A working day and the board in its evening, not the night after; a day in any case (NIST SP 800-63B-4, 2.2.3). */
export const PLAIN_SIGN_IN: SignInSettings = { idleHours: 12, longestHours: 24, directory: null, sealing: null }

/** The most bytes that the files of an extract may have together, unless said: a large council's has some 60 MB. [D] */
export const MOST_RECORDS = 200 * 1024 * 1024

/** All files given as evidence of an authority together, unless said: a thousand of the largest. [D] */
export const MOST_ATTACHED = 20 * 1024 ** 3

/** How many proxies stand in front, one after the other, or their addresses and networks (`10.0.0.0/8`). None unless said. */
export type TrustedProxies = number | string[]

/** Their values are never repeated: an address may hold a password. */
const MAY_HOLD_A_SECRET = /DATABASE_URL$|SECRET|TOKEN|PASSWORD/

/** What may stand in a file instead, named by the same variable with `_FILE` behind it, so that no list of processes shows it. */
const SECRETS = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'GOLDEN_THREAD_DEMO_PASSWORD',
  'GOLDEN_THREAD_METRICS_TOKEN',
  'GOLDEN_THREAD_SECRETS_KEY',
  'GOLDEN_THREAD_SECRETS_KEY_OLD',
]

function inFile(env: Environment, name: string, wrong: string[]): string | null {
  const file = env[`${name}_FILE`]?.trim()
  if (!file) return null
  const text = secretOf(file)
  if (!(text instanceof Wrong)) return text
  wrong.push(`${name}_FILE is "${file}": ${text.give}`)
  return null
}

type Environment = Record<string, string | undefined>

/** Throws `CannotStart` naming every variable that is wrong, what it holds and what it should. */
export function readConfig(env: Environment = process.env): Config {
  const wrong: string[] = []
  const read = <Value>(name: string, otherwise: Value, parse: (text: string) => Value | Wrong): Value => {
    const text = env[name]?.trim() || (SECRETS.includes(name) ? inFile(env, name, wrong) : null)
    if (!text) return otherwise
    const value = parse(text)
    if (!(value instanceof Wrong)) return value
    const shown = MAY_HOLD_A_SECRET.test(name) ? 'is not one' : `is "${text}"`
    wrong.push(`${name} ${shown}: ${value.give}`)
    return otherwise
  }
  const host = read('HOST', '127.0.0.1', text =>
    /^[\w.:-]+$/.test(text) ? text : new Wrong('give a host name or address'),
  )
  const port = read('PORT', 3000, portOf)
  const databaseUrl = read<string | null>('DATABASE_URL', null, databaseOf)
  const config: Config = {
    host,
    port,
    address: read('GOLDEN_THREAD_ADDRESS', `http://${host.includes(':') ? `[${host}]` : host}:${port}`, addressOf),
    trustedProxies: read<TrustedProxies>('GOLDEN_THREAD_TRUSTED_PROXIES', 0, proxiesOf),
    folder: read('GOLDEN_THREAD_DATA', join(import.meta.dirname, '..', 'data'), text => resolve(text)),
    databaseUrl,
    migrationUrl: read<string | null>('MIGRATION_DATABASE_URL', null, databaseOf),
    demo: read('GOLDEN_THREAD_DEMO', databaseUrl === null, yesOrNo),
    demoPassword: read<string | null>('GOLDEN_THREAD_DEMO_PASSWORD', null, text =>
      text.length >= 8 ? text : new Wrong('give 8 characters or more'),
    ),
    mostRecords: read('GOLDEN_THREAD_MOST_UPLOADED_MB', MOST_RECORDS, bytesOf),
    mostAttached: read('GOLDEN_THREAD_MOST_ATTACHED_GB', MOST_ATTACHED, gigabytesOf),
    mostRequests: read('GOLDEN_THREAD_MOST_REQUESTS', requestsFor(600), requestsOf),
    metricsToken: read<string | null>('GOLDEN_THREAD_METRICS_TOKEN', null, text =>
      text.length >= 16 ? text : new Wrong('give 16 characters or more'),
    ),
    logsRequests: read('GOLDEN_THREAD_LOG', false, text =>
      ['requests', 'problems'].includes(text) ? text === 'requests' : new Wrong('give requests or problems'),
    ),
    scanner: read<ScannerAddress | null>('GOLDEN_THREAD_SCANNER', null, scannerOf),
    signIn: {
      idleHours: read('GOLDEN_THREAD_SESSION_IDLE_HOURS', PLAIN_SIGN_IN.idleHours, hoursOf),
      longestHours: read('GOLDEN_THREAD_SESSION_LONGEST_HOURS', PLAIN_SIGN_IN.longestHours, hoursOf),
      directory: directoryIn(env, read, wrong),
      sealing: sealingIn(read, wrong),
    },
  }
  if (config.migrationUrl && !databaseUrl) wrong.push('MIGRATION_DATABASE_URL is set and DATABASE_URL is not: set both')
  if (databaseUrl && config.demo && !config.demoPassword)
    wrong.push('GOLDEN_THREAD_DEMO is yes with DATABASE_URL: choose GOLDEN_THREAD_DEMO_PASSWORD too')
  if (config.signIn.idleHours > config.signIn.longestHours)
    wrong.push('GOLDEN_THREAD_SESSION_IDLE_HOURS is more than GOLDEN_THREAD_SESSION_LONGEST_HOURS: give fewer hours')
  if (wrong.length > 0) throw new CannotStart(wrong.join('\n'))
  return config
}

const SECRETS_KEY = 'GOLDEN_THREAD_SECRETS_KEY'

function sealingIn(read: Read, wrong: string[]): SealingKeys | null {
  const bytesIn = (text: string) =>
    keyIn(text) ?? new Wrong('give 32 bytes in base64, as "openssl rand -base64 32" makes them')
  const key = read<Buffer | null>(SECRETS_KEY, null, bytesIn)
  const old = read<Buffer | null>(`${SECRETS_KEY}_OLD`, null, bytesIn)
  if (old && !key) wrong.push(`${SECRETS_KEY}_OLD is set and ${SECRETS_KEY} is not: set both`)
  return key && { key, old }
}

type Read = <Value>(name: string, otherwise: Value, parse: (text: string) => Value | Wrong) => Value

const DIRECTORY = 'GOLDEN_THREAD_OIDC_'

/** Null where none of it is set; where some is, what is missing is named. */
function directoryIn(env: Environment, read: Read, wrong: string[]): DirectorySettings | null {
  const set = Object.keys(env).filter(name => name.startsWith(DIRECTORY) && env[name]?.trim())
  if (set.length === 0) return null
  const before = wrong.length
  const text = (name: string) => read<string | null>(DIRECTORY + name, null, given => given)
  const [issuer, clientId] = [read<string | null>(`${DIRECTORY}ISSUER`, null, issuerOf), text('CLIENT_ID')]
  const secret = text('CLIENT_SECRET') ?? read<string | null>(`${DIRECTORY}CLIENT_SECRET_FILE`, null, secretOf)
  if (wrong.length === before)
    for (const [name, value] of Object.entries({ ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: secret }))
      if (value === null) wrong.push(`${DIRECTORY}${name} is missing: ${set.join(', ')} is set`)
  return {
    issuer: issuer ?? '',
    clientId: clientId ?? '',
    clientSecret: secret ?? '',
    name: text('NAME') ?? 'your council account',
    authority: text('AUTHORITY'),
    linkByEmail: read(`${DIRECTORY}LINK_BY_EMAIL`, false, yesOrNo),
    posts: read<Record<string, string>>(`${DIRECTORY}POSTS`, {}, postsOf),
  }
}

/** What to give instead of a wrong value. */
class Wrong {
  readonly give: string
  constructor(give: string) {
    this.give = give
  }
}

const portOf = (text: string): number | Wrong =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : new Wrong('give a number from 0 to 65535')

const bytesOf = (text: string): number | Wrong =>
  /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 2_000
    ? Number(text) * 1024 * 1024
    : new Wrong('give a number of megabytes from 1 to 2000')

const gigabytesOf = (text: string): number | Wrong =>
  /^[1-9]\d{0,3}$/.test(text) ? Number(text) * 1024 ** 3 : new Wrong('give a number of gigabytes from 1 to 9999')

const yesOrNo = (text: string): boolean | Wrong =>
  text === 'yes' ? true : text === 'no' ? false : new Wrong('give yes or no')

const requestsFor = (session: number) => ({ session, address: 10 * session })

/** Ten a second are more than anyone can read. */
const requestsOf = (text: string) =>
  /^\d{2,6}$/.test(text) && Number(text) >= 60
    ? requestsFor(Number(text))
    : new Wrong('give a whole number, 60 to 999999')

const hoursOf = (text: string): number | Wrong =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 720
    ? Number(text)
    : new Wrong('give whole hours, 1 to 720')

/** One council's directory: an address that anybody's directory answers at would let in anybody. */
function issuerOf(text: string): string | Wrong {
  const url = URL.canParse(text) ? new URL(text) : null
  const isHere = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) || url.search || url.hash)
    return new Wrong('give the https address of the directory, such as https://login.microsoftonline.com/TENANT/v2.0')
  if (/^\/(common|organizations|consumers)(\/|$)/i.test(url.pathname))
    return new Wrong("give your own tenant's address: this one is for anybody's accounts")
  return text
}

function secretOf(file: string): string | Wrong {
  try {
    return readFileSync(file, 'utf8').trim() || new Wrong('name a file that holds the secret: it is empty')
  } catch {
    return new Wrong('name a file that can be read')
  }
}

/** `AppRole=Title of the post; AnotherRole=Another post` */
function postsOf(text: string): Record<string, string> | Wrong {
  const pairs = text.split(';').filter(pair => pair.trim() !== '')
  const read = pairs.map(pair => /^\s*([^=\s]+)\s*=\s*(\S.*?)\s*$/.exec(pair))
  if (read.includes(null))
    return new Wrong('give app roles and posts, such as ImprovementManager=Improvement Manager; Chair=Chair')
  return Object.fromEntries(read.map(found => [found![1]!, found![2]!]))
}

/** `clamd:/run/clamav/clamd.ctl` or `clamd://scanner.example.gov.uk:3310`. */
function scannerOf(text: string): ScannerAddress | Wrong {
  const path = /^clamd:(\/[^/].*)$/.exec(text)?.[1]
  if (path !== undefined) return { path }
  const [, host, port] = /^clamd:\/\/([\w.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(text) ?? []
  const number = Number(port ?? CLAMD_PORT)
  if (host === undefined || number < 1 || number > 65_535)
    return new Wrong('give clamd:/run/clamav/clamd.ctl, or clamd://host:3310')
  return { host: host.replace(/^\[|\]$/g, ''), port: number }
}
const CLAMD_PORT = 3310

function proxiesOf(text: string): TrustedProxies | Wrong {
  if (/^\d$/.test(text)) return Number(text)
  const listed = text.split(/[\s,]+/).filter(one => one !== '')
  try {
    proxiesIn(listed)
    return listed
  } catch {
    return new Wrong('give how many proxies stand in front, 0 to 9, or their addresses, such as 10.0.0.5, 10.1.0.0/16')
  }
}

function addressOf(text: string): string | Wrong {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || new URL(text).pathname !== '/')
    return new Wrong('give the start of its web address, such as https://improvement.example.gov.uk')
  return new URL(text).origin
}

function databaseOf(text: string): string | Wrong {
  const fits =
    URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1
  return fits ? text : new Wrong('give postgres://user:password@host:5432/database')
}

/** Throws where one is neither an address nor a network. */
export function proxiesIn(trusted: string[]): BlockList {
  const list = new BlockList()
  for (const one of trusted) {
    const [address = '', bits] = one.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN, kind)
  }
  return list
}
