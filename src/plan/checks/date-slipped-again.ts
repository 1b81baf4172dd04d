/** A date that was moved more than once. */
import { timesInWords } from '../../terms/count-words.ts'
import { longDay } from '../../terms/day.ts'
import { hasSlipped } from '../action.ts'
import { openActions } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'date-slipped-again',
  name: 'Date slipped more than once',
  severity: 'serious',
  why: 'A second move says that the reason for the first was not dealt with. The board should agree the third date, not be told it.',
  find: ({ plan }) =>
    openActions(plan)
      .filter(action => action.revisions > 1 && hasSlipped(action))
      .map(action => {
        const now = action.timescale.latest ? longDay(action.timescale.latest) : 'no day at all'
        return {
          where: `action ${action.ref}`,
          actionIds: [action.actionId],
          question: `The date of action ${action.ref} was moved ${timesInWords(action.revisions)}, from ${longDay(action.firstTimescale.latest!)} to ${now}: what makes this one hold?`,
          because:
            action.timescale.reason === ''
              ? 'No reason is given for the last move'
              : `The last reason given: ${action.timescale.reason}`,
        }
      }),
  examples: [
    {
      that: 'moved twice, later',
      actions: [{ firstBy: '2026-03-31', by: '2027-03-31', revisions: 2 }],
      raises: 1,
      asks: /moved twice, from 31 March 2026 to 31 March 2027/,
    },
    { that: 'moved once', actions: [{ firstBy: '2026-03-31', by: '2027-03-31', revisions: 1 }], raises: 0 },
    {
      that: 'moved twice, and back to an earlier day',
      actions: [{ firstBy: '2027-03-31', by: '2027-01-31', revisions: 2 }],
      raises: 0,
    },
  ],
})
