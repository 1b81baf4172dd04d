/** The passwords and the key of a data folder's own database, made once and kept beside it, readable by their owner alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { keyIn } from '../key-in.ts'

/** `admin` is the server's own first role; `owner` owns the tables; `service` is what the product works as. */
export type Secrets = { admin: string; owner: string; service: string; demo: string }

/** Demo passwords are typed by people, so theirs is made of words. */
const WORDS =
  'amber birch clover dusk ember fern grove harbour iris juniper kestrel linden meadow north orchard pebble quill river sable thistle umber violet willow yarrow'.split(
    ' ',
  )

export function findSecrets(folder: string): Secrets {
  const file = join(folder, FILE)
  if (!existsSync(file)) writeWhole(file, inText(makeSecrets()), linkSync)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

export const keepSecrets = (folder: string, secrets: Secrets): void =>
  writeWhole(join(folder, FILE), inText(secrets), renameSync)

/** What the secrets of authenticator apps are sealed with: in a file of its own, so that a copy of the database need not hold it. */
export function findSealingKey(folder: string): Buffer {
  const file = join(folder, 'secrets-key')
  if (!existsSync(file)) writeWhole(file, `${randomBytes(32).toString('base64')}\n`, linkSync)
  const key = keyIn(readFileSync(file, 'utf8').trim())
  if (!key) throw new CannotStart(`${file} does not hold 32 bytes in base64. Put back the one there was.`)
  return key
}

/** Written beside and put in its place whole. `linkSync` leaves what another start put there a moment before. */
function writeWhole(file: string, text: string, put: (from: string, to: string) => void): void {
  const making = `${file}.making-${process.pid}`
  writeFileSync(making, text, { mode: 0o600 })
  try {
    put(making, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(making, { force: true })
  }
}

const FILE = 'secrets.json'
const inText = (secrets: Secrets): string => `${JSON.stringify(secrets, null, 2)}\n`

const makeSecrets = (): Secrets => {
  const password = () => randomBytes(24).toString('base64url')
  const words = [...randomBytes(4)].map(byte => WORDS[byte % WORDS.length])
  return { admin: password(), owner: password(), service: password(), demo: words.join('-') }
}
