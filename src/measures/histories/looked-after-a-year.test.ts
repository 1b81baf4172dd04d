/** Who has been looked after for twelve months, to the day. */
import { expect, test } from 'vitest'
import { day } from '../../terms/day.ts'
import { dayNumber } from '../../terms/day-number.ts'
import { historyOf } from '../history.ts'
import { type ExampleRecords, recordsOf } from '../measure-example.ts'
import { lookedAfterAYearOn } from './looked-after-a-year.ts'

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

const lookedAfter = (records: ExampleRecords) => [
  ...lookedAfterAYearOn(historyOf(recordsOf(records, day('2016-03-31'))), dayNumber(day('2016-03-31'))).keys(),
]

test('since 1 April is a year on 31 March; since 2 April is not', () => {
  expect(lookedAfter({ claEpisodes: [inCare('1', '2015-04-01'), inCare('2', '2015-04-02')] })).toEqual(['1'])
})

test('a period of care that ended on the first day breaks the year, on the day before it does not', () => {
  const left = (id: string, ceasedOn: string) => ({
    ...inCare(id, '2013-01-07'),
    id: `${id}a`,
    ceasedOn,
    ceasedReason: 'E4A' as const,
  })
  const claEpisodes = [
    left('1', '2015-04-01'),
    inCare('1', '2015-04-01'),
    left('2', '2015-03-31'),
    inCare('2', '2015-04-01'),
  ]
  expect(lookedAfter({ claEpisodes })).toEqual(['2'])
})

test('short breaks in the year take the child out, before it they do not', () => {
  const status = (id: string, status: 'V4' | 'C2', fromOn: string, untilOn: string | null = null) => ({
    id: `${id}-${status}`,
    personId: id,
    status,
    fromOn,
    untilOn,
  })
  const records = {
    claEpisodes: [inCare('1', '2013-01-07'), inCare('2', '2013-01-07')],
    legalStatuses: [
      status('1', 'V4', '2013-01-07', '2015-04-02'),
      status('1', 'C2', '2015-04-02'),
      status('2', 'V4', '2013-01-07', '2015-04-01'),
      status('2', 'C2', '2015-04-01'),
    ],
  }
  expect(lookedAfter(records)).toEqual(['2'])
})
