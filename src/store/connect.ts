/** Opens connections by a database's address. A Unix socket is written as libpq does: `postgres://user:password@localhost/name?host=/folder`. */
import { readFileSync } from 'node:fs'
import type { Sql } from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { postgres } from './driver.ts'

export type Options = NonNullable<Parameters<typeof postgres>[1]>

/** How values of the database reach TypeScript: days as text `2026-11-22`, numerics and bigints as numbers. */
const types = {
  day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  json: {
    to: 114,
    from: [114, 3802],
    serialize: (value: unknown) => JSON.stringify(value, asTaken),
    parse: JSON.parse,
  },
}

/** PostgreSQL refuses JSON that holds half a character (words cut in the middle of one) or a NUL; a reader could show neither. */
export function asTaken(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value
}

export function connect(address: string, options: Options = {}): Sql {
  const url = new URL(address)
  const folder = url.searchParams.get('host')
  url.searchParams.delete('host')
  const ssl = encryptionOf(url)
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name)
  const named = { ssl, onnotice: () => {}, types: types as never, ...options }
  return postgres(url.href, folder === null ? named : { ...named, path: `${folder}/.s.PGSQL.${url.port || 5432}` })
}

const HERE = ['localhost', '127.0.0.1', '[::1]']

/**
 * TLS as libpq words it: `sslmode=verify-full` (the certificate must be the server's, from an authority that is known or in the file
 * `sslrootcert` names), `require` (encrypted to whoever answers), `disable`. Unless said, `verify-full` to another machine: nothing
 * crosses a network in the clear because a word was forgotten. Throws `CannotStart` for another mode or a file that cannot be read.
 */
function encryptionOf(url: URL): NonNullable<Options['ssl']> {
  const isHere = HERE.includes(url.hostname) || url.hostname === ''
  const mode = url.searchParams.get('sslmode') ?? (isHere ? 'disable' : 'verify-full')
  if (mode === 'disable') return false
  if (mode === 'require') return { rejectUnauthorized: false }
  if (mode !== 'verify-full') throw new CannotStart(`sslmode is "${mode}": give verify-full, require or disable`)
  const file = url.searchParams.get('sslrootcert')
  return {
    rejectUnauthorized: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(file !== null && { ca: certificateIn(file) }),
  }
}

function certificateIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`The certificate file of sslrootcert, ${file}, cannot be read`)
  }
}

/** The address of a server, database and role. `host` is a folder for a Unix socket or a name on the network. */
export function addressOf(at: {
  host: string
  port: number
  user: string
  password: string
  database: string
}): string {
  const onSocket = at.host.startsWith('/')
  const url = new URL(`postgres://${onSocket ? 'localhost' : at.host}:${at.port}/${at.database}`)
  url.username = at.user
  url.password = encodeURIComponent(at.password)
  if (onSocket) url.searchParams.set('host', at.host)
  return url.href
}
