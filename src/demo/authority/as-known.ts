/** What of a life can be known on the last day of an extract: rows that have begun, and nothing that only later days will tell. */
import type { TableName, Tables } from '../../children/records.ts'

type FieldsOf<Name extends TableName> = Exclude<keyof Tables[Name], 'unread'> & string

/** The day on which a row comes to be, or the first of several. A table without one has rows whenever they are told. */
export const BEGINS: { readonly [Name in TableName]?: FieldsOf<Name> | readonly FieldsOf<Name>[] } = {
  addresses: 'fromOn',
  immigrationStatuses: 'fromOn',
  legalStatuses: 'fromOn',
  contacts: 'receivedOn',
  earlyHelp: 'startedOn',
  referrals: 'referredOn',
  assessments: 'startedOn',
  cinPlans: 'startedOn',
  cinVisits: 'visitedOn',
  section47s: 'startedOn',
  conferences: 'heldOn',
  cpPlans: 'startedOn',
  cpVisits: 'visitedOn',
  cpReviews: 'heldOn',
  claEpisodes: 'startedOn',
  placements: 'startedOn',
  claReviews: 'heldOn',
  claVisits: 'visitedOn',
  carePlans: 'fromOn',
  substanceMisuse: 'identifiedOn',
  convictions: 'offenceOn',
  sdqs: 'completedOn',
  missing: 'startedOn',
  permanence: 'decidedOn',
  involvements: 'fromOn',
  preProceedings: 'decidedOn',
  contactDecisions: 'decidedOn',
  referralDecisions: 'decidedOn',
  strategyDiscussions: 'heldOn',
  coreGroups: 'heldOn',
  educationPlans: 'heldOn',
  courtCases: ['preProceedingsOn', 'issuedOn'],
  visitAgreements: 'fromOn',
  fosterCarers: ['enquiredOn', 'approvedOn'],
  carerReviews: 'heldOn',
  privateFosterings: 'awareOn',
  keyEvents: 'happenedOn',
  returnInterviews: 'returnedOn',
  privateFosteringVisits: 'visitedOn',
  workerPosts: 'fromOn',
  supervisions: 'heldOn',
}

/** Days that a row may tell ahead of time. */
export const AHEAD: { readonly [Name in TableName]?: readonly FieldsOf<Name>[] } = {
  people: ['expectedOn'],
  conferences: ['targetOn'],
  cpReviews: ['dueOn'],
  claReviews: ['dueOn'],
  immigrationStatuses: ['untilOn'],
  visitAgreements: ['untilOn'],
  healthChecks: ['checkedOn'],
}

/** What is only known with a day. */
export const TOLD_WITH: {
  readonly [Name in TableName]?: { readonly [Field in FieldsOf<Name>]?: readonly FieldsOf<Name>[] }
} = {
  earlyHelp: { endedOn: ['endReason'] },
  referrals: { closedOn: ['closeReason'] },
  assessments: { authorisedOn: ['outcomes', 'noFurtherAction'] },
  section47s: { endedOn: ['outcomes', 'noFurtherAction'] },
  claEpisodes: { ceasedOn: ['ceasedReason'] },
  placements: { endedOn: ['changeReason'] },
  permanence: {
    placementOrderOn: [],
    matchedOn: ['adopterSex', 'adopterStatus', 'adopters', 'agencyUrn'],
    placedOn: ['isAdoptedByCarer'],
    orderedOn: ['orderType'],
    reversedOn: ['reversedReason'],
  },
  preProceedings: { outcomeOn: ['outcome', 'finalPlan', 'isFinalPlanApproved'] },
  courtCases: { finalOrderOn: ['outcome'] },
  missing: { endedOn: ['endedAt', 'interviewOffered', 'interviewAccepted'] },
  privateFosterings: {},
} as const
