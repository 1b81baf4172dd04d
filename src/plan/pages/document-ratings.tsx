/** Actions that an uploaded version rates otherwise than people have rated them here: shown, and taken only where someone ticks them. */
import type { PlanReading } from '../../intake/plan-reading.ts'
import { Table } from '../../web/table.tsx'
import type { Action, Delivery, Impact } from '../action.ts'
import type { PlanComparison } from '../compare-plans.ts'
import { actionsOf } from '../draft.ts'
import { deliveryOf, impactOf } from '../rating-words.ts'
import { DeliveryTag, ImpactTag } from '../words.tsx'

type Otherwise = { place: number; before: Action; delivery: Delivery | null; impact: Impact | null }

/** `place` is the action's place in the reading, from 1. */
export function ratedOtherwise(reading: PlanReading, comparison: PlanComparison): Otherwise[] {
  const actions = actionsOf(reading)
  return comparison.pairs.flatMap(({ before, after }) => {
    const read = actions[after.actionId - 1]?.action
    if (!read) return []
    const [delivery, impact] = [deliveryOf(read.delivery), impactOf(read.impact)]
    const differs = (delivery !== null && delivery !== before.delivery) || (impact !== null && impact !== before.impact)
    return differs ? [{ place: after.actionId, before, delivery, impact }] : []
  })
}

export const DocumentRatings = ({ rows, taken }: { rows: Otherwise[]; taken: string[] }) =>
  rows.length === 0 ? null : (
    <Table
      caption="The document rates these otherwise"
      rows={rows}
      columns={[
        { heading: 'Action', names: true, width: 'wide', cell: ({ before }) => `${before.ref} ${before.text}` },
        {
          heading: 'Here',
          cell: ({ before }) => (
            <>
              <DeliveryTag delivery={before.delivery} /> <ImpactTag impact={before.impact} />
            </>
          ),
        },
        {
          heading: 'In the document',
          cell: ({ delivery, impact }) => (
            <>
              {delivery && <DeliveryTag delivery={delivery} />} {impact && <ImpactTag impact={impact} />}
            </>
          ),
        },
        {
          heading: 'Take it',
          cell: ({ place, before }) => (
            <input
              type="checkbox"
              class="gt-tick"
              name="take"
              value={String(place)}
              checked={taken.includes(String(place))}
              aria-label={`Take the document's rating of action ${before.ref}`}
            />
          ),
        },
      ]}
      foot="What is not ticked keeps the rating that people gave it here."
    />
  )
