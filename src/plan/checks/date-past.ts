/** The date has gone and the work is not completed. */
import { longDay } from '../../terms/day.ts'
import { isLate } from '../action.ts'
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'date-past',
  name: 'Date past and not completed',
  severity: 'serious',
  why: 'A promise whose day has gone is either done and not recorded, or late and not explained. The board needs to know which.',
  find: ({ plan, asAt }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => isLate(action, asAt)),
      {
        one: action =>
          `Action ${action.ref} was due by ${longDay(action.timescale.latest!)}: is it done, and if not, what holds it up?`,
        many: which =>
          `${capital(which)} were due before ${longDay(asAt)}: which are done, and what holds up the others?`,
        because: action => `${action.ref} was for ${quote(action.timescale.text, 60)}`,
      },
    ),
  examples: [
    { that: 'due yesterday', actions: [{ by: '2026-11-21' }], raises: 1, asks: /due by 21 November 2026/ },
    { that: 'due today', actions: [{ by: '2026-11-22' }], raises: 0 },
    {
      that: 'due yesterday and done',
      actions: [{ by: '2026-11-21', delivery: 'completed', impact: 'made', evidence: [{}] }],
      raises: 0,
    },
  ],
})
