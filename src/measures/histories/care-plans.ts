/** Plans for permanence: what a looked after child's care plan says of where the child is to grow up, and when it was agreed. */
import type { CarePlan, PERMANENCE_PLAN } from '../../children/care-plan.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { CarePeriod } from './care-periods.ts'
import { daysOf, isRecordedBy } from './key-events.ts'
import { isOpen, type Span } from './span.ts'

type Plan = keyof typeof PERMANENCE_PLAN
type DatedPlan = Span & { readonly plans: readonly Plan[] }

/** Growing up away from birth parents. */
export const AWAY: readonly Plan[] = ['adoption', 'long-term-relatives', 'long-term-fostering', 'residential']

const dated = (row: CarePlan): DatedPlan[] => {
  const from = numbered(row.fromOn)
  if (from === null || !row.plans?.length || isUnread(row, 'fromOn', 'untilOn', 'plans')) return []
  return [{ from, until: numbered(row.untilOn), plans: row.plans }]
}

const datedPlans = ({ records }: History): ReadonlyMap<string, readonly DatedPlan[]> =>
  new Map(
    [...rowsBy(records.carePlans, 'personId')].map(([personId, rows]) => [
      personId,
      rows.flatMap(dated).sort((one, other) => one.from - other.from),
    ]),
  )

const plansOf = (history: History, personId: string): readonly DatedPlan[] => history.of(datedPlans).get(personId) ?? []

/** What the plan open at the end of the day says; nothing where there is none. */
export const plansOn = (history: History, personId: string, on: DayNumber): readonly Plan[] =>
  plansOf(history, personId).findLast(plan => isOpen(plan, on))?.plans ?? []

/**
 * Before agreements were recorded at all, the first care plan of the period that names a plan for permanence stands for one. `by`: the day by
 * which it had to be agreed.
 */
export function permanenceAgreedOn(history: History, period: CarePeriod, by: DayNumber): DayNumber | null {
  const { personId, from, until } = period
  if (isRecordedBy(history, 'permanence-agreed', by))
    return daysOf(history, personId, 'permanence-agreed').find(on => on >= from && on <= (until ?? Infinity)) ?? null
  const plan = plansOf(history, personId).find(
    ({ from: began, until: ended }) => began <= (until ?? Infinity) && (ended ?? Infinity) > from,
  )
  return plan === undefined ? null : Math.max(plan.from, from)
}
