/** Progress since the last pack: each action in which something moved, what moved, and the reason that was given. */
import { type Block, paragraph, type Words } from '../description.ts'
import { amount, claim } from '../figure.ts'
import { longDay } from '../../terms/day.ts'
import { cut, refOf } from '../actions-in-words.ts'
import { table } from '../long-table.ts'
import { MOVED, type Moved, type Movement } from '../movement.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export const progress = (facts: PackFacts): Draft[] => [
  { id: 'progress', heading: 'Progress since the last pack', blocks: told(facts) },
]

function told({ moved, since, asAt, standing }: PackFacts): Block[] {
  if (moved === null || since === null)
    return [paragraph(`This is the first pack for this plan. The next will report what moved after ${longDay(asAt)}.`)]
  const still = standing.actions.length - moved.filter(({ moved }) => !moved.includes('gone')).length
  const intro = paragraph(
    `Between ${longDay(since)} and ${longDay(asAt)} something moved in ${amount(moved.length, 'action')}. `,
    ...claim(
      { count: still, of: standing.actions.length, asAt },
      'action stands as it stood.',
      'actions stand as they stood.',
    ),
  )
  return [intro, ...groups(moved).flatMap(([kind, found]) => group(kind, found, asAt))]
}

/** Each action once, under the first thing a board would ask about. */
function groups(moved: Movement[]): [Moved, Movement[]][] {
  const first = (movement: Movement) => (Object.keys(MOVED) as Moved[]).find(kind => movement.moved.includes(kind))
  return (Object.keys(MOVED) as Moved[])
    .map((kind): [Moved, Movement[]] => [kind, moved.filter(movement => first(movement) === kind)])
    .filter(([, found]) => found.length > 0)
}

const group = (kind: Moved, found: Movement[], asAt: PackFacts['asAt']): Block[] => [
  table(
    `moved-${kind}`,
    `${MOVED[kind]} (${amount(found.length, 'action')})`,
    [
      { heading: 'Ref', share: 7 },
      { heading: 'Action', share: 33 },
      { heading: 'What moved', share: 26 },
      { heading: 'Reason given', share: 34 },
    ],
    found.map(({ action, changes, reasons }): Words[] => [
      [refOf(action, asAt)],
      [cut(action.text)],
      [changes.join('\n')],
      [reasons.map(reason => cut(reason, 260)).join('\n') || 'None recorded'],
    ]),
  ),
]
