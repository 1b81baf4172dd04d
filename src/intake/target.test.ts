import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfMonth } from '../terms/day.ts'
import { MONTH_WORDS, monthNamed } from '../terms/month.ts'
import { FIRST_SERIES, readTargets, readTargetsOfAction } from './target.ts'

/** A target in short: `at least 35 % 2015-03-31`. */
const short = (text: string) =>
  readTargets(text).map(({ bound, value, upTo, unit, dueOn }) =>
    [bound, upTo === null ? value : `${value}-${upTo}`, unit, dueOn].filter(part => part !== null).join(' '),
  )

const SERIES = ['at least 35 % 2015-03-31', 'at least 50 % 2015-09-30', 'at least 80 % 2016-03-31']

describe('a series of dated targets', () => {
  test.each([
    ['35% by March 2015, 50% by Sept 2015, 80% by March 2016', SERIES],
    ['Case audits show improvement in grading: 35% by March 2015 50% by Sept 2015 80% by March 2016', SERIES],
    ['Milestones for audited cases: March 15 - 35% Sept 15 - 50% March 16 - 80%', SERIES],
    [
      'Percentage of work judged good or better - 35% by the end of March 2015 - 50% by the end of September 2015 - 80% March 2016',
      SERIES,
    ],
    ['March 15 - 35% Sept 15 - 50% March 16 - 80', SERIES],
    [
      "'good' standards set at 90% Sept 2014 and 100% March 2015.",
      ['at least 90 % 2014-09-30', 'at least 100 % 2015-03-31'],
    ],
    [
      'set at 60% Oct 14, 75% March 15 and 100% Sept 15.',
      ['at least 60 % 2014-10-31', 'at least 75 % 2015-03-31', 'at least 100 % 2015-09-30'],
    ],
    [
      'From 62% (March 2016) to 75% (March 2017) and 85% (March 2018)',
      ['at least 75 % 2017-03-31', 'at least 85 % 2018-03-31'],
    ],
  ])('%s', (text, targets) => {
    expect(short(text)).toEqual(targets)
  })

  test('each keeps its own words', () => {
    expect(readTargets('March 15 - 35% Sept 15 - 50%').map(target => target.text)).toEqual([
      'March 15 - 35%',
      'Sept 15 - 50%',
    ])
    expect(readTargets('35% by March 2015, 75% (March 2017)').map(target => target.text)).toEqual([
      '35% by March 2015',
      '75% (March 2017)',
    ])
  })

  test('a revision keeps both series, and the words that introduce it', () => {
    const cell = [
      "Residual actions from Ofsted Improvement Plan: Milestones for audited assessments achieving 'good' standards set at 90% Sept 2014 and 100% March 2015.",
      'Milestones revised as of April 2015: March 15 - 35% Sept 15 - 50% March 16 - 80',
      "Milestones for plans audited which were SMART ('graded 'good') set at 60% Oct 14, 75% March 15 and 100% Sept 15.",
      'Milestones revised March 2015',
    ].join('\n')
    const revised = 'Milestones revised as of April 2015'
    expect(readTargets(cell).map(({ value, series }) => [value, series])).toEqual([
      [90, FIRST_SERIES], [100, FIRST_SERIES],
      [35, revised], [50, revised], [80, revised],
      [60, FIRST_SERIES], [75, FIRST_SERIES], [100, FIRST_SERIES],
    ]) // prettier-ignore
  })

  test('the words may stand above the lines of the new series', () => {
    const cell = 'Milestones revised as of April 2015:\n35% by March 2015\n50% by Sept 2015\nOther words\n70% of plans'
    const revised = 'Milestones revised as of April 2015'
    expect(readTargets(cell).map(target => target.series)).toEqual([revised, revised, FIRST_SERIES])
  })
})

