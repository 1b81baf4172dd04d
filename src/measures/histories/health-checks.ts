/** Health and dental checks that were done, by child. A check refused, cancelled or still to come is none. */
import { HEALTH_CHECK, type HealthCheck } from '../../children/health-check.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'

type Kind = keyof typeof HEALTH_CHECK
type DaysByKind = { readonly [K in Kind]?: readonly DayNumber[] }

/** Where the whole extract says nothing of what became of checks, a check with a day was done. */
function checksDone({ records }: History): ReadonlyMap<string, DaysByKind> {
  const tellsStatus = records.healthChecks.some(({ status }) => status !== null)
  const isDone = (row: HealthCheck) =>
    (tellsStatus ? row.status === 'completed' : true) && !isUnread(row, 'checkedOn', 'status', 'kind')
  return new Map(
    [...rowsBy(records.healthChecks, 'personId')].map(([personId, rows]) => {
      const days: { [K in Kind]?: DayNumber[] } = {}
      for (const row of rows) {
        const on = numbered(row.checkedOn)
        if (on !== null && row.kind !== null && isDone(row)) (days[row.kind] ??= []).push(on)
      }
      for (const list of Object.values(days)) list.sort((one, other) => one - other)
      return [personId, days] as const
    }),
  )
}

const NONE: readonly DayNumber[] = []

/** The days of the checks of one kind, in order. */
export const checksOf = (history: History, personId: string, kind: Kind): readonly DayNumber[] =>
  history.of(checksDone).get(personId)?.[kind] ?? NONE

const assessmentDays = (history: History): ReadonlyMap<string, readonly DayNumber[]> =>
  new Map(
    [...history.of(checksDone)].map(([personId, { initial = [], review = [], assessment = [] }]) => [
      personId,
      [...initial, ...review, ...assessment].sort((one, other) => one - other),
    ]),
  )

/** Health assessments of every kind, in order. */
export const healthAssessmentsOf = (history: History, personId: string): readonly DayNumber[] =>
  history.of(assessmentDays).get(personId) ?? NONE

/** What could be the initial one: said to be it, or not said to be which. A review is none. */
export const initialAssessmentsOf = (history: History, personId: string): readonly DayNumber[] =>
  [...checksOf(history, personId, 'initial'), ...checksOf(history, personId, 'assessment')].sort(
    (one, other) => one - other,
  )
