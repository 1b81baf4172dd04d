/** A percentage that gives no figure. */
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, promisesIn, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

/** `% of families ...` with no number before it, at the start of a promise. */
const BARE = /^(the )?(%|percentage of)\s*[a-z]/i

export default planCheck({
  id: 'percentage-without-figure',
  name: 'Percentage without a figure',
  severity: 'moderate',
  why: 'A share with no figure can be any share. The board needs the target, and the number of children that it is a share of.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => bareIn(action.measureText) !== undefined),
      {
        one: action => `Action ${action.ref} says ${quote(bareIn(action.measureText)!)}: what percentage, of how many?`,
        many: (which, actions) =>
          `${capital(which)} name a percentage and no figure, such as ${quote(bareIn(actions[0]!.measureText)!, 90)}: what percentage, of how many?`,
        because: action => `${action.ref}: ${quote(bareIn(action.measureText)!)}`,
      },
    ),
  examples: [
    {
      that: 'a bare percentage',
      actions: [
        { measureText: '% families no longer receive a statutory service and not re-referred for six months.' },
      ],
      raises: 1,
    },
    {
      that: 'a percentage with its figure',
      actions: [{ measureText: 'Percentage of children waiting for family finding at nine months = <30%' }],
      raises: 0,
    },
    {
      that: 'the figure stands before',
      actions: [{ measureText: '100% of new workers attended induction' }],
      raises: 0,
    },
  ],
})

const bareIn = (measure: string): string | undefined =>
  promisesIn(measure).find(promise => BARE.test(promise) && !/\d\s*%/.test(promise))
