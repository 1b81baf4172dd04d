/** Care proceedings that ended within 26 weeks. */
import { clockNamed } from '../clocks.ts'
import { isWithdrawn } from '../histories/court-cases.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countCompleted, type Running, running } from '../running.ts'

const CLOCK = clockNamed('proceedings')!

type Case = Running & { readonly isWithdrawn: boolean }

const proceedings = (history: History, settings: Settings): Case[] =>
  history.records.courtCases.flatMap(row => {
    const [start, done] = [numbered(row.issuedOn), numbered(row.finalOrderOn)]
    if (start === null && done === null) return []
    const leftOut = isUnread(row, 'issuedOn', 'finalOrderOn') ? ('unread' as const) : null
    const one = running(
      CLOCK,
      { id: row.id, personId: row.personId, facts: { start }, done, leftOut },
      history,
      settings,
    )
    return [{ ...one, isWithdrawn: isWithdrawn(row.outcome) }]
  })

const completed = countCompleted(proceedings)
const withdrawnApart: Count = Object.assign(
  ((history, window, take, settings) => {
    const told: typeof take = (one, ...rest) =>
      (one as Case).isWithdrawn && one.done !== null && one.done <= window.asAt
        ? take(one, 'excluded', 1, 'The application was withdrawn or transferred')
        : take(one, ...rest)
    completed(history, window, told, settings)
  }) as Count,
  { clocks: proceedings },
)

const inCourt = (id: string, issuedOn: string, finalOrderOn: string | null, outcome = 'Care order') =>
  ({ id, personId: id, issuedOn, finalOrderOn, outcome }) as const

export default measure({
  id: 'care-proceedings-26w',
  number: 115,
  name: 'Care proceedings completed within 26 weeks',
  area: 'court',
  unit: '%',
  polarity: 'higher',
  basis: 'completed',
  periods: ['rolling-year', 'quarter'],
  outOf: 'Children whose care or supervision proceedings ended in the period',
  counted: 'The final order was made within 26 weeks',
  leftOut: 'Applications withdrawn or transferred; orders due on or after the 18th birthday',
  rule: '26 weeks beginning with the day of issue: 181 days after it. An extension by the court does not make it in time',
  source: 'Children Act 1989, section 32',
  marks: ['F', 'D'],
  needs: ['courtCases.issuedOn', 'courtCases.finalOrderOn'],
  thresholds: { shape: 'higher', green: 75, amber: 60 },
  clock: 'proceedings',
  count: withdrawnApart,
  examples: [
    {
      that: '181 days after issue, 182, withdrawn, and still going on after 182',
      records: {
        courtCases: [
          inCourt('1', '2015-09-01', '2016-02-29'),
          inCourt('2', '2015-09-01', '2016-03-01'),
          inCourt('3', '2015-09-01', '2016-01-04', 'Application withdrawn'),
          inCourt('4', '2015-09-01', null),
          inCourt('5', '2016-01-04', null),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, openOverdue: 1, states: { 1: 'met', 2: 'late', 3: 'excluded' } }, // prettier-ignore
    },
    {
      that: 'an order made after the period is not seen yet',
      records: { courtCases: [inCourt('1', '2015-09-01', '2016-04-01')] },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null, openOverdue: 1 },
    },
  ],
})
