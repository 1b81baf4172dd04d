/** How each field of the Standard Safeguarding Dataset goes into an extract for analysis. A field that has none here does not compile. */
import { CARE, FAMILY, KEEP, MONTH, OUT, PERSON, PROVIDER, RECORD, REGISTRATION, TEAM, type Treatments, WORKER } from './treatment-kind.ts' // prettier-ignore

// prettier-ignore
export const OF_DATASET = {
  people: {
    id: PERSON, legacyId: OUT, upn: OUT, upnUnknown: KEEP, commonId: OUT, forename: OUT, surname: OUT, sex: KEEP, gender: KEEP,
    ethnicity: KEEP, bornOn: MONTH, expectedOn: MONTH, diedOn: MONTH, isMother: KEEP, hasEhcPlan: KEEP, nationality: OUT,
  },
  families: { id: RECORD, familyId: FAMILY, personId: PERSON },
  addresses: { id: RECORD, personId: PERSON, kind: OUT, fromOn: KEEP, untilOn: KEEP, postcode: OUT },
  disabilities: { id: RECORD, personId: PERSON, disability: KEEP },
  immigrationStatuses: { id: RECORD, personId: PERSON, fromOn: KEEP, untilOn: KEEP, status: KEEP },
  motherhoods: { id: RECORD, personId: PERSON, childId: PERSON, childBornOn: MONTH },
  legalStatuses: { id: RECORD, personId: PERSON, status: KEEP, fromOn: KEEP, untilOn: KEEP },
  teams: { id: TEAM, name: OUT, parentId: TEAM, parentName: OUT },
  professionals: {
    id: WORKER, staffId: WORKER, name: OUT, registration: REGISTRATION, isAgency: KEEP, jobTitle: OUT, septemberCaseload: KEEP,
    department: OUT, fte: KEEP,
  },
  contacts: { id: RECORD, personId: PERSON, receivedOn: KEEP, source: KEEP, sourceText: OUT, outcomes: KEEP },
  earlyHelp: { id: RECORD, personId: PERSON, startedOn: KEEP, endedOn: KEEP, reason: OUT, endReason: OUT, organisation: OUT, workerId: WORKER },
  referrals: {
    id: RECORD, personId: PERSON, referredOn: KEEP, need: KEEP, source: KEEP, sourceText: OUT, outcomes: KEEP, noFurtherAction: KEEP,
    closedOn: KEEP, closeReason: KEEP, teamId: TEAM, workerId: WORKER,
  },
  assessments: {
    id: RECORD, personId: PERSON, referralId: RECORD, startedOn: KEEP, childSeen: KEEP, authorisedOn: KEEP, outcomes: KEEP,
    noFurtherAction: KEEP, teamId: TEAM, workerId: WORKER,
  },
  assessmentFactors: { id: RECORD, assessmentId: RECORD, factors: KEEP },
  cinPlans: { id: RECORD, referralId: RECORD, personId: PERSON, startedOn: KEEP, endedOn: KEEP, teamId: TEAM, workerId: WORKER },
  cinVisits: { id: RECORD, personId: PERSON, cinPlanId: RECORD, visitedOn: KEEP, childSeen: KEEP, seenAlone: KEEP, bedroomSeen: KEEP },
  section47s: {
    id: RECORD, referralId: RECORD, personId: PERSON, startedOn: KEEP, endedOn: KEEP, noFurtherAction: KEEP, outcomes: KEEP, teamId: TEAM,
    workerId: WORKER,
  },
  conferences: {
    id: RECORD, meetingId: RECORD, section47Id: RECORD, personId: PERSON, cpPlanId: RECORD, referralId: RECORD, isTransferIn: KEEP,
    targetOn: KEEP, heldOn: KEEP, planMade: KEEP, outcomes: KEEP, teamId: TEAM, workerId: WORKER,
  },
  cpPlans: {
    id: RECORD, referralId: RECORD, conferenceId: RECORD, personId: PERSON, startedOn: KEEP, endedOn: KEEP, isOtherAuthority: KEEP,
    firstCategory: KEEP, latestCategory: KEEP,
  },
  cpVisits: { id: RECORD, personId: PERSON, cpPlanId: RECORD, visitedOn: KEEP, childSeen: KEEP, seenAlone: KEEP, bedroomSeen: KEEP },
  cpReviews: {
    id: RECORD, personId: PERSON, cpPlanId: RECORD, dueOn: KEEP, heldOn: KEEP, meetingId: RECORD, planContinues: KEEP, isQuorate: KEEP,
    participation: KEEP,
  },
  claEpisodes: {
    id: RECORD, personId: PERSON, placementId: RECORD, startedOn: KEEP, startReason: KEEP, need: KEEP, ceasedOn: KEEP, ceasedReason: KEEP,
    careId: CARE, referralId: RECORD, lastIroContactOn: KEEP, enteredCareOn: KEEP,
  },
  placements: {
    id: RECORD, careId: CARE, personId: PERSON, startedOn: KEEP, endedOn: KEEP, type: KEEP, urn: PROVIDER, miles: KEEP, provider: KEEP,
    postcode: OUT, changeReason: KEEP,
  },
  claReviews: { id: RECORD, careId: CARE, personId: PERSON, dueOn: KEEP, heldOn: KEEP, isCancelled: KEEP, participation: KEEP },
  claVisits: { id: RECORD, careId: CARE, personId: PERSON, visitedOn: KEEP, childSeen: KEEP, seenAlone: KEEP },
  carePlans: { id: RECORD, personId: PERSON, fromOn: KEEP, untilOn: KEEP, plans: KEEP },
  previousPermanence: { id: RECORD, personId: PERSON, option: KEEP, arrangedBy: OUT, orderedOn: KEEP, orderText: OUT },
  healthChecks: { id: RECORD, personId: PERSON, kind: KEEP, checkedOn: KEEP, status: KEEP },
  immunisations: { personId: PERSON, upToDate: KEEP, asAt: KEEP },
  substanceMisuse: { id: RECORD, personId: PERSON, identifiedOn: KEEP, substance: OUT, interventionReceived: KEEP },
  convictions: { id: RECORD, personId: PERSON, offenceOn: KEEP },
  sdqs: { id: RECORD, personId: PERSON, completedOn: KEEP, score: KEEP, reason: KEEP },
  missing: {
    id: RECORD, personId: PERSON, type: KEEP, startedOn: KEEP, startedAt: KEEP, endedOn: KEEP, endedAt: KEEP, interviewOffered: KEEP,
    interviewAccepted: KEEP,
  },
  careLeavers: {
    id: RECORD, personId: PERSON, eligibility: KEEP, inTouch: KEEP, lastContactOn: KEEP, accommodation: KEEP, isAccommodationSuitable: KEEP,
    activity: KEEP, pathwayPlanOn: KEEP, personalAdviserId: WORKER, teamId: TEAM, workerId: WORKER,
  },
  permanence: {
    id: RECORD, personId: PERSON, careId: CARE, decidedOn: KEEP, isInSiblingGroup: KEEP, siblingsTogether: KEEP, siblingsApart: KEEP,
    earlyPlacementDecidedOn: KEEP, earlyPlacedOn: KEEP, placementOrderOn: KEEP, matchedOn: KEEP, placedOn: KEEP, isAdoptedByCarer: KEEP,
    placedWithCarerOn: KEEP, adopterSex: KEEP, adopterStatus: KEEP, adopters: KEEP, agencyUrn: PROVIDER, reversedOn: KEEP,
    reversedReason: KEEP, orderedOn: KEEP, orderType: KEEP, workerId: WORKER,
  },
  involvements: {
    id: RECORD, personId: PERSON, workerId: WORKER, role: KEEP, teamId: TEAM, fromOn: KEEP, untilOn: KEEP, changeReason: KEEP,
    referralId: RECORD,
  },
  preProceedings: {
    id: RECORD, personId: PERSON, familyId: FAMILY, decidedOn: KEEP, firstMeetingOn: KEEP, outcome: OUT, outcomeOn: KEEP, gateway: KEEP,
    cpPlansInReferral: KEEP, earlierPreProceedings: KEEP, earlierProceedings: KEEP, letterOn: KEEP, issueLetterOn: KEEP,
    reviewMeetings: KEEP, parentsRepresented: KEEP, parentsRepresentedAtIssue: KEEP, courtReference: OUT, hearings: KEEP,
    isShortNotice: KEEP, shortNoticeReason: OUT, isInitialPlanApproved: KEEP, initialPlan: KEEP, isFinalPlanApproved: KEEP, finalPlan: KEEP,
  },
  voices: { id: RECORD, personId: PERSON, worriesExplained: KEEP, storyHelped: KEEP, agreesWithWorker: KEEP, planIsClear: KEEP, tabletHelped: KEEP },
  linkedIdentifiers: { id: RECORD, personId: PERSON, kind: OUT, value: OUT, fromOn: KEEP, untilOn: KEEP },
  sends: { id: RECORD, personId: PERSON, upn: OUT, uln: OUT, upnUnknown: KEEP },
  ehcRequests: { id: RECORD, sendId: RECORD, requestedOn: KEEP, decidedOn: KEEP, decision: KEEP },
  ehcAssessments: { id: RECORD, requestId: RECORD, decidedOn: KEEP, decision: KEEP, hasException: KEEP },
  ehcNamedPlans: { id: RECORD, assessmentId: RECORD, startedOn: KEEP, ceasedOn: KEEP, ceasedReason: OUT },
  ehcActivePlans: { id: RECORD, requestId: RECORD, lastReviewOn: KEEP },
  senNeeds: { id: RECORD, activePlanId: RECORD, need: KEEP, rank: KEEP },
} as const satisfies Partial<Treatments>
