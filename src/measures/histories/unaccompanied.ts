/** Unaccompanied asylum-seeking children, by the immigration status on the day. */
import { rowsOf } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'

export const isUnaccompanied = ({ records }: History, personId: string, on: DayNumber): boolean =>
  rowsOf(records.immigrationStatuses, personId).some(
    ({ status, fromOn, untilOn }) =>
      status === 'UASC' && (numbered(fromOn) ?? -Infinity) <= on && (numbered(untilOn) ?? Infinity) > on,
  )
