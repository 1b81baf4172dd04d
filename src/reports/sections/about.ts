/** How to read a pack: the rules by which things were counted and called, so that nobody has to guess. */
import { amount } from '../figure.ts'
import { longDay } from '../../terms/day.ts'
import { paragraph } from '../description.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

export const about = ({ asAt, staleAfterWeeks }: PackFacts): Draft[] => [
  {
    id: 'about',
    heading: 'How to read this pack',
    blocks: [
      paragraph(
        `Every figure is as at the end of ${longDay(asAt)}. A percentage stands with the number it is of; it has one decimal place, rounded half up. “No cases” means that there was nothing to count.`,
      ),
      paragraph(
        'Delivery and impact are rated by the lead of the action, with a date and a reason. An action that was never rated counts as not started, with no impact.',
      ),
      paragraph(
        'An action is late from the day after it was due, unless it is completed. Work that is ongoing has no due day and is never late. A month named as a date runs to its last day.',
      ),
      paragraph(
        'An action has slipped where the date agreed now is later than the date agreed first, or where it lost its date. The first date is never replaced.',
      ),
      paragraph(
        `An action is stale where it is neither completed nor on hold and has had no update or rating for more than ${amount(staleAfterWeeks, 'week')}. The board may set another period.`,
      ),
      paragraph(
        'A finding is answered by the actions that cite it, or only by an objective that does. One that was dealt with before the plan began is closed, with a reason.',
      ),
      paragraph(
        'The pack is frozen as it was made. The code at the foot of each page is its fingerprint: two packs with the same code hold the same words and figures.',
      ),
    ],
  },
]
