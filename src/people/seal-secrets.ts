/** Seals what is kept in clear or under the key before, in every authority, as the service starts. */
import type { SealingKeys } from '../config.ts'
import { listAuthorities } from '../store/authority.ts'
import type { Database } from '../store/database.ts'
import { type Line, logLine } from '../store/log.ts'
import { open, seal } from './proof/sealed-secret.ts'
import { keepSecret, listAuthenticators } from './proof/store.ts'

/** `unreadable` are those that no key here opens: their people add their app again. */
export type Sealed = { sealed: number; unreadable: number }

export async function sealSecrets(database: Database, keys: SealingKeys | null): Promise<Sealed> {
  const found = { sealed: 0, unreadable: 0 }
  for (const { authorityId } of await listAuthorities(database))
    await database.transaction({ authority: authorityId, person: null }, async db => {
      for (const { authenticatorId, personId, kept } of await listAuthenticators(db)) {
        const owner = { authorityId, personId }
        const opened = open(keys, kept, owner)
        if (!opened) found.unreadable += 1
        else if (keys && !opened.isCurrent)
          found.sealed += await keepSecret(db, authenticatorId, kept, seal(keys, opened.secret, owner))
      }
    })
  return found
}

/** Says once what was sealed, what cannot be read, and which setting is missing. */
export async function sealAtStart(database: Database, keys: SealingKeys | null, log: (line: Line) => void = logLine) {
  const { sealed, unreadable } = await sealSecrets(database, keys)
  if (keys === null) log({ level: 'info', event: 'secrets-not-sealed', missing: 'GOLDEN_THREAD_SECRETS_KEY_FILE' })
  if (sealed > 0) log({ level: 'info', event: 'secrets-sealed', count: sealed })
  if (unreadable > 0) log({ level: 'error', event: 'secrets-unreadable', count: unreadable })
}
