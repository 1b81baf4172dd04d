/** Looked after children placed more than 20 miles from home. */
import type { Placement } from '../../children/placement.ts'
import { type Answer, countLookedAfter } from '../count-looked-after.ts'
import { carePlacements, placementRowOn } from '../histories/placements.ts'
import { isUnread } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'

/** Exactly so many miles is not over. */
const isFar = (row: Placement | undefined, { miles }: Settings): Answer => {
  if (!row || row.miles === null || isUnread(row, 'miles')) return { leftOut: 'The distance is not known' }
  return row.miles > Number(miles)
}

/** A placement on the day, by the distance from home. */
const placed = (isCounted: (far: boolean) => boolean) =>
  countLookedAfter((period, on, history, settings) => {
    const far = isFar(placementRowOn(history, period, on), settings)
    return typeof far === 'boolean' ? isCounted(far) : far
  })

const begun: Count = (history, { from, to }, take, settings) => {
  for (const { id, personId, from: start, row } of history.of(carePlacements)) {
    if (start < from || start > to) continue
    const far = isFar(row, settings)
    const one = { id, personId, start, due: null, done: null }
    if (far === null || typeof far === 'object') take(one, 'excluded', 1, far?.leftOut ?? null)
    else take(one, far ? 'met' : 'late')
  }
}

const inCare = (id: string, startedOn = '2015-06-01') =>
  ({ id, personId: id, placementId: id, startedOn, startReason: 'S' }) as const

const at = (id: string, miles: number | null) => ({ id, personId: id, type: 'U6' as const, miles })

export default measure({
  id: 'placed-over-20-miles',
  number: 52,
  name: 'Looked after children placed more than 20 miles from home',
  area: 'placement',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after whose placement’s distance from home is known',
  counted: 'Placed more than 20 miles from home',
  leftOut: 'Children only in short breaks; placements whose distance is not known',
  rule: 'As the extract gives the distance of the placement on the day, a temporary one too; exactly 20 miles is not over',
  source: 'Children’s Social Care National Framework; DfE looked after statistics (SSDA903)',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'placements.miles'],
  thresholds: { shape: 'lower', green: 16, amber: 26 },
  settings: { miles: { words: 'Miles from home', value: 20, mark: 'F' } },
  stateWords: { met: 'Further away', late: 'Nearer' },
  count: placed(far => far),
  variants: {
    'outside-area': {
      name: 'Looked after children placed more than 20 miles from home and outside the area',
      counted: 'Placed more than 20 miles from home, and outside the council’s area',
      needs: [{ notHeld: 'Which council area a placement is in' }],
      count: () => {},
    },
    'within-20-miles': {
      name: 'Looked after children placed within 20 miles of home',
      polarity: 'higher',
      counted: 'Placed 20 miles from home or nearer',
      source: 'Local measure',
      thresholds: { shape: 'higher', green: 84, amber: 74 },
      stateWords: { met: 'Nearer', late: 'Further away' },
      count: placed(far => !far),
    },
    'new-placements': {
      name: 'New placements more than 20 miles from home',
      basis: 'happened',
      periods: ['month', 'rolling-year'],
      outOf: 'Placements begun in the period whose distance from home is known',
      leftOut: 'Short breaks; temporary placements; placements whose distance is not known',
      count: begun,
    },
  },
  examples: [
    {
      that: '20 miles is not over, a tenth more is, and a distance not known is left out',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => inCare(id)),
        placements: [at('1', 20), at('2', 20.1), at('3', null)],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { 1: 'late', 2: 'met', 3: 'excluded' } },
    },
    {
      that: 'the other way about',
      variant: 'within-20-miles',
      records: { claEpisodes: ['1', '2'].map(id => inCare(id)), placements: [at('1', 20), at('2', 20.1)] },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'only those begun in the month',
      variant: 'new-placements',
      records: {
        claEpisodes: [inCare('1', '2016-02-29'), inCare('2', '2016-03-01'), inCare('3', '2016-03-31')],
        placements: [at('1', 50), at('2', 50), at('3', 5)],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 2: 'met', 3: 'late' } },
    },
  ],
})
