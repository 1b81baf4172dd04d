/**
 * A figure parted by what is known of the children in it: team, worker, age, sex, ethnicity, disability, need, area, kind of plan. Every case is in
 * exactly one part of each, so that the parts add up to the whole.
 */
import { ETHNICITY, type Ethnicity, SEX } from '../children/person.ts'
import { rowsOf, rowWithId } from '../children/records.ts'
import { NEED } from '../children/referral.ts'
import type { DayNumber } from '../terms/day-number.ts'
import { lookedAfterOn } from './histories/care-periods.ts'
import { caseHolderOn } from './histories/case-holders.ts'
import { childrenInNeedOn } from './histories/children-in-need.ts'
import { onCpPlanOn } from './histories/cp-plans.ts'
import { ageAt, type History, numbered } from './history.ts'
import { type Figure, figureOfCases, type Stood } from './figure.ts'
import type { Case, Measure } from './measure.ts'
import type { Window } from './window.ts'

export const DIMENSION = {
  team: 'Team',
  worker: 'Worker',
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
  need: 'Primary need',
  area: 'Area',
  plan: 'Kind of plan',
} as const
export type Dimension = keyof typeof DIMENSION

export const NOT_KNOWN = 'Not known'

export type Part = { readonly name: string; readonly figure: Figure; readonly cases: number }

/** The parts, in an order that is natural to them (age, kind of plan) or by their names; those not known last. */
export function breakDown(
  measure: Measure,
  history: History,
  window: Window,
  dimension: Dimension,
  cases: readonly Stood[],
): Part[] {
  const parts = new Map<string, Stood[]>()
  for (const stood of cases) {
    const name = partOf(history, stood.one, window.asAt, dimension)
    const same = parts.get(name)
    if (same) same.push(stood)
    else parts.set(name, [stood])
  }
  return [...parts]
    .map(([name, own]) => ({ name, figure: figureOfCases(measure, own), cases: own.length }))
    .sort(
      (one, other) =>
        placeOf(dimension, one.name) - placeOf(dimension, other.name) || one.name.localeCompare(other.name, 'en-GB'),
    )
}

/** The part that a case is in, as things were when it was due, done or, while it is open, at the end of the window. */
export function partOf(history: History, one: Case, asAt: DayNumber, dimension: Dimension): string {
  const on = Math.min(one.done ?? one.due ?? asAt, asAt)
  if (dimension === 'worker') return workerName(history, one, on)
  if (dimension === 'team') return teamName(history, one, on)
  if (one.personId === null) return NOT_KNOWN
  return OF_CHILD[dimension](history, one.personId, on, asAt)
}

/** Who held the case then: the worker of the case itself, else the open case-worker involvement that began last. */
export const workerOf = (history: History, one: Case, on: DayNumber): string | null =>
  one.workerId ?? (one.personId === null ? null : (caseHolderOn(history, one.personId, on)?.workerId ?? null))

/** The team of whoever held the case then, else of those who did last; else of the worker's post. */
export function teamOf(history: History, one: Case, on: DayNumber): string | null {
  const holding = one.personId === null ? undefined : caseHolderOn(history, one.personId, on)
  if (holding?.teamId) return holding.teamId
  const workerId = workerOf(history, one, on)
  if (workerId === null) return null
  const post = history
    .of(postsByWorker)
    .get(workerId)
    ?.findLast(({ from, until }) => from <= on && (until === null || until > on))
  return post?.teamId ?? null
}

function postsByWorker({ records }: History) {
  const found = new Map<string, { from: DayNumber; until: DayNumber | null; teamId: string | null }[]>()
  for (const post of records.workerPosts) {
    if (post.workerId === null) continue
    const one = { from: numbered(post.fromOn) ?? -Infinity, until: numbered(post.untilOn), teamId: post.teamId }
    const same = found.get(post.workerId)
    if (same) same.push(one)
    else found.set(post.workerId, [one])
  }
  return found
}

const workerName = (history: History, one: Case, on: DayNumber) => {
  const id = workerOf(history, one, on)
  return id === null ? 'No worker' : (rowWithId(history.records.professionals, id)?.name ?? id)
}

