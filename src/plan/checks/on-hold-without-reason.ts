/** On hold, and nobody says what for. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'on-hold-without-reason',
  name: 'On hold without a reason',
  severity: 'moderate',
  why: 'Work that waits must say for what and for whom, or holding becomes a quiet way of dropping it.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => action.delivery === 'on-hold' && action.reason.trim().length < 10),
      {
        one: action => `What does action ${action.ref}, ${quote(action.text, 80)}, wait for, and who decides?`,
        many: which => `What do the ${which} on hold wait for, and who decides?`,
        because: action =>
          action.reason === '' ? `No reason is given for ${action.ref}` : `${action.ref}: ${quote(action.reason)}`,
      },
    ),
  examples: [
    { that: 'no reason', actions: [{ delivery: 'on-hold', reason: '' }], raises: 1 },
    { that: 'a reason', actions: [{ delivery: 'on-hold', reason: 'Waits for Cabinet on 3 December' }], raises: 0 },
  ],
})
