/** The summary on one page: how the programme stands, what changed since the last board, what needs the board. */
import { type Block, type Callout, heading, paragraph, points, type Words } from '../description.ts'
import { amount, claim, number, share } from '../figure.ts'
import { registerAt } from '../ground.ts'
import { isLate } from '../../plan/action.ts'
import { longDay } from '../../terms/day.ts'
import { refsOf, themeName } from '../actions-in-words.ts'
import { table } from '../long-table.ts'
import type { Moved } from '../movement.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'
import { neverRated } from './by-theme.ts'
import { forTheBoard } from './for-the-board.ts'

export const summary = (facts: PackFacts): Draft[] => [
  {
    id: 'summary',
    heading: 'Summary',
    blocks: [
      ...howItStands(facts),
      heading('since-the-last-pack', facts.since ? `What changed since ${longDay(facts.since)}` : 'What changed'),
      ...whatChanged(facts),
      needsTheBoard(facts),
    ],
  },
]

function howItStands(facts: PackFacts): Block[] {
  const { plan, standing, asAt } = facts
  const { actions, late } = standing
  if (actions.length === 0)
    return [paragraph('The plan holds no action yet. This pack will fill as soon as the plan has actions.')]
  const of = actions.length
  const completed = actions.filter(action => action.delivery === 'completed').length
  const made = actions.filter(action => action.impact === 'made').length
  return [
    paragraph(
      `The plan has ${amount(of, 'action')} in ${amount(plan.themes.length, 'theme')}. Delivery: `,
      share({ count: completed, of, asAt, to: registerAt({ delivery: 'completed' }, asAt) }),
      ' completed. Impact: ',
      share({ count: made, of, asAt, to: registerAt({ impact: 'made' }, asAt) }),
      ' with progress made for children. ',
      ...claim(
        { count: late.length, of, asAt, to: registerAt({ flag: 'late' }, asAt) },
        'action is late.',
        'actions are late.',
      ),
      ...(standing.unrated.length === 0 ? [] : [' ', ...neverRated(facts)]),
    ),
    table(
      'summary-table',
      'Delivery and impact by theme',
      [
        { heading: 'Theme', share: 40 },
        { heading: 'Actions', share: 10, numeric: true },
        { heading: 'Completed', share: 18, numeric: true },
        { heading: 'Progress made', share: 18, numeric: true },
        { heading: 'Late', share: 8, numeric: true },
      ],
      [
        ...plan.themes.map(theme => row(themeName(theme), theme.actions, { theme: theme.ref })),
        row('Whole plan', actions, {}),
      ],
    ),
  ]

  function row(name: string, of: typeof actions, filter: Record<string, string>): Words[] {
    const counted = (kept: typeof actions, more: Record<string, string>) => ({
      count: kept.length,
      of: of.length,
      asAt,
      to: registerAt({ ...filter, ...more }, asAt),
    })
    return [
      [name],
      [number({ ...counted(of, {}), of: null })],
      [
        share(
          counted(
            of.filter(action => action.delivery === 'completed'),
            { delivery: 'completed' },
          ),
        ),
      ],
      [
        share(
          counted(
            of.filter(action => action.impact === 'made'),
            { impact: 'made' },
          ),
        ),
      ],
      [
        number(
          counted(
            of.filter(action => isLate(action, asAt)),
            { flag: 'late' },
          ),
        ),
      ],
    ]
  }
}

/** What a board asks first, each said also where there is none. */
const TOLD: [Moved, string, string][] = [
  ['completed', 'action was completed', 'actions were completed'],
  ['reopened', 'action was reopened', 'actions were reopened'],
  ['slipped', 'action slipped', 'actions slipped'],
  ['newly-late', 'action became late', 'actions became late'],
  ['impact-rose', 'action was rated as having more impact', 'actions were rated as having more impact'],
  ['impact-fell', 'action was rated as having less impact', 'actions were rated as having less impact'],
]

function whatChanged({ moved, standing, asAt, since }: PackFacts): Block[] {
  if (moved === null)
    return [
      paragraph(
        'This is the first pack, so there is no earlier position to compare with. The next one will say what changed.',
      ),
    ]
  const said = TOLD.map(([kind, one, many]) => {
    const found = moved.filter(movement => movement.moved.includes(kind)).map(({ action }) => action)
    const to = found.length === 0 ? null : '#progress'
    return [
      ...claim({ count: found.length, of: standing.actions.length, asAt, to }, one, many),
      ...refsOf(found, asAt),
      '.',
    ]
  })
  const whole =
    moved.length === 0 ? [paragraph(`Nothing in the plan moved between ${longDay(since!)} and ${longDay(asAt)}.`)] : []
  return whole.length > 0 ? whole : [points(...said)]
}

const needsTheBoard = (facts: PackFacts): Callout => {
  const asked = forTheBoard(facts)
  return {
    kind: 'callout',
    heading: 'What needs the board',
    points: asked.length > 0 ? asked : [['Nothing in the plan needs a decision of the board today.']],
  }
}
