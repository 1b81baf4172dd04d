/**
 * Visits to looked after children as regulation 28 of the Care Planning Regulations 2010 sets them: each interval with the day it was due. What
 * is agreed for a child, and approvals for the time being, come from the supplementary extract; without it, visits are every six weeks.
 */
import { rowsOf } from '../../children/records.ts'
import type { VisitAgreement } from '../../children/visit-agreement.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { inWeeks } from '../../terms/length-of-time.ts'
import type { PlacementKind } from '../clock-facts.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Settings } from '../measure.ts'
import { countingOf, type Running, runningTo } from '../running.ts'
import { type CarePeriod, carePeriods, legalStatusesOf, legalStatusOn } from './care-periods.ts'
import { type CarePlacement, isForAdoption, type Stay, staysIn } from './placements.ts'
import { reviewsHeld } from './review-chains.ts'
import { isOpen, type Span } from './span.ts'

const CLOCK = clockNamed('cla-visit')!
const WEEK = 7

/** Part of a stay with one carer over which the same rules hold: until a full order is made with parents, or an adoptive placement begins. */
type Leg = Span & {
  readonly id: string
  readonly period: CarePeriod
  readonly placement: CarePlacement
  readonly careOrderOn: DayNumber | null
}

/** A new stay begins again with a visit within a week; a change of status with the same carer does not (regulation 28(2)). */
export const claVisitIntervals = (history: History, settings: Settings): readonly Running[] =>
  history
    .of(carePeriods)
    .filter(({ isShortBreaks }) => !isShortBreaks)
    .flatMap(period => staysIn(history, period))
    .flatMap(stay => legsOf(history, stay))
    .flatMap(leg => intervalsOf(history, leg, settings))

function legsOf(history: History, stay: Stay): Leg[] {
  const { id, period, placements } = stay
  const begins: Omit<Leg, 'until'>[] = []
  for (const placement of placements) {
    if (begins.length === 0 || isForAdoption(placement.row))
      begins.push({ id: begins.length === 0 ? id : placement.id, period, placement, from: placement.from, careOrderOn: null }) // prettier-ignore
    const careOrderOn = placement.row?.type === 'P1' ? fullOrderIn(history, placement) : null
    if (careOrderOn !== null)
      begins.push({ id: `${placement.id}-order`, period, placement, from: careOrderOn, careOrderOn })
  }
  return begins.map((leg, at) => ({ ...leg, until: begins[at + 1]?.from ?? stay.until }))
}

/** The day on which a full care order was made while the child was placed with parents. */
const fullOrderIn = (history: History, { personId, from, until }: CarePlacement): DayNumber | null =>
  legalStatusesOf(history, personId).find(
    ({ status, from: on }) => status === 'C2' && on > from && (until === null || on < until),
  )?.from ?? null

/** A visit on the day of a move is the last of the one placement and the first of the other. */
function intervalsOf(history: History, leg: Leg, settings: Settings): Running[] {
  const visits = (history.of(daysSeen).get(leg.period.personId) ?? []).filter(
    on => on >= leg.from && (leg.until === null || on <= leg.until),
  )
  const begins = [null, ...visits.filter(on => on !== leg.until)]
  return begins.map((last, at) => intervalOf(history, leg, last, visits[at] ?? null, at, settings))
}

function intervalOf(
  history: History,
  leg: Leg,
  lastVisitOn: DayNumber | null,
  done: DayNumber | null,
  at: number,
  settings: Settings,
): Running {
  const { id, from, until, period, placement, careOrderOn } = leg
  const start = lastVisitOn ?? from
  const agreed = agreementOn(history, period.personId, start)
  const every = agreed?.weeks ? inWeeks(agreed.weeks) : null
  const began = { id: `${id}/${at + 1}`, personId: period.personId, facts: { start }, done, ended: until }
  if (isForAdoption(placement.row)) {
    const isReviewed = reviewsHeld(history, period).some(on => on >= from && on <= start)
    const due = isReviewed ? (every ? start + agreed!.weeks! * WEEK : null) : start + WEEK
    return runningTo(CLOCK, { ...began, leftOut: due === null ? 'not-required' : null }, due, history, settings)
  }
  const facts = {
    start: from,
    lastVisitOn,
    careOrderOn,
    every,
    firstReviewOn: reviewsHeld(history, period)[0] ?? null,
    placement: kindOf(history, placement, agreed, start),
    untilEighteen: agreed?.isUntilEighteen ?? false,
  }
  return runningTo(CLOCK, began, dueDay(CLOCK, facts, countingOf(history, settings)), history, settings)
}

function kindOf(
  history: History,
  { row, personId }: CarePlacement,
  agreed: VisitAgreement | undefined,
  on: DayNumber,
): PlacementKind {
  const status = legalStatusOn(history, personId, on)
  if (row?.type === 'P1' && status === 'C1') return 'parent-interim-order'
  if (agreed?.isTemporaryApproval) return 'connected-person'
  if (agreed?.isBeforeAssessment) return 'parent-before-assessment'
  return row?.type === 'P1' && status === 'C2' ? 'parent-full-order' : 'other'
}

const agreementOn = ({ records }: History, personId: string, on: DayNumber): VisitAgreement | undefined =>
  rowsOf(records.visitAgreements, personId).findLast(row => {
    const from = numbered(row.fromOn)
    return from !== null && !isUnread(row, 'fromOn', 'untilOn') && isOpen({ from, until: numbered(row.untilOn) }, on)
  })

/** Days on which a visit was made and the child seen, in order, each once. */
function daysSeen({ records }: History): ReadonlyMap<string, readonly DayNumber[]> {
  const found = new Map<string, Set<DayNumber>>()
  for (const visit of records.claVisits) {
    const on = numbered(visit.visitedOn)
    if (on === null || visit.childSeen !== true || isUnread(visit, 'visitedOn', 'childSeen')) continue
    const days = found.get(visit.personId)
    if (days) days.add(on)
    else found.set(visit.personId, new Set([on]))
  }
  return new Map([...found].map(([personId, days]) => [personId, [...days].sort((one, other) => one - other)]))
}
