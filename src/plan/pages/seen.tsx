/**
 * So that nobody overwrites unseen what another changed: a form carries the fingerprint of what it was opened on, and where that
 * has changed it is shown once more, with what stands now, before it is kept. Words of an action are merged instead (`edit-action`).
 */
import { createHash } from 'node:crypto'
import { Hidden } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'

/** The field `seen` of such a form. A form that carries none was not opened on anything. */
export const seenField = text({ max: 64 })

/** Goes into the form, with what it starts from. */
export const Seen = ({ of }: { of: unknown }) => <Hidden name="seen" value={fingerprintOf(of)} />

/** Throws `Refused` where what the form was opened on is no longer what stands. `changed` says what did, and where it can be seen. */
export function refuseOvertaken(seen: string, now: unknown, changed: string) {
  if (isOvertaken(seen, now))
    throw new Refused([{ field: null, text: `${changed} while you had this page open. Look again, then save` }])
}

export const isOvertaken = (seen: string, now: unknown) => seen !== '' && seen !== fingerprintOf(now)

/** Sixteen characters that are others as soon as the thing is. */
export const fingerprintOf = (thing: unknown) =>
  createHash('sha256').update(JSON.stringify(thing)).digest('hex').slice(0, 16)
