/** Work that is to be done after the plan has ended. */
import { addDays, longDay } from '../../terms/day.ts'
import { askAbout, openActions } from '../asking.ts'
import { planCheck } from '../check.ts'

/** A plan named for a year is often closed in the month after it. */
const GRACE = 31

export default planCheck({
  id: 'date-after-the-plan',
  name: 'Date after the plan ends',
  severity: 'moderate',
  why: 'What falls due after the last day of the plan is outside what the board oversees, unless it says who takes it on.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        ({ timescale }) =>
          plan.endsOn !== null && timescale.latest !== null && timescale.latest > addDays(plan.endsOn, GRACE),
      ),
      {
        one: action =>
          `The plan ends on ${longDay(plan.endsOn!)} but action ${action.ref} is due on ${longDay(action.timescale.latest!)}: who will see it through?`,
        many: which =>
          `The plan ends on ${longDay(plan.endsOn!)} before the ${which} are due: who will see them through?`,
        because: action => `${action.ref} is due on ${longDay(action.timescale.latest!)}`,
      },
    ),
  examples: [
    { that: 'due in the summer after it ends', endsOn: '2027-03-31', actions: [{ by: '2027-05-02' }], raises: 1 },
    { that: 'due at the end of the month after', endsOn: '2027-03-31', actions: [{ by: '2027-05-01' }], raises: 0 },
    { that: 'due on its last day', endsOn: '2027-03-31', actions: [{ by: '2027-03-31' }], raises: 0 },
    { that: 'a plan without an end', actions: [{ by: '2031-01-01' }], raises: 0 },
  ],
})
