/** What a row should say and what is wrong where it does not: fields that figures or their breakdowns are made of. */
import type { TableName, Tables } from '../../children/records.ts'

export type Expected = {
  readonly table: TableName
  readonly field: string
  /** What is missing, as a list of it is called. */
  readonly words: string
  /** Rows of which it is expected; every row where nothing is said. */
  readonly when?: (row: never) => boolean
}

const expected = <Table extends TableName>(
  table: Table,
  field: Exclude<keyof Tables[Table], 'unread'> & string,
  words: string,
  when?: (row: Tables[Table]) => boolean,
): Expected => ({ table, field, words, ...(when && { when }) })

export const EXPECTED: readonly Expected[] = [
  expected('people', 'bornOn', 'Children without a date of birth, or an expected one', row => row.expectedOn === null),
  expected('people', 'sex', 'Children whose sex is not recorded'),
  expected('people', 'ethnicity', 'Children whose ethnicity is not recorded'),
  expected('contacts', 'receivedOn', 'Contacts without the day they were received'),
  expected('contacts', 'source', 'Contacts without who made them'),
  expected('earlyHelp', 'startedOn', 'Episodes of early help without a start'),
  expected('referrals', 'referredOn', 'Referrals without the day they were received'),
  expected('referrals', 'source', 'Referrals without who made them'),
  expected('referrals', 'need', 'Referrals without a primary need'),
  expected('referrals', 'closeReason', 'Closed episodes without the reason for closing', row => row.closedOn !== null),
  expected('assessments', 'startedOn', 'Assessments without a start'),
  expected('assessments', 'childSeen', 'Authorised assessments that do not say whether the child was seen', row => row.authorisedOn !== null),
  expected('assessments', 'outcomes', 'Authorised assessments without an outcome', row => row.authorisedOn !== null),
  expected('cinPlans', 'startedOn', 'Child in need plans without a start'),
  expected('cinVisits', 'visitedOn', 'Child in need visits without a day'),
  expected('cinVisits', 'childSeen', 'Child in need visits that do not say whether the child was seen'),
  expected('section47s', 'startedOn', 'Section 47 enquiries without a start'),
  expected('section47s', 'outcomes', 'Ended section 47 enquiries without an outcome', row => row.endedOn !== null),
  expected('conferences', 'section47Id', 'Conferences that name no section 47 enquiry', row => row.heldOn !== null && row.isTransferIn !== true),
  expected('cpPlans', 'startedOn', 'Child protection plans without a start'),
  expected('cpPlans', 'latestCategory', 'Child protection plans without a category of abuse'),
  expected('cpVisits', 'visitedOn', 'Child protection visits without a day'),
  expected('cpVisits', 'childSeen', 'Child protection visits that do not say whether the child was seen'),
  expected('claEpisodes', 'startedOn', 'Looked-after episodes without a start'),
  expected('claEpisodes', 'startReason', 'Looked-after episodes without why they began'),
  expected('claEpisodes', 'ceasedReason', 'Ended looked-after episodes without why they ended', row => row.ceasedOn !== null),
  expected('placements', 'startedOn', 'Placements without a start'),
  expected('placements', 'type', 'Placements without a type'),
  expected('placements', 'provider', 'Placements without a provider'),
  expected('legalStatuses', 'fromOn', 'Legal statuses without a start'),
  expected('legalStatuses', 'status', 'Legal statuses that do not say which'),
  expected('claVisits', 'visitedOn', 'Looked-after visits without a day'),
  expected('claVisits', 'childSeen', 'Looked-after visits that do not say whether the child was seen'),
  expected('healthChecks', 'kind', 'Health checks that do not say of what kind'),
  expected('healthChecks', 'checkedOn', 'Health checks without a day'),
  expected('sdqs', 'score', 'Strengths and difficulties questionnaires without a score', row => row.completedOn !== null && row.reason === null),
  expected('missing', 'startedOn', 'Missing episodes without a start'),
  expected('missing', 'interviewOffered', 'Ended missing episodes that do not say whether an interview was offered', row => row.endedOn !== null),
  expected('involvements', 'fromOn', 'Involvements of workers without a start'),
  expected('involvements', 'workerId', 'Involvements that name no worker', row => row.role === 'CW'),
  expected('coreGroups', 'heldOn', 'Core groups without a day'),
  expected('educationPlans', 'heldOn', 'Personal education plans without a day'),
  expected('keyEvents', 'kind', 'Key events that do not say of what kind'),
  expected('keyEvents', 'happenedOn', 'Key events without a day'),
] // prettier-ignore