const teamName = (history: History, one: Case, on: DayNumber) => {
  const id = teamOf(history, one, on)
  return id === null ? 'No team' : (rowWithId(history.records.teams, id)?.name ?? id)
}

const AGES = [
  { name: 'Unborn', to: -1 },
  { name: 'Under 1', to: 0 },
  { name: '1 to 4', to: 4 },
  { name: '5 to 9', to: 9 },
  { name: '10 to 15', to: 15 },
  { name: '16 and 17', to: 17 },
  { name: '18 and over', to: Infinity },
]
const PLANS = ['Looked after', 'Child protection plan', 'Child in need', 'None open']

type OfChild = (history: History, personId: string, on: DayNumber, asAt: DayNumber) => string

const OF_CHILD: Record<Exclude<Dimension, 'team' | 'worker'>, OfChild> = {
  age: (history, personId, on) => {
    const age = ageAt(history.child(personId), on)
    return age === null ? NOT_KNOWN : AGES.find(({ to }) => age <= to)!.name
  },
  sex: (history, personId) => SEX[history.child(personId)?.person.sex ?? 'U'],
  ethnicity: (history, personId) => ETHNIC_GROUP[history.child(personId)?.person.ethnicity ?? 'NOBT'],
  disability: (history, personId) => {
    if (!history.records.loaded.has('disabilities')) return NOT_KNOWN
    const codes = rowsOf(history.records.disabilities, personId).map(({ disability }) => disability)
    return codes.some(code => code !== null && code !== 'NONE') ? 'Disabled' : 'No disability recorded'
  },
  need: (history, personId, on) => {
    const episode = rowsOf(history.records.referrals, personId).findLast(
      ({ referredOn }) => (numbered(referredOn) ?? Infinity) <= on,
    )
    return episode?.need ? NEED[episode.need] : NOT_KNOWN
  },
  area: (history, personId) => areaOf(rowsOf(history.records.addresses, personId).at(-1)?.postcode ?? null),
  plan: (history, personId, _, asAt) => {
    const { looked, protection, need } = history.of(plansKept)(asAt)
    return looked.has(personId)
      ? PLANS[0]!
      : protection.has(personId)
        ? PLANS[1]!
        : need.has(personId)
          ? PLANS[2]!
          : PLANS[3]!
  },
}

/** The outward part of a postcode: a child's own street is not told by it. */
const areaOf = (postcode: string | null) =>
  /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/i.exec(postcode?.trim() ?? '')?.[1]?.toUpperCase() ?? NOT_KNOWN

/** Who was on which kind of plan on a day, the last days asked for kept. */
const plansKept = (history: History) => {
  const kept = new Map<
    DayNumber,
    {
      looked: ReadonlyMap<string, unknown>
      protection: ReadonlyMap<string, unknown>
      need: ReadonlyMap<string, unknown>
    }
  >()
  return (on: DayNumber) => {
    const known = kept.get(on) ?? {
      looked: lookedAfterOn(history, on),
      protection: onCpPlanOn(history, on),
      need: childrenInNeedOn(history, on),
    }
    kept.set(on, known)
    return known
  }
}

/** The five groups of the DfE's statistics. */
const GROUPS = {
  W: 'White',
  M: 'Mixed',
  A: 'Asian or Asian British',
  B: 'Black or Black British',
  C: 'Other',
  O: 'Other',
} as const
const ETHNIC_GROUP = Object.fromEntries(
  (Object.keys(ETHNICITY) as Ethnicity[]).map(code => [
    code,
    code === 'REFU' || code === 'NOBT'
      ? NOT_KNOWN
      : code === 'CHNE'
        ? GROUPS.A
        : GROUPS[code[0] as keyof typeof GROUPS],
  ]),
) as Record<Ethnicity, string>

function placeOf(dimension: Dimension, name: string): number {
  if (name === NOT_KNOWN || name === 'No team' || name === 'No worker') return 1000
  const order = dimension === 'age' ? AGES.map(({ name }) => name) : dimension === 'plan' ? PLANS : []
  return order.indexOf(name)
}
