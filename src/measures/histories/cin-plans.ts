/** Child in need plans, each over when the child goes on a protection plan or becomes looked after, whatever the record says. */
import type { CinPlan } from '../../children/cin-plan.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { carePeriodsByChild } from './care-periods.ts'
import { cpPlansByChild } from './cp-plans.ts'
import { isOpen, type Span } from './span.ts'

export type NeedPlan = Span & {
  readonly id: string
  readonly personId: string
  readonly plan: CinPlan
  /** Times in which the child was on a protection plan or looked after. */
  readonly elsewhere: readonly Span[]
}

/** In the order they began, without those whose days could not be read or contradict (R20), or that began and ended on one day. */
export const cinPlans = (history: History): readonly NeedPlan[] =>
  history.records.cinPlans
    .flatMap(plan => {
      const from = numbered(plan.startedOn)
      const ends = numbered(plan.endedOn)
      const isFault = isUnread(plan, 'startedOn', 'endedOn') || (ends !== null && from !== null && ends <= from)
      if (from === null || isFault) return []
      const { id, personId } = plan
      const elsewhere = spansElsewhere(history, personId)
      const moved = elsewhere.filter(span => span.from > from).map(span => span.from)
      const until = Math.min(ends ?? Infinity, ...moved)
      return [{ id, personId, from, until: until === Infinity ? null : until, plan, elsewhere }]
    })
    .sort((one, other) => one.from - other.from)

function spansElsewhere(history: History, personId: string): readonly Span[] {
  const plans = history.of(cpPlansByChild).get(personId) ?? []
  const periods = history.of(carePeriodsByChild).get(personId) ?? []
  return [...plans.filter(({ isSameDay }) => !isSameDay), ...periods.filter(({ isShortBreaks }) => !isShortBreaks)]
}

export const cinPlansByChild = (history: History) => rowsBy(history.of(cinPlans), 'personId')

/** Of two plans at once, which is a fault of the record, a child is counted by the one that began last. */
export function isLastBegunOn(history: History, { id, personId }: NeedPlan, on: DayNumber): boolean {
  const open = (history.of(cinPlansByChild).get(personId) ?? []).filter(plan => isOpen(plan, on))
  return open.at(-1)?.id === id
}

/** On a child in need plan and on no protection plan and not looked after ("CIN plan only"). */
export const isOnlyInNeed = (plan: NeedPlan, on: DayNumber): boolean =>
  isOpen(plan, on) && !plan.elsewhere.some(span => isOpen(span, on))
