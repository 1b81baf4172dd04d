/** The desired outcome says what staff will do, not what children will have. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const TASK =
  /^(to )?(implement|develop|ensure|establish|review|create|deliver|produce|monitor|launch|recruit|undertake|introduce|commission|standardi[sz]e|reduce|facilitate|complete|set up|put in place)\b/i

export default planCheck({
  id: 'outcome-is-a-task',
  name: 'Outcome that is a task',
  severity: 'minor',
  why: 'When the outcome is another thing to do, finishing the work is mistaken for helping a child.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => TASK.test(action.desiredOutcome.trim())),
      {
        one: action =>
          `The outcome of action ${action.ref} is ${quote(action.desiredOutcome)}: what will be different for children?`,
        many: (which, actions) =>
          `The outcomes of the ${which} are things to do, such as ${quote(actions[0]!.desiredOutcome, 90)}: what will be different for children?`,
        because: action => `${action.ref}: ${quote(action.desiredOutcome)}`,
      },
    ),
  examples: [
    {
      that: 'a programme to implement',
      actions: [{ desiredOutcome: 'Implement the audit program that has been developed' }],
      raises: 1,
    },
    {
      that: 'to ensure',
      actions: [{ desiredOutcome: 'To ensure that there are sufficient foster carers' }],
      raises: 1,
    },
    {
      that: 'what children have',
      actions: [{ desiredOutcome: 'Children have access to an experienced social worker' }],
      raises: 0,
    },
    { that: 'no outcome column', actions: [{ desiredOutcome: '' }], raises: 0 },
  ],
})
