/** The clocks that run for a child on the day of the extract: each told once, and none that nobody can still meet. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { dayNumbered } from '../terms/day-number.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'
import type { CustomDefinition } from './custom-definition.ts'
import { customMeasure } from './custom-measure.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { openClocks } from './open-clocks.ts'

const clocksOf = (records: ExampleRecords, asAt = '2026-11-20') =>
  openClocks(historyOf(recordsOf(records, day(asAt)))).map(({ clock, due, isOverdue, isLongPast }) => ({
    clock: clock.id,
    due: dayNumbered(due),
    isOverdue,
    isLongPast,
  }))

const [id, personId] = ['1', 'P1']
const assessed = (referredOn: string, closedOn: string | null = null): ExampleRecords => ({
  referrals: [{ id, personId, referredOn, ...(closedOn && { closedOn, closeReason: 'RC1' as never }) }],
  assessments: [{ id, personId, referralId: id, startedOn: referredOn }],
})

test('a clock that two measures count is told once', () => {
  const told = clocksOf(assessed('2026-11-02')).filter(({ clock }) => clock.startsWith('assessment-45'))
  expect(told).toEqual([{ clock: 'assessment-45', due: '2027-01-07', isOverdue: false, isLongPast: false }])
})

test('on the day it is due it is not overdue; the day after it is; an assessment is owed however late it is', () => {
  const stands = (asAt: string) => {
    const told = clocksOf(assessed('2025-09-01'), asAt).find(({ clock }) => clock.startsWith('assessment-45'))!
    return [told.isOverdue, told.isLongPast]
  }
  expect(stands('2025-11-03')).toEqual([false, false])
  expect(stands('2025-11-04')).toEqual([true, false])
  expect(stands('2026-11-04')).toEqual([true, false])
})

test('a referrer who was not told within a year is no work any more', () => {
  const stands = (asAt: string) => {
    const referral = { id: 'r1', personId: '1', referredOn: '2025-09-01', source: '6' } as const
    const told = { referralId: 'r0', referrerToldOn: '2025-08-04' } as const
    const before = { id: 'r0', personId: '2', referredOn: '2025-08-01', source: '6' } as const
    const records = { referrals: [before, referral], referralDecisions: [told] }
    return clocksOf(records, asAt).find(({ clock }) => clock.startsWith('referrer-feedback'))?.isLongPast
  }
  expect(stands('2026-09-04')).toBe(false)
  expect(stands('2026-09-05')).toBe(true)
})

test('an initial health assessment that nobody recorded years ago is no work any more: the yearly one is', () => {
  const stands = (startedOn: string) => {
    const records = { claEpisodes: [{ id: 'e1', personId: '1', startedOn, startReason: 'S' as const }] }
    const other = { healthChecks: [{ id: 'h1', personId: '2', checkedOn: '2026-01-05', kind: 'initial' as const, status: 'completed' as const }] } // prettier-ignore
    return clocksOf({ ...records, ...other }, '2026-11-22').find(({ clock }) => clock.startsWith('iha'))?.isLongPast
  }
  expect([stands('2012-03-01'), stands('2026-03-02')]).toEqual([true, false])
})

test('of a closed case only what began in the last four weeks is told', () => {
  const isTold = (referredOn: string, closedOn: string) => clocksOf(assessed(referredOn, closedOn)).length > 0
  expect(isTold('2026-09-01', '2026-10-01')).toBe(false)
})

const running = (records: ExampleRecords, asAt: string) =>
  openClocks(historyOf(recordsOf(records, day(asAt)))).map(({ clock, due, isOverdue }) => [
    clock.id.split('/')[0],
    dayNumbered(due),
    isOverdue,
  ])

const referrals = [{ id: 'r', personId: 'P1', referredOn: '2026-09-01' }] as const

test('an initial conference that an enquiry decided on, and nobody has held, is due 15 working days after the enquiry began', () => {
  const section47s = [
    {
      id: 's',
      personId: 'P1',
      referralId: 'r',
      startedOn: '2026-10-05',
      endedOn: '2026-10-12',
      outcomes: ['cp-conference'],
    },
  ] as unknown as NonNullable<ExampleRecords['section47s']>
  const found = running(
    { referrals, section47s, conferences: [{ id: 'c', personId: 'P2', heldOn: '2026-01-05' }] },
    '2026-10-30',
  )
  expect(found).toContainEqual(['icpc-15', '2026-10-26', true])
})

test('where no visits were brought, no visit is told as overdue', () => {
  const cinPlans = [{ id: 'p', personId: 'P1', referralId: 'r', startedOn: '2026-10-01' }]
  expect(running({ referrals, cinPlans }, '2026-11-20')).toEqual([])
})

test('a visit to a child in need is due, and is not while the child is on a protection plan', () => {
  const cinPlans = [{ id: 'p', personId: 'P1', referralId: 'r', startedOn: '2026-10-01' }]
  const cinVisits = [{ id: 'v', personId: 'P1', visitedOn: '2026-10-05', childSeen: true }]
  const visits = (records: ExampleRecords) =>
    running({ referrals, cinPlans, cinVisits, ...records }, '2026-11-20').filter(([clock]) => clock === 'cin-visit')
  expect(visits({})).toEqual([['cin-visit', '2026-11-02', true]])
  expect(visits({ cpPlans: [{ id: 'q', personId: 'P1', startedOn: '2026-11-01' }] })).toEqual([])
})

/** How the clocks of one kind stand, for one child in care or need. */
const standing = (clock: string, records: ExampleRecords, asAt: string) =>
  running({ referrals, ...records }, asAt).flatMap(([id, due, isOverdue]) => (id === clock ? [[due, isOverdue]] : []))

