import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { birthday, dayNumber, dayNumbered } from '../terms/day-number.ts'
import { after, type Counting, type Length } from '../terms/length-of-time.ts'
import { HOUR, londonTime, readInstant } from '../terms/london-time.ts'
import { workingDays } from '../terms/working-day.ts'
import { arrangeBy, type Clock, type ClockExample, countsHours, dueDay, lastDayInTime, variantOf } from './clock.ts'
import { DAY_FACT, readFacts } from './clock-facts.ts'
import { stateOf } from './clock-state.ts'
import { CLOCKS, clockNamed, nearestClockName } from './clocks.ts'

const calendar = workingDays(BANK_HOLIDAYS)
const number = (text: string) => dayNumber(day(text))
const instant = (text: string) => {
  const read = readInstant(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.instant
}

test('every clock is in the list, under the name of its file', () => {
  const files = readdirSync(join(import.meta.dirname, 'clocks'))
  expect(CLOCKS.map(clock => `${clock.id}.ts`).sort()).toEqual(files.sort())
})

describe.each(CLOCKS.map(clock => [clock.id, clock] as const))('%s', (_, clock) => {
  test.each(clock.examples.map(example => [example.that, example] as const))('%s', (_, example) => {
    const read = example.variant ? variantOf(clock, example.variant) : clock
    expect(example.starts.includes('T') ? inHoursAs(read, example) : inDaysAs(read, example)).toEqual(said(example))
  })

  test('says what it is in words, and where it comes from', () => {
    for (const each of [clock, ...Object.values(clock.variants)]) {
      expect(each.name).toMatch(/^[A-Z0-9]/)
      expect(each.rule).toMatch(/^[A-Z0-9].*[^.]$/)
    }
    expect(clock.starts).toMatch(/^[A-Z]/)
    expect(clock.stops).toMatch(/^[A-Z]/)
    expect(clock.source.length).toBeGreaterThan(10)
    expect(clock.marks).not.toEqual([])
    expect(clock.examples.some(({ variant }) => variant === undefined)).toBe(true)
  })

  test('what follows it is there', () => {
    for (const { then } of [clock, ...Object.values(clock.variants)])
      if (typeof then === 'string' && then !== 'itself') expect(Object.keys(clock.variants)).toContain(then)
  })
})

/** What the example says, without the input; what it leaves out is not compared. */
const said = ({ due, arrangeBy, notBefore, state, over, because }: ClockExample) => ({
  due,
  ...(arrangeBy !== undefined && { arrangeBy }),
  ...(notBefore !== undefined && { notBefore }),
  ...(state !== undefined && { state }),
  ...(over !== undefined && { over }),
  ...(because !== undefined && { because }),
})

function inDaysAs(clock: Clock, example: ClockExample): object {
  const by: Counting = { calendar, dayCount: example.dayCount ?? 'exclusive' }
  const facts = readFacts(number(example.starts), example.given ?? {})
  const due = dueDay(clock, facts, by)
  const shown = (on: number | null) => on && dayNumbered(on)
  const state = example.asAt && stateOf(clock, caseOf(example, due, clock, by), number(example.asAt))
  return {
    due: shown(due),
    ...(example.arrangeBy && { arrangeBy: shown(arrangeBy(due!, facts.start, by)) }),
    ...(example.notBefore && { notBefore: shown(clock.notBefore!(facts as never, by)) }),
    ...(state && only(state, said(example))),
  }
}

function caseOf(
  { starts, done, ended, given, test, isShortBreaks }: ClockExample,
  due: number | null,
  clock: Clock,
  by: Counting,
) {
  const bornOn = given?.bornOn ? number(given.bornOn) : null
  return {
    start: number(starts),
    lastInTime: due && lastDayInTime(clock, due, test ?? 'due-date', by),
    stopped: done ? number(done) : null,
    ended: ended ? number(ended) : null,
    bornOn,
    eighteenOn: bornOn && birthday(bornOn, 18),
    isShortBreaks: isShortBreaks ?? false,
  }
}

function inHoursAs(clock: Clock, example: ClockExample): object {
  const due = instant(example.starts) + (clock.due as Length).count * HOUR
  const state =
    example.asAt &&
    stateOf(
      clock,
      { start: instant(example.starts), lastInTime: due, stopped: example.done ? instant(example.done) : null },
      instant(example.asAt),
    )
  return { due: londonTime(due), ...(state && only(state, said(example))) }
}

const only = (from: object, asked: object) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => Object.hasOwn(asked, name)))

test('a clock is found by its name, with and without the letters before it, and by its variant', () => {
  expect(clockNamed('clk-rcpc-first')?.id).toBe('rcpc-first')
  expect(clockNamed('RHI')?.id).toBe('rhi')
  expect(clockNamed('clk-manager-induction')?.id).toBe('induction')
  expect(clockNamed('rcpc-next/5-months')).toMatchObject({
    id: 'rcpc-next/5-months',
    due: { count: 5, unit: 'months' },
  })
  expect(clockNamed('rcpc-next/toString')).toBeNull()
  expect(clockNamed('rcpc-frist')).toBeNull()
  expect(nearestClockName('rcpc-frist')).toBe('rcpc-first')
  expect(nearestClockName('rcpc-next/5-month')).toBe('rcpc-next/5-months')
  expect(nearestClockName('zzzzzzzzzz')).toBeNull()
})

test('a clock of hours has one length in hours, and only where its rule says so', () => {
  expect(CLOCKS.filter(countsHours).map(clock => clock.id)).toEqual([
    'police-protection',
    'placement-meeting',
    'health-notified',
    'rhi',
    'missing-open',
    'health-escalation',
  ])
})

test('a working day clock is never due on a day nobody works', () => {
  const start = number('2021-12-10')
  for (const clock of CLOCKS) {
    const { due } = clock
    if (typeof due === 'function' || due.unit !== 'working days') continue
    for (let later = 0; later < 60; later++)
      expect(calendar.isWorking(after(start + later, due, { calendar, dayCount: 'exclusive' })!)).toBe(true)
  }
})

test('every fact is asked for by a clock, and has one meaning in all of them', () => {
  const asked = new Set(CLOCKS.flatMap(clock => [...clock.needs, ...clock.asks]))
  expect(Object.keys(DAY_FACT).filter(name => !asked.has(name as never))).toEqual([])
})

test('what is due over a holiday weekend that had begun is not to be arranged before it began', () => {
  const by: Counting = { calendar, dayCount: 'exclusive' }
  expect(arrangeBy(number('2016-03-28'), number('2016-03-25'), by)).toBeNull()
  expect(arrangeBy(number('2016-03-28'), number('2016-03-24'), by)).toBe(number('2016-03-24'))
  expect(arrangeBy(number('2016-11-13'), number('2016-11-14'), by)).toBe(number('2016-11-11'))
})
