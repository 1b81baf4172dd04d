/** Everybody whose case is open on a day: in need, on a protection plan or looked after, each once under the gravest. */
import { birthday, type DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { lookedAfterOn } from './care-periods.ts'
import { childrenInNeedOn } from './children-in-need.ts'
import { onCpPlanOn } from './cp-plans.ts'

export type OpenCase = {
  /** Of the period of care, the plan, or the referral. */
  readonly id: string
  readonly personId: string
  readonly kind: 'need' | 'protection' | 'care'
  readonly from: DayNumber
  /** The referral where one is open, else as `from`. */
  readonly since: DayNumber
  /** 18 or over on the day: a care leaver, whom the statistics count as in need, or somebody whose plan or care nobody has ended. */
  readonly isAdult: boolean
}

/** Kept for every day asked for: several measures ask for the same. */
export function openCasesOn(history: History, on: DayNumber): ReadonlyMap<string, OpenCase> {
  const kept = history.of(keptByDay)
  const known = kept.get(on) ?? casesOn(history, on)
  kept.set(on, known)
  return known
}

const keptByDay = (): Map<DayNumber, ReadonlyMap<string, OpenCase>> => new Map()

function casesOn(history: History, on: DayNumber): Map<string, OpenCase> {
  const found = new Map<string, OpenCase>()
  const add = (kind: OpenCase['kind'], { id, personId, from }: Pick<OpenCase, 'id' | 'personId' | 'from'>) => {
    const since = found.get(personId)?.since ?? from
    found.set(personId, { id, personId, kind, from, since, isAdult: isAdult(history, personId, on) })
  }
  for (const episode of childrenInNeedOn(history, on).values()) add('need', episode)
  for (const plan of onCpPlanOn(history, on).values()) add('protection', plan)
  for (const period of lookedAfterOn(history, on).values()) add('care', period)
  return found
}

/** Of whom a record of childhood is asked: without care leavers; a person of 18 whose plan is still open stays (ruling "Turning 18"). */
export function* openChildrenOn(history: History, on: DayNumber): Iterable<OpenCase> {
  for (const one of openCasesOn(history, on).values()) if (!one.isAdult || one.kind !== 'need') yield one
}

const isAdult = (history: History, personId: string, on: DayNumber) => {
  const bornOn = history.child(personId)?.bornOn ?? null
  return bornOn !== null && birthday(bornOn, 18) <= on
}
