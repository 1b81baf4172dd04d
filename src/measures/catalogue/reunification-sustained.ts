/** Children who went home from care and have not come back within twelve months. */
import { rowsOf } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { carePeriodsByChild } from '../histories/care-periods.ts'
import { ceasings } from '../histories/leaving-care.ts'
import { type History, numbered } from '../history.ts'
import { type Case, type Count, measure } from '../measure.ts'

type Return = Case & { readonly yearOn: DayNumber; readonly cameBack: boolean; readonly leftOut: string | null }

/** `yearOn`: twelve months after they went home. */
const returnsHome = (history: History): readonly Return[] =>
  history.of(ceasings).flatMap(one => {
    if (one.ceased !== 'E4A' && one.ceased !== 'E4B') return []
    const yearOn = monthsAfter(one.done, 12)
    const later = history
      .of(carePeriodsByChild)
      .get(one.personId)!
      .some(({ from, isShortBreaks }) => !isShortBreaks && from >= one.done && from <= yearOn && from > one.start)
    return [{ ...one, yearOn, cameBack: later, leftOut: leftOutBy(history, one.personId, one.done, yearOn) }]
  })

function leftOutBy(history: History, personId: string, from: DayNumber, to: DayNumber): string | null {
  const child = history.child(personId)
  if (child?.eighteenOn != null && child.eighteenOn <= to) return 'turned-18'
  if (child?.diedOn != null && child.diedOn <= to) return 'The child died'
  const hasMoved = rowsOf(history.records.referrals, personId).some(({ closedOn, closeReason }) => {
    const on = numbered(closedOn)
    return closeReason === 'RC5' && on !== null && on >= from && on <= to
  })
  return hasMoved ? 'Moved to another authority' : null
}

const count: Count = (history, { from, to }, take) => {
  for (const one of history.of(returnsHome)) {
    if (one.yearOn < from || one.yearOn > to) continue
    if (one.leftOut !== null) take(one, 'excluded', 1, one.leftOut)
    else take(one, one.cameBack ? 'late' : 'met')
  }
}

const home = (id: string, ceasedReason: 'E4A' | 'E4B' | 'E11' = 'E4A', ceasedOn = '2015-03-31') => ({
  id,
  personId: id,
  startedOn: '2014-01-06',
  startReason: 'S' as const,
  ceasedOn,
  ceasedReason,
})
const again = (personId: string, startedOn: string) => ({
  id: `${personId}-again`,
  personId,
  startedOn,
  startReason: 'S' as const,
})

export default measure({
  id: 'reunification-sustained',
  number: 49,
  name: 'Children who went home and did not come back into care within twelve months',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date'],
  looksBack: 12,
  outOf: 'Children who went home from care to their parents, and whose twelve months ended in the period',
  counted: 'No new period of care began within the twelve months',
  leftOut: 'Short breaks; children who turned 18, died or moved to another authority within the twelve months',
  rule: 'Twelve months after going home, the last day counted; reported when the twelve months are over',
  source: 'Local measure, with a target of 85%',
  marks: ['D'],
  needs: ['claEpisodes.ceasedOn', 'claEpisodes.ceasedReason'],
  thresholds: { shape: 'higher', green: 85, amber: 75 },
  stateWords: { met: 'Still at home', late: 'Came back' },
  count,
  variants: {
    'plan-agreed': {
      name: 'Returns home whose plan was agreed at a statutory review',
      outOf: 'Children who went home from care to their parents in the period',
      counted: 'The plan for the return was agreed at a statutory review',
      rule: 'On or before the day of the return',
      needs: [{ notHeld: 'What a review agreed about a return home' }],
      thresholds: { shape: 'higher', green: 100, amber: 90 },
      stateWords: {},
      count: () => {},
    },
  },
  examples: [
    {
      that: 'back on the last day of the twelve months, the day after, and not at all',
      records: {
        claEpisodes: [
          home('1'),
          again('1', '2016-03-31'),
          home('2'),
          again('2', '2016-04-01'),
          home('3', 'E4B'),
          home('4', 'E11'),
        ],
      },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { 1: 'late', 2: 'met', 3: 'met' } },
    },
    {
      that: 'twelve months that are not over are not yet counted; 18 on the last day is left out',
      records: {
        people: [{ id: '2', bornOn: '1998-03-31' }],
        claEpisodes: [home('1', 'E4A', '2015-04-01'), home('2')],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 1, states: { 2: 'excluded' } },
    },
    {
      that: 'moved to another authority, or died, within the twelve months: left out',
      records: {
        people: [{ id: '2', bornOn: '2008-01-04', diedOn: '2015-12-01' }],
        claEpisodes: [home('1'), home('2')],
        referrals: [{ id: 'r', personId: '1', referredOn: '2013-12-02', closedOn: '2016-03-31', closeReason: 'RC5' }],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, excluded: 2, states: { 1: 'excluded', 2: 'excluded' } },
    },
    {
      that: 'closed for another reason, the child stays in the count',
      records: {
        claEpisodes: [home('1')],
        referrals: [{ id: 'r', personId: '1', referredOn: '2013-12-02', closedOn: '2016-03-31', closeReason: 'RC7' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
  ],
})
