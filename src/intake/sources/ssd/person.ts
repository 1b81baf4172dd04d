/** `ssd_person`. */
import { ETHNICITY, GENDER, SEX } from '../../../children/person.ts'
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, number, oneOf, personName, text, yesNo } from './column.ts'
import { UPNS_UNKNOWN } from './lists.ts'
import { table } from './table.ts'

export const SEXES = valueList('sex', SEX, { 1: 'M', 2: 'F', 0: 'U', 9: 'U', boy: 'M', girl: 'F', unknown: 'U', 'not known': 'U', indeterminate: 'U', unborn: 'U' }) // prettier-ignore

export const GENDERS = valueList('gender', GENDER, { '00': 'U', '01': 'M', '02': 'F', '09': 'I', 0: 'U', 1: 'M', 2: 'F', 9: 'I', boy: 'M', girl: 'F', unknown: 'U', indeterminate: 'I', unborn: 'U' }) // prettier-ignore

/** Local letters A1 to E4 are those of the sector's own mapping; E5 (unknown) is not one of the DfE's twenty. */
export const ETHNICITIES = valueList('ethnicity', ETHNICITY, {
  A1: 'WBRI', A2: 'WIRI', A3: 'WOTH', A4: 'WIRT', A5: 'WROM', B1: 'MWBC', B2: 'MWBA', B3: 'MWAS', B4: 'MOTH', C1: 'AIND', C2: 'APKN',
  C3: 'ABAN', C4: 'AOTH', D1: 'BCRB', D2: 'BAFR', D3: 'BOTH', E1: 'CHNE', E2: 'OOTH', E3: 'REFU', E4: 'NOBT', CNHE: 'CHNE',
  'gypsy roma': 'WROM', 'traveller of irish heritage': 'WIRT', 'white and black caribbean': 'MWBC', 'white and black african': 'MWBA',
  'white and asian': 'MWAS', 'any other mixed': 'MOTH', 'any other white': 'WOTH', 'black caribbean': 'BCRB', 'black african': 'BAFR',
  'asian indian': 'AIND', 'asian pakistani': 'APKN', 'asian bangladeshi': 'ABAN', 'not obtained': 'NOBT', 'information refused': 'REFU',
}) // prettier-ignore

export const person = table('ssd_person', 'people', {
  rows: 'people',
  fields: {
    id: id('pers_person_id'),
    legacyId: number('pers_legacy_id'),
    upn: number('pers_upn'),
    upnUnknown: oneOf(UPNS_UNKNOWN, 'pers_upn_unknown'),
    commonId: number('pers_single_unique_id', 'pers_common_child_id'),
    forename: personName('pers_forename'),
    surname: personName('pers_surname'),
    sex: oneOf(SEXES, 'pers_sex'),
    gender: oneOf(GENDERS, 'pers_gender'),
    ethnicity: oneOf(ETHNICITIES, 'pers_ethnicity'),
    bornOn: day('pers_dob'),
    expectedOn: dayAhead('pers_expected_dob'),
    diedOn: day('pers_death_date'),
    isMother: yesNo('pers_is_mother'),
    hasEhcPlan: yesNo('pers_send_flag'),
    nationality: text('pers_nationality'),
  },
  inOrder: [['bornOn', 'diedOn']],
})