const inCare = (ceasedOn?: string) =>
  ({
    people: [{ id: 'P1', bornOn: '2014-05-01' }],
    claEpisodes: [{ id: 'e', personId: 'P1', startedOn: '2025-01-06', startReason: 'S', ...(ceasedOn && { ceasedOn, ceasedReason: 'E4A' }) }], // prettier-ignore
  }) as unknown as ExampleRecords

test('the interview after a return is due within 72 hours; held, declined, or held after a later return, it runs no more', () => {
  const back = (id: string, endedAt: string) =>
    ({ id, personId: 'P1', type: 'M', startedOn: '2026-11-01', endedOn: endedAt.slice(0, 10), ...(endedAt.length > 10 && { endedAt }) }) // prettier-ignore
  const rhi = (missing: readonly object[], returnInterviews: readonly object[], asAt: string) => {
    const recorded = { id: 'i9', personId: 'P9', missingId: 'm9', heldOn: '2026-01-05' }
    return standing('rhi', { missing, returnInterviews: [recorded, ...returnInterviews] } as ExampleRecords, asAt)
  }
  const [byTime, byDay] = [back('m1', '2026-11-10T10:00'), back('m1', '2026-11-10')]
  expect(rhi([byTime], [], '2026-11-12')).toEqual([['2026-11-13', false]])
  expect(rhi([byTime], [], '2026-11-13')).toEqual([['2026-11-13', true]])
  expect(rhi([byDay], [], '2026-11-13')).toEqual([['2026-11-13', false]])
  expect(rhi([byDay], [], '2026-11-14')).toEqual([['2026-11-13', true]])
  expect(rhi([byTime], [{ id: 'i1', missingId: 'm1', heldOn: '2026-11-15' }], '2026-11-15')).toEqual([])
  expect(rhi([byTime], [{ id: 'i1', missingId: 'm1', outcome: 'declined' }], '2026-11-15')).toEqual([])
  const again = back('m2', '2026-11-16')
  expect(rhi([byTime, again], [], '2026-11-17')).toEqual([['2026-11-13', true], ['2026-11-19', false]]) // prettier-ignore
  expect(rhi([byTime, again], [{ id: 'i2', missingId: 'm2', heldOn: '2026-11-17' }], '2026-11-17')).toEqual([])
})

test('the next health assessment is due a year after the last, and not after leaving care; before the first there is the initial one', () => {
  const assessed = (...days: string[]) =>
    ({ healthChecks: [['P9', '2025-01-06'], ...days.map(on => ['P1', on])].map(([personId, checkedOn]) => ({ id: `${personId}${checkedOn}`, personId, checkedOn, kind: 'review', status: 'completed' })) }) as ExampleRecords // prettier-ignore
  const rha = (records: ExampleRecords, asAt: string) => standing('rha', records, asAt)
  expect(rha({ ...inCare(), ...assessed('2025-02-03') }, '2026-02-03')).toEqual([['2026-02-03', false]])
  expect(rha({ ...inCare(), ...assessed('2025-02-03') }, '2026-02-04')).toEqual([['2026-02-03', true]])
  expect(rha({ ...inCare(), ...assessed('2025-02-03', '2026-02-04') }, '2026-02-04')).toEqual([['2027-02-04', false]])
  expect(rha({ ...inCare('2026-02-01'), ...assessed('2025-02-03') }, '2026-02-04')).toEqual([])
  expect(rha({ ...inCare(), ...assessed() }, '2026-02-04')).toEqual([])
})

