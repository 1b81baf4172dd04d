/** More or less of something, without saying from what to what. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { isDirectionAlone } from '../measure-words.ts'

export default planCheck({
  id: 'no-baseline',
  name: 'Direction without a baseline or target',
  severity: 'moderate',
  why: 'Any fall is a reduction and any rise an increase. Without where it stands now and where it should get to, one child more or less would do.',
  find: ({ plan }) =>
    askAbout(plan, openActions(plan).filter(isDirectionAlone), {
      one: action =>
        `Action ${action.ref} promises ${quote(action.measureText)}: from what figure, to what figure, by when?`,
      many: (which, actions) =>
        `${capital(which)} promise more or less of something, such as ${quote(actions[0]!.measureText, 90)}: from what figure, to what figure, by when?`,
      because: action => `${action.ref}: ${quote(action.measureText)}`,
    }),
  examples: [
    { that: 'a reduction', actions: [{ measureText: 'Reduction in the number of children entering care' }], raises: 1 },
    {
      that: 'a reduction from and to',
      actions: [{ measureText: 'Reduction in children entering care from 118 to 95 a year' }],
      raises: 0,
    },
    {
      that: 'a promise about every child',
      actions: [{ measureText: 'All children have an allocated social worker' }],
      raises: 0,
    },
  ],
})
