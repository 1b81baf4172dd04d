/** Every lead of an action is outside the council. */
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const PARTNER =
  /\b(NHS|CCG|ICB|hospital|health trust|trust|police|constabulary|WMP|probation|CAFCASS|CAMHS|schools?|college|fire service|voluntary sector|GPs?)\b/i
/** A council's own posts; the chair of the safeguarding board or partnership answers to the board, so counts as one here. */
const COUNCIL =
  /\b(director|head|HoS|DCS|AD|DMT|SMT|service manager|team manager|principal|virtual school|council|cabinet member|lead member|LSCB|safeguarding (board|partnership)|QA|IRO|YOS|service lead)\b/i

export default planCheck({
  id: 'led-only-by-partners',
  name: 'Led only by partners',
  severity: 'moderate',
  why: 'The council answers to the minister for the whole plan: where only partners lead, someone in the council must own the result.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => PARTNER.test(action.leadText) && !COUNCIL.test(action.leadText)),
      {
        one: action =>
          `Who in the council answers for action ${action.ref}? Its only lead is ${quote(action.leadText)}.`,
        many: which => `Who in the council answers for the ${which} that only partners lead?`,
        because: action => `${action.ref} is led by ${quote(action.leadText)}`,
      },
    ),
  examples: [
    { that: 'police and health alone', actions: [{ lead: 'WMP /UHCW NHS Trust /CWPT/ CCG' }], raises: 1 },
    {
      that: 'the council beside the police',
      actions: [{ lead: "Director of Children's Services / Detective Chief Inspector (WMP)" }],
      raises: 0,
    },
    { that: 'the safeguarding board', actions: [{ lead: 'LSCB Chair' }], raises: 0 },
  ],
})
