/** Looked after children with three or more placements in a year. */
import { monthsAfter } from '../../terms/day-number.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import { type CarePlacement, carePlacementsByChild } from '../histories/placements.ts'
import { wasOpenIn } from '../histories/span.ts'
import { measure } from '../measure.ts'

/** Becoming adopted by the carers the child is with is no change of placement. */
const isChange = ({ row }: CarePlacement) => row?.type !== 'A3' && row?.type !== 'A5'

const episodes = (id: string, ...days: string[]) =>
  days.map((startedOn, at) => ({
    id: `${id}.${at}`,
    personId: id,
    placementId: `${id}.${at}`,
    startedOn,
    startReason: at === 0 ? ('S' as const) : ('P' as const),
    ceasedOn: days[at + 1] ?? null,
    ceasedReason: days[at + 1] ? ('X1' as const) : null,
  }))

export default measure({
  id: 'placements-3-plus',
  number: 50,
  name: 'Looked after children with three or more placements in a year',
  area: 'placement',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  looksBack: 12,
  outOf: 'Children looked after',
  counted:
    'In three or more placements in the last twelve months, counting the one at the start and the one at the end',
  leftOut: 'Children only in short breaks. Temporary placements and those of less than a day are not counted',
  rule: 'A placement that ended on the first day of the twelve months counts, and so do those of earlier periods of care in them; a return to the same carer after a temporary placement is the same placement, and so is adoption by the present carers',
  source: 'DfE looked after statistics (SSDA903), the former NI 62; England is near 10%',
  marks: ['F', 'K', 'D'],
  needs: ['claEpisodes.startedOn', 'claEpisodes.startReason'],
  thresholds: { shape: 'lower', green: 10, amber: 13 },
  stateWords: { met: 'Three or more', late: 'One or two' },
  count: countLookedAfter(({ personId }, on, history) => {
    const first = monthsAfter(on, -12) + 1
    let placements = 0
    for (const placement of history.of(carePlacementsByChild).get(personId) ?? [])
      if (wasOpenIn(placement, first, on) && isChange(placement)) placements += 1
    return placements >= 3
  }),
  examples: [
    {
      that: 'a placement that ended on the first day of the year counts, the day before does not',
      records: {
        claEpisodes: [
          ...episodes('1', '2014-01-06', '2015-04-01', '2015-09-01'),
          ...episodes('2', '2014-01-06', '2015-03-31', '2015-09-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1.0': 'met', '2.0': 'late' } },
    },
    {
      that: 'less than a day, in hospital and back with the same carer, and adopted by the carer: none counts',
      records: {
        claEpisodes: [
          ...episodes('1', '2014-01-06', '2015-09-01', '2015-09-01'),
          ...episodes('2', '2014-01-06', '2015-09-01', '2015-09-08'),
          ...episodes('3', '2014-01-06', '2015-09-01', '2015-10-01'),
          ...episodes('4', '2014-01-06', '2015-09-01', '2015-09-08'),
        ],
        placements: [
          { id: '2.0', personId: '2', type: 'U6', postcode: 'AB12CD' },
          { id: '2.1', personId: '2', type: 'T1' },
          { id: '2.2', personId: '2', type: 'U6', postcode: 'AB12CD' },
          { id: '3.2', personId: '3', type: 'A5' },
          { id: '4.0', personId: '4', type: 'U6', postcode: 'AB12CD' },
          { id: '4.1', personId: '4', type: 'U6', postcode: 'EF34GH' },
          { id: '4.2', personId: '4', type: 'U6', postcode: 'AB12CD' },
        ],
      },
      at: '2016-03-31',
      gives: {
        numerator: 1,
        denominator: 4,
        value: 25,
        states: { '1.0': 'late', '2.0': 'late', '3.0': 'late', '4.0': 'met' },
      },
    },
    {
      that: 'the carer’s own number says whether it is the same carer; earlier periods of care in the year count',
      records: {
        claEpisodes: [
          ...episodes('1', '2014-01-06', '2015-09-01', '2015-09-08', '2016-01-04'),
          { id: '2.0', personId: '2', startedOn: '2014-01-06', startReason: 'S', ceasedOn: '2015-06-01', ceasedReason: 'E4A' }, // prettier-ignore
          { id: '2.1', personId: '2', startedOn: '2015-09-01', startReason: 'S', ceasedOn: '2016-01-04', ceasedReason: 'X1' }, // prettier-ignore
          { id: '2.2', personId: '2', startedOn: '2016-01-04', startReason: 'B' },
        ],
        placements: [
          { id: '1.0', personId: '1', type: 'U6', postcode: 'AB12CD' },
          { id: '1.1', personId: '1', type: 'T4' },
          { id: '1.2', personId: '1', type: 'U4', postcode: 'EF34GH' },
        ],
        placementCarers: [
          { placementId: '1.0', carerId: 'c' },
          { placementId: '1.2', carerId: 'c' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1.0': 'late', '2.1': 'met' } },
    },
  ],
})
