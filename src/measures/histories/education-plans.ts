/** Personal education plans by child, and the school terms they are held in. */
import { rowsBy } from '../../children/records.ts'
import { type DayNumber, dayNumber } from '../../terms/day-number.ts'
import { ageAt, type History, isUnread, numbered } from '../history.ts'
import type { Setting, Settings } from '../measure.ts'
import { firstOf } from './reach.ts'

const planDays = ({ records }: History): ReadonlyMap<string, readonly DayNumber[]> =>
  new Map(
    [...rowsBy(records.educationPlans, 'personId')].map(([personId, rows]) => {
      const days = rows.flatMap(row => (isUnread(row, 'heldOn') ? [] : (numbered(row.heldOn) ?? [])))
      return [personId, days.sort((one, other) => one - other)] as const
    }),
  )

/** The days on which plans were made or reviewed, in order. */
export const educationPlansOf = (history: History, personId: string): readonly DayNumber[] =>
  history.of(planDays).get(personId) ?? []

/** Whether plans were recorded by a day at all. */
export const arePlansRecordedBy = (history: History, on: DayNumber): boolean => on >= history.of(reach).on

const reach = (history: History) => ({ on: firstOf([...history.of(planDays).values()].flat()) })

type Term = { readonly from: DayNumber; readonly to: DayNumber }

const termDays = ({ terms }: History): readonly Term[] =>
  terms
    .map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
    .sort((one, other) => one.from - other.from)

/** The latest term that has begun by a day, and the one before it. Undefined where the terms do not go back so far. */
export function termsAt(history: History, on: DayNumber): { current: Term; previous: Term } | undefined {
  const terms = history.of(termDays)
  const at = terms.findLastIndex(({ from }) => from <= on)
  const [current, previous] = [terms[at], terms[at - 1]]
  return current && previous && { current, previous }
}

/** The first term to begin after a day. */
export const termAfter = (history: History, on: DayNumber): Term | undefined =>
  history.of(termDays).find(({ from }) => from > on)

/** Whose plans are counted: ages differ between councils. */
export const PLAN_AGES = {
  fromAge: { words: 'Youngest age counted', value: 3, mark: 'D' },
  toAge: { words: 'Oldest age counted', value: 17, mark: 'D' },
} as const satisfies Record<string, Setting>

/** Null where the date of birth is not known. */
export function isOfAge(history: History, personId: string, on: DayNumber, settings: Settings): boolean | null {
  const age = ageAt(history.child(personId), on)
  return age === null ? null : age >= Number(settings.fromAge) && age <= Number(settings.toAge)
}
