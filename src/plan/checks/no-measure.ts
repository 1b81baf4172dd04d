/** Nothing says how the board will know whether an action made a difference. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { hasMeasure } from '../measure-words.ts'

export default planCheck({
  id: 'no-measure',
  name: 'No measure',
  severity: 'serious',
  why: 'Work without a measure can be finished without anyone knowing whether a child is better off.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => !hasMeasure(action)),
      {
        one: action =>
          `How will the board know that action ${action.ref}, ${quote(action.text, 80)}, made a difference to children?`,
        many: which => `How will the board know that the ${which} without a measure made a difference to children?`,
        because: () => 'The measure is blank',
      },
    ),
  examples: [
    { that: 'the measure is blank', actions: [{ measureText: ' ' }], raises: 1 },
    {
      that: 'a target and no other words',
      actions: [{ measureText: '', targets: [{ text: '90%', value: 90, unit: '%' }], by: '2027-01-01' }],
      raises: 0,
    },
  ],
})
