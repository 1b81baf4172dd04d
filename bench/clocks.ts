/**
 * How fast clocks are: due days from ISO text for 60,000 rows, and how each stands at the end of 36 months. One process, one thread.
 * `node --import tsx bench/clocks.ts` on Node 24; prints one line of JSON, millions a second (the best of twenty rounds).
 */
import { stateOf } from '../src/measures/clock-state.ts'
import { chainOf } from '../src/measures/clock-chain.ts'
import { dueDay, lastDayInTime } from '../src/measures/clock.ts'
import { clockNamed } from '../src/measures/clocks.ts'
import { BANK_HOLIDAYS } from '../src/terms/bank-holiday.ts'
import { addDays, addMonths, day } from '../src/terms/day.ts'
import { dayNumber, dayNumbered } from '../src/terms/day-number.ts'
import type { Counting } from '../src/terms/length-of-time.ts'
import { workingDays } from '../src/terms/working-day.ts'

const ROWS = 60_000
const MONTHS = 36

const by: Counting = { calendar: workingDays(BANK_HOLIDAYS), dayCount: 'exclusive' }
const starts = Array.from({ length: ROWS }, (_, row) => addDays(day('2021-01-01'), (row * 7919) % 1800))
const started = starts.map(dayNumber)
const monthEnds = Array.from({ length: MONTHS }, (_, back) => dayNumber(addMonths(day('2025-12-31'), -back)))

const assessment = clockNamed('assessment-45')!
const review = clockNamed('rcpc-next')!
const health = clockNamed('rha')!
const visit = clockNamed('cla-visit')!

const figures = {
  rows: ROWS,
  calendarMs: time(() => workingDays(BANK_HOLIDAYS)),
  numberFromText: perSecond(() => starts.map(dayNumber)),
  textFromNumber: perSecond(() => started.map(dayNumbered)),
  dueFromText45WorkingDays: perSecond(() =>
    starts.map(start => dayNumbered(dueDay(assessment, { start: dayNumber(start) }, by)!)),
  ),
  due45WorkingDays: perSecond(() => started.map(start => dueDay(assessment, { start }, by))),
  due6Months: perSecond(() => started.map(start => dueDay(review, { start }, by))),
  dueByAge: perSecond(() => started.map(start => dueDay(health, { start, bornOn: start - 1500 }, by))),
  dueVisit: perSecond(() => started.map(start => dueDay(visit, { start, lastVisitOn: start + 40 }, by))),
  chainsOfTwelveVisits: perSecond(() =>
    started.map(start =>
      chainOf(
        visit,
        { start },
        Array.from({ length: 12 }, (_, at) => start + 6 + at * 40),
        by,
      ),
    ),
  ),
  states: perSecond(() => statesOfEveryMonth(), ROWS * MONTHS),
  everythingFor36MonthsMs: time(() => statesOfEveryMonth()),
}
console.log(JSON.stringify(figures))

/** What one measure costs: a due day a row, and how each row stands at the end of each month. */
function statesOfEveryMonth(): number {
  let late = 0
  for (const start of started) {
    const due = dueDay(assessment, { start }, by)!
    const given = { start, lastInTime: lastDayInTime(assessment, due, 'due-date', by), stopped: due + (start % 9) - 6 }
    for (const asAt of monthEnds) if (stateOf(assessment, given, asAt).state === 'late') late++
  }
  return late
}

function time(work: () => unknown): number {
  const rounds = Array.from({ length: 20 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.round(Math.min(...rounds) * 100) / 100
}

/** Millions a second. */
function perSecond(work: () => unknown, count = ROWS): number {
  return Math.round(count / time(work) / 10) / 100
}
