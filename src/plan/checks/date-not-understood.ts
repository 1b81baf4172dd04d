/** A timescale from which no day can be read. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'date-not-understood',
  name: 'Date not understood',
  severity: 'minor',
  why: 'If a date cannot be read, members will each read it differently, and it can never be called late.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => action.timescale.kind === 'unread'),
      {
        one: action => `What day does ${quote(action.timescale.text)} mean for action ${action.ref}?`,
        many: which => `On what days are the ${which} due, whose timescales name none?`,
        because: action => `${action.ref}: ${quote(action.timescale.text)}`,
      },
    ),
  examples: [
    {
      that: 'relative to a start that is not given',
      actions: [{ timescale: { kind: 'unread', latest: null, text: '6 months from start' } }],
      raises: 1,
    },
    { that: 'a date', actions: [{}], raises: 0 },
  ],
})
