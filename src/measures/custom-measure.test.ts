/** Measures of an authority's own: counted as the catalogue counts, refused in words where they cannot be, tried on small cases. */
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { BANK_HOLIDAYS, withHolidays } from '../terms/bank-holiday.ts'
import { addDays, day } from '../terms/day.ts'
import { workingDays } from '../terms/working-day.ts'
import { measureNamed } from './catalogue.ts'
import { type CustomDefinition, problemsOf, readKeptDefinition } from './custom-definition.ts'
import { type CustomExample, tryExample, whyNotYet } from './custom-example.ts'
import { customMeasure } from './custom-measure.ts'
import { COUNTABLE, fieldIn } from './custom/countable.ts'
import { casesOf } from './figure.ts'
import { type History, historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { type Measure, settingsOf } from './measure.ts'
import { periodTo, windowOf } from './window.ts'

/** Assessments within 45 working days, as an authority would say it on the form. */
const ASSESSMENTS: CustomDefinition = {
  name: 'Our assessments in time',
  tells: 'Whether families wait',
  source: 'Local protocol',
  area: 'assessment',
  table: 'assessments',
  where: [],
  standing: 'all',
  ages: { from: null, to: null },
  teams: [],
  start: { field: 'startedOn', link: { by: 'referralId', field: 'referredOn' } },
  done: { field: 'authorisedOn' },
  ended: { field: 'closedOn', link: 'referralId', where: { field: 'closeReason', codes: ['RC2', 'RC5'] } },
  test: { kind: 'clock', count: 45, unit: 'working days' },
  basis: 'completed',
  polarity: 'higher',
  thresholds: { green: 90, amber: 80 },
}
const measureOf = (definition: CustomDefinition) =>
  customMeasure({ id: 'own/ours', customMeasureId: 1, number: 1, from: day('2026-01-01'), definition })

const AS_AT = day('2026-06-30')
const casesAt = (measure: Measure, history: History) =>
  measure.periods.flatMap(kind =>
    casesOf(measure, history, windowOf(periodTo(kind, AS_AT), AS_AT), settingsOf(measure)).map(
      ({ one, state, because }) => [kind, one.id, one.personId, one.start, one.due, one.done, state, because],
    ),
  )

/** Days of the half year, unknown now and then, with ends before starts among them. */
const anyDay = fc.option(
  fc.integer({ min: 0, max: 240 }).map(days => addDays(day('2025-11-01'), days)),
  { nil: null },
)
const anyReferral = fc.record({ referredOn: anyDay, closedOn: anyDay, closeReason: fc.constantFrom('RC2', 'RC5', 'RC7', null), unread: fc.constantFrom<string[]>([], [], ['referredOn']) }) // prettier-ignore
const anyAssessment = fc.record({ referral: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), startedOn: anyDay, authorisedOn: anyDay, unread: fc.constantFrom<string[]>([], [], ['authorisedOn'], ['startedOn'], ['childSeen']) }) // prettier-ignore

test.each([['completed', 'assessments-45wd'], ['due', 'assessments-45wd/due']] as const)('written like %s, it gives the cases of %s', (basis, id) => {
  const [own, theirs] = [measureOf({ ...ASSESSMENTS, basis }), measureNamed(id)!]
  fc.assert(
    fc.property(fc.array(anyReferral, { minLength: 4, maxLength: 4 }), fc.array(anyAssessment, { maxLength: 8 }), fc.integer({ min: 2008, max: 2020 }), (referrals, assessments, born) => {
      const records = recordsOf({
        people: [{ id: '1', bornOn: `${born}-03-02` }],
        referrals: referrals.map((referral, at) => ({ id: `r${at}`, personId: '1', ...referral })),
        assessments: assessments.map(({ referral, ...rest }, at) => ({ id: `a${at}`, personId: '1', referralId: referral === null ? null : `r${referral}`, ...rest })),
      } as ExampleRecords, AS_AT)
      const history = historyOf(records)
      expect(casesAt(own, history)).toEqual(casesAt(theirs, history))
    }),
    { numRuns: 60 },
  )
}) // prettier-ignore

