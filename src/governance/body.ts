/** Bodies that monitor the plan, and whether they meet as often as they must. */
import { type Day, daysBetween } from '../terms/day.ts'

export type Body = {
  bodyId: number
  name: string
  role: string
  meetsEveryWeeks: number | null
  isImprovementBoard: boolean
}
export type Meeting = { meetingId: number; bodyId: number; meetsOn: Day; place: string }

/** A meeting that came, or is planned, later after the one before than the body must meet; in days over. */
export type LateMeeting = { meeting: Meeting; daysOver: number }

/** Meetings further apart than `meetsEveryWeeks`, oldest first. None where the body has no required frequency. */
export function meetingsTooFarApart(body: Body, meetings: Meeting[]): LateMeeting[] {
  if (body.meetsEveryWeeks === null) return []
  const allowed = body.meetsEveryWeeks * 7
  const inOrder = meetings
    .filter(meeting => meeting.bodyId === body.bodyId)
    .sort((a, b) => a.meetsOn.localeCompare(b.meetsOn))
  return inOrder.flatMap((meeting, index) => {
    const before = inOrder[index - 1]
    const over = before ? daysBetween(before.meetsOn, meeting.meetsOn) - allowed : 0
    return over > 0 ? [{ meeting, daysOver: over }] : []
  })
}

/** The last meeting before a day, and the first on or after it. */
export function meetingsAround(
  bodyId: number,
  meetings: Meeting[],
  on: Day,
): { last: Meeting | null; next: Meeting | null } {
  const inOrder = meetings
    .filter(meeting => meeting.bodyId === bodyId)
    .sort((a, b) => a.meetsOn.localeCompare(b.meetsOn))
  return {
    last: inOrder.filter(meeting => meeting.meetsOn < on).at(-1) ?? null,
    next: inOrder.find(meeting => meeting.meetsOn >= on) ?? null,
  }
}
