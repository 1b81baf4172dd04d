/** The authority's own foster carers, while they were approved. */
import type { FosterCarer } from '../../children/foster-carer.ts'
import { rowsBy } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import type { Case } from '../measure.ts'
import { isOpen, type Span } from './span.ts'

export type Approved = Span & { readonly id: string; readonly row: FosterCarer }

/** Relatives and friends are approved for a child of their own family, and are shown apart. */
export const isConnected = ({ row }: Approved): boolean => row.kind === 'connected'

/** Those whose days could not be read, or contradict, are left out (R20). */
export const approvedCarers = ({ records }: History): readonly Approved[] =>
  records.fosterCarers.flatMap(row => {
    const [from, until] = [numbered(row.approvedOn), numbered(row.endedOn)]
    const isFault = isUnread(row, 'approvedOn', 'endedOn') || (until !== null && from !== null && until < from)
    return from === null || isFault ? [] : [{ id: row.id, from, until, row }]
  })

export const approvedOn = (history: History, on: DayNumber): Approved[] =>
  history.of(approvedCarers).filter(one => isOpen(one, on))

/** Days on which the approval was reviewed, in order. */
export const reviewsOf = ({ records }: History, carerId: string): DayNumber[] =>
  (rowsBy(records.carerReviews, 'carerId').get(carerId) ?? [])
    .flatMap(row => (isUnread(row, 'heldOn') ? [] : (numbered(row.heldOn) ?? [])))
    .sort((one, other) => one - other)

export const caseOfCarer = ({ id, from }: Approved): Case => ({
  id,
  personId: null,
  start: from,
  due: null,
  done: null,
})
