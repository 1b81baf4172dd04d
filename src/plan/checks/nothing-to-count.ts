/** A measure in which there is nothing that could be counted, sampled or asked. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { hasCountableMeasure, hasMeasure, namesOnlyAMeeting } from '../measure-words.ts'

export default planCheck({
  id: 'nothing-to-count',
  name: 'Measure with nothing to count',
  severity: 'moderate',
  why: 'A measure that restates the hope cannot come out wrong, so it proves nothing. It needs a number, a sample or a survey.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        action => hasMeasure(action) && !hasCountableMeasure(action) && !namesOnlyAMeeting(action.measureText),
      ),
      {
        one: action =>
          `The measure of action ${action.ref} is ${quote(action.measureText)}: what will be counted, and out of how many?`,
        many: (which, actions) =>
          `What will be counted for the ${which} whose measures hold nothing to count, such as ${quote(actions[0]!.measureText, 90)}?`,
        because: action => `${action.ref}: ${quote(action.measureText)}`,
      },
    ),
  examples: [
    { that: 'a restated hope', actions: [{ measureText: 'Improved recruitment strategy embedded' }], raises: 1 },
    {
      that: 'things in place',
      actions: [{ measureText: 'Reviews and management oversight show that suitable systems are in place.' }],
      raises: 1,
    },
    {
      that: 'an audit can be counted',
      actions: [{ measureText: 'Case audits/Senior Management sampling' }],
      raises: 0,
    },
    {
      that: 'a promise about every child',
      actions: [{ measureText: 'All looked after children will have a health passport' }],
      raises: 0,
    },
    {
      that: 'things done one by one',
      actions: [{ measureText: 'Out-of-hours visits made when they were needed' }],
      raises: 0,
    },
    { that: 'a direction', actions: [{ measureText: 'Fewer disrupted placements, from 14 to 9' }], raises: 0 },
  ],
})
