/** Work that was to be over before the plan began. */
import { longDay } from '../../terms/day.ts'
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'date-before-the-plan',
  name: 'Date before the plan starts',
  severity: 'moderate',
  why: 'A date from before the plan is an old promise carried over: the board should hear what became of it, not see it as new.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        ({ timescale }) =>
          timescale.kind !== 'from' &&
          plan.startsOn !== null &&
          timescale.latest !== null &&
          timescale.latest < plan.startsOn,
      ),
      {
        one: action =>
          `Action ${action.ref} was due on ${longDay(action.timescale.latest!)}, before this plan starts: was it done, and why is it here?`,
        many: which => `${capital(which)} were due before this plan starts: were they done, and why are they here?`,
        because: action => `${action.ref} was due on ${longDay(action.timescale.latest!)}`,
      },
    ),
  examples: [
    { that: 'due the day before the plan starts', startsOn: '2026-04-01', actions: [{ by: '2026-03-31' }], raises: 1 },
    { that: 'due on its first day', startsOn: '2026-04-01', actions: [{ by: '2026-04-01' }], raises: 0 },
    {
      that: 'begun before the plan and ongoing',
      startsOn: '2026-04-01',
      actions: [
        {
          timescale: {
            kind: 'from',
            earliest: '2015-06-01' as never,
            latest: null,
            text: 'June 2015 and ongoing',
            nextTestOn: '2027-01-01' as never,
          },
        },
      ],
      raises: 0,
    },
  ],
})
