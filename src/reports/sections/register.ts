/** The full register by theme: every action in the plan's own words, with its dates, its ratings and the reason for them. */
import type { Action } from '../../plan/action.ts'
import { shortDay } from '../../terms/day.ts'
import { deliveryTag, dueOf, impactTag, leadOf, refOf, themeName } from '../actions-in-words.ts'
import { type Block, heading, paragraph, type Words } from '../description.ts'
import { table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export function register({ plan, asAt, standing }: PackFacts): Draft[] {
  const blocks: Block[] =
    standing.actions.length === 0
      ? [paragraph('The plan holds no action.')]
      : plan.themes.flatMap((theme, at): Block[] => [
          heading(`register-${at + 1}`, themeName(theme)),
          theme.actions.length === 0
            ? paragraph('This theme has no action.')
            : table(`register-${at + 1}-table`, `Actions of ${themeName(theme)}`, COLUMNS, theme.actions.map(row)),
        ])
  return [{ id: 'register', heading: 'The full register', annex: true, wide: true, blocks }]

  function row(action: Action): Words[] {
    return [
      [refOf(action, asAt)],
      [action.text],
      [leadOf(action)],
      [dates(action)],
      [deliveryTag(action.delivery)],
      [impactTag(action.impact)],
      [
        action.ratedOn === null
          ? 'Not rated yet'
          : `${action.reason || 'No reason given'}\n${shortDay(action.ratedOn)}`,
      ],
    ]
  }
}

const COLUMNS = [
  { heading: 'Ref', share: 5 },
  { heading: 'Action', share: 33 },
  { heading: 'Lead', share: 14 },
  { heading: 'Due', share: 12 },
  { heading: 'Delivery', share: 9 },
  { heading: 'Impact', share: 9 },
  { heading: 'Reason for the ratings', share: 24 },
]

/** The date now; the first one under it where it was ever moved. */
function dates({ firstTimescale, timescale, revisions }: Action): string {
  const now = dueOf(timescale)
  const first = dueOf(firstTimescale)
  return revisions === 0 || first === now ? now : `${now}\nfirst ${first}`
}
