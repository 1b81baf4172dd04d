/** Assessments before birth that are done well before it. */
import type { DayNumber } from '../../terms/day-number.ts'
import { birthOf } from '../../children/person.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { assessments } from '../histories/assessments.ts'
import { type History, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, countingOf, type Running, runningTo } from '../running.ts'

const CLOCK = clockNamed('assessment-45')!

/** The day the birth was expected: of a child since born, the birth itself where no other day is held. */
function expectedOn(history: History, personId: string): DayNumber | null {
  const person = history.child(personId)?.person
  return person ? (numbered(person.expectedOn) ?? numbered(birthOf(person))) : null
}

/** Of children not yet born when it began; a pregnancy that ended before the day due ends it. */
function preBirth(history: History, settings: Settings): Running[] {
  return history.of(assessments).flatMap(one => {
    const { id, personId, from, startedOn, authorisedOn, isUnread } = one
    const [child, expected] = [history.child(personId), expectedOn(history, personId)]
    const begunOn = startedOn ?? from
    const bornOn = child?.bornOn ?? null
    if (expected === null || begunOn === null || bornOn === null || begunOn >= bornOn) return []
    const local = expected - Number(settings.daysBefore)
    const full = from === null ? null : dueDay(CLOCK, { start: from }, countingOf(history, settings))
    const due = from === null || full === null || from > local ? full : Math.min(full, local)
    const began = { id, personId, facts: { start: from }, done: authorisedOn, ended: child!.diedOn }
    return [runningTo(CLOCK, { ...began, leftOut: isUnread ? 'unread' : null }, due, history, settings)]
  })
}

export default measure({
  id: 'pre-birth-assessment-timely',
  number: 22,
  name: 'Assessments before birth completed in time',
  area: 'assessment',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['quarter', 'rolling-year'],
  outOf: 'Assessments of children not yet born when they began, due in the period',
  counted: 'Authorised within 45 working days, and eight weeks before the birth was expected',
  leftOut: 'Pregnancies that ended before the assessment was due',
  rule: 'The earlier of 45 working days from the referral and 56 days before the birth is expected; only the first where the referral came later than that',
  source: 'Working Together to Safeguard Children for the 45 working days; the eight weeks are local',
  marks: ['F', 'D'],
  needs: ['assessments.authorisedOn', 'referrals.referredOn', 'people.expectedOn'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'assessment-45',
  settings: { daysBefore: { words: 'Days before the expected birth by which it is done', value: 56, mark: 'D' } },
  count: countDue(preBirth),
  examples: [
    {
      that: 'eight weeks before the birth comes first; on the day and the day after; a referral too late for it has 45 days',
      records: {
        people: [
          { id: '1', expectedOn: '2016-08-01' },
          { id: '2', expectedOn: '2016-08-01' },
          { id: '3', expectedOn: '2016-06-10', bornOn: '2016-06-12' },
          { id: '4', bornOn: '2016-05-09' },
        ],
        referrals: ['1', '2', '3', '4'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-05-09' })),
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2016-05-10', authorisedOn: '2016-06-06' },
          { id: 'a2', personId: '2', referralId: 'r2', startedOn: '2016-05-10', authorisedOn: '2016-06-07' },
          { id: 'a3', personId: '3', referralId: 'r3', startedOn: '2016-05-10', authorisedOn: '2016-07-12' },
          { id: 'a4', personId: '4', referralId: 'r4', startedOn: '2016-05-10', authorisedOn: '2016-05-12' },
        ],
      },
      at: '2016-07-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { a1: 'met', a2: 'late', a3: 'met' } },
    },
    {
      that: 'a pregnancy that ended on the day due is left out',
      records: {
        people: [{ id: '1', expectedOn: '2016-08-01', diedOn: '2016-06-06' }],
        referrals: [{ id: 'r1', personId: '1', referredOn: '2016-05-09' }],
        assessments: [{ id: 'a1', personId: '1', referralId: 'r1', startedOn: '2016-05-10' }],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1 },
    },
    {
      that: 'begun on the day of the birth is no assessment before it; the day before is',
      records: {
        people: [
          { id: '1', bornOn: '2016-06-06' },
          { id: '2', bornOn: '2016-06-07' },
          { id: '3', expectedOn: '2016-08-01', unread: ['bornOn'] },
        ],
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2016-06-03' })),
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2016-06-06', authorisedOn: '2016-06-10' },
          { id: 'a2', personId: '2', referralId: 'r2', startedOn: '2016-06-06', authorisedOn: '2016-06-10' },
          { id: 'a3', personId: '3', authorisedOn: '2016-06-10' },
        ],
      },
      at: '2016-09',
      gives: { numerator: 1, denominator: 1, excluded: 0, states: { a2: 'met' } },
    },
  ],
})
