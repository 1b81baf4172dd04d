/** Completed, and no impact for children. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { allActions } from '../plan.ts'

export default planCheck({
  id: 'delivered-without-impact',
  name: 'Delivered without impact',
  severity: 'serious',
  why: 'Inspectors judge what changed for children. Work that is done and has changed nothing was the wrong work, or has not been looked at.',
  find: ({ plan }) =>
    askAbout(
      plan,
      allActions(plan).filter(
        action => action.delivery === 'completed' && action.impact === 'none' && action.ratedOn !== null,
      ),
      {
        one: action =>
          `Action ${action.ref}, ${quote(action.text, 80)}, is completed with no impact: what has changed for children, and how would we know?`,
        many: which =>
          `${capital(which)} are completed with no impact: what has changed for children, and how would we know?`,
        because: action =>
          action.reason === ''
            ? `${action.ref} is rated completed, no impact`
            : `${action.ref}: ${quote(action.reason)}`,
      },
    ),
  examples: [
    { that: 'completed, no impact', actions: [{ delivery: 'completed', impact: 'none' }], raises: 1 },
    {
      that: 'completed, progress starting',
      actions: [{ delivery: 'completed', impact: 'starting', evidence: [{}] }],
      raises: 0,
    },
    { that: 'not completed', actions: [{ delivery: 'on-task', impact: 'none' }], raises: 0 },
  ],
})
