/**
 * What is so of every measure, whatever the records: tried over an invented authority as it was made, and with its days some off and its rows in
 * another order. What is so of every clock is in `clock-state.test.ts` and `clock-chain.test.ts`; of past windows, in `demo/past-figures.test.ts`.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChildRecords } from '../children/records.ts'
import * as standing from '../children/standing.ts'
import { makeAuthority } from '../demo/make-authority.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { BANK_HOLIDAYS, withHolidays } from '../terms/bank-holiday.ts'
import { addDays, type Day, day } from '../terms/day.ts'
import { dayNumber, dayNumbered } from '../terms/day-number.ts'
import { workingDays } from '../terms/working-day.ts'
import { breakDown, type Dimension, DIMENSION } from './breakdown.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import { STATE } from './clock-state.ts'
import { casesOf, counts, figureOf, figureOfCases, type Stood } from './figure.ts'
import { legalStatusOn, lookedAfterOn } from './histories/care-periods.ts'
import { childrenInNeedOn } from './histories/children-in-need.ts'
import { onCpPlanOn } from './histories/cp-plans.ts'
import { type History, historyOf, USUAL_CIRCUMSTANCES } from './history.ts'
import { type Measure, settingsOf } from './measure.ts'
import { lacking } from './support.ts'
import { periodTo, windowOf } from './window.ts'
import { lastDays } from './work-out.ts'

const AS_AT = day('2026-10-20')
const POPULATION = { population: () => ({ children: 60_000, year: 2025 }) }

const { records: made } = await readSsd(makeAuthority({ children: 60, seed: 'properties', asAt: AS_AT }), AS_AT)

/** Every field of a day, in one row of three, up to a week earlier or later: plans that overlap, ends before starts, reviews on the last day. */
function withDaysOff(records: ChildRecords, seed: number): ChildRecords {
  let at = seed
  const next = () => (at = (at * 7919 + 13) % 104_729)
  const off = (row: object) =>
    next() % 3 > 0
      ? row
      : Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            name.endsWith('On') && value !== null ? addDays(value as Day, (next() % 15) - 7) : value,
          ]),
        )
  return overTables(records, rows => rows.map(off))
}

const overTables = (records: ChildRecords, change: (rows: object[], name: string) => object[]): ChildRecords =>
  Object.fromEntries(
    Object.entries(records).map(([name, rows]) => [name, Array.isArray(rows) ? change(rows, name) : rows]),
  ) as unknown as ChildRecords

const odd = withDaysOff(made, 7)
const HISTORIES = { 'as made': historyOf(made, POPULATION), 'with days off': historyOf(odd, POPULATION) }

const counted = WHOLE_CATALOGUE.filter(measure => lacking(measure, made).length === 0)
const aMeasure = fc.constantFrom(...counted.map(({ id }) => id))
const aDay = fc.constantFrom(...lastDays(AS_AT, 24))
const aHistory = fc.constantFrom(...(Object.keys(HISTORIES) as (keyof typeof HISTORIES)[]))
const windowsOf = (measure: Measure, to: Day) => measure.periods.map(kind => windowOf(periodTo(kind, to), AS_AT))

/** Every measure that the records support, once for each period, over the window that ends on a day. */
function everyWindow(to: Day, history: History, look: (measure: Measure, cases: Stood[], at: number) => void): void {
  for (const measure of counted)
    windowsOf(measure, to).forEach((window, at) =>
      look(measure, casesOf(measure, history, window, settingsOf(measure)), at),
    )
}

test('the authority that is made gives almost every measure something to count', () => {
  expect(counted.length).toBeGreaterThan(WHOLE_CATALOGUE.length / 2)
})

test.each(Object.entries(HISTORIES))(
  '%s: every case is in one state, and has a reason exactly where it is left out',
  (_, history) => {
    everyWindow(AS_AT, history, (measure, cases) => {
      const strange = cases.filter(
        ({ state, because, amount }) =>
          !Object.hasOwn(STATE, state) || (state === 'excluded') !== (because !== null) || !Number.isFinite(amount),
      )
      expect([measure.id, strange]).toEqual([measure.id, []])
      for (const { state } of cases) {
        const { over, under } = counts(measure, state)
        if (over) expect(under).toBe(true)
      }
    })
  },
)

test.each(Object.entries(HISTORIES))('%s: no case stands twice in one window', (_, history) => {
  everyWindow(AS_AT, history, (measure, cases, at) => {
    const ids = cases.map(({ one, state }) => `${one.id} ${state}`)
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place)
    expect([measure.id, at, twice]).toEqual([measure.id, at, []])
  })
})

test('the figure is what its cases give, and nothing else; where the records do not reach back to its window, no figure', () => {
  const check = (id: string, to: Day, name: keyof typeof HISTORIES) => {
    const [measure, history] = [measureNamed(id)!, HISTORIES[name]]
    const settings = settingsOf(measure)
    for (const window of windowsOf(measure, to)) {
      const figure = figureOf(measure, history, window, settings)
      const per = measure.valued === 'rate' || measure.valued === 'per' ? figure.denominator : null
      const ofCases = figureOfCases(measure, casesOf(measure, history, window, settings), per)
      const reaches = !measure.since || window.from >= (measure.since(history, settings) ?? Infinity)
      expect(figure).toEqual(reaches ? ofCases : { ...ofCases, value: null })
    }
  }
  fc.assert(fc.property(aMeasure, aDay, aHistory, check), { numRuns: 400 })
})

