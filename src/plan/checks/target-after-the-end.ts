/** A target whose day comes after the action has ended. */
import { longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import type { Action } from '../action.ts'
import { planCheck } from '../check.ts'
import type { Target } from '../../intake/plan-reading.ts'

export default planCheck({
  id: 'target-after-the-end',
  name: 'Target after the action ends',
  severity: 'moderate',
  why: 'If the work stops before the target falls due, nobody is working on it when it is missed.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => lateTarget(action) !== undefined),
      {
        one: action =>
          `Action ${action.ref} ends on ${longDay(action.timescale.latest!)} but its target ${quote(lateTarget(action)!.text, 70)} is for ${longDay(lateTarget(action)!.dueOn!)}: who works on it in between?`,
        many: which => `${capital(which)} end before their last target falls due: who works on it in between?`,
        because: action =>
          `${action.ref}: ends ${longDay(action.timescale.latest!)}, target ${quote(lateTarget(action)!.text, 60)}`,
      },
    ),
  examples: [
    {
      that: 'ends in the summer, target next spring',
      actions: [
        { by: '2027-07-31', targets: [{ text: '80% by March 2028', value: 80, dueOn: '2028-03-31' as never }] },
      ],
      raises: 1,
    },
    {
      that: 'the target is for the day it ends',
      actions: [{ by: '2027-07-31', targets: [{ text: '80% by July 2027', value: 80, dueOn: '2027-07-31' as never }] }],
      raises: 0,
    },
    {
      that: 'ongoing work has no end',
      actions: [
        {
          timescale: { kind: 'ongoing', latest: null, nextTestOn: '2027-01-01' as never },
          targets: [{ text: '80%', value: 80, dueOn: '2028-03-31' as never }],
        },
      ],
      raises: 0,
    },
  ],
})

const lateTarget = ({ timescale, targets }: Action): Target | undefined =>
  timescale.latest === null || timescale.kind === 'from'
    ? undefined
    : targets.findLast(target => target.dueOn !== null && target.dueOn > timescale.latest!)