test('an action has the targets of its measure, its desired outcome and the milestones of its progress, each once', () => {
  const targets = readTargetsOfAction({
    measure: 'Reduction in FHRs out of time\n100% of reviews in time',
    desiredOutcome: '80% of FHRs to be completed within timescale by Jan 2017\n100% of reviews in time',
    evidence: '95% of visits were in time\nMilestones revised as of April 2015: March 15 - 35% Sept 15 - 50%',
  })
  expect(targets.map(({ value, dueOn, series }) => [value, dueOn, series])).toEqual([
    [100, null, FIRST_SERIES],
    [80, '2017-01-31', FIRST_SERIES],
    [35, '2015-03-31', 'Milestones revised as of April 2015'],
    [50, '2015-09-30', 'Milestones revised as of April 2015'],
  ])
})

test('two shares of one sentence are two targets', () => {
  const measure = '100% of plans are good and 100% of children are seen'
  expect(readTargetsOfAction({ measure, desiredOutcome: '', evidence: '' })).toHaveLength(2)
})

describe('one target', () => {
  test.each([
    ['80% of FHRs to be completed within timescale by Jan 2017', ['at least 80 % 2017-01-31']],
    ['95% of care leavers have a health history by Dec 2016', ['at least 95 % 2016-12-31']],
    ['By Apr 2017 100% of Pathway Plans audited will be Good', ['at least 100 % 2017-04-30']],
    ['From April 2015 100% compliance for completion of case file audits', ['at least 100 % 2015-04-30']],
    ['March 2015 = 85% care leavers have a Pathway Plan', ['at least 85 % 2015-03-31']],
    ['Milestones: 100% Mar 2016', ['at least 100 % 2016-03-31']],
    ['All Section 20 by March 2016, 100% over a year', ['at least 100 %']],
    ['100% of LAC reviews completed within timescale', ['at least 100 %']],
    ['family finding 9 months of entry into care = <30%', ['at most 30 %']],
    ['Low step up (under 2%) from council early help services', ['at most 2 %']],
    ["PEP compliance at least 90% 80% PEPs judged as 'good'", ['at least 90 %', 'at least 80 %']],
    ["Reduce ratio of IFA's (45%) to inhouse (55%)", ['exactly 45 %', 'exactly 55 %']],
    ['95% of Care leavers will have a Health history (Target is not 100% due to some refusing)', ['at least 95 %']],
    ['80 per cent by April 2017', ['at least 80 % 2017-04-30']],
    ['Reduce agency staff from 30% to 20% by March 2017', ['at most 20 % 2017-03-31']],
    ['Low numbers of children missing from care <5', ['at most 5']],
    ['Manageable caseloads (RAS 20-25 and Neighbourhoods 20-22)', ['between 20-25 cases', 'between 20-22 cases']],
    ['caseloads are within the service average (14 for CIC teams) by Sept 2015.', ['exactly 14 cases 2015-09-30']],
    ['Average caseload for qualified social workers = 18', ['exactly 18 cases']],
    ['all Social Workers have an average caseload of 18 children.', ['exactly 18 children']],
    ['110 in-house foster placements', ['exactly 110 placements']],
    ['Average PLO cases is 26 weeks', ['exactly 26 weeks']],
    ['CP cases average 9 -12 months in length', ['between 9-12 months']],
    ['Pre-proceedings work is 12-14 weeks average', ['between 12-14 weeks']],
    [
      'compliant with the 12 week timescale and in exceptional circumstances will extend to 16 weeks.',
      ['at most 12 weeks', 'at most 16 weeks'],
    ],
    ['in a timescale suitable to the needs of the child but within a 45 day time limit.', ['at most 45 days']],
    ['notifications of care starters to health within 5 days', ['at most 5 days']],
    ['return home interviews within 72 hours', ['at most 72 hours']],
    ['Delivering 100% of ICPC within 15 days.', ['at least 100 %', 'at most 15 days']],
    [
      'Ensure 95% of assessments take place within 20 working days of reception into care',
      ['at least 95 %', 'at most 20 working days'],
    ],
    ['90% completion within timescale, escalate and respond within 24 hours.', ['at least 90 %', 'at most 24 hours']],
    ['No child waits more than 6 weeks', ['at most 6 weeks']],
    ['within two weeks of panel', ['at most 2 weeks']],
    ['26 weeks', ['exactly 26 weeks']],
    ['between 20-25', ['between 20-25']],
    ['at least 80%', ['at least 80 %']],
    ['reduce to 18', ['at most 18']],
    ['5 working days', ['exactly 5 working days']],
  ])('%s', (text, targets) => {
    expect(short(text)).toEqual(targets)
  })
})

