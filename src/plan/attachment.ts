/** A file given with a piece of evidence: what it is, whom it is for, and what became of it. */
import { ALLOWED, type FileKind } from '../intake/attachable.ts'
import type { Day } from '../terms/day.ts'
import { may, type Person, ROLE } from '../terms/permission.ts'

/** Whom a file is for, from the fewest. The database keeps the name and the content of each to them. */
export const AUDIENCE = {
  figures: 'People of the council who see its figures',
  all: 'Everyone who reads the plan',
  children: 'Only those who see every child',
} as const
export type Audience = keyof typeof AUDIENCE

/** As the database's policy has it (`audiences_of_asker`). */
export function mayOpen(person: Person, audience: Audience): boolean {
  if (audience === 'all') return may(person, 'read-plan')
  if (audience === 'figures') return may(person, 'see-figures')
  return may(person, 'see-children') && person.role !== null && ROLE[person.role].scope === 'authority'
}

export type Attachment = {
  attachmentId: number
  evidenceId: number
  /** Stands for it in web addresses. */
  address: string
  kind: FileKind
  bytes: number
  /** Of what is kept, in hexadecimal. */
  sha256: string
  /** False where something was taken out of what was given. */
  asGiven: boolean
  audience: Audience
  scanned: boolean
  /** Null for those it is not for: files are named after children. */
  name: string | null
  addedOn: Day
  by: string
  post: string | null
  /** As at the day looked at; `isGone` is whether it was removed since. */
  removed: { on: Day; by: string; post: string | null; reason: string } | null
  isGone: boolean
}

/** How many files a piece of evidence may have, and how many megabytes may come in one form. */
export const MOST_FILES = 10
export const MOST_AT_ONCE = 40 * 1024 * 1024

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`
}

/** `a PDF of 120 KB` */
export const whatItIs = ({ kind, bytes }: Pick<Attachment, 'kind' | 'bytes'>): string =>
  `${ALLOWED[kind].words} of ${sizeOf(bytes)}`
