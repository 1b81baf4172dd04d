/** Who does something to the plan, and whether their post lets them. */
import type { Doing } from './action-store.ts'
import type { Action } from './action.ts'
import { may, type Person } from '../terms/permission.ts'
import type { Asked } from '../web/page.tsx'

/** The person asking, in the post they act in, today: a change is made on the day it is made, whatever day is looked at. */
export const doingOf = ({ person, today }: Pick<Asked, 'person' | 'today'>): Doing => ({
  personId: person.personId,
  postId: person.postId,
  on: today,
})

/** True where the person may change what is given with evidence: as of its action, or of a finding where it has none. */
export const mayChangeEvidence = (person: Person, action: Action | null): boolean =>
  action === null ? may(person, 'edit-plan') : mayUpdate(person, action)

/** True where the person may add to the action: their post leads it, or they may edit the plan. */
export const mayUpdate = (person: Person, action: Action): boolean =>
  may(person, 'edit-plan') ||
  (may(person, 'update-own-actions') &&
    action.leads.some(lead => lead.postId !== null && lead.postId === person.postId))
