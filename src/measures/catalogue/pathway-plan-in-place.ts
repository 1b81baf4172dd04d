/** Young people owed a pathway plan who have one. */
import { monthsAfter } from '../../terms/day-number.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { countCareLeavers, OWED, type Position, type Told } from '../histories/care-leavers.ts'
import { eligibleSince } from '../histories/eligible-children.ts'
import { planOn } from '../histories/pathway-plans.ts'
import { type History, isUnread } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countingOf } from '../running.ts'

const CLOCK = clockNamed('pp-initial')!

/** Before three months are over the first plan is not owed yet; where the care that makes them eligible is not in the records, it is. */
function isOwed(history: History, { row, child, on }: Position, settings: Settings): boolean {
  const start = history.of(eligibleSince).get(row.personId)
  if (start === undefined || child?.bornOn == null) return true
  return dueDay(CLOCK, { start, bornOn: child.bornOn }, countingOf(history, settings))! < on
}

const asked =
  (isSo: (plan: number | null, on: number) => boolean) =>
  (one: Position, history: History, settings: Settings): Told => {
    if (one.row.inTouch === 'REFU') return { leftOut: 'The young person refused contact' }
    if (one.row.inTouch !== 'YES' || !isOwed(history, one, settings)) return null
    return isUnread(one.row, 'pathwayPlanOn') ? { leftOut: 'unread' } : isSo(planOn(history, one), one.on)
  }

const leaver = (id: string, pathwayPlanOn: string | null, more: object = {}) =>
  ({ id, personId: id, eligibility: 'former-relevant', inTouch: 'YES', pathwayPlanOn, ...more }) as const

const SOME = {
  careLeavers: [
    leaver('1', '2015-09-30'),
    leaver('2', '2015-09-29'),
    leaver('3', null),
    leaver('4', null, { inTouch: 'REFU' }),
    leaver('5', null, { inTouch: 'NO' }),
    leaver('6', null, { eligibility: 'qualifying' }),
  ],
}

export default measure({
  id: 'pathway-plan-in-place',
  number: 69,
  name: 'Care leavers with a pathway plan',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Eligible, relevant and former relevant young people in touch with the council, whose first plan is due',
  counted: 'There is a pathway plan',
  leftOut: 'Young people who refused contact',
  rule: 'Latest position only: the dataset keeps one row a young person, and earlier days cannot be told',
  source: 'Care Planning Regulations 2010, regulations 42 and 43; Care Leavers (England) Regulations 2010',
  marks: ['F'],
  needs: ['careLeavers.eligibility', 'careLeavers.inTouch', 'careLeavers.pathwayPlanOn'],
  thresholds: { shape: 'higher', green: 98, amber: 90 },
  stateWords: { met: 'Has a plan', late: 'Has no plan' },
  count: countCareLeavers(
    OWED,
    asked(plan => plan !== null),
  ),
  variants: {
    'up-to-date': {
      name: 'Care leavers with an up-to-date pathway plan',
      counted: 'The pathway plan was made or reviewed in the last six months',
      rule: 'The plan or its last review and six months; latest position only',
      stateWords: { met: 'Up to date', late: 'No plan, or not up to date' },
      count: countCareLeavers(
        OWED,
        asked((plan, on) => plan !== null && monthsAfter(plan, 6) >= on),
      ),
    },
  },
  examples: [
    {
      that: 'a plan, no plan; refused is left out, not in touch and qualifying are not counted',
      records: SOME,
      at: '2016-03-30',
      gives: { numerator: 2, denominator: 3, value: 66.7, excluded: 1, states: { 1: 'met', 3: 'late', 4: 'excluded' } },
    },
    {
      that: 'six months ago to the day, and a day more',
      variant: 'up-to-date',
      records: SOME,
      at: '2016-03-30',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'the first plan is not owed on the day it is due, and is the day after',
      records: {
        people: [
          { id: '1', bornOn: '2000-01-01' },
          { id: '2', bornOn: '1999-12-31' },
        ],
        claEpisodes: ['1', '2'].map(id => ({ id, personId: id, startedOn: '2014-06-02', startReason: 'S' })),
        careLeavers: [
          leaver('1', null, { eligibility: 'eligible' }),
          leaver('2', null, { eligibility: 'eligible' }),
          leaver('9', '2016-01-01'),
        ],
      },
      at: '2016-04-01',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 2: 'late', 9: 'met' } },
    },
    {
      that: 'an earlier month cannot be told from the latest position',
      records: SOME,
      at: '2016-03-30',
      asAt: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
