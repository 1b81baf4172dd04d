/**
 * PlacedAdoption (the decision, and its end) and AD1 (children adopted in the year) say one child's way to adoption in two tables; the
 * placement order, the placement and the order stand in the episodes.
 */
import type { Permanence } from '../../../children/permanence.ts'
import { rowsOf } from '../../../children/records.ts'
import type { Day } from '../../../terms/day.ts'
import { type Gathered, made } from '../gathered.ts'
import { amount, day, oneOf, yesNo } from '../ssd/column.ts'
import { REVERSED, SEXES, STATUSES } from '../ssd/permanence.ts'
import { addChild, CHILD, returnTable } from './table.ts'

const NOTHING: Omit<Permanence, 'id' | 'personId'> = {
  careId: null, decidedOn: null, isInSiblingGroup: null, siblingsTogether: null, siblingsApart: null, earlyPlacementDecidedOn: null,
  earlyPlacedOn: null, placementOrderOn: null, matchedOn: null, placedOn: null, isAdoptedByCarer: null, placedWithCarerOn: null,
  adopterSex: null, adopterStatus: null, adopters: null, agencyUrn: null, reversedOn: null, reversedReason: null, orderedOn: null,
  orderType: null, workerId: null, unread: [],
} // prettier-ignore

/** `DATE_PLACED` is the decision that the child should be placed, and not the move. */
export const placedAdoption = returnTable('PlacedAdoption', {
  rows: 'decisions for adoption',
  into: 'permanence',
  brings: ['permanence'],
  mainDay: 'decidedOn',
  inOrder: [['decidedOn', 'reversedOn']],
  fields: {
    ...CHILD,
    decidedOn: day('DATE_PLACED'),
    reversedOn: day('DATE_PLACED_CEASED'),
    reversedReason: oneOf(REVERSED, 'REASON_PLACED_CEASED'),
  },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, decidedOn, reversedOn, reversedReason } = row
      const steps = stepsInEpisodes(personId, decidedOn, into)
      into.add('permanence', made<Permanence>(row, { ...NOTHING, ...steps, id, personId, decidedOn, reversedOn, reversedReason })) // prettier-ignore
    }
  },
})

export const ad1 = returnTable('AD1', {
  rows: 'children adopted',
  into: 'permanence',
  brings: ['permanence'],
  fields: {
    ...CHILD,
    decidedOn: day('DATE_INT'),
    matchedOn: day('DATE_MATCH'),
    isAdoptedByCarer: yesNo('FOSTER_CARE'),
    adopters: amount({ to: 2 }, 'NB_ADOPTR'),
    adopterSex: oneOf(SEXES, 'SEX_ADOPTR'),
    adopterStatus: oneOf(STATUSES, 'LS_ADOPTR'),
  },
  bring(rows, into, places) {
    const all = into.rows('permanence')
    const known = new Map(all.map((one, at) => [one.personId, at]))
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, matchedOn, isAdoptedByCarer, adopters, adopterSex, adopterStatus } = row
      const before = known.get(personId)
      const decision = before === undefined ? { ...NOTHING, ...stepsInEpisodes(personId, row.decidedOn, into), id, personId, decidedOn: row.decidedOn } : all[before]! // prettier-ignore
      const one = made<Permanence>(row, { ...decision, matchedOn, isAdoptedByCarer, adopters, adopterSex, adopterStatus }) // prettier-ignore
      const whole = { ...one, unread: [...new Set([...(decision.unread ?? []), ...one.unread])] }
      if (before === undefined) all.push(whole)
      else all[before] = whole
    }
  },
})

/** The first of each after the decision, as the episodes show it. */
function stepsInEpisodes(personId: string, decidedOn: Day | null, into: Gathered) {
  const since = decidedOn ?? ('0000' as Day)
  const first = (days: (Day | null)[]) => days.filter(on => on !== null && on >= since).toSorted()[0] ?? null
  const placed = rowsOf(into.rows('placements'), personId).filter(({ type }) => type !== null && /^A[3-6]$/.test(type))
  const orders = rowsOf(into.rows('legalStatuses'), personId).filter(({ status }) => status === 'E1' || status === 'D1')
  const adopted = rowsOf(into.rows('claEpisodes'), personId).filter(({ ceasedReason }) => ceasedReason === 'E11' || ceasedReason === 'E12') // prettier-ignore
  const orderedOn = first(adopted.map(({ ceasedOn }) => ceasedOn))
  return {
    placementOrderOn: orders.map(({ fromOn }) => fromOn).filter(on => on !== null).toSorted()[0] ?? null,
    placedOn: first(placed.map(({ startedOn }) => startedOn)),
    orderedOn,
    orderType: orderedOn === null ? null : ('adoption' as const),
  } // prettier-ignore
}
