/** A clock in words and as JSON, for a page, a command and whoever asks where a due day comes from. */
import { lower } from '../terms/first-letter.ts'
import { CLOCK_AREA, type Clock, type ClockSettings, MARK, STANDING } from './clock.ts'
import type { DayFact } from './clock-facts.ts'
import { type ClockState, LEFT_OUT, STATE } from './clock-state.ts'

/** What it runs between, its rule, its source, how sure that is, and its edges: a line each. */
export const clockLines = (clock: Clock): string[] => [
  `From: ${clock.starts}`,
  `To: ${clock.stops}`,
  clock.rule,
  `${STANDING[clock.standing]}. ${clock.source}`,
  ...clock.marks.map(mark => MARK[mark]),
  ...(clock.restarts === '' ? [] : [`Starts again: ${lower(clock.restarts)}`]),
  ...clock.edges,
]

/** `Open, overdue: 5 days over`. `unit` is that of the numbers the state was worked out with. */
export function stateWords({ state, over, because }: ClockState, unit: string): string {
  if (because !== null) return `${STATE.excluded}: ${lower(LEFT_OUT[because])}`
  return `${STATE[state]}: ${over! > 0 ? `${count(over!, unit)} over` : `${count(-over!, unit)} to spare`}`
}

/** How it was counted, to stand under a figure. `table` is the version of the holiday table. */
export const settingsLines = ({ dayCount, test, chain }: ClockSettings, table: string): string[] => [
  dayCount === 'exclusive'
    ? 'The day of the event is day 0'
    : 'The day of the event is day 1, where it is a working day',
  test === 'due-date' ? 'In time up to the due day' : 'In time up to the working days elapsed',
  ...(chain === null
    ? []
    : [`The next interval runs from the ${chain === 'actual' ? 'day the last was held' : 'first day'}`]),
  `Bank holidays: ${table}`,
]

export const clockAsJson = (clock: Clock) => ({
  clock: clock.id,
  name: clock.name,
  area: CLOCK_AREA[clock.area],
  event: { starts: clock.starts, stops: clock.stops },
  rule: clock.rule,
  source: { standing: clock.standing, text: clock.source, marks: clock.marks },
})

/** All there is to know of it. `needs` and `asks` are facts as `clock-facts.ts` names them. */
export const wholeClockAsJson = (clock: Clock) => ({
  ...clockAsJson(clock),
  needs: clock.needs as readonly DayFact[],
  asks: clock.asks,
  restarts: clock.restarts,
  edges: clock.edges,
  chain: clock.then === null ? null : clock.chain,
  isUrgent: clock.isUrgent,
  variants: Object.entries(clock.variants).map(([id, { name, rule }]) => ({ clock: `${clock.id}/${id}`, name, rule })),
})

/** Clocks by area, each with its variants below it. */
export const clockListLines = (clocks: readonly Clock[]): string[] =>
  Object.entries(Object.groupBy(clocks, clock => clock.area)).flatMap(([area, inArea]) => [
    '',
    CLOCK_AREA[area as Clock['area']],
    ...inArea.flatMap(clock => [line(clock.id, clock), ...variantLines(clock)]),
  ])

const line = (id: string, { name, rule }: { name: string; rule: string }) => `  ${id}  ${name}. ${rule}`
const variantLines = ({ id, variants }: Clock) =>
  Object.entries(variants).map(([variant, each]) => `  ${line(`${id}/${variant}`, each)}`)

const count = (number: number, unit: string) => `${number} ${number === 1 ? unit.slice(0, -1) : unit}`
