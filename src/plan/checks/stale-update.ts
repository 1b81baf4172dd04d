/** Nobody has said anything about an action for longer than a board's cycle. */
import { addDays, longDay } from '../../terms/day.ts'
import { askAbout, openActions } from '../asking.ts'
import { planCheck } from '../check.ts'
import { STALE_AFTER_DAYS } from '../register.ts'

export default planCheck({
  id: 'stale-update',
  name: 'Stale update',
  severity: 'moderate',
  why: 'An action nobody has written about for eight weeks has been to a board unchanged. Silence is not progress.',
  find({ plan, asAt }) {
    const since = addDays(asAt, -STALE_AFTER_DAYS)
    return askAbout(
      plan,
      openActions(plan).filter(
        action => action.delivery !== 'on-hold' && (action.lastUpdateOn ?? plan.version.fromOn) < since,
      ),
      {
        one: action =>
          action.lastUpdateOn === null
            ? `Nothing has been reported on action ${action.ref} since the plan began on ${longDay(plan.version.fromOn)}: has it started?`
            : `Action ${action.ref} was last updated on ${longDay(action.lastUpdateOn)}: what has happened since?`,
        many: which => `What has happened since ${longDay(since)} on the ${which} that have had no update?`,
        because: action =>
          action.lastUpdateOn === null
            ? `${action.ref} was never updated`
            : `${action.ref}: ${longDay(action.lastUpdateOn)}`,
      },
    )
  },
  examples: [
    {
      that: 'updated 57 days ago',
      actions: [{ lastUpdateOn: '2026-09-26' as never }],
      raises: 1,
      asks: /26 September 2026/,
    },
    { that: 'updated 56 days ago', actions: [{ lastUpdateOn: '2026-09-27' as never }], raises: 0 },
    { that: 'a plan 30 days old, not updated yet', actions: [{ lastUpdateOn: null }], raises: 0 },
    {
      that: 'completed long ago',
      actions: [{ lastUpdateOn: '2026-01-01' as never, delivery: 'completed', impact: 'made', evidence: [{}] }],
      raises: 0,
    },
  ],
})
