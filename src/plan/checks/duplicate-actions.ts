/** The same action twice in the plan. */
import type { Action } from '../action.ts'
import { indexAlike } from '../alike.ts'
import { inWords, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { namesAnotherPlan } from './action-is-another-plan.ts'
import { readWording, type Weights, weighWords, type Wording } from '../wording.ts'

const ALIKE = 0.9
/** Fewer telling words than this say too little to be called the same promise. */
const TELLING = 5

export default planCheck({
  id: 'duplicate-actions',
  name: 'Duplicate actions',
  severity: 'minor',
  why: 'The same promise under two leads is done by neither, or twice, and is counted twice in the ratings.',
  find({ plan }) {
    // What only names another plan is asked about by that check.
    const read = openActions(plan)
      .filter(action => !namesAnotherPlan(action))
      .map(action => ({ action, wording: readWording(action.text) }))
    const telling = read.filter(({ wording }) => wording.size >= TELLING)
    const weights = weighWords(read.map(({ wording }) => wording))
    return groupsAlike(telling, weights).map(group => {
      const [first, ...others] = group.map(({ action }) => action) as [Action, ...Action[]]
      const leads = new Set(group.map(({ action }) => action.leadText))
      const under = leads.size > 1 ? ` under ${leads.size} leads` : ''
      return {
        where: `actions ${inWords([first, ...others].map(action => action.ref))}`,
        actionIds: [first, ...others].map(action => action.actionId),
        question: `Actions ${inWords([first, ...others].map(action => action.ref))} promise the same${under}, ${quote(first.text, 90)}: who does it, and can one go?`,
        because: [...leads].map(lead => quote(lead, 60)).join(' and '),
      }
    })
  },
  examples: [
    {
      that: 'the same visit promised twice',
      actions: [
        {
          text: 'Service Managers visit an outstanding authority to evaluate their practice for exits from care',
          lead: 'LAC Service Managers',
        },
        {
          text: 'Service Managers visit an outstanding authority to evaluate their practice for exits from care',
          lead: 'HoS LAC',
        },
      ],
      raises: 1,
      asks: /promise the same under 2 leads/,
    },
    {
      that: 'the same start, another end',
      actions: [
        { text: 'Publish a protocol for joint supervision between early help and social care teams' },
        { text: 'Publish a protocol for return home interviews with police and youth offending teams' },
      ],
      raises: 0,
    },
  ],
})

/** Each with the first that it is like, in the order of the plan. */
function groupsAlike<Item extends { wording: Wording }>(items: Item[], weights: Weights): Item[][] {
  const groups: Item[][] = []
  const firsts = indexAlike<number>(weights, ALIKE)
  for (const item of items) {
    const place = [...firsts.mayBeAlike(item.wording)]
      .sort((a, b) => a - b)
      .find(at => firsts.isAlike(groups[at]![0]!.wording, item.wording))
    if (place === undefined) firsts.add(item.wording, groups.push([item]) - 1)
    else groups[place]!.push(item)
  }
  return groups.filter(group => group.length > 1)
}