test('teeth are to be checked within a year of coming into care, and of each check', () => {
  const dental = (days: readonly string[], asAt: string, ceasedOn?: string) => {
    const healthChecks = days.map(checkedOn => ({ id: checkedOn, personId: 'P1', checkedOn, kind: 'dental', status: 'completed' })) // prettier-ignore
    const other = { id: 'h9', personId: 'P9', checkedOn: '2025-01-06', kind: 'dental', status: 'completed' }
    return standing('dental', { ...inCare(ceasedOn), healthChecks: [other, ...healthChecks] } as ExampleRecords, asAt)
  }
  expect(dental([], '2026-01-06')).toEqual([['2026-01-06', false]])
  expect(dental([], '2026-01-07')).toEqual([['2026-01-06', true]])
  expect(dental(['2025-03-03'], '2026-01-07')).toEqual([['2026-03-03', false]])
  expect(dental([], '2026-01-07', '2026-01-05')).toEqual([])
})

test('a questionnaire is due every year from the fourth birthday or coming into care, and none at 17', () => {
  const sdq = (row: object | null, asAt: string, bornOn = '2014-05-01', ceasedOn?: string) => {
    const sdqs = [{ id: 's9', personId: 'P9', completedOn: '2025-01-06', score: 9 }, ...(row ? [{ id: 's', personId: 'P1', completedOn: '2025-04-07', ...row }] : [])] // prettier-ignore
    return standing('sdq', { ...inCare(ceasedOn), people: [{ id: 'P1', bornOn }], sdqs } as ExampleRecords, asAt)
  }
  expect(sdq(null, '2026-01-06')).toEqual([['2026-01-06', false]])
  expect(sdq(null, '2026-01-07')).toEqual([['2026-01-06', true]])
  expect(sdq({ score: 12 }, '2026-04-07')).toEqual([['2026-04-07', false]])
  expect(sdq({ reason: 'SDQ3' }, '2026-04-07')).toEqual([['2026-04-07', false]])
  expect(sdq({ reason: 'SDQ2' }, '2026-04-07')).toEqual([['2026-01-06', true]])
  expect(sdq(null, '2025-05-01', '2021-03-01')).toEqual([['2026-03-01', false]])
  expect(sdq(null, '2025-05-01', '2009-01-06')).toEqual([])
  expect([sdq(null, '2026-02-01', '2009-02-02'), sdq(null, '2026-02-02', '2009-02-02')]).toEqual([
    [['2026-01-06', true]],
    [],
  ])
  expect(sdq(null, '2026-01-07', '2014-05-01', '2026-01-05')).toEqual([])
})

test('an education plan is due in the term after the last one', () => {
  const pep = (days: readonly string[], asAt: string, ceasedOn?: string) => {
    const educationPlans = days.map(heldOn => ({ id: heldOn, personId: 'P1', heldOn }))
    return standing('pep-term', { ...inCare(ceasedOn), educationPlans } as ExampleRecords, asAt)
  }
  expect(pep(['2026-02-02', '2026-03-02'], '2026-04-01')).toEqual([])
  expect(pep(['2026-02-02', '2026-03-02'], '2026-04-16')).toEqual([['2026-08-31', false]])
  expect(pep(['2026-02-02'], '2026-09-01')).toEqual([['2026-08-31', true]])
  expect(pep(['2026-02-02', '2026-05-04'], '2026-06-01')).toEqual([])
  expect(pep(['2026-02-02'], '2026-09-01', '2026-07-01')).toEqual([])
})

const event = (kind: string, happenedOn: string, personId = 'P1') => ({ id: `${personId}${kind}${happenedOn}`, personId, kind, happenedOn }) // prettier-ignore
const reviewed = (...days: string[]) => days.map(heldOn => ({ id: heldOn, personId: 'P1', heldOn }))

