/** What is late, what slipped and what nobody has spoken of: three different things, each with its own list. */
import { hasSlipped } from '../../plan/action.ts'
import { type Day, daysBetween, longDay, shortDay } from '../../terms/day.ts'
import { cut, dayOrNone, deliveryTag, dueOf, leadOf, refOf } from '../actions-in-words.ts'
import { heading, paragraph, type Table, type Words } from '../description.ts'
import { amount, claim, grouped } from '../figure.ts'
import { registerAt } from '../ground.ts'
import { longTable, table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export function late(facts: PackFacts): Draft[] {
  const { standing, asAt, staleAfterWeeks } = facts
  const of = standing.actions.length
  const overdue = longTable(lateTable(facts), 'All late actions')
  const slipped = longTable(slippedTable(facts), 'All actions that slipped')
  const stale = longTable(staleTable(facts), 'All stale actions')
  const blocks = [
    heading('late-actions', 'Late'),
    paragraph(
      ...claim(
        { count: standing.late.length, of, asAt, to: registerAt({ flag: 'late' }, asAt) },
        'action is late',
        'actions are late',
      ),
      ` at ${longDay(asAt)}: past the date agreed now, and not completed.`,
    ),
    ...overdue.blocks,
    heading('slipped-actions', 'Slipped'),
    paragraph(
      ...claim(
        { count: standing.slipped.length, of, asAt, to: registerAt({ flag: 'slipped' }, asAt) },
        'action has slipped',
        'actions have slipped',
      ),
      ': the date agreed now is later than the date agreed first, which stays on record.',
    ),
    ...slipped.blocks,
    heading('stale-actions', 'Stale'),
    standing.stale === null
      ? paragraph('The plan carries no dated update or rating, so it cannot be said which actions are stale.')
      : paragraph(
          ...claim(
            { count: standing.stale.length, of, asAt, to: registerAt({ flag: 'stale' }, asAt) },
            'action is stale',
            'actions are stale',
          ),
          `: neither completed nor on hold, and with no update or rating for more than ${amount(staleAfterWeeks, 'week')}.`,
        ),
    ...stale.blocks,
  ]
  const drafts = { id: 'late', heading: 'Late, slipped and stale', blocks }
  return [drafts, ...overdue.annexes, ...slipped.annexes, ...stale.annexes]
}

const lateTable = ({ standing, asAt }: PackFacts): Table =>
  table(
    'late-table',
    'Late actions, longest overdue first',
    [
      { heading: 'Ref', share: 7 },
      { heading: 'Action', share: 29 },
      { heading: 'Lead', share: 16 },
      { heading: 'Agreed first', share: 13 },
      { heading: 'Due now', share: 13 },
      { heading: 'Days late', share: 8, numeric: true },
      { heading: 'Delivery', share: 14 },
    ],
    standing.late.map((action): Words[] => [
      [refOf(action, asAt)],
      [cut(action.text)],
      [leadOf(action)],
      [dayOrNone(action.firstTimescale.latest)],
      [dayOrNone(action.timescale.latest)],
      [grouped(daysBetween(action.timescale.latest!, asAt))],
      [deliveryTag(action.delivery)],
    ]),
  )

const slippedTable = ({ standing, asAt }: PackFacts): Table =>
  table(
    'slipped-table',
    'Actions that slipped: the first date beside the date now, the longest slip first',
    [
      { heading: 'Ref', share: 7 },
      { heading: 'Action', share: 26 },
      { heading: 'Agreed first', share: 13 },
      { heading: 'Due now', share: 13 },
      { heading: 'Slipped by', share: 10, numeric: true },
      { heading: 'Moved', share: 8, numeric: true },
      { heading: 'Why, and who agreed', share: 23 },
    ],
    standing.slipped
      .filter(hasSlipped)
      .map(action => ({ action, by: slippedBy(action.firstTimescale.latest!, action.timescale.latest) }))
      .toSorted((a, b) => b.by - a.by)
      .map(({ action, by }): Words[] => [
        [refOf(action, asAt)],
        [cut(action.text, 110)],
        [dayOrNone(action.firstTimescale.latest)],
        [dueOf(action.timescale)],
        [by === Infinity ? 'No date now' : amount(by, 'day')],
        [action.revisions === 1 ? 'once' : `${action.revisions} times`],
        [cut(whyMoved(action.timescale.reason, action.timescale.agreedBy), 200)],
      ]),
  )

/** An action that lost its date has slipped further than any that has one. */
const slippedBy = (first: Day, now: Day | null): number => (now === null ? Infinity : daysBetween(first, now))

const whyMoved = (reason: string, agreedBy: string): string =>
  [reason.replace(/[.\s]+$/, ''), agreedBy && `Agreed by ${agreedBy}`].filter(Boolean).join('. ') ||
  'No reason recorded'

const staleTable = ({ standing, asAt }: PackFacts): Table =>
  table(
    'stale-table',
    'Actions with no recent update, longest unheard of first',
    [
      { heading: 'Ref', share: 7 },
      { heading: 'Action', share: 40 },
      { heading: 'Lead', share: 22 },
      { heading: 'Last heard of', share: 14 },
      { heading: 'Weeks since', share: 9, numeric: true },
      { heading: 'Delivery', share: 13 },
    ],
    (standing.stale ?? []).map((action): Words[] => {
      const heard = action.lastUpdateOn
      return [
        [refOf(action, asAt)],
        [cut(action.text)],
        [leadOf(action)],
        [heard === null ? 'Never' : shortDay(heard)],
        [String(Math.floor(daysBetween(heard ?? action.firstTimescale.agreedOn, asAt) / 7))],
        [deliveryTag(action.delivery)],
      ]
    }),
  )
