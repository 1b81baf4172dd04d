/** Reported as delayed, with the old date still standing. */
import { longDay } from '../../terms/day.ts'
import { isLate } from '../action.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'delayed-without-a-new-date',
  name: 'Delayed without a new date',
  severity: 'moderate',
  why: 'Saying that work is delayed is half an account; the other half is when it will be done now, and what was done about it.',
  find: ({ plan, asAt }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => action.delivery === 'delayed' && isLate(action, asAt)),
      {
        one: action =>
          `Action ${action.ref} is delayed past ${longDay(action.timescale.latest!)}: what date does its lead now ask the board to agree?`,
        many: which => `What dates do the leads of the ${which}, delayed past their date, now ask the board to agree?`,
        because: action =>
          action.reason === '' ? `No reason is given for ${action.ref}` : `${action.ref}: ${quote(action.reason)}`,
      },
    ),
  examples: [
    { that: 'delayed, the date has gone', actions: [{ by: '2026-10-31', delivery: 'delayed' }], raises: 1 },
    {
      that: 'delayed, a later date is agreed',
      actions: [{ firstBy: '2026-10-31', by: '2027-01-31', revisions: 1, delivery: 'delayed' }],
      raises: 0,
    },
  ],
})
