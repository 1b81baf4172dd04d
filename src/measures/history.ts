/**
 * What measures count from: one authority's records, with what several measures need worked out once and kept. Days are numbers here.
 */
import { birthOf, type Person } from '../children/person.ts'
import type { ChildRecords } from '../children/records.ts'
import type { Recorded } from '../children/recorded.ts'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import type { Day } from '../terms/day.ts'
import { birthday, type DayNumber, dayNumber } from '../terms/day-number.ts'
import { type WorkingDays, workingDays } from '../terms/working-day.ts'
import type { Settings } from './measure.ts'
import { SCHOOL_TERMS, type SchoolTerm } from './school-term.ts'

/** Children aged 0 to 17 in the area, for rates, and of which year the count is. */
export type Population = { readonly children: number; readonly year: number }

/** What is the authority's own and no extract holds. */
export type Circumstances = {
  readonly calendar: WorkingDays
  /** The latest mid-year population known at the end of a day; null where nobody has given any. */
  readonly population: (on: DayNumber) => Population | null
  readonly terms: readonly SchoolTerm[]
}

export const USUAL_CIRCUMSTANCES: Circumstances = {
  calendar: workingDays(BANK_HOLIDAYS),
  population: () => null,
  terms: SCHOOL_TERMS,
}

/** A child's own days; `bornOn` is the expected day where the birth has not been (R17). */
export type Child = {
  readonly person: Person
  readonly bornOn: DayNumber | null
  readonly eighteenOn: DayNumber | null
  readonly diedOn: DayNumber | null
}

export type History = Circumstances & {
  readonly records: ChildRecords
  /** The last day that the records tell of. */
  readonly asAt: DayNumber
  readonly child: (personId: string) => Child | undefined
  /** `history.of(carePeriods)`: worked out the first time it is asked for. */
  readonly of: <Result>(work: (history: History) => Result) => Result
  /** The same, where what is worked out depends on how the authority counts. */
  readonly by: <Result>(work: (history: History, settings: Settings) => Result, settings: Settings) => Result
}

export function historyOf(records: ChildRecords, circumstances: Partial<Circumstances> = {}): History {
  const kept = new Map<unknown, unknown>()
  const keptBy = new Map<unknown, Map<string, unknown>>()
  const once = <Key, Result>(known: Map<Key, unknown>, key: Key, make: () => Result): Result => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Result
    const made = make()
    known.set(key, made)
    return made
  }
  const keys = new WeakMap<Settings, string>()
  const keyOf = (settings: Settings) => {
    const key = keys.get(settings) ?? JSON.stringify(settings)
    keys.set(settings, key)
    return key
  }
  const history: History = {
    ...USUAL_CIRCUMSTANCES,
    ...circumstances,
    records,
    asAt: dayNumber(records.asAt),
    child: personId => history.of(children).get(personId),
    of: work => once(kept, work, () => work(history)),
    by: (work, settings) =>
      once(
        once(keptBy, work, () => new Map<string, unknown>()),
        keyOf(settings),
        () => work(history, settings),
      ),
  }
  return history
}

const children = ({ records }: History): ReadonlyMap<string, Child> =>
  new Map(records.people.map(person => [person.id, childOf(person)]))

function childOf(person: Person): Child {
  const bornOn = numbered(birthOf(person))
  return {
    person,
    bornOn,
    eighteenOn: bornOn === null ? null : birthday(bornOn, 18),
    diedOn: numbered(person.diedOn),
  }
}

/** The day as a number, or null where there is none. */
export const numbered = (on: Day | null): DayNumber | null => (on === null ? null : dayNumber(on))

/** Completed years on a day; null where the birth is not known. */
export function ageAt(child: Child | undefined, on: DayNumber): number | null {
  if (!child || child.bornOn === null) return null
  let age = Math.floor((on - child.bornOn) / 365.2425)
  while (birthday(child.bornOn, age + 1) <= on) age += 1
  while (birthday(child.bornOn, age) > on) age -= 1
  return age
}

/** True where one of these held something that could not be read: the row is left out and listed (R20), for the value is not empty but unknown. */
export const isUnread = <Row extends Recorded>(
  row: Row,
  ...fields: (Exclude<keyof Row, 'unread'> & string)[]
): boolean => row.unread.length > 0 && fields.some(field => row.unread.includes(field))
