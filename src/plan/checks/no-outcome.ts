/** An action that does not say what should be different for children, in a plan whose others do. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'no-outcome',
  name: 'No desired outcome',
  severity: 'minor',
  why: 'Work whose purpose is not written down cannot be judged by whether it served it. The cell may belong to the row above: ask.',
  find({ plan }) {
    const open = openActions(plan)
    const without = open.filter(action => action.desiredOutcome.trim() === '')
    if (without.length === open.length) return []
    return askAbout(plan, without, {
      one: action =>
        `What should be different for children when action ${action.ref}, ${quote(action.text, 80)}, is done?`,
      many: which => `What should be different for children when the ${which} that name no outcome are done?`,
      because: () => 'The desired outcome is blank',
    })
  },
  examples: [
    { that: 'one of two says none', actions: [{ desiredOutcome: '' }, {}], raises: 1 },
    { that: 'a plan without such a column', actions: [{ desiredOutcome: '' }, { desiredOutcome: '' }], raises: 0 },
  ],
})
