/**
 * The tables of the Standard Safeguarding Dataset, release 1.4.5: those that others belong to before those that belong to them.
 * A table is one file in `sources/ssd`.
 */
import { address } from './sources/ssd/address.ts'
import { assessmentFactors } from './sources/ssd/assessment-factors.ts'
import { assessments } from './sources/ssd/assessments.ts'
import { careLeavers } from './sources/ssd/care-leavers.ts'
import { carePlans } from './sources/ssd/care-plans.ts'
import { cinPlans } from './sources/ssd/cin-plans.ts'
import { cinVisits } from './sources/ssd/cin-visits.ts'
import { claEpisodes } from './sources/ssd/cla-episodes.ts'
import { claReviews } from './sources/ssd/cla-reviews.ts'
import { claVisits } from './sources/ssd/cla-visits.ts'
import { conferences } from './sources/ssd/conferences.ts'
import { contacts } from './sources/ssd/contacts.ts'
import { convictions } from './sources/ssd/convictions.ts'
import { cpPlans } from './sources/ssd/cp-plans.ts'
import { cpReviews } from './sources/ssd/cp-reviews.ts'
import { cpVisits } from './sources/ssd/cp-visits.ts'
import { disability } from './sources/ssd/disability.ts'
import { earlyHelp } from './sources/ssd/early-help.ts'
import { ehcActivePlans } from './sources/ssd/ehc-active-plans.ts'
import { ehcAssessments } from './sources/ssd/ehc-assessments.ts'
import { ehcNamedPlans } from './sources/ssd/ehc-named-plans.ts'
import { ehcRequests } from './sources/ssd/ehc-requests.ts'
import { family } from './sources/ssd/family.ts'
import { healthChecks } from './sources/ssd/health-checks.ts'
import { immigrationStatus } from './sources/ssd/immigration-status.ts'
import { immunisations } from './sources/ssd/immunisations.ts'
import { involvements } from './sources/ssd/involvements.ts'
import { legalStatus } from './sources/ssd/legal-status.ts'
import { linkedIdentifiers } from './sources/ssd/linked-identifiers.ts'
import { missing } from './sources/ssd/missing.ts'
import { mother } from './sources/ssd/mother.ts'
import { permanence } from './sources/ssd/permanence.ts'
import { person } from './sources/ssd/person.ts'
import { placements } from './sources/ssd/placements.ts'
import { preProceedings } from './sources/ssd/pre-proceedings.ts'
import { previousPermanence } from './sources/ssd/previous-permanence.ts'
import { professionals } from './sources/ssd/professionals.ts'
import { referrals } from './sources/ssd/referrals.ts'
import { sdqs } from './sources/ssd/sdq.ts'
import { section47s } from './sources/ssd/section47.ts'
import { senNeeds } from './sources/ssd/sen-needs.ts'
import { sends } from './sources/ssd/send.ts'
import { substanceMisuse } from './sources/ssd/substance-misuse.ts'
import type { SsdTable } from './sources/ssd/table.ts'
import { teams } from './sources/ssd/teams.ts'
import { voices } from './sources/ssd/voices.ts'

export const SSD_TABLES: readonly SsdTable[] = [
  person, family, address, disability, immigrationStatus, mother, legalStatus, teams, professionals, contacts, earlyHelp, referrals,
  assessments, assessmentFactors, cinPlans, cinVisits, section47s, conferences, cpPlans, cpVisits, cpReviews, claEpisodes, placements,
  claReviews, claVisits, carePlans, previousPermanence, healthChecks, immunisations, substanceMisuse, convictions, sdqs, missing,
  careLeavers, permanence, involvements, preProceedings, voices, linkedIdentifiers, sends, ehcRequests, ehcAssessments, ehcNamedPlans,
  ehcActivePlans, senNeeds,
] // prettier-ignore

/** Tables that the standard defines and few systems fill yet, or do not have: no word where they are missing. */
export const SELDOM_FILLED: readonly string[] = [
  'ssd_family', 'ssd_pre_proceedings', 'ssd_voice_of_child', 'ssd_linked_identifiers', 'ssd_send', 'ssd_ehcp_requests',
  'ssd_ehcp_assessment', 'ssd_ehcp_named_plan', 'ssd_ehcp_active_plans', 'ssd_sen_need',
] // prettier-ignore

/** What an extract may hold beside the records of children. */
export const NOT_OF_CHILDREN: readonly string[] = [
  'version_log',
  'api_data_staging',
  'dim_date',
  'ssd_cohort',
  'pre_cla_care_plan',
  's251_finance',
]
