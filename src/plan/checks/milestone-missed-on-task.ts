/** A milestone was missed and the action is still rated on task. */
import { longDay } from '../../terms/day.ts'
import type { Action, Milestone } from '../action.ts'
import { openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import type { Day } from '../../terms/day.ts'

export default planCheck({
  id: 'milestone-missed-on-task',
  name: 'Milestone missed while on task',
  severity: 'serious',
  why: 'A rating that a missed step does not move tells the board nothing. Either the step did not matter or the rating is wrong.',
  find: ({ plan, asAt }) =>
    openActions(plan)
      .filter(action => action.delivery === 'on-task')
      .flatMap(action => {
        const missed = firstMissed(action, asAt)
        if (!missed) return []
        const when = missed.nowDueOn ?? missed.dueOn
        return [
          {
            where: `action ${action.ref}`,
            actionIds: [action.actionId],
            question: `Action ${action.ref} is rated on task but its milestone ${quote(missed.text, 80)} was missed${when ? ` on ${longDay(when)}` : ''}: is it on task?`,
            because: action.reason === '' ? quote(missed.text) : `The rating's reason: ${quote(action.reason)}`,
          },
        ]
      }),
  examples: [
    {
      that: 'a milestone marked missed',
      actions: [{ milestones: [{ text: 'Rota agreed', outcome: 'missed' }] }],
      raises: 1,
      asks: /“Rota agreed”/,
    },
    {
      that: 'a milestone whose day has gone',
      actions: [{ milestones: [{ dueOn: '2026-10-31' as never, nowDueOn: '2026-10-31' as never }] }],
      raises: 1,
    },
    {
      that: 'a milestone moved to a later day',
      actions: [{ milestones: [{ dueOn: '2026-10-31' as never, nowDueOn: '2026-12-31' as never }] }],
      raises: 0,
    },
    { that: 'rated delayed', actions: [{ delivery: 'delayed', milestones: [{ outcome: 'missed' }] }], raises: 0 },
  ],
})

const firstMissed = (action: Action, asAt: Day): Milestone | undefined =>
  action.milestones.find(({ outcome, dueOn, nowDueOn }) => {
    const due = nowDueOn ?? dueOn
    return outcome === 'missed' || (outcome === null && due !== null && due < asAt)
  })
