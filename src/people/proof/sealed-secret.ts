/**
 * The secret of an authenticator app as the database keeps it: sealed by AES-256-GCM with a key from outside the database, bound to the
 * authority and the person, so that a row that is copied to someone else opens for nobody. A byte for the form and four that name the key
 * stand before it, so that a key can be replaced.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { SealingKeys } from '../../config.ts'
import { SECRET_BYTES } from './code.ts'

export type Owner = { authorityId: number; personId: number }

const FORM = 1
const NAME_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NAME_BYTES
const SEALED_BYTES = HEAD_BYTES + NONCE_BYTES + SECRET_BYTES + TAG_BYTES

export function seal({ key }: SealingKeys, secret: Uint8Array, owner: Owner): Buffer {
  const head = headOf(key)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(head, owner))
  return Buffer.concat([head, nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** `isCurrent` is false where it was read in clear or under the key before, and should be sealed anew. */
export type Opened = { secret: Buffer; isCurrent: boolean }

/** Null where no key here opens it: the key is another's or lost, or the row was changed or is not this person's. */
export function open(keys: SealingKeys | null, kept: Uint8Array, owner: Owner): Opened | null {
  const bytes = Buffer.from(kept)
  if (bytes.length === SECRET_BYTES) return { secret: bytes, isCurrent: keys === null }
  if (bytes.length !== SEALED_BYTES) return null
  for (const key of keys ? [keys.key, ...(keys.old ? [keys.old] : [])] : []) {
    const secret = bytes.subarray(0, HEAD_BYTES).equals(headOf(key)) ? unsealed(key, bytes, owner) : null
    if (secret) return { secret, isCurrent: key === keys!.key }
  }
  return null
}

function unsealed(key: Buffer, bytes: Buffer, owner: Owner): Buffer | null {
  const [from, to] = [HEAD_BYTES + NONCE_BYTES, SEALED_BYTES - TAG_BYTES]
  const nonce = bytes.subarray(HEAD_BYTES, from)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(bytes.subarray(0, HEAD_BYTES), owner)).setAuthTag(bytes.subarray(to))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(from, to)), decipher.final()])
  } catch {
    return null
  }
}

/** The form and the name of a key, which says nothing of the key. */
const headOf = (key: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(FORM),
    createHash('sha256').update('golden-thread authenticator').update(key).digest().subarray(0, NAME_BYTES),
  ])

const boundTo = (head: Buffer, { authorityId, personId }: Owner): Buffer =>
  Buffer.concat([head, Buffer.from(`authenticator ${authorityId} ${personId}`)])
