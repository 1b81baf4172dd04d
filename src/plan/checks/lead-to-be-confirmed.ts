/** The lead is still to be confirmed, or the post is vacant. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const UNSETTLED =
  /\b(t\.?b\.?[cadn]\b\.?|to be (confirmed|agreed|appointed|determined|decided|identified)|vacan(t|cy)|recruiting)/i

export default planCheck({
  id: 'lead-to-be-confirmed',
  name: 'Lead to be confirmed',
  severity: 'moderate',
  why: 'Until the lead is settled, nobody can be held to the date.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => UNSETTLED.test(action.leadText)),
      {
        one: action =>
          `When will the lead of action ${action.ref} be settled? The plan says ${quote(action.leadText)}.`,
        many: which => `When will the leads of the ${which} be settled?`,
        because: action => `The lead of ${action.ref} is ${quote(action.leadText)}`,
      },
    ),
  examples: [
    { that: 'TBC', actions: [{ lead: 'Head of Service (TBC)' }], raises: 1, asks: /“Head of Service \(TBC\)”/ },
    { that: 'a vacant post', actions: [{ lead: 'Practice Lead – vacant' }], raises: 1 },
    {
      that: 'the date is to be confirmed, the lead is not',
      actions: [{ timescale: { text: 'TBC', kind: 'tbc' } }],
      raises: 0,
    },
  ],
})
