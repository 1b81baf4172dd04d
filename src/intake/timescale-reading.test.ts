import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, endOfMonth, startOfMonth } from '../terms/day.ts'
import { MONTH_WORDS, monthNamed } from '../terms/month.ts'
import { readStartAndEnd, readTimescale } from './timescale-reading.ts'

const read = (text: string) => {
  const { kind, earliest, latest } = readTimescale(text)
  return [kind, earliest, latest]
}

describe('every form in the plans of three councils', () => {
  test.each([
    ['August 2016', 'by', '2016-08-01', '2016-08-31'],
    ['Sept 2015', 'by', '2015-09-01', '2015-09-30'],
    ['Feb 2017', 'by', '2017-02-01', '2017-02-28'],
    ['Mar 15', 'by', '2015-03-01', '2015-03-31'],
    ['April 17', 'by', '2017-04-01', '2017-04-30'],
    ['Marc h 2016', 'by', '2016-03-01', '2016-03-31'],
    ['Dec emb er 15', 'by', '2015-12-01', '2015-12-31'],
    ['13 th April 2015', 'by', '2015-04-13', '2015-04-13'],
    ['End of Dec 2016', 'by', '2016-12-31', '2016-12-31'],
    ['End 2017', 'by', '2017-12-31', '2017-12-31'],
    ['To be completed by Sept 15', 'by', '2015-09-01', '2015-09-30'],
    ['April/May 2016', 'range', '2016-04-01', '2016-05-31'],
    ['Apr-May 2017', 'range', '2017-04-01', '2017-05-31'],
    ['Feb/Mar 17', 'range', '2017-02-01', '2017-03-31'],
    ['Dec 16 - Jan 17', 'range', '2016-12-01', '2017-01-31'],
    ['Dec 16 – Jan 17', 'range', '2016-12-01', '2017-01-31'],
    ['Nov 16 - Jan 17', 'range', '2016-11-01', '2017-01-31'],
    ['Dec-Jan', 'unread', null, null],
    ['Ongoing', 'ongoing', null, null],
    ['On-going', 'ongoing', null, null],
    ['On- going', 'ongoing', null, null],
    ['On- goin g', 'ongoing', null, null],
    ['June 2015 and ongoing', 'from', '2015-06-01', null],
    ['Nov 2016 and ongoing', 'from', '2016-11-01', null],
    ['August 2016 onwards', 'from', '2016-08-01', null],
    ['Apr 2015 On- going', 'from', '2015-04-01', null],
    ["Gateway in place to 'go live' by September 2016", 'milestone', '2016-09-01', '2016-09-30'],
    ['April 2016 – new services in place', 'milestone', '2016-04-01', '2016-04-30'],
    ['On hold until Transition plan agreed by the Leader', 'on-hold', null, null],
    ['TBC by L&D', 'tbc', null, null],
    ['Star of new team struct ure', 'unread', null, null],
    ['6 mont hs from start', 'unread', null, null],
    ['', 'blank', null, null],
  ])('%s is %s', (text, kind, earliest, latest) => {
    expect(read(text)).toEqual([kind, earliest, latest])
  })
})

