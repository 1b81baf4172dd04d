/** The date waits for something: to be confirmed, or on hold until a decision. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'date-to-be-confirmed',
  name: 'Date to be confirmed or on hold',
  severity: 'moderate',
  why: 'What waits for a date or a decision should say whose decision, and by when the board will have it.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(({ timescale }) => timescale.kind === 'tbc' || timescale.kind === 'on-hold'),
      {
        one: action => `The date of action ${action.ref} is ${quote(action.timescale.text)}: who decides, and by when?`,
        many: which => `Who decides the dates of the ${which} that wait for one, and by when?`,
        because: action => `${action.ref}: ${quote(action.timescale.text)}`,
      },
    ),
  examples: [
    {
      that: 'to be confirmed',
      actions: [{ timescale: { kind: 'tbc', latest: null, text: 'TBC by L&D' } }],
      raises: 1,
      asks: /“TBC by L&D”/,
    },
    {
      that: 'on hold until a decision',
      actions: [{ timescale: { kind: 'on-hold', latest: null, text: 'On hold until Transition plan agreed' } }],
      raises: 1,
    },
    { that: 'a date is given', actions: [{}], raises: 0 },
  ],
})
