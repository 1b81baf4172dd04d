/** A group, a meeting or another plan stands where a post should. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const GROUP =
  /(\b(SMT|ESMT|DMT|senior management team|management team|all (managers|staff)|steering group|T&F gr(ou)?p|task and finish group|working group|board|partnership|panel|forum|committee|agencies|partners|IAG|HR|L&D|org(anisational)? dev(elopment)?)|\b(action )?plan)\s*$/i

export default planCheck({
  id: 'led-by-a-group',
  name: 'Led by a group or a plan',
  severity: 'moderate',
  why: 'A team or a document cannot be asked why something is late. One post should answer, whoever does the work.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => {
        const leads = action.leads.length > 0 ? action.leads.map(lead => lead.title) : [action.leadText]
        return (
          action.leadText.trim() !== '' &&
          leads.every(lead => GROUP.test(lead) && !/^(chair|head|lead|manager|director)\b/i.test(lead))
        )
      }),
      {
        one: action => `Which one post answers for action ${action.ref}? Its lead is ${quote(action.leadText)}.`,
        many: (which, actions) =>
          `Which one post answers for each of the ${which} led by ${named(actions.map(action => action.leadText))}?`,
        because: action => `The lead is ${quote(action.leadText)}`,
      },
    ),
  examples: [
    { that: 'a management team', actions: [{ lead: 'SMT' }], raises: 1 },
    {
      that: 'another plan',
      actions: [{ lead: 'CSE Missing Trafficked Action Plan' }],
      raises: 1,
      asks: /Which one post/,
    },
    { that: 'the head of a group', actions: [{ lead: 'Chair of the Workforce Board / SMT' }], raises: 0 },
    { that: 'a post whose name has a group in it', actions: [{ lead: 'Board Manager' }], raises: 0 },
  ],
})

const named = (leads: string[]): string => {
  const each = [...new Set(leads.map(lead => quote(lead, 60)))]
  return each.length > 3 ? `${each.slice(0, 3).join(', ')} and others` : each.join(' or ')
}
