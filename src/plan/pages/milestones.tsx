/** An action's milestones against time: on its page as a list, with a page to add one and one to settle what became of it. */
import { shortDay } from '../../terms/day.ts'
import { Button, Heading, Tag } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text } from '../../web/form.ts'
import { type Asked, NotAllowed, page } from '../../web/page.tsx'
import { NotFound } from '../../store/not-found.ts'
import type { Action, Milestone } from '../action.ts'
import { addMilestone, addMilestoneOutcome } from '../action-store.ts'
import { doingOf, mayUpdate } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'

/** `mine` offers to add one and to settle those to come. */
export const Milestones = ({ action, asked, mine }: { action: Action; asked: Asked; mine: boolean }) => {
  if (action.milestones.length === 0 && !mine) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="milestones">
        Milestones
      </h2>
      {action.milestones.length > 0 && (
        <ul class="gt-milestones">
          {action.milestones.map(milestone => (
            <li>
              <StateOf milestone={milestone} asked={asked} /> {milestone.text}
              {milestone.nowDueOn && (
                <span class="gt-small">
                  {milestone.dueOn !== milestone.nowDueOn && milestone.dueOn && <del>{shortDay(milestone.dueOn)}</del>}{' '}
                  {shortDay(milestone.nowDueOn)}
                </span>
              )}{' '}
              {mine && milestone.outcome === null && (
                <a
                  class="govuk-link gt-small gt-screen"
                  href={actionAddress(action.actionId, `/milestones/${milestone.milestoneId}`)}
                >
                  Settle<span class="govuk-visually-hidden"> {milestone.text}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {mine && (
        <p class="govuk-body gt-screen">
          <a class="govuk-link" href={actionAddress(action.actionId, '/milestones')}>
            Add a milestone
          </a>
        </p>
      )}
    </>
  )
}

function StateOf({ milestone, asked }: { milestone: Milestone; asked: Asked }) {
  if (milestone.outcome === 'met')
    return (
      <Tag colour="green" shape="tick">
        Met
      </Tag>
    )
  if (milestone.outcome === 'dropped')
    return (
      <Tag colour="grey" shape="dash">
        Dropped
      </Tag>
    )
  if (milestone.outcome === 'missed' || (milestone.nowDueOn !== null && milestone.nowDueOn < asked.asAt))
    return (
      <Tag colour="red" shape="warning">
        Missed
      </Tag>
    )
  return (
    <Tag colour="blue" shape="ring">
      To come
    </Tag>
  )
}

async function mine({ db, today, params, person }: Asked): Promise<Action> {
  const action = await findActionToChange(db, idIn(params), today)
  if (!mayUpdate(person, action))
    throw new NotAllowed(
      'Only the posts that lead this action, or those who may edit the plan, can change its milestones',
    )
  return action
}

export const addMilestonePage = page({
  path: '/plan/actions/:id/milestones',
  may: 'update-own-actions',
  section: 'Plan',
  load: mine,
  title: action => `Add a milestone to action ${action.ref}`,
  breadcrumbs: actionCrumbs,
  form: {
    text: text({ max: 500, missing: 'Enter the milestone' }),
    dueOn: onDay({ missing: 'Enter the day it is due' }),
  },
  view: (action, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>Add a milestone</Heading>
      <Input name="text" label="What will have happened?" form={form} />
      <DayInput name="dueOn" label="By when?" form={form} />
      <Button>Add milestone</Button>
    </form>
  ),
  async save(asked, action, given) {
    await addMilestone(asked.db, doingOf(asked), action.actionId, given)
    return `${actionAddress(action.actionId)}#milestones`
  },
})

const OUTCOME = {
  met: 'It was met',
  missed: 'It was missed',
  moved: 'It moves to another day',
  dropped: 'It is dropped',
} as const

export const settleMilestone = page({
  path: '/plan/actions/:id/milestones/:milestone',
  may: 'update-own-actions',
  section: 'Plan',
  async load(asked) {
    const action = await mine(asked)
    const milestone = action.milestones.find(one => one.milestoneId === idIn(asked.params, 'milestone'))
    if (!milestone) throw new NotFound('such milestone of this action')
    return { action, milestone }
  },
  title: ({ action }) => `Settle a milestone of action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: { outcome: oneOf(OUTCOME, 'Select what became of it'), newDueOn: onDay(), reason: text({ max: 1000 }) },
  view: ({ action, milestone }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={`Action ${action.ref}`}>What became of this milestone?</Heading>
      <p class="govuk-body">
        {milestone.text}
        {milestone.nowDueOn && `, due ${shortDay(milestone.nowDueOn)}`}
      </p>
      <Radios name="outcome" legend="What became of it?" options={OUTCOME} form={form} small />
      <DayInput name="newDueOn" label="Its new day, if it moves" form={form} />
      <Textarea name="reason" label="Reason or evidence" rows={3} form={form} />
      <Button>Save</Button>
    </form>
  ),
  async save(asked, { action, milestone }, given) {
    if (milestone.outcome !== null)
      throw new Refused([{ field: null, text: 'This milestone was settled already: see the page of its action' }])
    if (given.outcome === 'moved' && given.newDueOn === null)
      throw new Refused([{ field: 'newDueOn', text: 'Enter its new day' }])
    if (given.outcome !== 'met' && given.reason === '')
      throw new Refused([{ field: 'reason', text: 'Enter the reason' }])
    await addMilestoneOutcome(asked.db, doingOf(asked), action.actionId, {
      milestoneId: milestone.milestoneId,
      outcome: given.outcome,
      newDueOn: given.outcome === 'moved' ? given.newDueOn : null,
      reason: given.reason,
    })
    return `${actionAddress(action.actionId)}#milestones`
  },
})
