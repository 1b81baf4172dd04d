/** No timescale at all. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'no-date',
  name: 'No date',
  severity: 'serious',
  why: 'Without a date nothing can be late, and nothing tells the board when to ask.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => action.timescale.kind === 'blank'),
      {
        one: action => `By when will action ${action.ref}, ${quote(action.text, 80)}, be done?`,
        many: which => `By when will the ${which} that give no date be done?`,
        because: () => 'The timescale is blank',
      },
    ),
  examples: [
    { that: 'blank', actions: [{ timescale: { kind: 'blank', latest: null, text: '' } }], raises: 1 },
    {
      that: 'a milestone in words',
      actions: [{ timescale: { kind: 'milestone', text: "Gateway in place to 'go live' by September 2027" } }],
      raises: 0,
    },
  ],
})
