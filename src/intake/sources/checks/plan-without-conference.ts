/** A plan of the authority's own that began on no day of a conference of the child (CIN census 2883, 2885). */
import { rowsOf } from '../../../children/records.ts'
import { isOwnPlan } from '../../../children/standing.ts'
import { check } from './check.ts'

export const planWithoutConference = check('cpPlans', {
  id: 'plan-without-conference',
  field: 'startedOn',
  problem: 'The plan began on a day without a conference of the child',
  expected: 'the day of the initial conference, or of the conference that moved the plan here',
  source: 'CIN census 2883, 2885',
  touches: ['protection', 'section-47'],
  found(row, { conferences, loaded }) {
    if (!loaded.has('conferences') || !isOwnPlan(row)) return null
    // Conferences go back only as far as the extract does, plans begin before it.
    const held = rowsOf(conferences, row.personId).filter(({ heldOn }) => heldOn !== null)
    return conferences.length > 0 &&
      row.startedOn! >= firstDay(conferences) &&
      !held.some(({ heldOn }) => heldOn === row.startedOn)
      ? row.startedOn
      : null
  },
})

const FIRST = new WeakMap<readonly object[], string>()

function firstDay(rows: readonly { readonly heldOn: string | null }[]): string {
  const known = FIRST.get(rows)
  if (known !== undefined) return known
  let first = '9999'
  for (const { heldOn } of rows) if (heldOn !== null && heldOn < first) first = heldOn
  FIRST.set(rows, first)
  return first
}
