/** Section 47 enquiries and the initial conferences that they lead to. */
import type { Conference } from '../../children/conference.ts'
import { rowsBy } from '../../children/records.ts'
import type { Section47 } from '../../children/section47.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Dated, dated } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { cpPlansByChild } from './cp-plans.ts'
import { isOpen } from './span.ts'

export type Enquiry = {
  readonly id: string
  readonly personId: string
  /** The strategy discussion that began it. Null where its day is missing or could not be read. */
  readonly from: DayNumber | null
  /** It is decided what comes of it; null while it is open. */
  readonly until: DayNumber | null
  /** It ended in the decision to hold a conference. */
  readonly needsConference: boolean
  readonly isUnread: boolean
  /** Held on it, those of a child who moved here among them. */
  readonly conferences: readonly OneConference[]
  /** The child was on a plan already, which had begun before the enquiry and was open when it did. */
  readonly wasOnPlan: boolean
  readonly row: Section47
}

export type OneConference = Dated & { readonly personId: string; readonly conference: Conference }

/** Those that were held, by the day they were. */
export const conferencesHeld = ({ records }: History): readonly OneConference[] =>
  records.conferences.flatMap(conference => {
    const { id, personId } = conference
    const on = numbered(conference.heldOn)
    return on === null || isUnread(conference, 'heldOn') ? [] : [{ ...dated(id, personId, on), personId, conference }]
  })

export function enquiries(history: History): readonly Enquiry[] {
  const conferences = new Map<string, OneConference[]>()
  for (const held of history.of(conferencesHeld)) {
    const { section47Id } = held.conference
    if (section47Id === null) continue
    const same = conferences.get(section47Id)
    if (same) same.push(held)
    else conferences.set(section47Id, [held])
  }
  return history.records.section47s.map(row => {
    const { id, personId } = row
    const from = numbered(row.startedOn)
    const plans = history.of(cpPlansByChild).get(personId) ?? []
    return {
      id,
      personId,
      from,
      until: numbered(row.endedOn),
      needsConference: row.outcomes?.includes('cp-conference') ?? false,
      isUnread: isUnread(row, 'startedOn', 'endedOn'),
      conferences: conferences.get(id) ?? [],
      wasOnPlan: from !== null && plans.some(plan => plan.from < from && isOpen(plan, from)),
      row,
    }
  })
}

export const enquiriesById = (history: History): ReadonlyMap<string, Enquiry> =>
  new Map([...rowsBy(history.of(enquiries), 'id')].map(([id, [enquiry]]) => [id, enquiry!]))
