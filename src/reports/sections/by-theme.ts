/** Delivery and impact by theme: a chart and its table each, never one rating standing for the other. */
import { type Action, DELIVERY, IMPACT, isLate } from '../../plan/action.ts'
import type { Theme } from '../../plan/plan.ts'
import { DELIVERY_ORDER, deliveryTag, IMPACT_ORDER, impactTag, themeName } from '../actions-in-words.ts'
import { type Chart, heading, paragraph, type Table, type Tag, type Words } from '../description.ts'
import { claim, number, share } from '../figure.ts'
import { registerAt } from '../ground.ts'
import { table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'
import { isWithoutImpact } from '../standing.ts'

export function byTheme(facts: PackFacts): Draft[] {
  const { plan, standing } = facts
  const blocks =
    standing.actions.length === 0
      ? [paragraph('The plan holds no action, so there is no rating to show.')]
      : [
          paragraph(
            'Delivery says how far the work has got. Impact says what it has changed for children. They are rated apart: work can be completed and have changed nothing yet.',
          ),
          ...(standing.unrated.length === 0 ? [] : [paragraph(...neverRated(facts))]),
          heading('delivery-by-theme', 'Delivery'),
          ratingChart('delivery', plan.themes, DELIVERY_ORDER, action => action.delivery, DELIVERY, deliveryTag),
          deliveryTable(facts),
          heading('impact-by-theme', 'Impact'),
          ratingChart('impact', plan.themes, IMPACT_ORDER, action => action.impact, IMPACT, impactTag),
          impactTable(facts),
        ]
  return [{ id: 'by-theme', heading: 'Delivery and impact by theme', blocks }]
}

/** Said wherever ratings are counted, so that an unrated plan does not read as one that failed. */
export const neverRated = ({ standing, asAt }: PackFacts): Words =>
  claim(
    { count: standing.unrated.length, of: standing.actions.length, asAt },
    'action has never been rated and counts as not started, with no impact.',
    'actions have never been rated and count as not started, with no impact.',
  )

function ratingChart<Rating extends string>(
  id: string,
  themes: Theme[],
  order: Rating[],
  of: (action: Action) => Rating,
  words: Record<Rating, string>,
  tag: (rating: Rating) => Tag,
): Chart {
  const bars = themes.map(theme => ({
    label: themeName(theme),
    counts: order.map(rating => theme.actions.filter(action => of(action) === rating).length),
  }))
  const told = bars.map(
    ({ label, counts }) =>
      `${label}: ${order.map((rating, at) => `${words[rating].toLowerCase()} ${counts[at]}`).join(', ')}`,
  )
  return {
    kind: 'chart',
    id: `${id}-chart`,
    label: '',
    caption: `Actions by ${id} rating in each theme`,
    alt: `Bar chart of how many actions of each theme have each ${id} rating. ${told.join('; ')}. The table that follows has the same figures.`,
    parts: order.map(rating => ({ label: words[rating], tone: tag(rating).tone })),
    bars,
  }
}

function deliveryTable({ plan, standing, asAt }: PackFacts): Table {
  const row = (name: string, actions: Action[], filter: Record<string, string>): Words[] => {
    const cell = (delivery: keyof typeof DELIVERY) =>
      counted(actions, action => action.delivery === delivery, { ...filter, delivery }, asAt)
    return [
      [name],
      [number({ count: actions.length, asAt, to: registerAt(filter, asAt) })],
      [shared(actions, action => action.delivery === 'completed', { ...filter, delivery: 'completed' }, asAt)],
      ...(['on-task', 'delayed', 'on-hold', 'not-started'] as const).map(delivery => [cell(delivery)]),
      [counted(actions, action => isLate(action, asAt), { ...filter, flag: 'late' }, asAt)],
    ]
  }
  return table(
    'delivery-table',
    'Delivery by theme',
    [
      { heading: 'Theme', share: 28 },
      { heading: 'Actions', share: 9, numeric: true },
      { heading: DELIVERY.completed, share: 15, numeric: true },
      { heading: DELIVERY['on-task'], share: 8, numeric: true },
      { heading: DELIVERY.delayed, share: 11, numeric: true },
      { heading: DELIVERY['on-hold'], share: 8, numeric: true },
      { heading: DELIVERY['not-started'], share: 9, numeric: true },
      { heading: 'Late', share: 7, numeric: true },
    ],
    themeRows(plan.themes, standing.actions, row),
  )
}

function impactTable({ plan, standing, asAt }: PackFacts): Table {
  const row = (name: string, actions: Action[], filter: Record<string, string>): Words[] => [
    [name],
    [number({ count: actions.length, asAt, to: registerAt(filter, asAt) })],
    [shared(actions, action => action.impact === 'made', { ...filter, impact: 'made' }, asAt)],
    [counted(actions, action => action.impact === 'starting', { ...filter, impact: 'starting' }, asAt)],
    [counted(actions, action => action.impact === 'none', { ...filter, impact: 'none' }, asAt)],
    [counted(actions, isWithoutImpact, { ...filter, delivery: 'completed', impact: 'none' }, asAt)],
  ]
  return table(
    'impact-table',
    'Impact by theme',
    [
      { heading: 'Theme', share: 30 },
      { heading: 'Actions', share: 10, numeric: true },
      { heading: IMPACT.made, share: 18, numeric: true },
      { heading: IMPACT.starting, share: 12, numeric: true },
      { heading: IMPACT.none, share: 11, numeric: true },
      { heading: 'Completed with no impact', share: 14, numeric: true },
    ],
    themeRows(plan.themes, standing.actions, row),
  )
}

const themeRows = (
  themes: Theme[],
  all: Action[],
  row: (name: string, actions: Action[], filter: Record<string, string>) => Words[],
): Words[][] => [
  ...themes.map(theme => row(themeName(theme), theme.actions, { theme: theme.ref })),
  row('Whole plan', all, {}),
]

const counted = (
  actions: Action[],
  is: (action: Action) => boolean,
  filter: Record<string, string>,
  asAt: PackFacts['asAt'],
) => number({ count: actions.filter(is).length, of: actions.length, asAt, to: registerAt(filter, asAt) })

const shared = (
  actions: Action[],
  is: (action: Action) => boolean,
  filter: Record<string, string>,
  asAt: PackFacts['asAt'],
) => share({ count: actions.filter(is).length, of: actions.length, asAt, to: registerAt(filter, asAt) })
