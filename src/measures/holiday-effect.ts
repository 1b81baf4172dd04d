/** What a change of the bank holidays would do to the clocks that run, told before it is made. Clocks of calendar days and months stay as they are. */
import type { HolidayTable } from '../terms/bank-holiday.ts'
import { counted } from '../terms/count-words.ts'
import { capital } from '../terms/first-letter.ts'
import { isSmall } from '../terms/small-number.ts'
import { workingDays } from '../terms/working-day.ts'
import { type History, historyOf } from './history.ts'
import { type OpenClock, openClocks } from './open-clocks.ts'
import type { OwnSettings } from './work-out.ts'

/** How many clocks that run would be due later, earlier, or had no due day before the table held their year. */
export type HolidayEffect = { later: number; earlier: number; newly: number }

export function effectOf(history: History, own: OwnSettings, table: HolidayTable): HolidayEffect {
  const was = new Map(openClocks(history, own).map(open => [keyOf(open), open.due]))
  const { population, terms } = history
  const after = openClocks(historyOf(history.records, { population, terms, calendar: workingDays(table) }), own)
  const effect = { later: 0, earlier: 0, newly: 0 }
  for (const open of after) {
    const before = was.get(keyOf(open))
    if (before === undefined) effect.newly += 1
    else if (open.due > before) effect.later += 1
    else if (open.due < before) effect.earlier += 1
  }
  return effect
}

const keyOf = ({ clock, one }: OpenClock) => `${clock.id} ${one.personId} ${one.start} ${one.id}`

/** In words that tell nothing of any one child: from one to five are not counted out. */
export function effectInWords({ later, earlier, newly }: HolidayEffect): string {
  const said = [
    ...(later > 0 ? [`${clocks(later)} that run now would be due later`] : []),
    ...(earlier > 0 ? [`${clocks(earlier)} would be due earlier`] : []),
    ...(newly > 0 ? [`${clocks(newly)} would have a due day that has none yet`] : []),
  ]
  return said.length === 0 ? 'No clock that runs now would be due on another day.' : `${capital(said.join('; '))}.`
}

const clocks = (count: number) => (isSmall(count) ? 'one to five clocks' : counted(count, 'clock'))
