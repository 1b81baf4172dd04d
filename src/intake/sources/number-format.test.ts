import { expect, test } from 'vitest'
import { formatCode, shown } from './number-format.ts'

/** 1 April 2016 is day 42461 of the calendar that begins in 1900. */
const APRIL = 42461

test.each([
  [14, '01/04/2016'], // the machine's own short date: in England, day first
  [15, '1-Apr-16'],
  [16, '1-Apr 2016'], // shows no year, but the cell holds one
  [17, 'Apr-16'],
  [22, '01/04/2016 00:00'],
])('a date in built-in format %i is shown as %s', (format, expected) => {
  expect(shown(APRIL, formatCode(format, new Map()), 1900)).toBe(expected)
})

test.each([
  ['dd/mm/yyyy', '01/04/2016'],
  ['[$-809]dd mmmm yyyy;@', '01 April 2016'],
  ['d"st" mmm yy', '1st Apr 16'],
  ['dddd, d mmmm', 'Friday, 1 April 2016'],
  ['mmmm', 'April 2016'],
  ['m/d/yyyy', '1/4/2016'], // American in the cell: day first for an English reader
  ['mm-dd-yy', '01-04-16'],
  ['yyyy-mm-dd', '2016-04-01'],
  ['yyyy', '2016'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '01 April 2016'],
  ['mmm d, yyyy', 'Apr 1, 2016'],
  ['"Q"0', 'Q42461'],
  ['General', '42461'],
])('1 April 2016 in format %s is shown as %s', (code, expected) => {
  expect(shown(APRIL, code, 1900)).toBe(expected)
})

test.each([
  [1, 1900, '01/01/1900'],
  [0, 1900, '0'], // what a formula gives for an empty date: no day
  [59, 1900, '28/02/1900'],
  [61, 1900, '01/03/1900'], // day 60 never was
  [APRIL - 1462, 1904, '01/04/2016'],
  [0, 1904, '01/01/1904'],
  [-1, 1900, '-1'],
  [2_958_466, 1900, '2958466'], // past the year 9999
] as const)('day %d of the calendar of %d is %s', (serial, calendar, expected) => {
  expect(shown(serial, 'dd/mm/yyyy', calendar)).toBe(expected)
})

test.each([
  [0.5, 'h:mm', '12:00'],
  [0.75, 'h:mm AM/PM', '6:00 PM'],
  [APRIL + 0.5, 'dd/mm/yyyy hh:mm', '01/04/2016 12:00'],
  [0.0243055556, 'mm:ss', '35:00'],
  [1.5, '[h]:mm', '36:00'],
])('time %d in %s is %s', (value, code, expected) => {
  expect(shown(value, code, 1900)).toBe(expected)
})

test.each([
  [0.35, '0%', '35%'],
  [0.3456, '0.0%', '34.6%'],
  [1.1, '0.00', '1.10'],
  [7, '000', '007'],
  [1234567, '#,##0', '1,234,567'],
  [1234.5, '£#,##0.00', '£1,234.50'],
  [1234.5, '"£"#,##0.00', '£1,234.50'],
  [1234.5, '[$£-809]#,##0', '£1,235'],
  [-5, '0', '-5'],
  [-5, '0;[Red](0)', '(5)'],
  [-5, '#,##0;-#,##0', '-5'],
  [0, '0;-0;"nil"', 'nil'],
  [30, '0 "days"', '30 days'],
  [0.1 + 0.2, 'General', '0.3'],
  [1.5, '# ?/?', '1.5'], // fractions and powers are shown as plain numbers
  [1500, '0.00E+00', '1500'],
  [2_500_000, '0.0,,"m"', '2.5m'],
  [12, '@', '12'],
])('%d in %s is shown as %s', (value, code, expected) => {
  expect(shown(value, code, 1900)).toBe(expected)
})
