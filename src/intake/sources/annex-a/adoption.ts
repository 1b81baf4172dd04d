/** List 10: children adopted, waiting, or no longer to be adopted, in the twelve months before. */
import type { Permanence } from '../../../children/permanence.ts'
import { made } from '../gathered.ts'
import { day, number, oneOf } from '../ssd/column.ts'
import { REVERSED } from '../ssd/permanence.ts'
import { addChild, CHILD, isDisabled, list, unlettered } from './list.ts'

export const adoption = list(10, {
  title: 'Adoption',
  rows: 'children for adoption',
  months: 12,
  into: 'permanence',
  brings: { permanence: 'months', families: 'all', disabilities: 'all' },
  mainDay: 'decidedOn',
  inOrder: [
    ['enteredCareOn', 'decidedOn'],
    ['matchedOn', 'placedOn'],
    ['placedOn', 'orderedOn'],
  ],
  fields: {
    ...CHILD,
    familyId: number('Family identifier'),
    isDisabled,
    enteredCareOn: day('Date the Child Entered Care'),
    decidedOn: day('Date of Decision that Child Should be Placed for Adoption'),
    placementOrderOn: day('Date of Placement Order'),
    matchedOn: day('Date of Matching Child and Prospective Adopters'),
    placedOn: day('Date Placed for Adoption'),
    orderedOn: day('Date of Adoption Order'),
    reversedOn: day('Date of Decision that Child Should No Longer be Placed for Adoption'),
    reversedReason: unlettered(oneOf(REVERSED, 'Reason Why Child No Longer Placed for Adoption')),
    earlyPlacedOn: day('Date the child was placed for fostering in FFA or concurrent planning placement'),
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, familyId, decidedOn, placementOrderOn, matchedOn, placedOn, orderedOn } = row
    const { reversedOn, reversedReason, earlyPlacedOn } = row
    const steps = { decidedOn, placementOrderOn, matchedOn, placedOn, orderedOn, reversedOn, reversedReason }
    const orderType = orderedOn === null ? null : ('adoption' as const)
    into.add('permanence', made<Permanence>(row, { ...NOT_SAID, id, personId, ...steps, earlyPlacedOn, orderType }))
    if (familyId !== null) into.add('families', { id, familyId, personId, unread: [] })
  },
})

const NOT_SAID = {
  careId: null,
  isInSiblingGroup: null,
  siblingsTogether: null,
  siblingsApart: null,
  earlyPlacementDecidedOn: null,
  isAdoptedByCarer: null,
  placedWithCarerOn: null,
  adopterSex: null,
  adopterStatus: null,
  adopters: null,
  agencyUrn: null,
  workerId: null,
}
