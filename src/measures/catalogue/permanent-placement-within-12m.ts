/** Children placed within twelve months of the order: for adoption, or in long-term fostering. */
import { clockNamed } from '../clocks.ts'
import { carePeriods, legalStatusesOf } from '../histories/care-periods.ts'
import { plansOn } from '../histories/care-plans.ts'
import { placementsIn } from '../histories/placements.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure, type Settings } from '../measure.ts'
import { countDue, type Running, running } from '../running.ts'

const CLOCK = clockNamed('place-in-12m')!

const placementOrders = (history: History, settings: Settings): Running[] =>
  history.records.permanence.flatMap(row => {
    const start = numbered(row.placementOrderOn)
    if (start === null) return []
    const leftOut = isUnread(row, 'placementOrderOn', 'placedOn', 'reversedOn') ? ('unread' as const) : null
    const ended = numbered(row.reversedOn)
    const began = { id: row.id, personId: row.personId, facts: { start }, done: numbered(row.placedOn), ended, leftOut }
    return [running({ ...CLOCK, doneBefore: 'met' }, began, history, settings)]
  })

/** The first full care order of a period of care, of children whose plan on the day due is long-term fostering. */
const careOrders = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(period => {
    const { id, personId, from, until } = period
    const statuses = legalStatusesOf(history, personId)
    const start = statuses.find(one => one.status === 'C2' && one.from >= from && one.from <= (until ?? Infinity))?.from
    if (start === undefined || period.isShortBreaks) return []
    const longTerm = placementsIn(history, period).filter(({ row }) => row?.type === 'U1' || row?.type === 'U4')
    const placed = longTerm.find(one => (one.until ?? Infinity) > start)
    const done = placed ? Math.max(placed.from, start) : null
    const one = running(CLOCK, { id, personId, facts: { start }, done, ended: until }, history, settings)
    return plansOn(history, personId, Math.min(one.due!, until === null ? Infinity : until - 1)).includes('long-term-fostering') ? [one] : [] // prettier-ignore
  })

const order = (id: string, placementOrderOn: string, placedOn: string | null, reversedOn: string | null = null) =>
  ({ id, personId: id, placementOrderOn, placedOn, reversedOn }) as const

export default measure({
  id: 'permanent-placement-within-12m',
  number: 83,
  name: 'Children placed for adoption within twelve months of the placement order',
  area: 'adoption',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year'],
  outOf:
    'Children whose placement order was made twelve months before a day of the period, and is still to be carried out',
  counted: 'Placed for adoption within twelve months of the order',
  leftOut: 'Decisions reversed on or before the day due without a placement',
  rule: 'Twelve months after the order',
  source: 'Local policy',
  marks: ['D'],
  needs: ['permanence.placementOrderOn', 'permanence.placedOn'],
  thresholds: { shape: 'higher', green: 75, amber: 65 },
  clock: 'place-in-12m',
  count: countDue(placementOrders),
  variants: {
    'long-term-fostering': {
      name: 'Children placed in long-term fostering within twelve months of the care order',
      outOf:
        'Children with a plan of long-term fostering whose full care order was made twelve months before a day of the period',
      counted: 'In a long-term foster placement within twelve months of the order',
      leftOut: 'Children who left care on or before the day due; other plans',
      needs: ['legalStatuses.status', 'carePlans.plans', 'placements.type', 'claEpisodes.startedOn'],
      count: countDue(careOrders),
    },
  },
  examples: [
    {
      that: 'on the day due, the day after, never; reversed on the day due; placed before the order',
      records: {
        permanence: [
          order('1', '2015-01-05', '2016-01-05'),
          order('2', '2015-01-05', '2016-01-06'),
          order('3', '2015-01-05', null),
          order('4', '2015-01-05', null, '2016-01-05'),
          order('5', '2015-01-05', '2014-12-01'),
          order('6', '2015-04-01', null),
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 2,
        denominator: 4,
        value: 50,
        excluded: 1,
        states: { 1: 'met', 2: 'late', 3: 'open-overdue', 4: 'excluded', 5: 'met' },
      },
    },
    {
      that: 'in the long-term placement already, never in one, and with another plan',
      variant: 'long-term-fostering',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => ({ id, personId: id, placementId: id, startedOn: '2014-06-02', startReason: 'S' as const })), // prettier-ignore
        placements: ['1', '2', '3'].map(id => ({
          id,
          personId: id,
          type: id === '1' ? ('U4' as const) : ('U6' as const),
        })),
        legalStatuses: ['1', '2', '3'].map(id => ({ id, personId: id, status: 'C2' as const, fromOn: '2015-01-05' })),
        carePlans: ['1', '2', '3'].map(id => ({
          id,
          personId: id,
          fromOn: '2015-01-05',
          plans: [id === '3' ? ('residential' as const) : ('long-term-fostering' as const)],
        })),
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 2: 'open-overdue' } },
    },
  ],
})
