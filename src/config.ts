/** What the surroundings decide: each environment variable is read here, once, and a wrong value stops the start by its name. */
import { BlockList, isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { CannotStart } from './store/cannot-start.ts'

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
}

/** How many proxies stand in front, one after the other, or their addresses and networks (`10.0.0.0/8`). None unless said. */
export type TrustedProxies = number | string[]

type Environment = Record<string, string | undefined>

/** Throws `CannotStart` naming every variable that is wrong, what it holds and what it should. */
export function readConfig(env: Environment = process.env): Config {
  const wrong: string[] = []
  const read = <Value>(name: string, otherwise: Value, parse: (text: string) => Value | Wrong): Value => {
    const text = env[name]?.trim()
    if (!text) return otherwise
    const value = parse(text)
    if (!(value instanceof Wrong)) return value
    const shown = name.endsWith('DATABASE_URL') ? 'is not one' : `is "${text}"` // an address may hold a password
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
  }
  if (config.migrationUrl && !databaseUrl) wrong.push('MIGRATION_DATABASE_URL is set and DATABASE_URL is not: set both')
  if (databaseUrl && config.demo && !config.demoPassword)
    wrong.push('GOLDEN_THREAD_DEMO is yes with DATABASE_URL: choose GOLDEN_THREAD_DEMO_PASSWORD too')
  if (wrong.length > 0) throw new CannotStart(wrong.join('\n'))
  return config
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

const yesOrNo = (text: string): boolean | Wrong =>
  text === 'yes' ? true : text === 'no' ? false : new Wrong('give yes or no')

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
