/** School terms as a council sets them, for plans that are reviewed in each. */
import { expect, test } from 'vitest'
import { type Day, day } from '../../terms/day.ts'
import { measureNamed } from '../catalogue.ts'
import { figureOf } from '../figure.ts'
import { historyOf } from '../history.ts'
import { settingsOf } from '../measure.ts'
import { recordsOf } from '../measure-example.ts'
import { periodTo, windowOf } from '../window.ts'

const terms = [
  { name: 'Summer 2016', from: day('2016-04-11'), to: day('2016-07-22') },
  { name: 'Autumn 2016', from: day('2016-09-05'), to: day('2016-12-16') },
]

/** In care for years, with a plan held in the summer. */
function upToDate(on: Day): number {
  const records = recordsOf(
    {
      people: [{ id: '1', bornOn: '2006-01-01' }],
      claEpisodes: [{ id: 'e', personId: '1', startedOn: '2014-01-06', startReason: 'S' }],
      educationPlans: [
        { id: 'a', personId: '1', heldOn: '2016-06-10' },
        { id: 'b', personId: '9', heldOn: '2016-01-11' },
      ],
    },
    on,
  )
  const measure = measureNamed('pep-current-term')!
  return figureOf(measure, historyOf(records, { terms }), windowOf(periodTo('snapshot', on), on), settingsOf(measure))
    .numerator
}

test('last term’s plan is in time on the last day of this term, and not the day after it', () => {
  expect(upToDate(day('2016-12-16'))).toBe(1)
  expect(upToDate(day('2016-12-17'))).toBe(0)
})

test('nobody is counted before the second term that the council has set', () => {
  expect(upToDate(day('2016-07-22'))).toBe(0)
})
