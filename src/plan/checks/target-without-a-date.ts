/** A target with a figure, and no day by which it is to be reached: the action has none either. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

export default planCheck({
  id: 'target-without-a-date',
  name: 'Target without a date',
  severity: 'moderate',
  why: 'A target with no day is never missed. With one, the board can see whether the figure is on its way.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(
        ({ timescale, targets }) =>
          timescale.latest === null &&
          timescale.nextTestOn === null &&
          targets.some(target => target.unit === '%') &&
          targets.every(target => target.dueOn === null),
      ),
      {
        one: action => `By when will action ${action.ref} reach ${quote(targetOf(action), 80)}?`,
        many: (which, actions) =>
          `By when will the ${which} reach their targets, such as ${quote(targetOf(actions[0]!), 80)}?`,
        because: action => `${action.ref}: ${quote(targetOf(action), 80)}, ${quote(action.timescale.text)}`,
      },
    ),
  examples: [
    {
      that: 'ongoing, 90%',
      actions: [
        {
          timescale: { kind: 'ongoing', latest: null, text: 'Ongoing' },
          targets: [{ text: '90% of staff have supervision', value: 90, unit: '%' }],
        },
      ],
      raises: 1,
      asks: /“90% of staff/,
    },
    {
      that: 'the action has a date',
      actions: [{ targets: [{ text: '90% of staff have supervision', value: 90, unit: '%' }] }],
      raises: 0,
    },
    {
      that: 'the target has a date',
      actions: [
        {
          timescale: { kind: 'ongoing', latest: null, text: 'Ongoing', nextTestOn: '2027-03-31' as never },
          targets: [{ text: '90%', value: 90, unit: '%', dueOn: '2027-03-31' as never }],
        },
      ],
      raises: 0,
    },
  ],
})

const targetOf = (action: { targets: { text: string; unit: string | null }[] }): string =>
  action.targets.find(target => target.unit === '%')!.text