test('it lacks what the catalogue’s lacks, and says how it is counted', () => {
  const own = measureOf(ASSESSMENTS)
  expect(own.needs.toSorted()).toEqual(measureNamed('assessments-45wd')!.needs.toSorted())
  expect(own.outOf).toBe('Assessments done in the period (authorised on)')
  expect(own.counted).toBe('Within 45 working days, from “referred on” to “authorised on”')
  expect(measureOf(ASSESSMENTS)).toBe(own)
})

const VISITS: CustomDefinition = {
  ...ASSESSMENTS,
  name: 'Visited after a referral',
  table: 'referrals',
  start: { field: 'referredOn', link: null },
  done: { next: 'cinVisits', field: 'visitedOn', where: { field: 'childSeen', codes: ['Y'] } },
  ended: null,
  test: { kind: 'clock', count: 10, unit: 'days' },
  basis: 'happened',
  where: [{ field: 'need', codes: ['N1', 'N2'] }],
  ages: { from: 0, to: 15 },
}
const statesOf = (definition: CustomDefinition, records: ExampleRecords) => {
  const measure = measureOf(definition)
  const window = windowOf(periodTo(measure.periods.at(-1)!, AS_AT), AS_AT)
  return Object.fromEntries(
    casesOf(measure, historyOf(recordsOf(records, AS_AT)), window, settingsOf(measure)).map(
      ({ one, state, amount }) => [one.id, measure.valued === 'mean' ? [state, amount] : state],
    ),
  )
}

test('the next event of another table, of codes and ages: the first visit on which the child was seen', () => {
  const referral = (id: string, need: 'N1' | 'N4', personId = id) => ({ id, personId, referredOn: '2026-04-01', need }) as const // prettier-ignore
  const visit = (personId: string, visitedOn: string, childSeen = true) => ({ id: `${personId}${visitedOn}`, personId, visitedOn, childSeen }) // prettier-ignore
  expect(
    statesOf(VISITS, {
      people: [{ id: 'old', bornOn: '2010-03-31' }, { id: 'fifteen', bornOn: '2010-04-02' }],
      referrals: [referral('met', 'N1'), referral('late', 'N1'), referral('unseen', 'N1'), referral('other', 'N4'), referral('old', 'N1'), referral('fifteen', 'N1')],
      cinVisits: [visit('met', '2026-04-11'), visit('met', '2026-03-30'), visit('late', '2026-04-12'), visit('late', '2026-04-05', false), visit('fifteen', '2026-04-01')],
    }),
  ).toEqual({ met: 'met', late: 'late', unseen: 'open-overdue', fifteen: 'met' })
}) // prettier-ignore

test('yes or no, how many, and how long, by the day they are of', () => {
  const records: ExampleRecords = {
    assessments: [
      { id: 'yes', personId: '1', startedOn: '2026-04-01', authorisedOn: '2026-04-13', childSeen: true },
      { id: 'no', personId: '1', startedOn: '2026-04-01', authorisedOn: '2026-04-02', childSeen: false },
      { id: 'unsaid', personId: '1', startedOn: '2026-04-01' },
      { id: 'back', personId: '1', startedOn: '2026-04-10', authorisedOn: '2026-04-09' },
      { id: 'unread', personId: '1', startedOn: '2026-04-01', authorisedOn: '2026-04-20', unread: ['childSeen'] },
    ],
  }
  const own = { ...ASSESSMENTS, start: { field: 'startedOn', link: null }, ended: null, thresholds: null }
  expect(statesOf({ ...own, test: { kind: 'yes', field: 'childSeen' }, basis: 'happened' }, records)).toEqual({ yes: 'met', no: 'late', unsaid: 'late', back: 'late', unread: 'excluded' }) // prettier-ignore
  expect(statesOf({ ...own, test: { kind: 'count' }, basis: 'snapshot' }, records)).toEqual({ unsaid: 'met' })
  expect(statesOf({ ...own, test: { kind: 'mean', unit: 'days' } }, records)).toMatchObject({ yes: ['met', 12], no: ['met', 1], back: ['excluded', 0] }) // prettier-ignore
  expect(statesOf({ ...own, test: { kind: 'mean', unit: 'working days' } }, records)).toMatchObject({ yes: ['met', 6] })
})

