/**
 * List 8: the latest period of care of every child who is looked after, or ceased to be in the six months before. The period is kept
 * as one episode, since the list does not tell those that it is made of.
 */
import type { CarePlan } from '../../../children/care-plan.ts'
import type { ClaEpisode } from '../../../children/cla-episode.ts'
import type { Recorded } from '../../../children/recorded.ts'
import type { Day } from '../../../terms/day.ts'
import { valueList } from '../../value-map.ts'
import { type Gathered, made, stands } from '../gathered.ts'
import { PLANS } from '../ssd/care-plans.ts'
import { CEASED } from '../ssd/cla-episodes.ts'
import { day, number, oneOf, postcode } from '../ssd/column.ts'
import { STATUSES } from '../ssd/legal-status.ts'
import { NEEDS } from '../ssd/lists.ts'
import { PROVIDERS, TYPES } from '../ssd/placements.ts'
import { addChild, CHILD, isDisabled, list, saysYes, teamName, unlettered, workerName } from './list.ts'
import type { RowOf } from '../row-of.ts'

/** A return to the family of which no time is said is the eventual one. */
const PLANS_HERE = valueList('permanence plan', PLANS.codes, {
  ...PLANS.also,
  'return to family': 'home-later',
  'sgo cao': 'other',
  'supported living in the community': 'supported-living',
  'long term residential placement': 'residential',
  'long term fostering': 'long-term-fostering',
})

const FIELDS = {
  ...CHILD,
  isUasc: saysYes('Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)', 'UASC'),
  isDisabled,
  startedOn: day('Date Started to be Looked After'),
  need: unlettered(oneOf(NEEDS, "Child's Category of Need", 'Category of Need')),
  statusFrom: day('Start date of current legal status'),
  status: unlettered(oneOf(STATUSES, "Child's Legal Status", 'Legal Status')),
  reviewedOn: day('Date of Latest Statutory Review'),
  visitedOn: day('Date of Last Social Work Visit'),
  plan: unlettered(oneOf(PLANS_HERE, 'What is the permanence plan for this child?', 'Permanence plan')),
  lastIroContactOn: day('Date of Last IRO Visit / Contact to the Child', 'Date of Last IRO Visit'),
  assessedOn: day('Date of Last Health Assessment'),
  dentistOn: day('Date of Last Dental Check'),
  ceasedOn: day('Date Ceased to be Looked After'),
  ceasedReason: unlettered(oneOf(CEASED, 'Reason Ceased to be Looked After')),
  placedOn: day('Start Date of Most Recent Placement'),
  type: unlettered(oneOf(TYPES, 'Placement Type')),
  provider: unlettered(oneOf(PROVIDERS, 'Placement Provider')),
  postcode: postcode('Placement postcode'),
  urn: number('URN of Placement'),
  teamName,
  workerName,
}

type Row = RowOf<typeof FIELDS>

export const childrenInCare = list(8, {
  title: 'Children in care',
  rows: 'children in care',
  months: 6,
  into: 'claEpisodes',
  brings: {
    claEpisodes: 'months',
    placements: 'latest',
    legalStatuses: 'latest',
    claReviews: 'latest',
    claVisits: 'latest',
    carePlans: 'latest',
    healthChecks: 'latest',
    immigrationStatuses: 'latest',
    disabilities: 'all',
    teams: 'all',
    professionals: 'all',
  },
  mainDay: 'startedOn',
  inOrder: [
    ['startedOn', 'ceasedOn'],
    ['startedOn', 'placedOn'],
    ['placedOn', 'ceasedOn'],
  ],
  fields: FIELDS,
  notKept: [
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
    'Number of Placements in the Last 12 months',
    'Placement Location',
    'LA of Placement',
    'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
    'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
    'Was the child offered a Return Interview after their last missing episode (Y/N)?',
    'Did the child accept a Return Interview after their last missing episode (Y/N)?',
  ],
  bring(row, into, at) {
    addChild(row, into, at)
    addPeriod(row, into)
    addLatest(row, into)
    into.team(row.teamName)
    into.worker(row.workerName)
  },
})

function addPeriod(row: Row, into: Gathered): void {
  const { id, personId, startedOn, need, ceasedOn, ceasedReason, lastIroContactOn, status, statusFrom } = row
  const whole = { careId: id, referralId: null, enteredCareOn: startedOn, startReason: 'S' as const }
  const episode = { id, personId, placementId: id, startedOn, need, ceasedOn, ceasedReason, lastIroContactOn }
  into.add('claEpisodes', made<ClaEpisode>(row, { ...episode, ...whole }, { enteredCareOn: 'startedOn' }))
  if (stands(row, 'status') || stands(row, 'statusFrom'))
    into.add('legalStatuses', made(row, { id, personId, status, fromOn: statusFrom, untilOn: ceasedOn }, { fromOn: 'statusFrom', untilOn: 'ceasedOn' })) // prettier-ignore
  if (stands(row, 'type') || stands(row, 'placedOn')) addPlacement(row, into)
}

function addPlacement(row: Row, into: Gathered): void {
  const { id, personId, placedOn, ceasedOn, type, urn, provider, postcode } = row
  const days = { startedOn: placedOn, endedOn: ceasedOn }
  const from = { startedOn: 'placedOn', endedOn: 'ceasedOn' }
  into.add('placements', made(row, { id, careId: id, personId, ...days, type, urn, miles: null, provider, postcode, changeReason: null }, from)) // prettier-ignore
}

function addLatest(row: Row, into: Gathered): void {
  const { id, personId, reviewedOn, visitedOn, plan } = row
  const ofCare = { id, careId: id, personId }
  if (stands(row, 'reviewedOn'))
    into.add('claReviews', made(row, { ...ofCare, dueOn: null, heldOn: reviewedOn, isCancelled: null, participation: null }, { heldOn: 'reviewedOn' })) // prettier-ignore
  if (stands(row, 'visitedOn'))
    into.add('claVisits', made(row, { ...ofCare, visitedOn, childSeen: null, seenAlone: null }))
  if (stands(row, 'plan')) into.add('carePlans', made<CarePlan>(row, { id, personId, fromOn: null, untilOn: null, plans: plan && [plan] }, { plans: 'plan' })) // prettier-ignore
  addCheck(row, 'assessment', 'assessedOn', into)
  addCheck(row, 'dental', 'dentistOn', into)
  if (row.isUasc) into.add('immigrationStatuses', made(row, { id, personId, fromOn: null, untilOn: null, status: 'UASC' as const })) // prettier-ignore
}

function addCheck(row: Row, kind: 'assessment' | 'dental', field: 'assessedOn' | 'dentistOn', into: Gathered): void {
  if (!stands(row as Recorded, field)) return
  const checkedOn: Day | null = row[field]
  const check = { id: `${row.id}|${kind}`, personId: row.personId, kind, checkedOn, status: 'completed' as const }
  into.add('healthChecks', made(row, check, { checkedOn: field }))
}
