/**
 * Episodes: each row says the episode, its legal status and its placement at once. A placement begins at S, P, T, B or U and goes on
 * through a change of legal status only (L); a legal status goes on until another takes its place.
 */
import type { ClaEpisode } from '../../../children/cla-episode.ts'
import type { LegalStatus } from '../../../children/legal-status.ts'
import type { Placement } from '../../../children/placement.ts'
import { type Gathered, made } from '../gathered.ts'
import { CEASED, STARTS } from '../ssd/cla-episodes.ts'
import { day, id, number, ofPerson, oneOf, postcode } from '../ssd/column.ts'
import { STATUSES } from '../ssd/legal-status.ts'
import { NEEDS } from '../ssd/lists.ts'
import { CHANGES, PROVIDERS, TYPES } from '../ssd/placements.ts'
import { returnTable } from './table.ts'
import type { RowOf } from '../row-of.ts'

const FIELDS = {
  id: id('CHILD'),
  personId: ofPerson('CHILD'),
  startedOn: day('DECOM'),
  startReason: oneOf(STARTS, 'RNE'),
  status: oneOf(STATUSES, 'LS'),
  need: oneOf(NEEDS, 'CIN'),
  type: oneOf(TYPES, 'PLACE'),
  provider: oneOf(PROVIDERS, 'PLACE_PROVIDER'),
  ceasedOn: day('DEC'),
  ceasedReason: oneOf(CEASED, 'REC'),
  changeReason: oneOf(CHANGES, 'REASON_PLACE_CHANGE'),
  postcode: postcode('PL_POST'),
  urn: number('URN'),
}

type Row = RowOf<typeof FIELDS>

export const episodes = returnTable('Episodes', {
  rows: 'looked-after episodes',
  into: 'claEpisodes',
  brings: ['claEpisodes', 'placements', 'legalStatuses'],
  mainDay: 'startedOn',
  inOrder: [['startedOn', 'ceasedOn']],
  fields: FIELDS,
  notKept: ['HOME_POST'],
  bring(rows, into) {
    for (const same of Map.groupBy(rows, ({ personId }) => personId).values()) addChain(same, into)
  },
})

function addChain(rows: readonly Row[], into: Gathered): void {
  const inOrder = rows.toSorted((a, b) => ((a.startedOn ?? '') < (b.startedOn ?? '') ? -1 : 1))
  let before: Row | undefined
  let careId = ''
  let placement: Placement | undefined
  let status: LegalStatus | undefined
  let enteredCareOn = null
  for (const row of inOrder) {
    const isNewCare = !before || row.startReason === 'S' || (before.ceasedOn !== null && before.ceasedReason !== 'X1')
    if (isNewCare) [careId, enteredCareOn] = [row.id, row.startedOn]
    placement = addPlacement(row, isNewCare || row.startReason !== 'L' ? undefined : placement, careId, into)
    status = addStatus(row, isNewCare ? undefined : status, into)
    into.add('claEpisodes', made<ClaEpisode>(row, { ...ofEpisode(row), placementId: placement.id, careId, enteredCareOn })) // prettier-ignore
    before = row
  }
}

const ofEpisode = ({ id, personId, startedOn, startReason, need, ceasedOn, ceasedReason }: Row) => ({ id, personId, startedOn, startReason, need, ceasedOn, ceasedReason, referralId: null, lastIroContactOn: null }) // prettier-ignore

/** The placement that goes on, with its end put off; or the one that begins here. */
function addPlacement(row: Row, goesOn: Placement | undefined, careId: string, into: Gathered): Placement {
  const { id, personId, startedOn, ceasedOn, type, urn, provider, postcode, changeReason } = row
  const what = { id, careId, personId, startedOn, type, urn, miles: null, provider, postcode }
  const one = made<Placement>(row, { ...what, endedOn: ceasedOn, changeReason }, { endedOn: 'ceasedOn' })
  const all = into.rows('placements')
  if (!goesOn) all.push(one)
  else all[all.length - 1] = { ...goesOn, endedOn: one.endedOn, changeReason, unread: [...new Set([...goesOn.unread, ...one.unread.filter(field => field === 'endedOn')])] } // prettier-ignore
  return all.at(-1)!
}

function addStatus(row: Row, goesOn: LegalStatus | undefined, into: Gathered): LegalStatus {
  const { id, personId, status, startedOn, ceasedOn } = row
  const one = made<LegalStatus>(row, { id, personId, status, fromOn: startedOn, untilOn: ceasedOn }, { fromOn: 'startedOn', untilOn: 'ceasedOn' }) // prettier-ignore
  const all = into.rows('legalStatuses')
  if (!goesOn || goesOn.status !== status) all.push(one)
  else all[all.length - 1] = { ...goesOn, untilOn: one.untilOn, unread: [...new Set([...goesOn.unread, ...one.unread.filter(field => field === 'untilOn')])] } // prettier-ignore
  return all.at(-1)!
}
