/** Visits to privately fostered children in time. */
import type { PrivateFostering } from '../../children/private-fostering.ts'
import { rowsBy } from '../../children/records.ts'
import { clockNamed } from '../clocks.ts'
import { firstOf, withoutFirst } from '../histories/reach.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

const [FIRST, NEXT] = [clockNamed('pf-first')!, clockNamed('pf-next')!]

/** A visit at which the child was not seen stops nothing. */
const visitsTo = ({ records }: History, { id }: PrivateFostering) =>
  (rowsBy(records.privateFosteringVisits, 'arrangementId').get(id) ?? []).flatMap(row =>
    row.childSeen === false || isUnread(row, 'visitedOn', 'childSeen') ? [] : (numbered(row.visitedOn) ?? []),
  )

const reach = ({ records }: History) => ({
  from: firstOf(records.privateFosteringVisits.flatMap(({ visitedOn }) => numbered(visitedOn) ?? [])),
})

const visits = (history: History, settings: Settings): Running[] =>
  history.records.privateFosterings.flatMap(row => {
    const awareOn = numbered(row.awareOn)
    const ended = numbered(row.endedOn)
    if (awareOn === null || isUnread(row, 'awareOn', 'endedOn')) return []
    const held = visitsTo(history, row)
    const chain = (clock: typeof FIRST, start: number) =>
      runningChain(clock, { id: row.id, personId: row.personId, facts: { start, awareOn }, ended }, held, history, settings) // prettier-ignore
    const { from } = history.of(reach)
    if (from === Infinity) return []
    if (awareOn >= from) return chain(FIRST, awareOn)
    return ended !== null && ended <= from ? [] : withoutFirst(chain(NEXT, from))
  })

const ofClock = (id: string) => (history: History, settings: Settings) =>
  history.by(visits, settings).filter(({ clock }) => clock.id === id)

const arrangement = (id: string, awareOn: string, endedOn: string | null = null) => ({
  id,
  personId: id,
  awareOn,
  endedOn,
})
const visit = (id: string, visitedOn: string, childSeen: boolean | null = true) =>
  ({ id: `${id}-${visitedOn}`, personId: id, arrangementId: id, visitedOn, childSeen }) as const
const EARLY = visit('9', '2015-01-05')

export default measure({
  id: 'private-fostering-visits',
  number: 90,
  name: 'Visits to privately fostered children in time',
  area: 'fostering',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year', 'quarter'],
  outOf: 'First and following visits to privately fostered children due in the period',
  counted: 'Visited, and the child seen, on or before the day due',
  leftOut:
    'Arrangements that ended, and children who became 18, on or before the day due; what was due before visits were recorded',
  rule: 'The first within seven working days of the council becoming aware; then every six weeks in the first year, and every twelve weeks after it',
  source: 'Children (Private Arrangements for Fostering) Regulations 2005, regulations 4, 7 and 8',
  marks: ['F', 'K', 'D'],
  needs: ['privateFosterings.awareOn', 'privateFosteringVisits.visitedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'pf-next',
  count: countDue(visits),
  variants: {
    first: {
      name: 'First visits to privately fostered children within seven working days',
      outOf: 'First visits to privately fostered children due in the period',
      rule: 'Seven working days; the day the council became aware is day 0',
      clock: 'pf-first',
      count: countDue(ofClock('pf-first')),
    },
    next: {
      name: 'Visits to privately fostered children after the first in time',
      outOf: 'Visits after the first to privately fostered children due in the period',
      rule: 'Six weeks after the last in the first year from the council becoming aware, then twelve',
      count: countDue(ofClock('pf-next')),
    },
    snapshot: {
      name: 'Privately fostered children whose visit is not overdue',
      basis: 'snapshot',
      periods: ['snapshot'],
      outOf: 'Children in private fostering arrangements',
      counted: 'The next visit is not overdue',
      leftOut: 'Children of 18',
      count: countRunning(visits),
    },
    'management-review': {
      name: 'Private fostering arrangements reviewed by a manager',
      basis: 'snapshot',
      periods: ['snapshot'],
      outOf: 'Children in private fostering arrangements',
      counted: 'A manager has looked at the arrangement again in time',
      rule: 'Local policy',
      source: 'Local policy',
      needs: [{ notHeld: 'reviews of private fostering by managers' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'the seventh working day over Easter, the eighth, and seen by nobody',
      variant: 'first',
      records: {
        privateFosterings: [
          arrangement('1', '2016-03-21'),
          arrangement('2', '2016-03-21'),
          arrangement('3', '2016-03-21'),
        ],
        privateFosteringVisits: [
          EARLY,
          visit('1', '2016-04-01'),
          visit('2', '2016-04-02'),
          visit('3', '2016-03-24', false),
        ],
      },
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 3, states: { '1/1': 'met', '2/1': 'late', '3/1': 'open-overdue' } },
    },
    {
      that: 'six weeks later to the day, a day late; ended on the day due',
      variant: 'next',
      records: {
        privateFosterings: [arrangement('1', '2016-01-04'), arrangement('2', '2016-01-04'), arrangement('3', '2016-01-04', '2016-02-18')], // prettier-ignore
        privateFosteringVisits: [
          EARLY,
          ...['1', '2', '3'].map(id => visit(id, '2016-01-07')),
          visit('1', '2016-02-18'),
          visit('2', '2016-02-19'),
        ],
      },
      at: '2016-02-29',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { '1/2': 'met', '2/2': 'late' } },
    },
    {
      that: 'twelve weeks where six would end after the first year, and the day after',
      records: {
        privateFosterings: [arrangement('1', '2015-02-02')],
        privateFosteringVisits: [EARLY, visit('1', '2015-02-11'), visit('1', '2016-01-04')],
      },
      at: '2016-03-29',
      gives: { numerator: 0, denominator: 1, openOverdue: 1, states: { '1/3': 'open-overdue' } },
    },
    {
      that: 'twelve weeks where six would end after the first year',
      records: {
        privateFosterings: [arrangement('1', '2015-02-02')],
        privateFosteringVisits: [EARLY, visit('1', '2015-02-11'), visit('1', '2016-01-04')],
      },
      at: '2016-03-28',
      gives: { numerator: 0, denominator: 0, states: { '1/3': 'open-in-time' } },
    },
    {
      that: 'not overdue on the day due',
      variant: 'snapshot',
      records: {
        privateFosterings: [arrangement('1', '2016-01-04'), arrangement('2', '2016-01-04')],
        privateFosteringVisits: [EARLY, visit('1', '2016-01-12'), visit('2', '2016-01-11')],
      },
      at: '2016-02-23',
      gives: { numerator: 1, denominator: 2, states: { '1/2': 'open-in-time', '2/2': 'open-overdue' } },
    },
  ],
})