test('children on a plan that day, and cases of some teams', () => {
  const records: ExampleRecords = {
    cpPlans: [{ id: 'p', personId: 'planned', startedOn: '2026-03-01', endedOn: '2026-04-20' }],
    involvements: [{ id: 'i', personId: 'held', workerId: 'W', role: 'CW', teamId: 'T1', fromOn: '2026-01-01' }],
    cinVisits: ['planned', 'held'].flatMap(personId => [
      { id: `${personId}-before`, personId, visitedOn: '2026-04-19' },
      { id: `${personId}-on`, personId, visitedOn: '2026-04-20' },
    ]),
  }
  const visits: CustomDefinition = { ...ASSESSMENTS, table: 'cinVisits', start: { field: 'visitedOn', link: null }, done: null, ended: null, test: { kind: 'count' }, basis: 'happened' } // prettier-ignore
  expect(statesOf({ ...visits, standing: 'protection' }, records)).toEqual({ 'planned-before': 'met' })
  expect(Object.keys(statesOf({ ...visits, teams: ['T1'] }, records))).toEqual(['held-before', 'held-on'])
})

describe('what cannot be counted is refused in words', () => {
  test.each<[Partial<CustomDefinition>, string]>([
    [{ name: ' ' }, 'Enter what it is called'],
    [{ tells: '' }, 'Enter what it tells'],
    [{ table: 'people' as never }, 'Select what is counted'],
    [{ table: 'constructor' as never }, 'Select what is counted'],
    [{ area: 'weather' as never }, 'Select an area'],
    [{ where: [{ field: 'startedOn', codes: ['x'] }] }, 'There is no list of codes "startedOn" in assessments'],
    [{ where: [{ field: 'childSeen', codes: [] }] }, 'Select at least one of Child seen (cina_assessment_child_seen)'],
    [{ where: [{ field: 'childSeen', codes: ['maybe'] }] }, '"maybe" is none of the codes of'],
    [{ ages: { from: 16, to: 5 } }, 'The first age is above the last'],
    [{ ages: { from: -1, to: null } }, 'Enter ages in whole years from 0 to 25'],
    [{ start: { field: 'childSeen', link: null } }, 'Select the day from which it runs'],
    [{ start: { field: 'startedOn', link: { by: 'workerId', field: 'referredOn' } } }, 'Select the record whose day it is'],
    [{ start: { field: 'startedOn', link: { by: 'referralId', field: 'need' } } }, 'Select a day of that record'],
    [{ done: null }, 'Select when it is done'],
    [{ start: { field: 'authorisedOn', link: null } }, 'It cannot begin and be done by the same day'],
    [{ done: { next: 'cinVisits', field: 'childSeen', where: null } }, 'Select a day of the event that comes next'],
    [{ ended: { field: 'outcomes', link: null, where: null } }, 'Select the day after which it is not asked for'],
    [{ test: { kind: 'clock', count: 0, unit: 'days' } }, 'Enter a whole number of days from 1 to 1,500'],
    [{ test: { kind: 'clock', count: 1.5, unit: 'days' } }, 'Enter a whole number of days'],
    [{ test: { kind: 'clock', count: 5, unit: 'hours' as never } }, 'Select working days, days, weeks or months'],
    [{ test: { kind: 'yes', field: 'outcomes' }, basis: 'happened' }, 'Select the yes-or-no field'],
    [{ test: { kind: 'mean', unit: 'days' }, basis: 'due' }, 'Select which cases a period holds: Completed in the period'],
    [{ thresholds: { green: 120, amber: 80 } }, 'Enter percentages from 0 to 100'],
    [{ thresholds: { green: 80, amber: 90 } }, 'Amber begins between green and red'],
    [{ polarity: 'none' }, 'What is neither better nor worse has no rating'],
  ])('%j: %s', (change, words) => {
    expect(problemsOf({ ...ASSESSMENTS, ...change }).map(({ text }) => text).join('\n')).toContain(words)
  }) // prettier-ignore
  test.each([null, 7, {}, { table: 'assessments' }, { ...ASSESSMENTS, start: null }])('kept as %j it is left out', kept => {
    expect(readKeptDefinition(kept)).toBeNull()
  }) // prettier-ignore
  test('the one that is whole is not', () => {
    expect(problemsOf(ASSESSMENTS)).toEqual([])
    expect(readKeptDefinition(JSON.parse(JSON.stringify(ASSESSMENTS)))).toEqual(ASSESSMENTS)
  })
})

