/** Placements that ended when they were not meant to. */
import type { Placement } from '../../children/placement.ts'
import { type CarePlacement, carePlacements, isForAdoption } from '../histories/placements.ts'
import { wasOpenIn } from '../histories/span.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Case, type Count, measure, type MeasureGiven } from '../measure.ts'
import type { ExampleRecords } from '../measure-example.ts'

type Ended = Case & { readonly done: number; readonly row: Placement; readonly because: string | null }

/** By the care plan, or only with another status: nothing broke down. */
const PLANNED: readonly Placement['changeReason'][] = ['CARPL', 'PLACE']

/** Placements that ended while the child stayed in care, other than as planned. `because`: why it cannot be told. */
const endedUnplanned = (history: History): readonly Ended[] =>
  history.of(carePlacements).flatMap(({ id, personId, from, until, row, period }) => {
    if (until === null || until === period.until || row === undefined) return []
    const isUnknown = row.changeReason === null || isUnread(row, 'changeReason')
    if (!isUnknown && PLANNED.includes(row.changeReason)) return []
    const because = isUnknown ? 'Why it ended is not recorded' : null
    return [{ id, personId, start: from, due: null, done: endOf(row, from, until), row, because }]
  })

/** As recorded: before a temporary placement that did not lead back, the placement ended when that began. */
function endOf({ endedOn }: Placement, from: number, until: number): number {
  const on = numbered(endedOn)
  return on !== null && on > from && on < until ? on : until
}

const count =
  (isCounted: (row: Placement) => boolean): Count =>
  (history, { from, to }, take) => {
    for (const one of history.of(endedUnplanned)) {
      if (one.done < from || one.done > to || !isCounted(one.row)) continue
      if (one.because === null) take(one, 'met')
      else take(one, 'excluded', 1, one.because)
    }
  }

const openIn: MeasureGiven['per'] = (history, { from, to }) =>
  history.of(carePlacements).filter((placement: CarePlacement) => wasOpenIn(placement, from, to)).length

const isLongTerm = ({ type }: Placement) => type === 'U1' || type === 'U4'

type Moved = Required<Pick<ExampleRecords, 'claEpisodes' | 'placements'>>

const moved = (
  id: string,
  endedOn: string,
  changeReason: Placement['changeReason'],
  type: Placement['type'] = 'U6',
): Moved => ({
  claEpisodes: [
    { id, personId: id, placementId: id, startedOn: '2015-01-05', startReason: 'S', ceasedOn: endedOn, ceasedReason: 'X1' }, // prettier-ignore
    { id: `${id}b`, personId: id, placementId: `${id}b`, startedOn: endedOn, startReason: 'P' },
  ],
  placements: [
    { id, personId: id, type, changeReason },
    { id: `${id}b`, personId: id, type: 'U6' },
  ],
})

/** Left care from the placement, which is no disruption whatever its reason says. */
const left = (id: string, ceasedOn: string): Moved => ({
  claEpisodes: [{ id, personId: id, placementId: id, startedOn: '2015-01-05', startReason: 'S', ceasedOn, ceasedReason: 'E4A' }], // prettier-ignore
  placements: [{ id, personId: id, type: 'U6', changeReason: 'CHILD' }],
})

const recordsOf = (...all: Moved[]): Moved => ({
  claEpisodes: all.flatMap(({ claEpisodes }) => claEpisodes),
  placements: all.flatMap(({ placements }) => placements),
})

const FIVE = recordsOf(
  moved('1', '2015-04-01', 'CREQB'),
  moved('2', '2015-03-31', 'CREQB'),
  moved('3', '2016-03-31', 'CARPL'),
  moved('4', '2016-03-31', 'ALLEG', 'U4'),
  moved('5', '2016-03-31', 'CHILD', 'A6'),
)

export default measure({
  id: 'placement-disruptions',
  number: 55,
  name: 'Placements that ended unplanned',
  area: 'placement',
  unit: '',
  polarity: 'lower',
  basis: 'happened',
  periods: ['rolling-year', 'quarter', 'month'],
  outOf: 'Placements that ended in the period while the child stayed in care',
  counted:
    'Ended for another reason than the care plan: asked for by the carer or the child, an allegation, standards of care, closure, custody and the like',
  leftOut: 'Planned moves and changes of status only; placements whose reason for ending is not recorded; short breaks',
  rule: 'By the day of the move',
  source: 'Children looked after return (SSDA903), reason for placement change',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'placements.changeReason'],
  stateWords: { met: 'Ended unplanned' },
  count: count(() => true),
  variants: {
    'per-100': {
      name: 'Placements that ended unplanned per 100 placements',
      unit: 'per 100',
      valued: 'per',
      times: 100,
      outOf: 'Placements at any time in the period',
      per: openIn,
    },
    'long-term-fostering': {
      name: 'Long-term foster placements that ended unplanned',
      outOf: 'Long-term foster placements that ended in the period while the child stayed in care',
      count: count(isLongTerm),
    },
    adoption: {
      name: 'Adoptive placements that ended unplanned',
      outOf: 'Adoptive placements that ended in the period while the child stayed in care',
      count: count(isForAdoption),
    },
  },
  examples: [
    {
      that: 'into a temporary placement and on to other carers: it ended when the temporary one began',
      records: {
        claEpisodes: [
          {
            id: 'e1',
            personId: '1',
            placementId: 'a',
            startedOn: '2015-06-01',
            startReason: 'S',
            ceasedOn: '2016-02-29',
            ceasedReason: 'X1',
          },
          {
            id: 'e2',
            personId: '1',
            placementId: 'b',
            startedOn: '2016-02-29',
            startReason: 'P',
            ceasedOn: '2016-03-04',
            ceasedReason: 'X1',
          },
          { id: 'e3', personId: '1', placementId: 'c', startedOn: '2016-03-04', startReason: 'P' },
        ],
        placements: [
          { id: 'a', personId: '1', type: 'U6', endedOn: '2016-02-29', changeReason: 'CREQB' },
          { id: 'b', personId: '1', type: 'T4', endedOn: '2016-03-04', changeReason: 'CARPL' },
          { id: 'c', personId: '1', type: 'K2' },
        ],
      },
      at: '2016-02-29',
      period: 'month',
      gives: { numerator: 1, denominator: null, states: { a: 'met' } },
    },
    {
      that: 'the first day of the year, the day before it, a planned move, an allegation, and by the child',
      records: FIVE,
      at: '2016-03-31',
      gives: { numerator: 3, denominator: null, states: { 1: 'met', 4: 'met', 5: 'met' } },
    },
    {
      that: 'leaving care is none, and a reason not recorded is left out',
      records: recordsOf(moved('1', '2016-03-01', null), left('2', '2016-03-01')),
      at: '2016-03-31',
      gives: { numerator: 0, excluded: 1, states: { 1: 'excluded' } },
    },
    {
      that: 'for each hundred placements: three of nine, the one that ended the day before not among them',
      variant: 'per-100',
      records: FIVE,
      at: '2016-03-31',
      gives: { numerator: 3, denominator: 9, value: 33.3 },
    },
    {
      that: 'long-term fostering',
      variant: 'long-term-fostering',
      records: FIVE,
      at: '2016-03-31',
      gives: { numerator: 1, states: { 4: 'met' } },
    },
    {
      that: 'adoption',
      variant: 'adoption',
      records: FIVE,
      at: '2016-03-31',
      gives: { numerator: 1, states: { 5: 'met' } },
    },
  ],
})
