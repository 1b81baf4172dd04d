/** Foster carers whose approval was reviewed in time. */
import { monthsAfter } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { approvedCarers, reviewsOf } from '../histories/foster-carers.ts'
import { firstOf, withoutFirst } from '../histories/reach.ts'
import { type History, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

const CLOCK = clockNamed('foster-review')!

type Review = Running & { readonly approved: number }

const reach = ({ records }: History) => ({
  from: firstOf(records.carerReviews.flatMap(({ heldOn }) => numbered(heldOn) ?? [])),
})

/** From the approval; of carers approved before reviews were recorded, from where they are. */
const reviews = (history: History, settings: Settings): Review[] =>
  history.of(approvedCarers).flatMap(({ id, from, until }) => {
    const { from: first } = history.of(reach)
    if (first === Infinity) return []
    const held = reviewsOf(history, id)
    const chain = (start: number) =>
      runningChain(CLOCK, { id, personId: null, facts: { start }, ended: until }, held, history, settings) // prettier-ignore
    const all = from >= first ? chain(from) : until !== null && until <= first ? [] : withoutFirst(chain(first))
    return all.map(one => ({ ...one, approved: from }))
  })

const running = countRunning(reviews)
const approvedAYear: Count = Object.assign(
  ((history, window, take, settings) =>
    running(
      history,
      window,
      (one, ...rest) => {
        if (monthsAfter((one as Review).approved, 12) <= window.asAt) take(one, ...rest)
      },
      settings,
    )) as Count,
  { clocks: reviews },
)

const carer = (id: string, approvedOn: string, endedOn: string | null = null) => ({ id, approvedOn, endedOn })
const review = (carerId: string, heldOn: string) => ({ id: `${carerId}-${heldOn}`, carerId, heldOn })

export default measure({
  id: 'foster-carer-annual-review',
  number: 86,
  name: 'Foster carers whose yearly review is in date',
  area: 'fostering',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Foster carers approved for twelve months or more',
  counted: 'Reviewed, or approved, in the last twelve months',
  leftOut: 'Carers who resigned; what was due before reviews were recorded. A carer with nobody placed still counts',
  rule: 'A year after the approval or the last review, whenever that was held',
  source: 'Fostering Services (England) Regulations 2011, regulation 28',
  marks: ['F', 'K'],
  needs: ['fosterCarers.approvedOn', 'carerReviews.heldOn'],
  thresholds: { shape: 'higher', green: 95, amber: 80 },
  clock: 'foster-review',
  count: approvedAYear,
  variants: {
    due: {
      name: 'Foster carer reviews held in time',
      basis: 'due',
      periods: ['rolling-year', 'quarter'],
      outOf: 'Yearly reviews of foster carers due in the period',
      counted: 'Held on or before the day due',
      leftOut: 'Carers who resigned on or before the day due; what was due before reviews were recorded',
      count: countDue(reviews),
    },
    'independently-chaired': {
      name: 'Foster carer reviews with an independent chair',
      basis: 'happened',
      periods: ['rolling-year'],
      outOf: 'Yearly reviews of foster carers held in the period',
      counted: 'The chair was independent of the team that supports the carer',
      rule: 'By the day held',
      needs: [{ notHeld: 'who chaired a foster carer review' }],
      count: () => {},
    },
  },
  examples: [
    {
      that: 'due today is in date, due yesterday is not; approved for less than a year is not counted',
      records: {
        fosterCarers: [
          carer('1', '2014-02-03'),
          carer('2', '2014-02-03'),
          carer('3', '2015-04-01'),
          carer('4', '2014-02-03', '2016-03-31'),
        ],
        carerReviews: ['1', '2', '4'].flatMap(id => [review(id, '2014-05-01'), review(id, id === '2' ? '2015-03-30' : '2015-03-31')]), // prettier-ignore
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, openOverdue: 1, states: { '1/3': 'open-in-time', '2/3': 'open-overdue' } }, // prettier-ignore
    },
    {
      that: 'held early moves the next; held a day late; resigned on the day due',
      variant: 'due',
      records: {
        fosterCarers: [carer('1', '2014-02-03'), carer('2', '2014-04-06'), carer('3', '2014-06-02', '2015-06-02')],
        carerReviews: [review('1', '2014-12-01'), review('1', '2015-12-01'), review('2', '2015-04-07')],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { '1/2': 'met', '2/1': 'late' } },
    },
    {
      that: 'what a carer approved long before reviews were recorded owed then is not known',
      variant: 'due',
      records: {
        fosterCarers: [carer('1', '2009-02-03'), carer('2', '2009-02-03')],
        carerReviews: [review('1', '2015-12-01'), ...enough(id => review(id, '2015-12-01'))],
      },
      at: '2016-12-01',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'the day after, a carer of whom no review is known is overdue for sure',
      variant: 'due',
      records: {
        fosterCarers: [carer('1', '2009-02-03'), carer('2', '2009-02-03')],
        carerReviews: [review('1', '2015-12-01'), ...enough(id => review(id, '2015-12-01'))],
      },
      at: '2016-12-02',
      gives: { numerator: 0, denominator: 2, states: { '1/2': 'open-overdue', '2/1': 'open-overdue' } },
    },
  ],
})
