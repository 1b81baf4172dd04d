/** A later series of targets asks for less than the first did by the same time. */
import type { Target } from '../../intake/plan-reading.ts'
import { FIRST_SERIES, readTargets } from '../../intake/target.ts'
import { longDay } from '../../terms/day.ts'
import type { Action } from '../action.ts'
import { quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { allActions } from '../plan.ts'

export default planCheck({
  id: 'target-lowered',
  name: 'Target lowered',
  severity: 'serious',
  why: 'A target may be wrong and be set again, but the board must agree it and see both: otherwise missing it is turned into meeting it.',
  find: ({ plan }) =>
    allActions(plan).flatMap(action => {
      const lowered = firstLowered(action)
      if (!lowered) return []
      const [was, is] = lowered
      return [
        {
          where: `action ${action.ref}`,
          actionIds: [action.actionId],
          question: `Action ${action.ref} promised ${figure(was)} by ${longDay(was.dueOn!)} and now promises ${figure(is)} by ${longDay(is.dueOn!)}: who agreed to lower it, and why?`,
          because: quote(`${was.text} / ${is.series}: ${is.text}`),
        },
      ]
    }),
  examples: [
    {
      that: 'from 100% to 35% for the same month',
      actions: [
        {
          by: '2028-01-01',
          targets: [
            { text: '100% by March 2027', value: 100, unit: '%', dueOn: '2027-03-31' as never },
            {
              text: '35% by March 2027',
              value: 35,
              unit: '%',
              dueOn: '2027-03-31' as never,
              series: 'Milestones revised',
            },
          ],
        },
      ],
      raises: 1,
      asks: /promised 100% by 31 March 2027 and now promises 35%/,
    },
    {
      that: 'the lowering is told in the progress',
      actions: [
        {
          evidenceText:
            'Milestones for audited assessments set at 90% Sept 2014 and 100% March 2015.\nMilestones revised as of April 2015: March 15 - 35% Sept 15 - 50%',
        },
      ],
      raises: 1,
      asks: /promised 100% by 31 March 2015 and now promises 35% by 31 March 2015/,
    },
    {
      that: 'a steeper second series',
      actions: [
        {
          by: '2028-01-01',
          targets: [
            { text: '60% by March 2027', value: 60, unit: '%', dueOn: '2027-03-31' as never },
            {
              text: '80% by March 2027',
              value: 80,
              unit: '%',
              dueOn: '2027-03-31' as never,
              series: 'Milestones revised',
            },
          ],
        },
      ],
      raises: 0,
    },
    {
      that: 'less waiting is better, and the bound went down',
      actions: [
        {
          by: '2028-01-01',
          targets: [
            { text: '<30% by March 2027', value: 30, unit: '%', bound: 'at most', dueOn: '2027-03-31' as never },
            {
              text: '<10% by March 2027',
              value: 10,
              unit: '%',
              bound: 'at most',
              dueOn: '2027-03-31' as never,
              series: 'Revised',
            },
          ],
        },
      ],
      raises: 0,
    },
  ],
})

/** The first pair in which a later series asks for less, by the same day or a later one. */
function firstLowered({ targets, evidenceText }: Action): [Target, Target] | null {
  const dated = [...targets, ...readTargets(evidenceText)].filter(
    target => target.value !== null && target.dueOn !== null,
  )
  const later = dated.filter(target => target.series !== FIRST_SERIES)
  for (const is of later) {
    const earlier = dated.filter(
      was => was.series === FIRST_SERIES && was.unit === is.unit && was.bound === is.bound && was.dueOn! <= is.dueOn!,
    )
    const lower = (was: Target) => (is.bound === 'at most' ? was.value! < is.value! : was.value! > is.value!)
    const was = earlier.find(each => each.dueOn === is.dueOn && lower(each)) ?? earlier.findLast(lower)
    if (was) return [was, is]
  }
  return null
}

const figure = ({ value, unit }: Target): string => `${value}${unit === '%' ? '%' : unit ? ` ${unit}` : ''}`
