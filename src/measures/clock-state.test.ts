import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS, withHolidays } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { birthday, dayNumber, dayNumbered } from '../terms/day-number.ts'
import type { Counting } from '../terms/length-of-time.ts'
import { workingDays } from '../terms/working-day.ts'
import { type Clock, dueDay, lastDayInTime, variantOf } from './clock.ts'
import type { Facts } from './clock-facts.ts'
import { type ClockCase, STATE, stateOf } from './clock-state.ts'
import { CLOCKS } from './clocks.ts'
import assessment45 from './clocks/assessment-45.ts'
import iha from './clocks/iha.ts'

const number = (on: string) => dayNumber(day(on))
const by: Counting = { calendar: workingDays(BANK_HOLIDAYS), dayCount: 'exclusive' }

const everyReading = CLOCKS.flatMap(clock => [clock, ...Object.keys(clock.variants).map(id => variantOf(clock, id))])
const aClock = fc.constantFrom(...everyReading)
const aStart = fc.integer({ min: number('2005-01-01'), max: number('2027-06-30') })
/** Facts a child of between 0 and 17 might have, whichever the clock needs. */
const someFacts = aStart.chain(start =>
  fc.record({
    start: fc.constant(start),
    bornOn: fc.integer({ min: start - 6500, max: start }),
    awareOn: fc.integer({ min: start - 500, max: start }),
    secondReviewOn: fc.constant(start + 120),
    nextReviewOn: fc.constant(start + 180),
    termEndsOn: fc.constant(start + 80),
    secondBoardOn: fc.constant(start + 84),
    setOn: fc.constant(start + 30),
  }),
)
const isInWorkingDays = ({ due }: Clock) => typeof due === 'object' && due.unit === 'working days'

test('one more holiday moves no clock of calendar days, and makes no clock of working days earlier', () => {
  const readsNoCalendar = (clock: Clock) => typeof clock.due === 'object' && !isInWorkingDays(clock)
  fc.assert(
    fc.property(aClock, someFacts, fc.integer({ min: 0, max: 400 }), (clock, facts, later) => {
      const holiday = dayNumbered(facts.start + later)
      const further = { ...by, calendar: workingDays(withHolidays(BANK_HOLIDAYS, [holiday], 'one more')) }
      const [before, now] = [dueDay(clock, facts, by), dueDay(clock, facts, further)]
      if (readsNoCalendar(clock)) expect(now).toBe(before)
      if (isInWorkingDays(clock)) expect(now!).toBeGreaterThanOrEqual(before!)
    }),
    { numRuns: 300 },
  )
})

test('a clock that starts later is never due earlier', () => {
  const ofOneLength = everyReading.filter(({ due }) => typeof due === 'object')
  fc.assert(
    fc.property(fc.constantFrom(...ofOneLength), aStart, fc.nat(400), (clock, start, later) => {
      expect(dueDay(clock, { start: start + later }, by)!).toBeGreaterThanOrEqual(dueDay(clock, { start }, by)!)
    }),
    { numRuns: 1000 },
  )
})

test('counting the day of the event itself is at most one working day earlier, and never later', () => {
  const working = everyReading.filter(isInWorkingDays)
  fc.assert(
    fc.property(fc.constantFrom(...working), aStart, (clock, start) => {
      const [outside, within] = [
        dueDay(clock, { start }, by)!,
        dueDay(clock, { start }, { ...by, dayCount: 'inclusive' })!,
      ]
      expect(by.calendar.elapsed(within, outside)).toBe(by.calendar.isWorking(start) ? 1 : 0)
    }),
  )
})

const aDay = fc.integer({ min: number('2015-01-01'), max: number('2017-12-31') })
const maybe = fc.option(aDay, { nil: null })
const aCase = fc.record<ClockCase>({
  start: maybe,
  lastInTime: maybe,
  stopped: maybe,
  ended: maybe,
  bornOn: maybe,
  eighteenOn: maybe,
  isShortBreaks: fc.boolean(),
})

