/**
 * Bank holidays of England and Wales, 1998 to 2028, as dated tables. A table is always passed in and named beside what was worked out
 * with it: the official list has changed four times since 2019 after it was published, and a day stored before that must be worked out
 * again.
 */
import { type Day, day } from './day.ts'

/** A table of holidays and the days it holds. Outside them nothing is known, which is not the same as no holiday. */
export type HolidayTable = {
  version: string
  source: string
  from: Day
  to: Day
  holidays: readonly Day[]
}

/** Weekdays only: where Christmas Day, Boxing Day or New Year's Day falls at a weekend, the weekday that stands for it. */
const YEARS = `
1998 01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28
1999 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31
2000 01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26
2001 01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26
2002 01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26
2003 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2004 01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28
2005 01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27
2006 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2007 01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26
2008 01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26
2009 01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28
2010 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2011 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
2012 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
2013 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2014 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2016 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
2017 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2018 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2019 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
2020 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
2021 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2022 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
2023 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
`

/** What has been changed after it was published, and the day that was made known. */
export const HOLIDAY_CHANGES = [
  { knownOn: '2019-06-07', why: '75 years of VE Day', adds: ['2020-05-08'], removes: ['2020-05-04'] },
  { knownOn: '2020-11-12', why: 'Platinum Jubilee', adds: ['2022-06-02', '2022-06-03'], removes: ['2022-05-30'] },
  { knownOn: '2022-09-10', why: 'State Funeral of Queen Elizabeth II', adds: ['2022-09-19'], removes: [] },
  { knownOn: '2022-11-06', why: 'Coronation of King Charles III', adds: ['2023-05-08'], removes: [] },
] as const

/** The list as the government publishes it now. */
export const BANK_HOLIDAYS: HolidayTable = {
  version: versionOf(HOLIDAY_CHANGES.at(-1)!.knownOn),
  source: 'GOV.UK, UK bank holidays, England and Wales; years before 2012 from royal proclamations',
  from: day('1998-01-01'),
  to: day('2028-12-31'),
  holidays: YEARS.trim().split('\n').flatMap(daysOfYear),
}

/** The list as it stood at the end of a day: what a due day worked out then relied on. */
export function bankHolidaysAsKnown(asAt: Day): HolidayTable {
  const later = HOLIDAY_CHANGES.filter(({ knownOn }) => knownOn > asAt)
  if (later.length === 0) return BANK_HOLIDAYS
  const added = new Set<string>(later.flatMap(({ adds }) => adds))
  const holidays = BANK_HOLIDAYS.holidays.filter(on => !added.has(on))
  const known = HOLIDAY_CHANGES.findLast(({ knownOn }) => knownOn <= asAt)
  const version = versionOf(known?.knownOn ?? '2019-01-01')
  return withHolidays({ ...BANK_HOLIDAYS, holidays }, later.flatMap(({ removes }) => removes).map(day), version)
}

/** The table with further days on which nobody works, such as an office's closure. Only a council's own clocks may be given that. */
export const withHolidays = (table: HolidayTable, further: readonly Day[], version: string): HolidayTable => ({
  ...table,
  version,
  holidays: [...table.holidays, ...further].sort(),
})

function daysOfYear(line: string): Day[] {
  const [year, ...dates] = line.split(' ')
  return dates.map(date => day(`${year}-${date}`))
}

function versionOf(changedOn: string): string {
  return `England and Wales 1998 to 2028, as changed ${changedOn}`
}
