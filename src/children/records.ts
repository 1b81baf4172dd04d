/**
 * Every record of one authority's children, in memory, as one extract gave them on its as-at day: what measures are counted from.
 * Rows stand in the order of the file; nothing is worked out here.
 */
import type { Day } from '../terms/day.ts'
import type { Address } from './address.ts'
import type { Assessment, AssessmentFactors } from './assessment.ts'
import type { Attendance } from './attendance.ts'
import type { CareLeaver } from './care-leaver.ts'
import type { CarePlan } from './care-plan.ts'
import type { CinPlan } from './cin-plan.ts'
import type { CinVisit } from './cin-visit.ts'
import type { ClaEpisode } from './cla-episode.ts'
import type { ClaReview } from './cla-review.ts'
import type { ClaVisit } from './cla-visit.ts'
import type { Conference } from './conference.ts'
import type { Contact } from './contact.ts'
import type { Conviction } from './conviction.ts'
import type { CoreGroup } from './core-group.ts'
import type { CourtCase } from './court-case.ts'
import type { Cover } from './cover.ts'
import type { CpPlan } from './cp-plan.ts'
import type { CpReview } from './cp-review.ts'
import type { CpVisit } from './cp-visit.ts'
import type { ContactDecision, ReferralDecision } from './decision.ts'
import type { Disability } from './disability.ts'
import type { EarlyHelp } from './early-help.ts'
import type { EducationPlan } from './education-plan.ts'
import type { EhcActivePlan, EhcAssessment, EhcNamedPlan, EhcRequest } from './ehcp.ts'
import type { FamilyMember } from './family-member.ts'
import type { CarerReview, FosterCarer, PlacementCarer } from './foster-carer.ts'
import type { HealthCheck } from './health-check.ts'
import type { ImmigrationStatus } from './immigration-status.ts'
import type { Immunisations } from './immunisations.ts'
import type { Involvement } from './involvement.ts'
import type { KeyEvent } from './key-event.ts'
import type { LegalStatus } from './legal-status.ts'
import type { LinkedIdentifier } from './linked-identifier.ts'
import type { Missing } from './missing.ts'
import type { Motherhood } from './motherhood.ts'
import type { Permanence } from './permanence.ts'
import type { Person } from './person.ts'
import type { Placement } from './placement.ts'
import type { PreProceedings } from './pre-proceedings.ts'
import type { PreviousPermanence } from './previous-permanence.ts'
import type { PrivateFostering, PrivateFosteringVisit } from './private-fostering.ts'
import type { Professional } from './professional.ts'
import type { Referral } from './referral.ts'
import type { ReturnInterview } from './return-interview.ts'
import type { Sdq } from './sdq.ts'
import type { Section47 } from './section47.ts'
import type { SenNeed } from './sen-need.ts'
import type { Send } from './send.ts'
import type { StrategyDiscussion } from './strategy-discussion.ts'
import type { SubstanceMisuse } from './substance-misuse.ts'
import type { Supervision } from './supervision.ts'
import type { Team } from './team.ts'
import type { VisitAgreement } from './visit-agreement.ts'
import type { VoiceOfChild } from './voice-of-child.ts'
import type { WorkerPost } from './worker-post.ts'

/** The tables by name, each with what a row of it is: those of the dataset, then those of the supplementary extract. */
export type Tables = {
  people: Person
  families: FamilyMember
  addresses: Address
  disabilities: Disability
  immigrationStatuses: ImmigrationStatus
  motherhoods: Motherhood
  legalStatuses: LegalStatus
  teams: Team
  professionals: Professional
  contacts: Contact
  earlyHelp: EarlyHelp
  referrals: Referral
  assessments: Assessment
  assessmentFactors: AssessmentFactors
  cinPlans: CinPlan
  cinVisits: CinVisit
  section47s: Section47
  conferences: Conference
  cpPlans: CpPlan
  cpVisits: CpVisit
  cpReviews: CpReview
  claEpisodes: ClaEpisode
  placements: Placement
  claReviews: ClaReview
  claVisits: ClaVisit
  carePlans: CarePlan
  previousPermanence: PreviousPermanence
  healthChecks: HealthCheck
  immunisations: Immunisations
  substanceMisuse: SubstanceMisuse
  convictions: Conviction
  sdqs: Sdq
  missing: Missing
  careLeavers: CareLeaver
  permanence: Permanence
  involvements: Involvement
  preProceedings: PreProceedings
  voices: VoiceOfChild
  linkedIdentifiers: LinkedIdentifier
  sends: Send
  ehcRequests: EhcRequest
  ehcAssessments: EhcAssessment
  ehcNamedPlans: EhcNamedPlan
  ehcActivePlans: EhcActivePlan
  senNeeds: SenNeed
  contactDecisions: ContactDecision
  referralDecisions: ReferralDecision
  strategyDiscussions: StrategyDiscussion
  coreGroups: CoreGroup
  attendances: Attendance
  educationPlans: EducationPlan
  returnInterviews: ReturnInterview
  courtCases: CourtCase
  visitAgreements: VisitAgreement
  fosterCarers: FosterCarer
  carerReviews: CarerReview
  placementCarers: PlacementCarer
  privateFosterings: PrivateFostering
  privateFosteringVisits: PrivateFosteringVisit
  workerPosts: WorkerPost
  supervisions: Supervision
  covers: Cover
  keyEvents: KeyEvent
}

export type TableName = keyof Tables

/** A table that no file brought is empty; `loaded` tells it from one that has no rows. */
export type ChildRecords = { readonly [Name in TableName]: readonly Tables[Name][] } & {
  /** How things stood at the end of this day. */
  readonly asAt: Day
  readonly loaded: ReadonlySet<TableName>
  /** The first day from which a table holds everything; one that is not named holds all there is. */
  readonly reaches?: Reaches
  /** `assessments.authorisedOn`: columns that no file had, where the files were read just now. */
  readonly withoutColumns?: ReadonlySet<string>
}

export type Reaches = Readonly<Partial<Record<TableName, Day>>>

const NONE: readonly never[] = []

/**
 * The rows that have something in a field, by what they have in it: `rowsBy(records.cpVisits, 'personId').get(person.id)`. Worked out
 * once for each table and field, and kept as long as the rows are.
 */
export function rowsBy<Row extends object, Field extends keyof Row>(
  rows: readonly Row[],
  field: Field,
): ReadonlyMap<NonNullable<Row[Field]>, readonly Row[]> {
  const known = INDEXES.get(rows) ?? new Map<PropertyKey, unknown>()
  INDEXES.set(rows, known)
  if (!known.has(field)) known.set(field, index(rows, field))
  return known.get(field) as ReadonlyMap<NonNullable<Row[Field]>, readonly Row[]>
}

/** The rows of one person, in the order of the file. */
export const rowsOf = <Row extends { readonly personId: string }>(rows: readonly Row[], personId: string) =>
  rowsBy(rows, 'personId').get(personId) ?? (NONE as readonly Row[])

/** The row with an id. Undefined where the file has none: extracts name rows that they do not hold. */
export const rowWithId = <Row extends { readonly id: string }>(rows: readonly Row[], id: string | null) =>
  id === null ? undefined : rowsBy(rows, 'id').get(id)?.[0]

const INDEXES = new WeakMap<readonly object[], Map<PropertyKey, unknown>>()

function index<Row extends object>(rows: readonly Row[], field: keyof Row) {
  const found = new Map<unknown, Row[]>()
  for (const row of rows) {
    const value = row[field]
    if (value === null || value === undefined) continue
    const same = found.get(value)
    if (same) same.push(row)
    else found.set(value, [row])
  }
  return found
}