test('a case is in exactly one state on every day, and is left out exactly when a reason is given', () => {
  fc.assert(
    fc.property(aClock, aCase, aDay, (clock, given, asAt) => {
      const { state, over, because } = stateOf(clock, given, asAt)
      expect(Object.keys(STATE)).toContain(state)
      expect(because !== null).toBe(state === 'excluded')
      expect(over === null).toBe(state === 'excluded')
      const seenStop = given.stopped !== null && given.stopped <= asAt
      const seenEnd = given.ended != null && given.ended <= asAt
      if (state === 'met') expect(seenStop && over! <= 0).toBe(true)
      if (state === 'late') expect((seenStop || seenEnd) && over! > 0).toBe(true)
      if (state === 'open-in-time') expect(!seenStop && !seenEnd && over! <= 0).toBe(true)
      if (state === 'open-overdue') expect(!seenStop && !seenEnd && over! > 0).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('what happened after the day shown changes nothing', () => {
  fc.assert(
    fc.property(aClock, aCase, aDay, fc.integer({ min: 1, max: 500 }), (clock, given, asAt, later) => {
      const known = (on: number | null | undefined) => (on != null && on <= asAt ? on : null)
      const then = {
        ...given,
        stopped: known(given.stopped) ?? asAt + later,
        ended: known(given.ended) ?? asAt + later,
      }
      const asKnown = { ...given, stopped: known(given.stopped), ended: known(given.ended) }
      expect(stateOf(clock, then, asAt)).toEqual(stateOf(clock, asKnown, asAt))
    }),
  )
})

test('once late, always late; once in time, always in time', () => {
  const [start, due] = [number('2015-09-07'), number('2015-11-09')]
  const on = (stopped: number, asAt: number) => stateOf(assessment45, { start, lastInTime: due, stopped }, asAt).state
  for (let later = 1; later < 400; later += 7) {
    expect(on(due, due + later)).toBe('met')
    expect(on(due + 1, due + later)).toBe('late')
  }
})

test('the elapsed test lets a Saturday after a Friday stand, and no clock of calendar days', () => {
  const facts: Facts = { start: number('2016-06-02') }
  const due = dueDay(assessment45, facts, by)!
  expect([dayNumbered(due), dayNumbered(lastDayInTime(assessment45, due, 'elapsed', by))]).toEqual([
    '2016-08-04',
    '2016-08-04',
  ])
  const friday = dueDay(iha, { start: number('2016-06-03') }, by)!
  expect(dayNumbered(friday)).toBe('2016-07-01')
  expect(dayNumbered(lastDayInTime(iha, friday, 'elapsed', by))).toBe('2016-07-03')
  const in28Days = variantOf(iha, '28-days')
  expect(lastDayInTime(in28Days, friday, 'elapsed', by)).toBe(friday)
})

test('years without a holiday table leave a case out, and do not guess', () => {
  const start = number('2035-01-08')
  const due = dueDay(assessment45, { start }, by)
  expect(due).toBeNull()
  expect(stateOf(assessment45, { start, lastInTime: due, stopped: null }, number('2035-06-01'))).toEqual({
    state: 'excluded',
    over: null,
    because: 'no-due-day',
  })
})

test('a case that the measure has left out stays out', () => {
  const given = {
    start: number('2016-06-06'),
    lastInTime: number('2016-06-27'),
    stopped: null,
    leftOut: 'not-required',
  } as const
  expect(stateOf(assessment45, given, number('2016-06-30')).because).toBe('not-required')
})

test('an 18th birthday on 29 February is 1 March in a common year', () => {
  const eighteenOn = birthday(number('2000-02-29'), 18)
  const on = (due: string) =>
    stateOf(
      assessment45,
      { start: number('2018-01-02'), lastInTime: number(due), stopped: null, eighteenOn },
      number('2018-02-20'),
    )
  expect(on('2018-02-28').state).toBe('open-in-time')
  expect(on('2018-03-01').because).toBe('turned-18')
})
