/** The lists of values that several tables share, with the words that case management systems use for their codes. */
import { SOURCE } from '../../../children/contact.ts'
import { ABUSE } from '../../../children/cp-plan.ts'
import { EHC_DECISION } from '../../../children/ehcp.ts'
import { PARTICIPATION } from '../../../children/participation.ts'
import { UPN_UNKNOWN } from '../../../children/person.ts'
import { INITIAL_CARE_PLAN } from '../../../children/pre-proceedings.ts'
import { NEED } from '../../../children/referral.ts'
import { valueList } from '../../value-map.ts'

export const YES_NO = valueList(
  'yes or no',
  { Y: 'Yes', N: 'No' },
  { YES: 'Y', NO: 'N', 1: 'Y', T: 'Y', true: 'Y', '-1': 'Y', 0: 'N', F: 'N', false: 'N', U: null, unknown: null, 'not known': null, 'not recorded': null, 'not in proceedings': null, 'not applicable': null }, // prettier-ignore
)

export const SOURCES = valueList('source', SOURCE, {
  'family member': '1A', relative: '1A', acquaintance: '1B', self: '1C', 'self referral': '1C', school: '2A', 'health visitor': '3B',
  'school nurse': '3C', GP: '3A', 'general practitioner': '3A', 'a&e': '3E', 'accident and emergency': '3E', 'housing services': '4',
  'early help': '5D', 'not known': '10', 'individual family member relative or carer': '1A',
}) // prettier-ignore

export const NEEDS = valueList('need', NEED, {
  'abuse or neglect': 'N1', 'abuse neglect and exploitation': 'N1', 'childs disability or illness': 'N2', disability: 'N2',
  'parental illness or disability': 'N3', 'parents disability or illness': 'N3', 'acute stress': 'N4', dysfunction: 'N5',
  'unacceptable behaviour': 'N6', 'other than children in need': 'N9', 'not cin': 'N9',
}) // prettier-ignore

/** Several categories in one field are "multiple". */
export const ABUSES = valueList(
  'category of abuse',
  ABUSE,
  {
    neglected: 'NEG',
    physical: 'PHY',
    sexual: 'SAB',
    emotional: 'EMO',
    'multiple not recommended': 'MUL',
    'multiple categories': 'MUL',
  },
  'MUL',
)

export const PARTICIPATIONS = valueList('participation', PARTICIPATION)
export const UPNS_UNKNOWN = valueList('why the UPN is not known', UPN_UNKNOWN)
export const EHC_DECISIONS = valueList('education, health and care decision', EHC_DECISION)
export const CARE_PLANS_IN_COURT = valueList('care plan in court', INITIAL_CARE_PLAN)
