/** Which agencies came to the meetings about children. */
import type { Attendance } from '../../children/attendance.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { firstOf } from './reach.ts'

export type MeetingKind = 'strategy' | 'conference' | 'review' | 'core-group'

/** `key`: what attendances name it by: the meeting's own number where brothers and sisters share one, else the record's. */
export type Meeting = {
  readonly key: string
  readonly kind: MeetingKind
  readonly on: DayNumber
  readonly personId: string
}

export const meetings = ({ records }: History): readonly Meeting[] => {
  const found = new Map<string, Meeting>()
  const add = (kind: MeetingKind, personId: string, on: DayNumber | null, ...keys: (string | null)[]) => {
    if (on !== null) for (const key of keys) if (key !== null && !found.has(key)) found.set(key, { key, kind, on, personId }) // prettier-ignore
  }
  for (const row of records.strategyDiscussions) add('strategy', row.personId, numbered(row.heldOn), row.id)
  for (const row of records.conferences) add('conference', row.personId, numbered(row.heldOn), row.meetingId, row.id)
  for (const row of records.cpReviews) add('review', row.personId, numbered(row.heldOn), row.meetingId, row.id)
  for (const row of records.coreGroups) add('core-group', row.personId, numbered(row.heldOn), row.id)
  return [...found.values()]
}

const meetingsByKey = (history: History) => new Map(history.of(meetings).map(meeting => [meeting.key, meeting]))

export type Invited = { readonly row: Attendance; readonly meeting: Meeting }

/** Each agency once a meeting: where a meeting of brothers and sisters tells of it more than once, it came if any row says so. */
export const invitations = (history: History): readonly Invited[] => {
  const found = new Map<string, Invited>()
  const byKey = history.of(meetingsByKey)
  for (const row of history.records.attendances) {
    const meeting = row.meetingId === null ? undefined : byKey.get(row.meetingId)
    if (!meeting || row.wasInvited === false || isUnread(row, 'attended', 'wasInvited')) continue
    const key = `${meeting.key}|${row.agency?.toLowerCase() ?? ''}`
    const before = found.get(key)
    if (!before || (before.row.attended !== true && row.attended === true)) found.set(key, { row, meeting })
  }
  return [...found.values()]
}

export const attendancesAt = ({ records }: History, key: string) =>
  rowsBy(records.attendances, 'meetingId').get(key) ?? []

/** From when attendance is recorded. */
export const attendanceReach = (history: History) => ({
  on: firstOf(history.of(invitations).map(({ meeting }) => meeting.on)),
})