test('the parts of every measure, by everything it is parted by, add up to the whole', () => {
  const sums = (
    all: readonly { numerator: number; denominator: number | null; openOverdue: number; excluded: number }[],
  ) => ({
    numerator: Math.round(all.reduce((sum, { numerator }) => sum + numerator, 0) * 1e6) / 1e6,
    denominator: Math.round(all.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) * 1e6) / 1e6,
    openOverdue: all.reduce((sum, { openOverdue }) => sum + openOverdue, 0),
    excluded: all.reduce((sum, { excluded }) => sum + excluded, 0),
  })
  for (const history of Object.values(HISTORIES))
    for (const measure of counted) {
      const window = windowsOf(measure, day('2026-09-30'))[0]!
      const cases = casesOf(measure, history, window, settingsOf(measure))
      const whole = sums([figureOfCases(measure, cases)])
      for (const dimension of Object.keys(DIMENSION) as Dimension[]) {
        const parts = breakDown(measure, history, window, dimension, cases)
        expect([measure.id, dimension, sums(parts.map(({ figure }) => figure))]).toEqual([measure.id, dimension, whole])
        expect(parts.reduce((sum, part) => sum + part.cases, 0)).toBe(cases.length)
      }
    }
})

/** Fractions of years and weeks added up in another order differ in the last bits. */
const toSixPlaces = (_: string, value: unknown) => (typeof value === 'number' ? value.toFixed(6) : value)

test('the order of the rows changes no figure', () => {
  const other = historyOf(
    overTables(made, rows => [...rows].reverse()),
    POPULATION,
  )
  const differing = counted.filter(measure =>
    windowsOf(measure, AS_AT).some(window => {
      const [figure, was] = [other, HISTORIES['as made']].map(history =>
        figureOf(measure, history, window, settingsOf(measure)),
      )
      return JSON.stringify(figure, toSixPlaces) !== JSON.stringify(was, toSixPlaces)
    }),
  )
  expect(differing.map(({ id }) => id)).toEqual([])
})

test('one more holiday moves no day due that is counted in calendar days, and brings none forward', () => {
  const withClocks = counted.filter(({ count }) => count.clocks)
  const usual = new Map(
    withClocks.map(measure => [measure.id, HISTORIES['as made'].by(measure.count.clocks!, settingsOf(measure))]),
  )
  let moved = 0
  const check = (number: number) => {
    const table = withHolidays(BANK_HOLIDAYS, [dayNumbered(number)], 'one more')
    const further = historyOf(made, { ...POPULATION, calendar: workingDays(table) })
    for (const measure of withClocks) {
      const now = new Map(further.by(measure.count.clocks!, settingsOf(measure)).map(one => [one.id, one]))
      for (const one of usual.get(measure.id)!) {
        const due = now.get(one.id)?.due ?? null
        if (one.due === null || due === null || due === one.due) continue
        moved += 1
        const isInWorkingDays = typeof one.clock.due === 'function' || one.clock.due.unit === 'working days'
        expect([measure.id, one.id, isInWorkingDays, due > one.due]).toEqual([measure.id, one.id, true, true])
      }
    }
  }
  const aWeekday = fc
    .integer({ min: dayNumber(day('2023-01-03')), max: dayNumber(AS_AT) })
    .filter(on => USUAL_CIRCUMSTANCES.calendar.isWorking(on) === true)
  fc.assert(fc.property(aWeekday, check), { numRuns: 6 })
  expect(moved).toBeGreaterThan(0)
})

test('measures and lists of children agree who is in need, on a plan and looked after on any day, and under which order', () => {
  for (const [records, history] of [
    [made, HISTORIES['as made']],
    [odd, HISTORIES['with days off']],
  ] as const)
    for (const on of lastDays(AS_AT, 36)) {
      const number = dayNumber(on)
      const told = records.people.filter(({ id }) => standing.lookedAfterOn(records, id, on)).map(({ id }) => id)
      expect([...lookedAfterOn(history, number).keys()].sort()).toEqual(told.sort())
      const of = (rows: readonly { personId: string }[]) => [...new Set(rows.map(({ personId }) => personId))].sort()
      expect([...onCpPlanOn(history, number).keys()].sort()).toEqual(
        of(records.cpPlans.filter(row => standing.isOpenPlan(row, on))),
      )
      expect([...childrenInNeedOn(history, number).keys()].sort()).toEqual(
        of(records.referrals.filter(row => standing.isOpenNeed(row, on))),
      )
      for (const { id } of records.people)
        expect(legalStatusOn(history, id, number)).toBe(standing.legalStatusOn(records, id, on)?.status ?? null)
    }
})
