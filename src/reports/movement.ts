/** What moved between two days: the plan as a past board saw it against the plan now, action by action. Pure. */
import { type Action, DELIVERY, IMPACT, isLate, type LeadingPost } from '../plan/action.ts'
import { inWords } from '../plan/asking.ts'
import { allActions, type Plan } from '../plan/plan.ts'
import { addDays, type Day, shortDay } from '../terms/day.ts'

/** In the order a board asks for them. */
export const MOVED = {
  completed: 'Completed',
  reopened: 'Reopened',
  slipped: 'Slipped',
  'newly-late': 'Newly late',
  'impact-rose': 'Impact rated higher',
  'impact-fell': 'Impact rated lower',
  'delivery-changed': 'Other changes of delivery',
  'caught-up': 'No longer late',
  'brought-forward': 'Brought forward',
  dated: 'Given a date',
  'leads-changed': 'Led by others',
  added: 'New in the plan',
  gone: 'No longer in the plan',
} as const
export type Moved = keyof typeof MOVED

/** One action and all that moved in it. `action` is as it stands now; for one that is gone, as it stood before. */
export type Movement = { action: Action; moved: Moved[]; changes: string[]; reasons: string[] }

/** The actions in which something moved, in the plan's order, those gone last. */
export function movements(before: Plan, now: Plan): Movement[] {
  const earlier = new Map(allActions(before).map(action => [action.actionId, action]))
  const moved = allActions(now).map(action =>
    movement(earlier.get(action.actionId) ?? null, action, before.asAt, now.asAt),
  )
  const held = new Set(allActions(now).map(action => action.actionId))
  const gone = allActions(before).filter(action => !held.has(action.actionId))
  return [
    ...moved.filter(found => found.moved.length > 0),
    ...gone.map(action => ({
      action,
      moved: ['gone' as const],
      changes: ['No longer in the plan'],
      reasons: [],
    })),
  ]
}

function movement(was: Action | null, action: Action, since: Day, asAt: Day): Movement {
  if (!was) return { action, moved: ['added'], changes: ['New in the plan'], reasons: [] }
  const parts = [
    deliveryMoved(was, action),
    impactMoved(was, action),
    dateMoved(was, action),
    lateMoved(was, action, since, asAt),
    leadsMoved(was, action),
  ]
  const found = parts.filter(part => part !== null)
  const reasons = found.flatMap(part => part.reason).filter(reason => reason !== '')
  return {
    action,
    moved: found.map(part => part.moved),
    changes: found.map(part => part.change),
    reasons: [...new Set(reasons)],
  }
}

type Part = { moved: Moved; change: string; reason: string } | null

function deliveryMoved(was: Action, action: Action): Part {
  if (was.delivery === action.delivery) return null
  const moved =
    action.delivery === 'completed' ? 'completed' : was.delivery === 'completed' ? 'reopened' : 'delivery-changed'
  return {
    moved,
    change: `Delivery from ${DELIVERY[was.delivery]} to ${DELIVERY[action.delivery]}`,
    reason: action.reason,
  }
}

const RANK = { none: 0, starting: 1, made: 2 }

function impactMoved(was: Action, action: Action): Part {
  if (was.impact === action.impact) return null
  const moved = RANK[action.impact] > RANK[was.impact] ? 'impact-rose' : 'impact-fell'
  return { moved, change: `Impact from ${IMPACT[was.impact]} to ${IMPACT[action.impact]}`, reason: action.reason }
}

function dateMoved(was: Action, action: Action): Part {
  const [from, to] = [was.timescale.latest, action.timescale.latest]
  if (from === to) return null
  const moved = from === null ? 'dated' : to === null || to > from ? 'slipped' : 'brought-forward'
  const change = `Due date from ${dayOrNone(from)} to ${dayOrNone(to)}`
  return { moved, change, reason: action.timescale.reason }
}

const dayOrNone = (on: Day | null): string => (on === null ? 'no date' : shortDay(on))

function lateMoved(was: Action, action: Action, since: Day, asAt: Day): Part {
  const [then, now] = [isLate(was, since), isLate(action, asAt)]
  if (then === now) return null
  if (now)
    return {
      moved: 'newly-late',
      change: `Late since ${shortDay(addDays(action.timescale.latest!, 1))}`,
      reason: action.reason,
    }
  return action.delivery === 'completed' ? null : { moved: 'caught-up', change: 'No longer late', reason: '' }
}

/** The posts that lead, in their order: the first answers for the action. A post that only took another name is the same post. */
function leadsMoved(was: Action, action: Action): Part {
  const same =
    was.leads.length === action.leads.length && was.leads.every((lead, at) => isSamePost(lead, action.leads[at]!))
  if (same) return null
  return { moved: 'leads-changed', change: `Lead from ${ledBy(was)} to ${ledBy(action)}`, reason: '' }
}

const isSamePost = (one: LeadingPost, other: LeadingPost) =>
  one.postId === null ? other.postId === null && one.title === other.title : one.postId === other.postId

const ledBy = ({ leads }: Action): string => inWords(leads.map(lead => lead.title)) || 'nobody'
