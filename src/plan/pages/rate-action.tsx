/** Add an update to an action and, where something changed, rate it: one short form for its lead, once a month, before the board. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Radios, Textarea } from '../../web/fields.tsx'
import { maybeOneOf, Refused, text } from '../../web/form.ts'
import { NotAllowed, page } from '../../web/page.tsx'
import type { Day } from '../../terms/day.ts'
import { type Action, DELIVERY, IMPACT } from '../action.ts'
import { addRating, addUpdate } from '../action-store.ts'
import { doingOf, mayUpdate } from '../doing.ts'
import { proposeImpact } from '../impact-proposal.ts'
import { findActionToChange } from '../in-force.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

export const rateAction = page({
  path: '/plan/actions/:id/rate',
  may: 'update-own-actions',
  section: 'Plan',
  async load({ db, today, params, person }) {
    const action = await findActionToChange(db, idIn(params), today)
    if (!mayUpdate(person, action))
      throw new NotAllowed('Only the posts that lead this action, or those who may edit the plan, can rate it')
    return action
  },
  title: action => `Update action ${action.ref}`,
  breadcrumbs: actionCrumbs,
  form: {
    seen: seenField,
    text: text({ max: 4000 }),
    delivery: maybeOneOf(DELIVERY),
    impact: maybeOneOf(IMPACT),
    reason: text({ max: 2000 }),
  },
  view: (action, form, { today }) => {
    form.start({ delivery: action.ratedOn ? action.delivery : null, impact: action.ratedOn ? action.impact : null })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Action ${action.ref}`}>Add an update</Heading>
        <Seen of={ratingOf(action)} />
        <p class="govuk-body gt-measure">{action.text}</p>
        <Textarea
          name="text"
          label="What has happened since the last update?"
          hint="Leave empty where only a rating changes"
          rows={5}
          max={4000}
          form={form}
        />
        <Radios name="delivery" legend="How far has delivery got?" options={DELIVERY} form={form} small inline />
        <Radios
          name="impact"
          legend="What impact has it had for children?"
          hint={impactHint(action, today)}
          options={IMPACT}
          form={form}
          small
          inline
        />
        <Textarea
          name="reason"
          label="What is the evidence for these ratings?"
          hint="Name the audit, measure or feedback. Needed where a rating changes"
          rows={3}
          max={2000}
          form={form}
        />
        <Button>Save</Button>
      </form>
    )
  },
  async save(asked, action, given) {
    const rated = given.delivery !== null && given.impact !== null
    const changed =
      rated && (action.ratedOn === null || given.delivery !== action.delivery || given.impact !== action.impact)
    if (changed)
      refuseOvertaken(
        given.seen,
        ratingOf(action),
        `It was rated ${DELIVERY[action.delivery].toLowerCase()}, ${IMPACT[action.impact].toLowerCase()},`,
      )
    if (given.text === '' && given.reason === '')
      throw new Refused([{ field: 'text', text: 'Enter what has happened, or a rating with its evidence' }])
    if ((given.delivery === null) !== (given.impact === null))
      throw new Refused([
        { field: given.delivery === null ? 'delivery' : 'impact', text: 'Rate both delivery and impact, or neither' },
      ])
    if (changed && given.reason === '')
      throw new Refused([{ field: 'reason', text: 'Enter the evidence for what you have selected' }])
    if (given.reason !== '' && !rated)
      throw new Refused([{ field: 'delivery', text: 'Select how far delivery has got' }])
    if (given.text !== '') await addUpdate(asked.db, doingOf(asked), action.actionId, given.text)
    if (rated && given.reason !== '')
      await addRating(asked.db, doingOf(asked), action.actionId, {
        delivery: given.delivery!,
        impact: given.impact!,
        reason: given.reason,
      })
    return actionAddress(action.actionId)
  },
})

const ratingOf = ({ delivery, impact, ratedOn }: Action) => ({ delivery, impact, ratedOn })

/** What the evidence speaks for, said to whoever judges; without evidence, that there is none to judge by. */
const impactHint = (action: Action, today: Day): string => {
  const proposal = proposeImpact(action, today)
  return proposal === null
    ? 'From evidence, never from delivery. There is no evidence from the last six months to judge by'
    : `From evidence, never from delivery. The evidence speaks for ${proposal.because.charAt(0).toLowerCase()}${proposal.because.slice(1)}`
}