describe('examples of the authority’s own', () => {
  const example = (from: string | null, done: string | null, at: string, expected: CustomExample['expected'], says: boolean | null = null): CustomExample => ({ from: from === null ? null : day(from), done: done === null ? null : day(done), says, at: day(at), expected }) // prettier-ignore
  const inTime = example('2015-09-07', '2015-11-09', '2015-11-30', 'met')
  const late = example('2015-09-07', '2015-11-10', '2015-11-30', 'late')
  test.each([
    inTime,
    late,
    example('2015-09-07', null, '2015-11-30', 'open-overdue'),
    example('2015-09-07', null, '2015-09-30', 'none'),
    example(null, '2015-11-10', '2015-11-30', 'excluded'),
  ])('%j comes out', given => {
    expect(tryExample(ASSESSMENTS, given)).toMatchObject({ found: given.expected, isAsExpected: true })
  })
  test.each<[string, CustomDefinition]>([
    ['a next event, codes and ages', VISITS],
    ['children on a plan', { ...VISITS, standing: 'protection', teams: ['T1'] }],
    ['children in need', { ...VISITS, standing: 'need', ages: { from: null, to: 3 } }],
    ['looked after', { ...VISITS, standing: 'care', where: [] }],
  ])('a child of the population is made for %s', (_, definition) => {
    expect(tryExample(definition, example('2026-04-01', '2026-04-11', '2026-04-30', 'met'))).toMatchObject({ isAsExpected: true }) // prettier-ignore
    expect(tryExample(definition, example('2026-04-01', '2026-04-12', '2026-04-30', 'met'))).toMatchObject({ found: 'late' }) // prettier-ignore
  })
  test('by the working days of the council, with what it entered of bank holidays', () => {
    const given = example('2026-09-01', '2026-11-04', '2026-11-30', 'met')
    const calendar = workingDays(withHolidays(BANK_HOLIDAYS, [day('2026-11-02')], 'with one more'))
    expect(tryExample(ASSESSMENTS, given)).toMatchObject({ found: 'late', isAsExpected: false })
    expect(tryExample(ASSESSMENTS, given, calendar)).toMatchObject({ found: 'met', isAsExpected: true })
  })
  test('it may be used when two or more come out, in more than one way', () => {
    expect(whyNotYet(ASSESSMENTS, [inTime])).toContain('at least two examples')
    expect(whyNotYet(ASSESSMENTS, [inTime, inTime])).toContain('at least two ways')
    expect(whyNotYet(ASSESSMENTS, [inTime, { ...late, expected: 'excluded' }])).toBe('One example does not come out as expected') // prettier-ignore
    expect(whyNotYet(ASSESSMENTS, [inTime, late])).toBeNull()
  })
})

test('tables are offered with days, codes and links, and no name, number or address of a child', () => {
  expect(COUNTABLE.length).toBeGreaterThan(20)
  for (const { table, from, fields } of COUNTABLE) {
    expect(fieldIn(table, from)?.kind).toBe('day')
    expect(fields.map(({ field }) => field)).not.toContain('personId')
  }
  expect(fieldIn('assessments', 'referralId')).toMatchObject({ kind: 'link', to: 'referrals' })
  expect(fieldIn('assessments', 'childSeen')).toMatchObject({ kind: 'yes-no', codes: { Y: 'Yes', N: 'No' } })
})