describe('numbers that promise nothing', () => {
  test.each([
    'Children receive a better service and their outcomes are improved',
    'Reduction in the numbers of children who are stepped down within 6 months of a plan being made',
    '% families no longer receive a statutory service and not re-referred for 6 months.',
    '% of children who wait less than 18 months between entering into care and moving in',
    'Rate of section 47 enquiries per 110,000 of the CYP population.',
    'Reduction in children requiring CIN intervention at level 3.',
    'All pathway plans will be updated at 12 monthly intervals',
    'staff are receiving 1-1 supervision and 1- 2-1 tracking',
    '1-2-1 supervision tracker',
    'Since April 2015, 981 cases have been audited (January 2015).',
    'Increase in EH joint working, currently 35% of all cases have EH involvement.',
    'Full complement of Social Workers in post by July 2015',
    'By Sept 2015 website updated and online.',
    'Personal Advisers in the 16 plus service',
    'all LAC YP over the age of 16 years old',
    'CP planning for over 2 years (31 Dec, 10 children from 5 families remain',
    'A 4 day induction programme was launched in January 2015.',
    'Working Together 2015 clause 4.3, DfE Notice 5.2',
    "Daily monitoring of strategy meetings/S47's",
    'of LAC placed within 20 mile radius of LBH',
    '26 weeks achieved in court-monthly meetings',
    '',
  ])('%s', text => {
    expect(short(text)).toEqual([])
  })
})

const month = fc.constantFrom(...MONTH_WORDS)
const point = fc.record({ share: fc.integer({ min: 1, max: 100 }), month, year: fc.integer({ min: 2014, max: 2030 }) })

test('any series, whichever way round and whatever parts it, is read with the last day of each month', () => {
  const way = fc.constantFrom<(share: number, date: string) => string>(
    (share, date) => `${share}% by ${date}`,
    (share, date) => `${date} - ${share}%`,
  )
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 6 }),
      way,
      fc.constantFrom(', ', ' ', '; ', '\n'),
      (points, write, gap) => {
        const text = points.map(({ share, month, year }) => write(share, `${month} ${year}`)).join(gap)
        const expected = points.map(({ share, month, year }) => [share, endOfMonth(year, monthNamed(month)!)])
        expect(readTargets(text).map(({ value, dueOn }) => [value, dueOn])).toEqual(expected)
      },
    ),
  )
})

test('words without a number set no target', () => {
  fc.assert(
    fc.property(
      fc.string().filter(text => !/\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eleven/i.test(text)),
      text => {
        expect(readTargets(text)).toEqual([])
      },
    ),
  )
})

test('two cells put together set what each sets, and nothing throws', () => {
  const piece = fc.constantFrom(
    '35%',
    'by March 2015',
    '18',
    'caseload',
    'within',
    '5 days',
    '-',
    '<',
    '=',
    '20-25',
    ',',
    '. ',
    'average',
    'Milestones revised:',
    'x',
  )
  const cell = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(' ')),
    fc.string().map(text => text.replaceAll('\n', ' ')),
  )
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      fc.pre(!/revised: *$/.test(a))
      expect(readTargets(`${a}\n${b}`)).toEqual([...readTargets(a), ...readTargets(b)])
    }),
    { numRuns: 1000 },
  )
})

test.each(['35% by March 2015 ', '1 ', '1-', 'at least ', '12 months ', '\n', 'caseload 12 '])(
  '200,000 characters of %j are read in no time',
  unit => {
    const before = performance.now()
    readTargets(unit.repeat(200_000 / unit.length))
    expect(performance.now() - before).toBeLessThan(2000)
  },
)
