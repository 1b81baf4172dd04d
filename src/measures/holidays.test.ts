/** What a council may say of bank holidays, how its entries stand, and what the table is by them. */
import { describe, expect, test } from 'vitest'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { usualHolidays } from '../terms/usual-holidays.ts'
import { daysApart, type HolidayEntry, mayBeSaid, nextYear, readYear, standingEntries, tableWith, whyNoBankHoliday, whyNotWithdrawn } from './holidays.ts' // prettier-ignore

const entry = (entryId: number, kind: HolidayEntry['kind'], of: string | number | null = null): HolidayEntry => ({
  entryId,
  kind,
  days: typeof of === 'string' ? [{ on: day(of), name: 'Proclaimed' }] : kind === 'year' ? usualHolidays(of!) : [],
  withdraws: kind === 'withdraw' ? (of as number) : null,
  madeKnownOn: day('2026-11-01'),
  published: 'GOV.UK',
  why: 'Proclaimed',
  said: day('2026-11-22'),
  saidBy: 'Uma Vance',
})
const MAY = '2027-06-01'
const added = entry(1, 'add', MAY)

describe('the table', () => {
  test('with nothing said is the one built in, and names it', () => expect(tableWith([]).table).toBe(BANK_HOLIDAYS))

  test('has what was added and not what was taken away, in order, and names both', () => {
    const { table } = tableWith([added, entry(3, 'take-away', '2027-05-31')])
    expect(table.holidays.filter(on => on >= '2027-05-01' && on < '2027-07-01')).toEqual(['2027-05-03', MAY])
    expect(table.version).toBe(`${BANK_HOLIDAYS.version}; with this council’s entries 1, 3`)
    expect([...table.holidays].sort()).toEqual(table.holidays)
  })

  test('is as it was once an entry is withdrawn, and as it is once that is put back', () => {
    const withdrawn = [added, entry(2, 'withdraw', 1)]
    expect(tableWith(withdrawn).table).toBe(BANK_HOLIDAYS)
    const again = [...withdrawn, entry(3, 'withdraw', 2)]
    expect(standingEntries(again)).toEqual([added])
    expect(tableWith(again).table).toEqual(tableWith([added]).table)
    expect(tableWith([...again, entry(4, 'withdraw', 1)]).table).toBe(BANK_HOLIDAYS)
  })

  test('is held a year longer with each further year, one after another', () => {
    const years = [entry(1, 'year', 2029), entry(2, 'year', 2030)]
    expect(tableWith(years).table.to).toBe('2030-12-31')
    expect(nextYear(tableWith(years))).toBe(2031)
    expect(tableWith([years[1]!]).table).toBe(BANK_HOLIDAYS)
  })

  test('that is built in takes the place of entries that say the same', () => {
    const builtIn = { ...BANK_HOLIDAYS, version: 'newer', holidays: [...BANK_HOLIDAYS.holidays, day(MAY)].sort() }
    expect(tableWith([added], builtIn).table).toBe(builtIn)
  })
})

test.each([
  ['2027-06-01', { kind: 'add' }],
  ['2027-05-31', { kind: 'take-away' }],
  ['2027-06-05', { not: expect.stringContaining('It is a Saturday') }],
  ['2029-01-02', { not: expect.stringContaining('from 1998 to 2028') }],
  ['1997-12-31', { not: expect.stringContaining('from 1998 to 2028') }],
  ['1998-01-01', { kind: 'take-away' }],
  ['2028-12-29', { kind: 'add' }],
])('of %s may be said %o', (on, may) => expect(mayBeSaid(tableWith([]), day(on))).toEqual(may))

test('a day that the council added is withdrawn and not taken away; one of its further year may be taken away', () => {
  expect(mayBeSaid(tableWith([added]), day(MAY))).toEqual({ entryId: 1 })
  expect(mayBeSaid(tableWith([entry(1, 'year', 2029)]), day('2029-05-07'))).toEqual({ kind: 'take-away' })
})

test.each([
  ['Christmas closure', 'working day of every statutory clock'],
  ['Offices shut', 'working day of every statutory clock'],
  ['Council day', 'working day of every statutory clock'],
  ['St Andrew’s Day', 'Scotland and Northern Ireland'],
  ['Battle of the Boyne', 'Scotland and Northern Ireland'],
])('%s is no bank holiday here', (name, told) => expect(whyNoBankHoliday(name)).toContain(told))

test.each(['Coronation', 'Spring bank holiday', 'State Funeral', 'Early May bank holiday, moved'])('%s may be one', name =>
  expect(whyNoBankHoliday(name)).toBeNull(),
) // prettier-ignore

describe('a further year', () => {
  const lines = (year: number) => usualHolidays(year).map(({ on, name }) => `${on.split('-').reverse().join('/')} ${name}`)
  test('is read as it is listed, in order', () => {
    expect(readYear(lines(2029).toReversed().join('\r\n'), 2029)).toEqual({ days: usualHolidays(2029) })
  })
  test.each([
    ['seven', lines(2029).slice(1).join('\n'), 'these are 7'],
    ['another year', lines(2030).join('\n'), 'not a day of 2029'],
    ['a Saturday', [...lines(2029), '2/6/2029 Jubilee'].join('\n'), 'a Saturday'],
    ['one twice', [...lines(2029), '1/1/2029 New Year’s Day'].join('\n'), 'named twice'],
    ['no date', [...lines(2029), '31/2/2029 Jubilee'].join('\n'), 'write each as'],
    ['no name', [...lines(2029), '4/6/2029'].join('\n'), 'write each as'],
    ['a closure', [...lines(2029), '27/12/2029 Offices closed'].join('\n'), 'offices are closed'],
    ['nothing', '', 'these are 0'],
  ])('with %s is refused', (_, typed, told) => {
    expect(readYear(typed, 2029)).toEqual({ problem: expect.stringContaining(told) })
  })
}) // prettier-ignore

test('what another entry builds on is not withdrawn before it, nor put back beside what says the same', () => {
  const year = entry(1, 'year', 2029)
  expect(whyNotWithdrawn([year, entry(2, 'take-away', '2029-05-07')], 1)).toContain('Entry 2')
  expect(whyNotWithdrawn([year, entry(2, 'year', 2030)], 1)).toContain('Entry 2')
  expect(whyNotWithdrawn([year, entry(2, 'year', 2030)], 2)).toBeNull()
  const replaced = [added, entry(2, 'withdraw', 1), entry(3, 'add', MAY)]
  expect(whyNotWithdrawn(replaced, 2)).toContain('Entry 3')
  expect(whyNotWithdrawn(replaced.slice(0, 2), 2)).toBeNull()
})

test('two tables differ by the days that one has and the other has not', () => {
  const is = tableWith([added, entry(2, 'take-away', '2027-05-31')])
  expect(daysApart(tableWith([]), is)).toMatchObject({ added: [{ on: MAY }], takenAway: [{ on: '2027-05-31', name: 'Spring bank holiday' }] }) // prettier-ignore
})