test('the reviewing officer looks in at the latest four weeks after the mid-point, until the next review', () => {
  const midPoint = (reviews: readonly string[], days: readonly string[], asAt: string) => {
    const keyEvents = [event('iro-midpoint', '2025-01-06', 'P9'), ...days.map(on => event('iro-midpoint', on))]
    return standing('iro-midpoint', { ...inCare(), claReviews: reviewed(...reviews), keyEvents } as ExampleRecords, asAt) // prettier-ignore
  }
  const held = ['2025-02-03', '2025-05-01']
  expect(midPoint(held, [], '2025-08-28')).toEqual([['2025-08-29', false]])
  expect(midPoint(held, [], '2025-08-30')).toEqual([['2025-08-29', true]])
  expect(midPoint(held, ['2025-08-04'], '2025-08-30')).toEqual([])
  expect(midPoint([...held, '2025-08-30'], [], '2025-08-30')).toEqual([['2025-12-27', false]])
})

test('permanence is to be agreed by the second review, beside what a manager owes at six months', () => {
  const permanence = (days: readonly string[], asAt: string, ceasedOn?: string) => {
    const recorded = ['permanence-agreed', 'oversight-6-months'].map(kind => event(kind, '2025-01-06', 'P9'))
    const keyEvents = [...recorded, ...days.map(on => event('permanence-agreed', on))]
    const care = { ...inCare(ceasedOn), claReviews: reviewed('2025-02-03', '2025-04-30'), carePlans: [{ id: 'c', personId: 'P9' }] } // prettier-ignore
    return standing('permanence', { ...care, keyEvents } as ExampleRecords, asAt)
  }
  const atSixMonths = ['2025-07-06', false]
  expect(permanence([], '2025-04-29')).toEqual([['2025-05-03', false], atSixMonths])
  expect(permanence([], '2025-05-01')).toEqual([['2025-04-30', true], atSixMonths])
  expect(permanence(['2025-04-30'], '2025-05-01')).toEqual([atSixMonths])
  expect(permanence([], '2025-05-01', '2025-05-01')).toEqual([])
})

test('section 20 is looked at after three months, then every six, but for unaccompanied children', () => {
  const section20 = (days: readonly string[], asAt: string, more: object = {}) => {
    const legalStatuses = [{ id: 'l', personId: 'P1', status: 'V2', fromOn: '2025-01-06' }]
    const keyEvents = [event('s20-review', '2024-01-08', 'P9'), ...days.map(on => event('s20-review', on))]
    return standing('s20-review', { ...inCare(), legalStatuses, keyEvents, ...more } as ExampleRecords, asAt)
  }
  expect(section20([], '2025-04-06')).toEqual([['2025-04-06', false]])
  expect(section20([], '2025-04-07')).toEqual([['2025-04-06', true]])
  expect(section20(['2025-04-07'], '2025-04-08')).toEqual([['2025-10-07', false]])
  expect(section20([], '2025-04-07', inCare('2025-04-07'))).toEqual([])
  const immigrationStatuses = [{ id: 'u', personId: 'P1', status: 'UASC', fromOn: '2025-01-06' }]
  expect(section20([], '2025-04-07', { immigrationStatuses })).toEqual([])
})

test('pre-proceedings end within 12 weeks of the letter, or when proceedings are issued, which end within 26', () => {
  const court = (clock: string, more: object, asAt: string) =>
    standing(clock, { courtCases: [{ id: 'c', personId: 'P1', letterOn: '2026-09-07', ...more }] } as ExampleRecords, asAt) // prettier-ignore
  expect(court('pre-proceedings', {}, '2026-11-30')).toEqual([['2026-11-30', false]])
  expect(court('pre-proceedings', {}, '2026-12-01')).toEqual([['2026-11-30', true]])
  expect(court('pre-proceedings', { preProceedingsEndedOn: '2026-11-30' }, '2026-12-01')).toEqual([])
  expect(court('pre-proceedings', { issuedOn: '2026-10-05' }, '2026-12-01')).toEqual([])
  expect(court('proceedings', { issuedOn: '2026-10-05' }, '2026-12-01')).toEqual([['2027-04-04', false]])
  expect(court('proceedings', { issuedOn: '2026-10-05' }, '2027-04-05')).toEqual([['2027-04-04', true]])
  expect(court('proceedings', { issuedOn: '2026-10-05', finalOrderOn: '2027-04-05' }, '2027-04-05')).toEqual([])
})

