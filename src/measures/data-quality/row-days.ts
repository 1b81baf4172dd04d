/** The days that place a row in time, by table: when it began or happened, and when it ended where it is something that goes on. */
import type { TableName, Tables } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { dayNumber } from '../../terms/day-number.ts'
import type { Day } from '../../terms/day.ts'

type DayFields = {
  [Table in TableName]?: {
    from: keyof Tables[Table] & string
    until?: keyof Tables[Table] & string
  }
}

/** Tables of which nothing here tells a day (people, disabilities) are not placed in time. */
export const ROW_DAYS = {
  contacts: { from: 'receivedOn' },
  earlyHelp: { from: 'startedOn', until: 'endedOn' },
  referrals: { from: 'referredOn', until: 'closedOn' },
  assessments: { from: 'startedOn', until: 'authorisedOn' },
  cinPlans: { from: 'startedOn', until: 'endedOn' },
  cinVisits: { from: 'visitedOn' },
  section47s: { from: 'startedOn', until: 'endedOn' },
  conferences: { from: 'heldOn' },
  cpPlans: { from: 'startedOn', until: 'endedOn' },
  cpVisits: { from: 'visitedOn' },
  cpReviews: { from: 'heldOn' },
  claEpisodes: { from: 'startedOn', until: 'ceasedOn' },
  placements: { from: 'startedOn', until: 'endedOn' },
  claReviews: { from: 'heldOn' },
  claVisits: { from: 'visitedOn' },
  carePlans: { from: 'fromOn', until: 'untilOn' },
  legalStatuses: { from: 'fromOn', until: 'untilOn' },
  healthChecks: { from: 'checkedOn' },
  sdqs: { from: 'completedOn' },
  missing: { from: 'startedOn', until: 'endedOn' },
  returnInterviews: { from: 'heldOn' },
  involvements: { from: 'fromOn', until: 'untilOn' },
  coreGroups: { from: 'heldOn' },
  educationPlans: { from: 'heldOn' },
  keyEvents: { from: 'happenedOn' },
} as const satisfies DayFields

export type DatedTable = keyof typeof ROW_DAYS

const YEAR = 365

/**
 * True of what is still open, of what happened or ended within a year before the day, and of what has no day at all. What was over before
 * then moves none of the figures that are shown now.
 */
export function isRecent(table: TableName, row: object, asAt: DayNumber): boolean | null {
  if (!Object.hasOwn(ROW_DAYS, table)) return null
  const { from, until }: { from: string; until?: string } = ROW_DAYS[table as DatedTable]
  const [began, over] = [dayIn(row, from), until === undefined ? null : dayIn(row, until)]
  if (over !== null) return over >= asAt - YEAR
  return began === null || until !== undefined || began >= asAt - YEAR
}

function dayIn(row: object, field: string): DayNumber | null {
  const on = (row as Record<string, Day | null>)[field] ?? null
  return on === null ? null : dayNumber(on)
}
