/** Young people of 16 and over with a personal adviser of their own. */
import type { DayNumber } from '../../terms/day-number.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import { countCareLeavers, hasAdviserOn, OWED } from '../histories/care-leavers.ts'
import { eligibleSince } from '../histories/eligible-children.ts'
import { firstOf } from '../histories/reach.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure } from '../measure.ts'

const advisersReach = ({ records }: History): { on: DayNumber } => ({
  on: firstOf(records.involvements.flatMap(({ role, fromOn }) => (role === 'PA' ? (numbered(fromOn) ?? []) : []))),
})

const adviser = (id: string, fromOn: string, untilOn: string | null = null) =>
  ({ id, personId: id, role: 'PA', workerId: 'w', fromOn, untilOn }) as const

export default measure({
  id: 'personal-adviser-allocated',
  number: 72,
  name: 'Young people of 16 and over with a personal adviser',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Eligible, relevant and former relevant young people',
  counted: 'A personal adviser is named',
  leftOut: 'Young people who died',
  rule: 'Latest position only: the dataset keeps one row a young person, and earlier days cannot be told',
  source: 'Children Act 1989, schedule 2 and section 23D',
  marks: ['K'],
  needs: ['careLeavers.eligibility', 'careLeavers.personalAdviserId'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Has an adviser', late: 'Has none' },
  count: countCareLeavers(OWED, ({ row, on }, history) => {
    if (row.inTouch === 'DIED') return { leftOut: 'The young person died' }
    if (isUnread(row, 'personalAdviserId')) return { leftOut: 'unread' }
    return row.personalAdviserId !== null || hasAdviserOn(history, row.personId, on)
  }),
  variants: {
    'in-care': {
      name: 'Looked after young people of 16 and over with a personal adviser',
      outOf: 'Young people looked after who are eligible: 16 or over, with 13 weeks in care since 14',
      counted: 'A personal adviser works with the young person',
      leftOut: 'Days before advisers were recorded',
      rule: 'At the end of the day, from involvements',
      needs: ['claEpisodes.startedOn', 'involvements.role', 'involvements.fromOn'],
      count: countLookedAfter(({ personId }, on, history) => {
        if ((history.of(eligibleSince).get(personId) ?? Infinity) > on) return null
        if (history.of(advisersReach).on > on) return { leftOut: 'not-recorded' }
        return hasAdviserOn(history, personId, on)
      }),
    },
  },
  examples: [
    {
      that: 'named, named only in the involvements, not named, and dead',
      records: {
        careLeavers: ['1', '2', '3', '4'].map(id => ({
          id,
          personId: id,
          eligibility: 'relevant',
          personalAdviserId: id === '1' ? 'w' : null,
          inTouch: id === '4' ? 'DIED' : 'YES',
        })),
        involvements: [adviser('2', '2016-03-31'), adviser('3', '2015-01-05', '2016-03-31')],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, excluded: 1, states: { 2: 'met', 3: 'late' } },
    },
    {
      that: 'in care at 16 with an adviser since the day, from the day after, and not yet 16',
      variant: 'in-care',
      records: {
        people: [
          { id: '1', bornOn: '2000-03-31' },
          { id: '2', bornOn: '2000-03-31' },
          { id: '3', bornOn: '2000-04-01' },
        ],
        claEpisodes: ['1', '2', '3'].map(id => ({ id, personId: id, startedOn: '2015-01-05', startReason: 'S' })),
        involvements: [adviser('9', '2015-01-05'), adviser('1', '2016-03-31'), adviser('2', '2016-04-01')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
  ],
})