describe('dates as other plans write them', () => {
  test.each([
    ['31/03/2017', 'by', '2017-03-31', '2017-03-31'],
    ['31.3.17', 'by', '2017-03-31', '2017-03-31'],
    ['2016-08-31', 'by', '2016-08-31', '2016-08-31'],
    ['2016-08-31 00:00:00', 'by', '2016-08-31', '2016-08-31'],
    ['31st March 2017', 'by', '2017-03-31', '2017-03-31'],
    ['March 31, 2017', 'by', '2017-03-31', '2017-03-31'],
    ['01-Sep-16', 'by', '2016-09-01', '2016-09-01'],
    ['Sep-16', 'by', '2016-09-01', '2016-09-30'],
    ["March '17", 'by', '2017-03-01', '2017-03-31'],
    ['03/2017', 'by', '2017-03-01', '2017-03-31'],
    ['w/c 3 October 2016', 'by', '2016-10-03', '2016-10-09'],
    ['by end of March 2017', 'by', '2017-03-31', '2017-03-31'],
    ['before April 2017', 'by', '2017-03-31', '2017-03-31'],
    ['mid April 2015', 'by', '2015-04-11', '2015-04-20'],
    ['early 2016', 'by', '2016-01-01', '2016-06-30'],
    ['end of Q2 2016', 'by', '2016-06-30', '2016-06-30'],
    ['Within 3 months of 30 June 2014', 'by', '2014-06-30', '2014-09-30'],
    ['Ongoing until March 2018', 'by', '2018-03-01', '2018-03-31'],
    ['February 2016', 'by', '2016-02-01', '2016-02-29'],
    ['Quarter 3 2016/17', 'range', '2016-10-01', '2016-12-31'],
    ['Q4 2016/17', 'range', '2017-01-01', '2017-03-31'],
    ['Q4 16/17', 'range', '2017-01-01', '2017-03-31'],
    ['Q3 2016', 'range', '2016-07-01', '2016-09-30'],
    ['2016', 'range', '2016-01-01', '2016-12-31'],
    ['2016-17', 'range', '2016-04-01', '2017-03-31'],
    ['2016-2018', 'range', '2016-01-01', '2018-12-31'],
    ['Mar 2016/17', 'by', '2017-03-01', '2017-03-31'],
    ['Spring 2017', 'range', '2017-03-01', '2017-05-31'],
    ['Winter 2016/17', 'range', '2016-12-01', '2017-02-28'],
    ['1 April - 30 June 2016', 'range', '2016-04-01', '2016-06-30'],
    ['Nov-Feb 2017', 'range', '2016-11-01', '2017-02-28'],
    ['April to June 2016', 'range', '2016-04-01', '2016-06-30'],
    ['Phase 1 by March 2016, phase 2 by June 2016', 'milestone', '2016-03-01', '2016-06-30'],
    ['Completed March 2016', 'milestone', '2016-03-01', '2016-03-31'],
    ['from April 2016', 'from', '2016-04-01', null],
    ['Monthly from April 2016', 'from', '2016-04-01', null],
    ['Ongoing from April 2016', 'from', '2016-04-01', null],
    ['Commenced April 2016', 'from', '2016-04-01', null],
    ['end of financial year 2016/17', 'by', '2017-03-31', '2017-03-31'],
    ['w/e Friday 7 October 2016', 'by', '2016-10-07', '2016-10-07'],
    ['Dec 2016 Jan 2017 Dec-Jan', 'range', '2016-12-01', '2017-01-31'],
    ['Monthly', 'ongoing', null, null],
    ['Quarterly', 'ongoing', null, null],
    ['Ongoing, review March 2017', 'ongoing', null, null],
    ['on hold until March 2017', 'on-hold', '2017-03-01', '2017-03-31'],
    ['To be confirmed', 'tbc', null, null],
    ['To be determined', 'tbc', null, null],
    ['Date to be agreed', 'tbc', null, null],
    ['Plan to be agreed by March 2017', 'milestone', '2017-03-01', '2017-03-31'],
    ['-', 'blank', null, null],
  ])('%s is %s', (text, kind, earliest, latest) => {
    expect(read(text)).toEqual([kind, earliest, latest])
  })

  test.each([
    'Complete',
    'Immediate',
    'Ongoing - March 2017',
    'Within 3 months',
    'March',
    'Winter 2016',
    '32/13/2016',
    '30 February 2016',
    'Year 11',
    'May be later',
  ])('%s names no day that can be called late, and is left to a person', text => {
    expect(read(text)).toEqual(['unread', null, null])
  })
})

describe('what the plan covers', () => {
  const plan = { from: day('2016-09-01'), to: day('2017-08-31') }

  test('gives months without a year the only year they can mean', () => {
    expect(readTimescale('Dec-Jan', plan)).toEqual({ kind: 'range', earliest: '2016-12-01', latest: '2017-01-31' })
    expect(readTimescale('March', plan)).toEqual({ kind: 'by', earliest: '2017-03-01', latest: '2017-03-31' })
  })

  test('leaves them unread where they can mean two', () => {
    const longer = { from: day('2016-09-01'), to: day('2018-08-31') }
    expect(readTimescale('Dec-Jan', longer).kind).toBe('unread')
  })
})

