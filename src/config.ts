/** What the surroundings decide: each environment variable is read here, once, and a wrong value stops the start by its name. */
import { join, resolve } from 'node:path'
import { CannotStart } from './store/cannot-start.ts'

export type Config = {
  /** HOST and PORT: where this process listens. */
  host: string
  port: number
  /** GOLDEN_THREAD_ADDRESS: what people type in the browser, without a slash at the end. */
  address: string
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

type Environment = Record<string, string | undefined>

/** Throws `CannotStart` naming every variable that is wrong, what it holds and what it should. */
export function readConfig(env: Environment = process.env): Config {
  const wrong: string[] = []
  const read = <Value>(name: string, otherwise: Value, parse: (text: string) => Value | string[]): Value => {
    const text = env[name]?.trim()
    if (!text) return otherwise
    const value = parse(text)
    if (!Array.isArray(value)) return value
    const shown = name.endsWith('DATABASE_URL') ? 'is not one' : `is "${text}"` // an address may hold a password
    wrong.push(`${name} ${shown}: ${value[0]}`)
    return otherwise
  }
  const host = read('HOST', '127.0.0.1', text => (/^[\w.:-]+$/.test(text) ? text : ['give a host name or address']))
  const port = read('PORT', 3000, portOf)
  const databaseUrl = read<string | null>('DATABASE_URL', null, databaseOf)
  const config: Config = {
    host,
    port,
    address: read('GOLDEN_THREAD_ADDRESS', `http://${host.includes(':') ? `[${host}]` : host}:${port}`, addressOf),
    folder: read('GOLDEN_THREAD_DATA', join(import.meta.dirname, '..', 'data'), text => resolve(text)),
    databaseUrl,
    migrationUrl: read<string | null>('MIGRATION_DATABASE_URL', null, databaseOf),
    demo: read('GOLDEN_THREAD_DEMO', databaseUrl === null, yesOrNo),
    demoPassword: read<string | null>('GOLDEN_THREAD_DEMO_PASSWORD', null, text =>
      text.length >= 8 ? text : ['give 8 characters or more'],
    ),
  }
  if (config.migrationUrl && !databaseUrl) wrong.push('MIGRATION_DATABASE_URL is set and DATABASE_URL is not: set both')
  if (databaseUrl && config.demo && !config.demoPassword)
    wrong.push('GOLDEN_THREAD_DEMO is yes with DATABASE_URL: choose GOLDEN_THREAD_DEMO_PASSWORD too')
  if (wrong.length > 0) throw new CannotStart(wrong.join('\n'))
  return config
}

const portOf = (text: string): number | string[] =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : ['give a number from 0 to 65535']

const yesOrNo = (text: string): boolean | string[] =>
  text === 'yes' ? true : text === 'no' ? false : ['give yes or no']

function addressOf(text: string): string | string[] {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || new URL(text).pathname !== '/')
    return ['give the start of its web address, such as https://improvement.example.gov.uk']
  return new URL(text).origin
}

function databaseOf(text: string): string | string[] {
  const fits =
    URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1
  return fits ? text : ['give postgres://user:password@host:5432/database']
}
