/** Contacts at the front door, each once: the same child, day and source twice is one contact (ruling "Duplicate contact"). */
import type { CONTACT_OUTCOME, Contact, Source } from '../../children/contact.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Dated, dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'

export type OneContact = Dated & { readonly contact: Contact }

/** In the order of the file, without those whose day could not be read (R20). */
export function contacts({ records }: History): readonly OneContact[] {
  const known = new Set<string>()
  return records.contacts.flatMap(contact => {
    const { id, personId, receivedOn, source, sourceText } = contact
    const on = numbered(receivedOn)
    const key = `${personId} ${receivedOn} ${source ?? sourceText}`
    if (on === null || known.has(key)) return []
    known.add(key)
    return [{ ...dated(id, personId, on), contact }]
  })
}

/** What came of it, or null where nothing is recorded or what is could not be read. */
export const outcomesOf = ({ contact }: OneContact): readonly (keyof typeof CONTACT_OUTCOME)[] | null =>
  isUnread(contact, 'outcomes') || !contact.outcomes || contact.outcomes.length === 0 ? null : contact.outcomes

type Decided = { readonly words: string; readonly on: DayNumber | null }

const decisions = ({ records }: History): ReadonlyMap<string, readonly Decided[]> =>
  new Map(
    [...rowsBy(records.contactDecisions, 'contactId')].map(([id, rows]) => [
      id,
      rows.flatMap(({ decision, decidedOn }) =>
        decision === null ? [] : [{ words: decision, on: numbered(decidedOn) }],
      ),
    ]),
  )

/** The words of the decisions on it made by the end of a day. */
export function decisionsOn(history: History, { id }: OneContact, on: DayNumber): readonly string[] {
  const found = history.of(decisions).get(id)
  return found ? found.filter(one => one.on === null || one.on <= on).map(({ words }) => words) : []
}

/** Passed on to a case that is open already, whatever else came of it. */
export const isOnOpenCase = ({ contact: { outcomes } }: OneContact): boolean =>
  outcomes !== null && outcomes.includes('existing-referral')

/** Family, friends and the child; someone without a name; a professional. Null where the source is not known. */
export function kindOfSource(source: Source | null): 'public' | 'anonymous' | 'professional' | null {
  if (source === null || source === '10') return null
  if (source === '9') return 'anonymous'
  return source.startsWith('1') ? 'public' : 'professional'
}
