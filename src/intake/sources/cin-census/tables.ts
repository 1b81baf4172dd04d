/** The blocks of the census as tables: which element each field is read from. `id` and `parentId` are made. */
import type { Recorded } from '../../../children/recorded.ts'
import type { TableName } from '../../../children/records.ts'
import { valueList } from '../../value-map.ts'
import { FACTORS } from '../ssd/assessment-factors.ts'
import { type Column, day, dayAhead, id, number, oneOf, ofPerson, outcomes, yesNo } from '../ssd/column.ts'
import { DISABILITIES } from '../ssd/disability.ts'
import { ABUSES, NEEDS, SOURCES, UPNS_UNKNOWN } from '../ssd/lists.ts'
import { ETHNICITIES, SEXES } from '../ssd/person.ts'
import { CLOSURES } from '../ssd/referrals.ts'
import type { SsdTable } from '../ssd/table.ts'
import type { BlockName } from './blocks.ts'

type Fields = Readonly<Record<string, Column<unknown>>>
type RowOf<F extends Fields> = {
  readonly [Field in keyof F]: F[Field] extends Column<infer Value> ? Value : never
} & Recorded

const block = <const F extends Fields>(name: BlockName, into: TableName, rows: string, wants: (keyof F & string)[], inOrder: [keyof F & string, keyof F & string][], fields: F, notKept: string[] = []): SsdTable & { row?: RowOf<F> } => ({
  name, into, rows, key: 'id', fields, wants, inOrder, oneAtATime: null, notKept, byLegacyId: false,
}) // prettier-ignore

const MADE = { id: id('id'), personId: ofPerson('LAchildID'), parentId: number('parentId') }

/** UN6 and UN7 are the census's own. */
const UPN_UNKNOWN = valueList('why the UPN is not known', UPNS_UNKNOWN.codes, { UN6: null, UN7: null })

export const CHILDREN = block('Child', 'people', 'children', [], [['bornOn', 'diedOn']], {
  id: id('LAchildID'),
  upn: number('UPN'),
  upnUnknown: oneOf(UPN_UNKNOWN, 'UPNunknown'),
  bornOn: day('PersonBirthDate'),
  expectedOn: dayAhead('ExpectedPersonBirthDate'),
  sex: oneOf(SEXES, 'Sex', 'GenderCurrent'),
  diedOn: day('PersonDeathDate'),
  ethnicity: oneOf(ETHNICITIES, 'Ethnicity'),
  disabilities: outcomes(DISABILITIES, 'Disability'),
}, ['FormerUPN']) // prettier-ignore

export const DETAILS = block('CINdetails', 'referrals', 'referrals', ['referredOn'], [['referredOn', 'closedOn']], {
  ...MADE,
  referredOn: day('CINreferralDate'),
  source: oneOf(SOURCES, 'ReferralSource'),
  need: oneOf(NEEDS, 'PrimaryNeedCode'),
  closedOn: day('CINclosureDate'),
  closeReason: oneOf(CLOSURES, 'ReasonForClosure'),
  heldOn: day('DateOfInitialCPC'),
  noFurtherAction: yesNo('ReferralNFA'),
}) // prettier-ignore

export const ASSESSMENTS = block('Assessments', 'assessments', 'assessments', ['startedOn'], [['startedOn', 'authorisedOn']], {
  ...MADE,
  startedOn: day('AssessmentActualStartDate'),
  authorisedOn: day('AssessmentAuthorisationDate'),
  factors: outcomes(FACTORS, 'AssessmentFactors'),
}, ['AssessmentInternalReviewDate']) // prettier-ignore

export const CIN_PLANS = block('CINPlanDates', 'cinPlans', 'child in need plans', ['startedOn'], [['startedOn', 'endedOn']], {
  ...MADE,
  startedOn: day('CINPlanStartDate'),
  endedOn: day('CINPlanEndDate'),
}) // prettier-ignore

export const SECTION47S = block('Section47', 'section47s', 'section 47 enquiries', ['startedOn'], [['startedOn', 'heldOn']], {
  ...MADE,
  startedOn: day('S47ActualStartDate'),
  targetOn: dayAhead('InitialCPCtarget'),
  heldOn: day('DateOfInitialCPC'),
  isUnnecessary: yesNo('ICPCnotRequired'),
}) // prettier-ignore

/** `reviews` are the days as they stand, for each is a row of its own. */
export const CP_PLANS = block('ChildProtectionPlans', 'cpPlans', 'child protection plans', ['startedOn'], [['startedOn', 'endedOn']], {
  ...MADE,
  startedOn: day('CPPstartDate'),
  endedOn: day('CPPendDate'),
  firstCategory: oneOf(ABUSES, 'InitialCategoryOfAbuse'),
  latestCategory: oneOf(ABUSES, 'LatestCategoryOfAbuse'),
}, ['NumberOfPreviousCPP']) // prettier-ignore

export const CP_REVIEWS = block('ChildProtectionPlans', 'cpReviews', 'child protection reviews', ['heldOn'], [], {
  ...MADE,
  heldOn: day('CPPreviewDate'),
}) // prettier-ignore

type Of<Table> = Table extends { row?: infer Row } ? NonNullable<Row> : never
export type DetailsRow = Of<typeof DETAILS>
export type ChildRow = Of<typeof CHILDREN>
export type AssessmentRow = Of<typeof ASSESSMENTS>
export type CinPlanRow = Of<typeof CIN_PLANS>
export type Section47Row = Of<typeof SECTION47S>
export type CpPlanRow = Of<typeof CP_PLANS>
export type CpReviewRow = Of<typeof CP_REVIEWS>
