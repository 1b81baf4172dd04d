/** Placements and stays with one carer, from episodes. */
import { expect, test } from 'vitest'
import type { Placement } from '../../children/placement.ts'
import { day } from '../../terms/day.ts'
import { dayNumber, dayNumbered } from '../../terms/day-number.ts'
import { historyOf } from '../history.ts'
import { type ExampleRecords, recordsOf } from '../measure-example.ts'
import { carePeriods } from './care-periods.ts'
import { placementOn, placementsIn, staysIn } from './placements.ts'

type Began = [startedOn: string, reason: 'S' | 'L' | 'P' | 'T' | 'B' | 'U', placement?: Partial<Placement>]

function placed(...all: Began[]): ExampleRecords {
  return {
    claEpisodes: all.map(([startedOn, startReason], at) => ({
      id: `e${at}`,
      personId: '1',
      placementId: `p${at}`,
      startedOn,
      startReason,
      ceasedOn: all[at + 1]?.[0] ?? null,
      ceasedReason: all[at + 1] ? 'X1' : null,
    })),
    placements: all.map(([startedOn, , placement], at) => ({ id: `p${at}`, personId: '1', startedOn, ...placement })),
  }
}

const ON = dayNumber(day('2016-03-31'))

function seen(records: ExampleRecords) {
  const history = historyOf(recordsOf(records, day('2016-03-31')))
  const [period] = history.of(carePeriods)
  const from = ({ from }: { from: number }) => dayNumbered(from)
  return {
    placements: placementsIn(history, period!).map(from),
    stays: staysIn(history, period!).map(from),
    now: placementOn(history, period!, ON)?.row?.id,
  }
}

const HOME = { type: 'U6', postcode: 'AB12CD', urn: 'SC1', provider: 'PR4' } as const
const AWAY = { type: 'T1' } as const

test('a change of status is no placement, with the same carer it is one and no move, with another carer it is both', () => {
  expect(
    seen(placed(['2015-01-05', 'S'], ['2015-02-02', 'L'], ['2015-03-02', 'T'], ['2015-04-01', 'U'])),
  ).toMatchObject({
    placements: ['2015-01-05', '2015-03-02', '2015-04-01'],
    stays: ['2015-01-05'],
  })
  expect(seen(placed(['2015-01-05', 'S'], ['2015-02-02', 'P'], ['2015-03-02', 'B']))).toMatchObject({
    stays: ['2015-01-05', '2015-02-02', '2015-03-02'],
  })
})

test('back from a temporary placement the child is in the same placement, where kind, provider and postcode are the same', () => {
  const back = (placement: Partial<Placement>) =>
    seen(placed(['2015-01-05', 'S', HOME], ['2015-02-02', 'P', AWAY], ['2015-02-09', 'P', placement]))
  expect(back(HOME)).toEqual({ placements: ['2015-01-05'], stays: ['2015-01-05'], now: 'p2' })
  for (const other of [{ type: 'U4' }, { postcode: 'EF34GH' }, { urn: 'SC2' }, { provider: 'PR1' }] as const)
    expect(back({ ...HOME, ...other }).placements).toEqual(['2015-01-05', '2015-02-09'])
})

test('without a postcode nobody can tell that it is the same', () => {
  const unknown = { ...HOME, postcode: null }
  const found = seen(placed(['2015-01-05', 'S', unknown], ['2015-02-02', 'P', AWAY], ['2015-02-09', 'P', unknown]))
  expect(found.placements).toEqual(['2015-01-05', '2015-02-09'])
})

test('a move straight to the same address is a move: the episode says so', () => {
  expect(seen(placed(['2015-01-05', 'S', HOME], ['2015-02-02', 'P', HOME])).stays).toHaveLength(2)
})

test('adoption by the carers the child is with is no move, whatever the episode says', () => {
  const found = seen(placed(['2015-01-05', 'S', HOME], ['2015-02-02', 'P', { type: 'A5' }]))
  expect(found).toMatchObject({ placements: ['2015-01-05', '2015-02-02'], stays: ['2015-01-05'] })
})

test('a placement of less than a day is none; the last of one day stands', () => {
  const found = seen(placed(['2015-01-05', 'S', HOME], ['2015-02-02', 'P', AWAY], ['2015-02-02', 'P', { type: 'K2' }]))
  expect(found).toEqual({ placements: ['2015-01-05', '2015-02-02'], stays: ['2015-01-05', '2015-02-02'], now: 'p2' })
})

test('a child who is away for a while lives where they did before', () => {
  expect(seen(placed(['2015-01-05', 'S', HOME], ['2016-03-28', 'P', AWAY])).now).toBe('p0')
})
