/** What a change of the bank holidays would do to the clocks that run, told before it is made. Clocks of calendar days and months stay as they are. */
import { setImmediate as others } from 'node:timers/promises'
import type { HolidayTable } from '../terms/bank-holiday.ts'
import { counted } from '../terms/count-words.ts'
import { capital } from '../terms/first-letter.ts'
import { isSmall } from '../terms/small-number.ts'
import { workingDays } from '../terms/working-day.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'
import { type History, historyOf } from './history.ts'
import { type OpenClock, openClocks } from './open-clocks.ts'
import { type OwnSettings, settingsFor } from './work-out.ts'

/** How many clocks that run would be due later, earlier, or had no due day before the table held their year. */
export type HolidayEffect = { later: number; earlier: number; newly: number }

const known = new WeakMap<History, Map<string, HolidayEffect>>()

/** Worked out a measure at a time, so that others are served meanwhile, and held: saving what was looked at need not wait for it again. */
export async function effectOf(history: History, own: OwnSettings, table: HolidayTable): Promise<HolidayEffect> {
  const held = known.get(history) ?? new Map<string, HolidayEffect>()
  known.set(history, held)
  const asked = JSON.stringify([[...own], table.to, table.holidays])
  const effect = held.get(asked) ?? (await workOutEffect(history, own, table))
  held.set(asked, effect)
  return effect
}

async function workOutEffect(history: History, own: OwnSettings, table: HolidayTable): Promise<HolidayEffect> {
  const { population, terms } = history
  const after = historyOf(history.records, { population, terms, calendar: workingDays(table) })
  for (const one of [history, after]) await makeReady(one, own)
  const was = new Map(openClocks(history, own).map(open => [keyOf(open), open.due]))
  const effect = { later: 0, earlier: 0, newly: 0 }
  for (const open of openClocks(after, own)) {
    const before = was.get(keyOf(open))
    if (before === undefined) effect.newly += 1
    else if (open.due > before) effect.later += 1
    else if (open.due < before) effect.earlier += 1
  }
  return effect
}

async function makeReady(history: History, own: OwnSettings): Promise<void> {
  for (const measure of WHOLE_CATALOGUE) {
    if (measure.count.clocks) history.by(measure.count.clocks, settingsFor(measure, own))
    await others()
  }
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
