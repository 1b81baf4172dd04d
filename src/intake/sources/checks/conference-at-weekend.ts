/** A conference on a Saturday or Sunday (CIN census 8875): out of the 15-day measure (ruling "Weekend conference"). */
import { weekday } from '../../../terms/day.ts'
import { check } from './check.ts'

export const conferenceAtWeekend = check('conferences', {
  id: 'conference-at-weekend',
  field: 'heldOn',
  problem: 'The conference was held at a weekend',
  expected: 'Monday to Friday',
  source: 'CIN census 8875',
  touches: ['section-47'],
  found: ({ heldOn }) =>
    heldOn !== null && weekday(heldOn).startsWith('S') ? `${heldOn}, a ${weekday(heldOn)}` : null,
})
