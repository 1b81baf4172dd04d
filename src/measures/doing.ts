/** Who does something to a measure, and on which day: a change is made today, whatever day is looked at. */
import type { Asked } from '../web/page.tsx'
import type { Doing } from './target-store.ts'

export const doingOf = ({ person, today }: Pick<Asked, 'person' | 'today'>): Doing => ({
  personId: person.personId,
  postId: person.postId,
  on: today,
})
