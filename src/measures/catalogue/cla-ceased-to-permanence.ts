/** Children who leave care for good: adopted, or under a special guardianship or child arrangements order. */
import type { ClaEpisode } from '../../children/cla-episode.ts'
import { ceasings, lastCeasings } from '../histories/leaving-care.ts'
import { type Count, measure } from '../measure.ts'

type Reason = NonNullable<ClaEpisode['ceasedReason']>

const ADOPTED: readonly Reason[] = ['E11', 'E12']
const GUARDIANSHIP: readonly Reason[] = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48']
const ARRANGEMENTS: readonly Reason[] = ['E41']
const ORDERS = [...ADOPTED, ...GUARDIANSHIP, ...ARRANGEMENTS]

/** The last time that each child left in the period. */
const leavers =
  (reasons: readonly Reason[]): Count =>
  (history, { from, to }, take) => {
    for (const { ceased, ...one } of lastCeasings(history.of(ceasings), from, to)) {
      if (ceased === null) take(one, 'excluded', 1, 'Why care ended is not recorded')
      else take(one, reasons.includes(ceased) ? 'met' : 'late')
    }
  }

const left = (id: string, ceasedReason: Reason | null, ceasedOn = '2016-03-31', startedOn = '2014-01-06') => ({
  id,
  personId: id[0]!,
  startedOn,
  startReason: 'S' as const,
  ceasedOn,
  ceasedReason,
})

const ONE_EACH = {
  claEpisodes: [left('1', 'E11'), left('2', 'E12'), left('3', 'E47'), left('4', 'E41'), left('5', 'E4A'), left('6', 'E4B')], // prettier-ignore
}

export default measure({
  id: 'cla-ceased-to-permanence',
  number: 48,
  name: 'Children leaving care through a permanence order',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date', 'month'],
  outOf: 'Children who left care in the period, each by the last time they left',
  counted: 'Adopted, or under a special guardianship, residence or child arrangements order',
  leftOut: 'Children only in short breaks; those whose reason for leaving is not recorded',
  rule: 'By the day care ended; of an adoption, the day of the order',
  source: 'DfE looked after statistics (SSDA903), reason episode ceased E11, E12, E41, E43 to E48',
  marks: ['F', 'K'],
  needs: ['claEpisodes.ceasedOn', 'claEpisodes.ceasedReason'],
  stateWords: { met: 'Permanence order', late: 'Left otherwise' },
  count: leavers(ORDERS),
  variants: {
    adopted: {
      name: 'Children leaving care who were adopted',
      counted: 'Adopted',
      stateWords: { met: 'Adopted', late: 'Left otherwise' },
      count: leavers(ADOPTED),
    },
    'adopted-count': {
      name: 'Children adopted from care',
      unit: '',
      valued: 'count',
      counted: 'Adopted',
      stateWords: { met: 'Adopted', late: 'Left otherwise' },
      count: leavers(ADOPTED),
    },
    sgo: {
      name: 'Children leaving care to special guardianship',
      counted: 'Under a special guardianship order',
      stateWords: { met: 'Special guardianship', late: 'Left otherwise' },
      count: leavers(GUARDIANSHIP),
    },
    cao: {
      name: 'Children leaving care under a child arrangements order',
      counted: 'Under a child arrangements or residence order',
      stateWords: { met: 'Child arrangements', late: 'Left otherwise' },
      count: leavers(ARRANGEMENTS),
    },
    'returned-home-planned': {
      name: 'Children leaving care who went home as planned',
      polarity: 'none',
      counted: 'Returned home to parents, as planned (E4A)',
      stateWords: { met: 'Home as planned', late: 'Left otherwise' },
      count: leavers(['E4A']),
    },
  },
  examples: [
    {
      that: 'adoption, special guardianship and child arrangements count, a return home does not',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 4, denominator: 6, value: 66.7, states: { 3: 'met', 5: 'late' } },
    },
    {
      that: 'of a child who left twice in the year only the last time counts; the day before the year does not',
      records: {
        claEpisodes: [
          left('1', 'E4A', '2015-06-01'),
          left('1b', 'E11', '2016-03-30', '2015-09-01'),
          left('2', 'E11', '2015-03-31'),
          left('3', null),
          left('4', 'E11', '2016-04-01'),
        ],
      },
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 1, denominator: 1, value: 100, excluded: 1, states: { '1b': 'met', 3: 'excluded' } },
    },
    {
      that: 'adopted, apart',
      variant: 'adopted',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 6, value: 33.3 },
    },
    {
      that: 'how many were adopted',
      variant: 'adopted-count',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: null, value: 2 },
    },
    {
      that: 'special guardianship, apart',
      variant: 'sgo',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 6, states: { 3: 'met' } },
    },
    {
      that: 'child arrangements, apart',
      variant: 'cao',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 6, states: { 4: 'met' } },
    },
    {
      that: 'home as planned is E4A alone',
      variant: 'returned-home-planned',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 6, states: { 5: 'met', 6: 'late' } },
    },
    {
      that: 'the end of short breaks is not leaving care',
      records: {
        claEpisodes: [left('1', 'E8'), left('2', 'E11')],
        legalStatuses: [{ id: 'l', personId: '1', status: 'V4', fromOn: '2014-01-06' }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
  ],
})