test('a manager looks at a case every six weeks in need, and every 28 days on a protection plan', () => {
  const look = (days: readonly string[], asAt: string, more: object = {}) => {
    const looks = [['P9', '2026-01-05'], ...days.map(on => ['P1', on])]
    const supervisions = looks.map(([childId, heldOn]) => ({ id: `${childId}${heldOn}`, childId, heldOn, recordedOn: heldOn })) // prettier-ignore
    return standing('supervision', { supervisions, ...more } as ExampleRecords, asAt)
  }
  expect(look([], '2026-10-13')).toEqual([['2026-10-13', false]])
  expect(look([], '2026-10-14')).toEqual([['2026-10-13', true]])
  expect(look(['2026-09-15'], '2026-10-14')).toEqual([['2026-10-27', false]])
  expect(look(['2026-03-02'], '2026-10-13')).toEqual([['2026-10-13', false]])
  const cpPlans = [{ id: 'q', personId: 'P1', startedOn: '2026-09-08' }]
  expect(look(['2026-09-15'], '2026-10-14', { cpPlans })).toEqual([['2026-10-13', true]])
  const closed = [{ ...referrals[0], closedOn: '2026-10-01', closeReason: 'RC1' }]
  expect(look([], '2026-10-14', { referrals: closed })).toEqual([])
})

test('a pathway plan is reviewed six months after it was, as the position says or the review is told, until 21', () => {
  const review = (
    asAt: string,
    more: object = {},
    keyEvents: readonly object[] = [],
    bornOn = '2008-03-03',
    cases = referrals,
  ) => {
    const leaver = { id: 'k', personId: 'P1', eligibility: 'relevant', inTouch: 'YES', pathwayPlanOn: '2026-04-07', ...more } // prettier-ignore
    return standing('pp-review', { people: [{ id: 'P1', bornOn }], careLeavers: [leaver], keyEvents, referrals: cases } as ExampleRecords, asAt) // prettier-ignore
  }
  expect(review('2026-10-07')).toEqual([['2026-10-07', false]])
  expect(review('2026-10-08')).toEqual([['2026-10-07', true]])
  const closed = [{ ...referrals[0], closedOn: '2026-09-20', closeReason: 'RC1' }] as never
  expect(review('2026-10-08', {}, [], '2008-03-03', closed)).toEqual([['2026-10-07', true]])
  expect(review('2026-10-08', { pathwayPlanOn: '2026-10-08' })).toEqual([['2027-04-08', false]])
  const told = [event('first-pathway-plan', '2026-04-07'), event('pathway-review', '2026-10-08')]
  expect(review('2026-10-08', {}, told)).toEqual([['2027-04-08', false]])
  expect(review('2026-10-08', {}, told.slice(0, 1))).toEqual([['2026-10-07', true]])
  expect(review('2026-10-08', { inTouch: 'REFU' })).toEqual([])
  expect(review('2026-10-08', {}, [], '2005-10-01')).toEqual([])
})

test("the council's own measures have clocks too, each beside those of the catalogue, and as the last version says", () => {
  const definition: CustomDefinition = {
    name: 'Duty visits', tells: 'Whether families wait', source: 'Local protocol', area: 'assessment', table: 'assessments',
    where: [], standing: 'all', ages: { from: null, to: null }, teams: [],
    start: { field: 'startedOn', link: null }, done: { field: 'authorisedOn' }, ended: null,
    test: { kind: 'clock', count: 10, unit: 'working days' }, basis: 'due', polarity: 'higher', thresholds: null,
  } // prettier-ignore
  const ours = (id: string, number: number, count: number) =>
    customMeasure({ id, customMeasureId: 1, number, from: day('2026-01-01'), definition: { ...definition, test: { kind: 'clock', count, unit: 'days' } } }) // prettier-ignore
  const history = historyOf(recordsOf(assessed('2026-11-02'), day('2026-11-20')))
  const told = (...own: ReturnType<typeof ours>[]) =>
    openClocks(history, new Map(), [...WHOLE_CATALOGUE, ...own]).map(
      ({ clock, due }) => `${clock.id} ${dayNumbered(due)}`,
    )
  const usual = told()
  expect(told(ours('own/visits', 1, 10), ours('own/again', 1, 12))).toEqual([
    'own/visits 2026-11-12',
    'own/again 2026-11-14',
    ...usual,
  ])
  expect(told(ours('own/visits', 2, 14))).toEqual(['own/visits 2026-11-16', ...usual])
})
