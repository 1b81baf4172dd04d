/** The authority's own child protection plans, with what each is counted by. */
import type { CpPlan } from '../../children/cp-plan.ts'
import { rowsBy } from '../../children/records.ts'
import { isOwnPlan } from '../../children/standing.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'
import { isOpen } from './span.ts'

export type OwnCpPlan = {
  readonly id: string
  readonly personId: string
  readonly from: DayNumber
  readonly until: DayNumber | null
  /** Its conference was a transfer in: the child moved here on another authority's plan. */
  readonly isTransferIn: boolean
  /** It began and ended on one day, which is an error of the record (ruling "Same-day plan"): out of the measures of plans. */
  readonly isSameDay: boolean
  readonly plan: CpPlan
}

/** In the order they began. Plans of other authorities are in no count of our own (ruling "Plans of other authorities"). */
export function cpPlans({ records }: History): readonly OwnCpPlan[] {
  const transfers = new Set(records.conferences.flatMap(({ isTransferIn, id }) => (isTransferIn ? id : [])))
  const transferredPlans = new Set(
    records.conferences.flatMap(({ isTransferIn, cpPlanId }) => (isTransferIn && cpPlanId ? cpPlanId : [])),
  )
  const plans = records.cpPlans.flatMap(plan => {
    const from = numbered(plan.startedOn)
    const until = numbered(plan.endedOn)
    if (!isOwnPlan(plan) || from === null || (until !== null && until < from)) return []
    const isTransferIn =
      (plan.conferenceId !== null && transfers.has(plan.conferenceId)) || transferredPlans.has(plan.id)
    return [{ id: plan.id, personId: plan.personId, from, until, isTransferIn, isSameDay: until === from, plan }]
  })
  return plans.sort((one, other) => one.from - other.from)
}

export const cpPlansByChild = (history: History) => rowsBy(history.of(cpPlans), 'personId')

/** A child once: of two plans at once, which is a fault of the record, the one that began last. */
export function onCpPlanOn(history: History, on: DayNumber): Map<string, OwnCpPlan> {
  const found = new Map<string, OwnCpPlan>()
  for (const plan of history.of(cpPlans)) if (isOpen(plan, on)) found.set(plan.personId, plan)
  return found
}

/** Of the running clocks of plans, those of the plan that the child is counted by on the day. */
export function ofPlansCountedOn(history: History, on: DayNumber): (one: { readonly plan: OwnCpPlan }) => boolean {
  const counted = onCpPlanOn(history, on)
  return ({ plan }) => counted.get(plan.personId)?.id === plan.id
}
