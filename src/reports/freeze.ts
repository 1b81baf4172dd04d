/** Freezing: a report's description with its fingerprint, so that it is shown again exactly as it was made. */
import { createHash } from 'node:crypto'
import type { Description } from './description.ts'

/** `sha256` is the fingerprint in hexadecimal digits. */
export type Frozen = { description: Description; sha256: string }

export const freeze = (description: Description): Frozen => ({ description, sha256: fingerprint(description) })

/** SHA-256 of the description as JSON with its names in order, so that it does not depend on how a database keeps them. */
export const fingerprint = (description: Description): string =>
  createHash('sha256').update(inOrder(description)).digest('hex')

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, kept]) => kept !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, kept]) => `${JSON.stringify(name)}:${inOrder(kept)}`).join(',')}}`
}

/** The first digits in fours, for the foot of a page: `3f2a 91c0 88de 04b7`. */
export const shortFingerprint = (sha256: string): string => sha256.slice(0, 16).match(/.{4}/g)!.join(' ')
