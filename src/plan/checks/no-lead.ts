/** Nobody is named to lead an action. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'no-lead',
  name: 'No lead',
  severity: 'serious',
  why: 'Work that nobody leads is done by nobody, and the board has no one to ask.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => action.leadText.trim() === '' && action.leads.length === 0),
      {
        one: action => `Who leads action ${action.ref}, ${quote(action.text, 80)}?`,
        many: which => `Who leads the ${which} that name nobody?`,
        because: () => 'The lead is blank',
      },
    ),
  examples: [
    { that: 'the lead is blank', actions: [{ lead: '' }], raises: 1, asks: /^Who leads action 1/ },
    {
      that: 'three blank leads are one question',
      actions: [{ lead: '' }, { lead: ' ', leads: [] }, { lead: '' }],
      raises: 1,
    },
    { that: 'a partner leads', actions: [{ lead: 'LSCB Chair' }], raises: 0 },
    { that: 'the work is done', actions: [{ lead: '', delivery: 'completed', impact: 'made' }], raises: 0 },
  ],
})
