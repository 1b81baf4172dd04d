/** Completed without impact: the work is done and nothing shows yet that it changed anything for a child. */
import { dayOrNone, cut, leadOf, refOf } from '../actions-in-words.ts'
import { paragraph, type Table, type Words } from '../description.ts'
import { claim, share } from '../figure.ts'
import { registerAt } from '../ground.ts'
import { longTable, table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export function withoutImpact(facts: PackFacts): Draft[] {
  const { standing, asAt } = facts
  const completed = standing.actions.filter(action => action.delivery === 'completed').length
  const { blocks, annexes } = longTable(withoutImpactTable(facts), 'All completed actions without impact')
  const to = registerAt({ delivery: 'completed', impact: 'none' }, asAt)
  const intro =
    completed === 0
      ? paragraph('No action is completed yet, so none is completed without impact.')
      : paragraph(
          ...claim(
            { count: standing.withoutImpact.length, of: completed, asAt, to },
            'action is completed',
            'actions are completed',
          ),
          ' with no impact for children on record: ',
          share({ count: standing.withoutImpact.length, of: completed, asAt, to }),
          ' of those completed.',
        )
  return [{ id: 'without-impact', heading: 'Delivered without impact', blocks: [intro, ...blocks] }, ...annexes]
}

const withoutImpactTable = ({ standing, asAt }: PackFacts): Table =>
  table(
    'without-impact-table',
    'Completed actions with no impact',
    [
      { heading: 'Ref', share: 7 },
      { heading: 'Action', share: 30 },
      { heading: 'What was to change', share: 26 },
      { heading: 'Lead', share: 16 },
      { heading: 'Rated on', share: 11 },
      { heading: 'Evidence', share: 10, numeric: true },
    ],
    standing.withoutImpact.map((action): Words[] => [
      [refOf(action, asAt)],
      [cut(action.text)],
      [cut(action.desiredOutcome, 120) || 'Not given'],
      [leadOf(action)],
      [dayOrNone(action.ratedOn)],
      [action.evidence.length === 0 ? 'none' : String(action.evidence.length)],
    ]),
  )
