/** Times when a child was missing, or away without authorisation, whether looked after or not. */
import { rowsBy } from '../../children/records.ts'
import type { MISSING_TYPE } from '../../children/missing.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type CarePeriod, carePeriodsByChild } from './care-periods.ts'
import type { Span } from './span.ts'

export type MissingEpisode = Span & {
  readonly id: string
  readonly personId: string
  readonly type: keyof typeof MISSING_TYPE
  /** The day on which it became one of three of the child's that began within 90 days; null where it never did. */
  readonly thirdOn: DayNumber | null
}

const WITHIN = 90

/** In the order they began. An episode of no type that is said is a missing one; days that cannot be read or be right are left out (R20). */
export const missingEpisodes = ({ records }: History): readonly MissingEpisode[] => {
  const rows = records.missing.flatMap(row => {
    const { id, personId } = row
    const [from, until] = [numbered(row.startedOn), numbered(row.endedOn)]
    const isFault = isUnread(row, 'startedOn', 'endedOn', 'type') || (until !== null && from !== null && until < from)
    return from === null || isFault ? [] : [{ id, personId, from, until, type: row.type ?? ('M' as const) }]
  })
  const inOrder = rows.sort((one, other) => one.from - other.from)
  const missing = inOrder.filter(({ type }) => type === 'M')
  return inOrder.map(one => {
    const own = one.type === 'M' ? (rowsBy(missing, 'personId').get(one.personId) ?? []) : []
    return { ...one, thirdOn: thirdOf(own.map(({ from }) => from), own.findIndex(({ id }) => id === one.id)) } // prettier-ignore
  })
}

/** Of three in a row with this one among them that began within 90 days, the day of the third. */
function thirdOf(days: readonly DayNumber[], at: number): DayNumber | null {
  for (const first of [at - 2, at - 1, at]) {
    const [from, third] = [days[first], days[first + 2]]
    if (from !== undefined && third !== undefined && third - from < WITHIN) return third
  }
  return null
}

/** The period of care that the child was in when the episode began, or came into before it ended. */
export const careDuring = (history: History, { personId, from, until }: MissingEpisode): CarePeriod | undefined =>
  history
    .of(carePeriodsByChild)
    .get(personId)
    ?.find(
      period =>
        !period.isShortBreaks && period.from <= (until ?? Infinity) && (period.until === null || period.until > from),
    )
