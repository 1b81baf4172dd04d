/** How much falls due by week and by team or worker: four weeks from a day, with what is overdue before them. */
import { addDays, type Day } from '../terms/day.ts'
import { type DayNumber, dayNumber } from '../terms/day-number.ts'

export type DueWeek = { readonly from: Day; readonly to: Day }
type Due = { readonly due: DayNumber; readonly group: string }

const WEEKS = 4

/** Weeks begin with the day. What was due before it is overdue; what is due later than the fourth week is not there. */
export function dueWeeks(all: readonly Due[], from: Day) {
  const weeks = Array.from({ length: WEEKS }, (_, at): DueWeek => ({
    from: addDays(from, at * 7),
    to: addDays(from, at * 7 + 6),
  }))
  const first = dayNumber(from)
  const groups = [...Map.groupBy(all, ({ group }) => group)]
    .map(([name, own]) => ({
      name,
      overdue: own.filter(({ due }) => due < first).length,
      byWeek: weeks.map(
        (_, at) => own.filter(({ due }) => due >= first && Math.floor((due - first) / 7) === at).length,
      ),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return { weeks, groups }
}
