/** List 10: children adopted in the twelve months before, waiting since the decision, or for whom the decision was reversed in them. */
import type { Permanence } from '../../children/permanence.ts'
import { rowsBy } from '../../children/records.ts'
import { carePeriodsOf } from '../../children/standing.ts'
import { type Around, latest } from './around.ts'
import { REVERSED } from './codes.ts'
import { ABOUT, annexList, CHILD_ID, DISABILITY } from './list.ts'

/** The latest decision of each child. Special guardianship and child arrangements are no adoption. */
function decided(around: Around): Permanence[] {
  const { records, asAt } = around
  return [...rowsBy(records.permanence, 'personId').values()].flatMap(rows => {
    const last = latest(rows.filter(({ orderType }) => orderType === null || orderType === 'adoption'), 'decidedOn', null, asAt) // prettier-ignore
    return last && isInList(last, around) ? [last] : []
  })
}

function isInList({ orderedOn, reversedOn }: Permanence, { asAt, twelveMonths }: Around): boolean {
  const ended = [orderedOn, reversedOn].filter(on => on !== null && on <= asAt)
  return ended.length === 0 || ended.some(on => on! >= twelveMonths)
}

const enteredCareOn = ({ personId, decidedOn }: Permanence, { records }: Around) =>
  carePeriodsOf(records, personId).findLast(({ from }) => from <= decidedOn!)?.from ?? null

export const adoption = annexList<Permanence>({
  number: 10,
  title: 'Adoption',
  from: ['permanence'],
  rows: decided,
  columns: [
    CHILD_ID,
    {
      heading: 'Family identifier',
      mayBeBlank: true,
      notHeld: 'The records of children do not say which adopters they were matched with',
      cell: () => null,
    },
    ...ABOUT,
    DISABILITY,
    { heading: 'Date the Child Entered Care', kind: 'day', from: 'claEpisodes', cell: enteredCareOn },
    {
      heading: 'Date of Decision that Child Should be Placed for Adoption',
      kind: 'day',
      cell: row => row.decidedOn,
    },
    { heading: 'Date of Placement Order', kind: 'day', mayBeBlank: true, cell: row => row.placementOrderOn },
    {
      heading: 'Date of Matching Child and Prospective Adopters',
      kind: 'day',
      mayBeBlank: true,
      cell: row => row.matchedOn,
    },
    {
      heading: 'Date Placed for Adoption',
      kind: 'day',
      mayBeBlank: true,
      cell: row => row.placedOn,
      doubt: row =>
        row.placedOn !== null && row.matchedOn !== null && row.placedOn < row.matchedOn
          ? 'The child was placed before the match'
          : null,
    },
    { heading: 'Date of Adoption Order ', kind: 'day', mayBeBlank: true, cell: row => row.orderedOn },
    {
      heading: 'Date of Decision that Child Should No Longer be Placed for Adoption',
      kind: 'day',
      mayBeBlank: true,
      cell: row => row.reversedOn,
      doubt: row =>
        row.reversedOn !== null && row.orderedOn !== null ? 'The decision was reversed, and the child adopted' : null,
    },
    {
      heading: 'Reason Why Child No Longer Placed for Adoption',
      mayBeBlank: row => row.reversedOn === null,
      cell: row => row.reversedReason && REVERSED[row.reversedReason],
    },
    {
      heading: 'Date the child was placed for fostering in FFA or concurrent planning placement',
      kind: 'day',
      mayBeBlank: true,
      cell: row => row.earlyPlacedOn,
    },
  ],
})
