/** What the figures tell: the measures that actions are followed by, and those that changed beyond chance. Nothing where there are no figures. */
import { longDay } from '../../terms/day.ts'
import { refOf } from '../actions-in-words.ts'
import { paragraph, type Words } from '../description.ts'
import { amount, claim, listed } from '../figure.ts'
import { measureAt } from '../ground.ts'
import { longTable, table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'
import type { PackMeasure } from '../pack-measures.ts'

export function measures(facts: PackFacts): Draft[] {
  if (!facts.measures || facts.measures.measures.length === 0) return []
  const { asAt, standing } = facts
  const told = facts.measures.measures
  const followed = new Set(told.flatMap(measure => measure.followed.map(({ actionId }) => actionId)))
  const shown = longTable(tableOf(told, facts), 'All of these measures')
  const blocks = [
    paragraph(
      ...claim(
        { count: followed.size, of: standing.actions.length, asAt },
        'action is followed by a measure',
        'actions are followed by measures',
      ),
      `. ${amount(told.length, 'measure')} ${told.length === 1 ? 'is' : 'are'} told of here, from records of children to ${longDay(facts.measures.asAt)}: `,
      'those that actions are followed by, and those that changed by more than chance would.',
    ),
    ...shown.blocks,
    paragraph(
      'A figure that would tell a number of children from 1 to 5 is hidden, and a correction of so few to one that was shown waits until it is of more.',
    ),
  ]
  return [{ id: 'measures', heading: 'What the figures tell', blocks }, ...shown.annexes]
}

const tableOf = (told: readonly PackMeasure[], { asAt }: PackFacts) =>
  table(
    'measures-table',
    'Measures: the last whole period, the target and what the series tells',
    [
      { heading: 'Measure', share: 30 },
      { heading: 'Figure', share: 16 },
      { heading: 'Period', share: 13 },
      { heading: 'Target', share: 9 },
      { heading: 'What it tells', share: 18 },
      { heading: 'Actions', share: 14 },
    ],
    told.map(({ id, name, words, count, period, target, tells, followed }): Words[] => [
      [{ link: name, to: measureAt(id, asAt) }],
      [
        count === null
          ? words
          : { figure: words, count: count.numerator, of: count.denominator, asAt, to: measureAt(id, asAt) },
      ],
      [period],
      [target],
      [tells],
      followed.length === 0 ? ['None'] : listed(followed.map(action => refOf(action, asAt))),
    ]),
  )
