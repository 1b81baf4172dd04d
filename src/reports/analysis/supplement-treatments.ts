/** How each field of the supplementary extract goes into an extract for analysis. A field that has none here does not compile. */
import { CARER, KEEP, OUT, PERSON, RECORD, TEAM, type Treatments, WORKER } from './treatment-kind.ts' // prettier-ignore

// prettier-ignore
export const OF_SUPPLEMENT = {
  contactDecisions: { contactId: RECORD, receivedOn: KEEP, receivedAt: KEEP, decidedOn: KEEP, decidedAt: KEEP, decision: OUT, referrerToldOn: KEEP },
  referralDecisions: {
    referralId: RECORD, receivedOn: KEEP, receivedAt: KEEP, decidedOn: KEEP, decidedAt: KEEP, decision: OUT, referrerToldOn: KEEP,
  },
  strategyDiscussions: {
    id: RECORD, personId: PERSON, referralId: RECORD, section47Id: RECORD, neededOn: KEEP, neededAt: KEEP, heldOn: KEEP, heldAt: KEEP,
    outcome: OUT,
  },
  coreGroups: { id: RECORD, cpPlanId: RECORD, personId: PERSON, heldOn: KEEP },
  attendances: { id: RECORD, meetingId: RECORD, agency: OUT, wasInvited: KEEP, attended: KEEP, sentReport: KEEP },
  educationPlans: { id: RECORD, personId: PERSON, heldOn: KEEP, term: OUT, grade: OUT },
  returnInterviews: {
    id: RECORD, missingId: RECORD, personId: PERSON, returnedOn: KEEP, returnedAt: KEEP, offeredOn: KEEP, heldOn: KEEP, heldAt: KEEP,
    outcome: KEEP,
  },
  courtCases: {
    id: RECORD, personId: PERSON, preProceedingsOn: KEEP, letterOn: KEEP, firstMeetingOn: KEEP, preProceedingsEndedOn: KEEP, issuedOn: KEEP,
    finalOrderOn: KEEP, outcome: OUT,
  },
  visitAgreements: {
    id: RECORD, personId: PERSON, fromOn: KEEP, untilOn: KEEP, isUntilEighteen: KEEP, isTemporaryApproval: KEEP, isBeforeAssessment: KEEP,
    weeks: KEEP,
  },
  fosterCarers: { id: CARER, kind: KEEP, enquiredOn: KEEP, approvedOn: KEEP, endedOn: KEEP, places: KEEP },
  carerReviews: { id: RECORD, carerId: CARER, heldOn: KEEP },
  placementCarers: { placementId: RECORD, carerId: CARER },
  privateFosterings: { id: RECORD, personId: PERSON, awareOn: KEEP, startedOn: KEEP, endedOn: KEEP },
  privateFosteringVisits: { id: RECORD, arrangementId: RECORD, personId: PERSON, visitedOn: KEEP, childSeen: KEEP },
  workerPosts: {
    id: RECORD, workerId: WORKER, teamId: TEAM, title: OUT, grade: OUT, fte: KEEP, isAgency: KEEP, isNewlyQualified: KEEP, isManager: KEEP,
    caseloadCap: KEEP, fromOn: KEEP, untilOn: KEEP,
  },
  supervisions: { id: RECORD, workerId: WORKER, supervisorId: WORKER, heldOn: KEEP, recordedOn: KEEP, childId: PERSON },
  covers: { involvementId: RECORD, isCover: KEEP },
  keyEvents: { id: RECORD, personId: PERSON, kind: KEEP, happenedOn: KEEP, recordedOn: KEEP },
} as const satisfies Partial<Treatments>
