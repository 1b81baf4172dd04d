/** The passwords of a data folder's own database, made once and kept beside it, readable by their owner alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `admin` is the server's own first role; `owner` owns the tables; `service` is what the product works as. */
export type Secrets = { admin: string; owner: string; service: string; demo: string }

/** Demo passwords are typed by people, so theirs is made of words. */
const WORDS =
  'amber birch clover dusk ember fern grove harbour iris juniper kestrel linden meadow north orchard pebble quill river sable thistle umber violet willow yarrow'.split(
    ' ',
  )

export function findSecrets(folder: string): Secrets {
  const file = join(folder, FILE)
  if (!existsSync(file)) writeWhole(folder, makeSecrets(), linkSync)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

export const keepSecrets = (folder: string, secrets: Secrets): void => writeWhole(folder, secrets, renameSync)

/** Written beside and put in its place whole. `linkSync` leaves what another start put there a moment before. */
function writeWhole(folder: string, secrets: Secrets, put: (from: string, to: string) => void): void {
  const making = join(folder, `${FILE}.making-${process.pid}`)
  writeFileSync(making, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    put(making, join(folder, FILE))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(making, { force: true })
  }
}

const FILE = 'secrets.json'

const makeSecrets = (): Secrets => {
  const password = () => randomBytes(24).toString('base64url')
  const words = [...randomBytes(4)].map(byte => WORDS[byte % WORDS.length])
  return { admin: password(), owner: password(), service: password(), demo: words.join('-') }
}