describe('a column for the start and one for the end', () => {
  test.each([
    ['April 2015', 'Mar 2016', 'range', '2015-04-01', '2016-03-31'],
    ['Jan 2015', 'On- goin g', 'from', '2015-01-01', null],
    ['Apr 2015 On- going', 'June 2015', 'range', '2015-04-01', '2015-06-30'],
    ['Dec 2015', '', 'from', '2015-12-01', null],
    ['', 'Dec 2015', 'by', '2015-12-31', '2015-12-31'],
    ['TBC by L&D', 'TBC by L&D', 'tbc', null, null],
    ['April 2015', 'TBC', 'tbc', '2015-04-01', null],
    ['Jan 2015', '6 mont hs from start', 'range', '2015-01-01', '2015-07-01'],
    ['Star of new team struct ure', '6 mont hs from start', 'unread', null, null],
    ['', '', 'blank', null, null],
    ['April 2015', 'On hold', 'on-hold', null, null],
  ])('%s, %s is %s', (start, end, kind, earliest, latest) => {
    const reading = readStartAndEnd(start, end)
    expect([reading.kind, reading.latest]).toEqual([kind, latest])
    if (start !== '') expect(reading.earliest).toBe(earliest)
  })

  test('an end before the start is what counts: nobody is told that they have longer', () => {
    expect(readStartAndEnd('June 2016', 'March 2016')).toEqual({
      kind: 'by',
      earliest: '2016-03-01',
      latest: '2016-03-31',
    })
  })
})

const month = fc
  .constantFrom(...MONTH_WORDS)
  .chain(word => fc.constantFrom(word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)))
const year = fc.integer({ min: 2010, max: 2039 })
const written = (of: number, short: boolean) => (short ? String(of).slice(2) : String(of))

test('any month and year, however written, are from its first day to its last', () => {
  fc.assert(
    fc.property(month, year, fc.boolean(), fc.constantFrom(' ', '  ', '\n', ', '), (name, of, short, gap) => {
      const number = monthNamed(name)!
      expect(read(`${name}${gap}${written(of, short)}`)).toEqual([
        'by',
        startOfMonth(of, number),
        endOfMonth(of, number),
      ])
    }),
  )
})

test('any two months in order, whatever the dash, are a range over both', () => {
  const dash = fc.constantFrom('-', ' - ', '–', ' – ', ' — ', ' to ', '/')
  fc.assert(
    fc.property(
      month,
      year,
      month,
      fc.integer({ min: 1, max: 5 }),
      dash,
      fc.boolean(),
      (first, of, last, later, between, short) => {
        const text = `${first} ${written(of, short)}${between}${last} ${written(of + later, short)}`
        expect(read(text)).toEqual([
          'range',
          startOfMonth(of, monthNamed(first)!),
          endOfMonth(of + later, monthNamed(last)!),
        ])
      },
    ),
  )
})

test('no words make a timescale that ends before it begins, or throw', () => {
  const word = fc.constantFrom(
    ...MONTH_WORDS,
    '2016',
    '17',
    '31',
    '1st',
    '-',
    '/',
    'and',
    'to',
    'by',
    'end of',
    'ongoing',
    'on hold',
    'tbc',
    'q3',
    '2016/17',
    'before',
    'mid',
    'within 3 months of',
    '99',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 12 }).map(words => words.join(' ')),
  )
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      for (const { earliest, latest } of [readTimescale(text), readStartAndEnd(text, other)])
        if (earliest && latest) expect(earliest <= latest).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test.each(['jan ', '1-', '2016-', 'o n ', 'm a r ', ' ', '1 of ', 'within 3 months of '])(
  'a cell of 200,000 characters of %j is read in no time',
  unit => {
    const before = performance.now()
    readTimescale(unit.repeat(200_000 / unit.length))
    expect(performance.now() - before).toBeLessThan(1000)
  },
)
