/** The blocks of the census as tables: which element each field is read from. `id` and `parentId` are made. */
import type { TableName } from '../../../children/records.ts'
import { valueList } from '../../value-map.ts'
import { FACTORS } from '../ssd/assessment-factors.ts'
import { day, dayAhead, id, number, oneOf, ofPerson, outcomes, yesNo } from '../ssd/column.ts'
import { DISABILITIES } from '../ssd/disability.ts'
import { ABUSES, NEEDS, SOURCES, UPNS_UNKNOWN } from '../ssd/lists.ts'
import { ETHNICITIES, SEXES } from '../ssd/person.ts'
import { CLOSURES } from '../ssd/referrals.ts'
import type { Fields, RowOf } from '../row-of.ts'
import { otherTable, type SsdTable } from '../ssd/table.ts'
import type { Shape } from '../xml-blocks.ts'

export type BlockName = 'Child' | 'CINdetails' | 'Assessments' | 'CINPlanDates' | 'Section47' | 'ChildProtectionPlans'

export const CENSUS: Shape = {
  what: 'a CIN census',
  root: 'Children',
  blocks: new Set<BlockName>([
    'Child',
    'CINdetails',
    'Assessments',
    'CINPlanDates',
    'Section47',
    'ChildProtectionPlans',
  ]),
}

type Given<F extends Fields> = {
  rows: string
  wants?: (keyof F & string)[]
  inOrder?: [keyof F & string, keyof F & string][]
  fields: F
  /** Elements of the block from which nothing is kept. */
  notKept?: string[]
}

/** `row` is never there: it carries the type. */
const block = <const F extends Fields>(
  name: BlockName,
  into: TableName,
  given: Given<F>,
): SsdTable & { row?: RowOf<F> } => otherTable({ name, into, ...given })

const MADE = { id: id('id'), personId: ofPerson('LAchildID'), parentId: number('parentId') }

/** UN6 and UN7 are the census's own. */
const UPN_UNKNOWN = valueList('why the UPN is not known', UPNS_UNKNOWN.codes, { UN6: null, UN7: null })

export const CHILDREN = block('Child', 'people', {
  rows: 'children',
  inOrder: [['bornOn', 'diedOn']],
  fields: {
    id: id('LAchildID'),
    upn: number('UPN'),
    upnUnknown: oneOf(UPN_UNKNOWN, 'UPNunknown'),
    bornOn: day('PersonBirthDate'),
    expectedOn: dayAhead('ExpectedPersonBirthDate'),
    sex: oneOf(SEXES, 'Sex', 'GenderCurrent'),
    diedOn: day('PersonDeathDate'),
    ethnicity: oneOf(ETHNICITIES, 'Ethnicity'),
    disabilities: outcomes(DISABILITIES, 'Disability'),
  },
  notKept: ['FormerUPN'],
})

export const DETAILS = block('CINdetails', 'referrals', {
  rows: 'referrals',
  wants: ['referredOn'],
  inOrder: [['referredOn', 'closedOn']],
  fields: {
    ...MADE,
    referredOn: day('CINreferralDate'),
    source: oneOf(SOURCES, 'ReferralSource'),
    need: oneOf(NEEDS, 'PrimaryNeedCode'),
    closedOn: day('CINclosureDate'),
    closeReason: oneOf(CLOSURES, 'ReasonForClosure'),
    heldOn: day('DateOfInitialCPC'),
    noFurtherAction: yesNo('ReferralNFA'),
  },
})

export const ASSESSMENTS = block('Assessments', 'assessments', {
  rows: 'assessments',
  wants: ['startedOn'],
  inOrder: [['startedOn', 'authorisedOn']],
  fields: {
    ...MADE,
    startedOn: day('AssessmentActualStartDate'),
    authorisedOn: day('AssessmentAuthorisationDate'),
    factors: outcomes(FACTORS, 'AssessmentFactors'),
  },
  notKept: ['AssessmentInternalReviewDate'],
})

export const CIN_PLANS = block('CINPlanDates', 'cinPlans', {
  rows: 'child in need plans',
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
  fields: { ...MADE, startedOn: day('CINPlanStartDate'), endedOn: day('CINPlanEndDate') },
})

export const SECTION47S = block('Section47', 'section47s', {
  rows: 'section 47 enquiries',
  wants: ['startedOn'],
  inOrder: [['startedOn', 'heldOn']],
  fields: {
    ...MADE,
    startedOn: day('S47ActualStartDate'),
    targetOn: dayAhead('InitialCPCtarget'),
    heldOn: day('DateOfInitialCPC'),
    isUnnecessary: yesNo('ICPCnotRequired'),
  },
})

/** `reviews` are the days as they stand, for each is a row of its own. */
export const CP_PLANS = block('ChildProtectionPlans', 'cpPlans', {
  rows: 'child protection plans',
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
  fields: {
    ...MADE,
    startedOn: day('CPPstartDate'),
    endedOn: day('CPPendDate'),
    firstCategory: oneOf(ABUSES, 'InitialCategoryOfAbuse'),
    latestCategory: oneOf(ABUSES, 'LatestCategoryOfAbuse'),
  },
  notKept: ['NumberOfPreviousCPP'],
})

export const CP_REVIEWS = block('ChildProtectionPlans', 'cpReviews', {
  rows: 'child protection reviews',
  wants: ['heldOn'],
  fields: { ...MADE, heldOn: day('CPPreviewDate') },
})

type Of<Table> = Table extends { row?: infer Row } ? NonNullable<Row> : never
export type DetailsRow = Of<typeof DETAILS>
export type ChildRow = Of<typeof CHILDREN>
export type AssessmentRow = Of<typeof ASSESSMENTS>
export type CinPlanRow = Of<typeof CIN_PLANS>
export type Section47Row = Of<typeof SECTION47S>
export type CpPlanRow = Of<typeof CP_PLANS>
export type CpReviewRow = Of<typeof CP_REVIEWS>
