/** `ssd_care_leavers`: one row a person, as things are now. */
import { ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH } from '../../../children/care-leaver.ts'
import { valueList } from '../../value-map.ts'
import { dayAhead, day, id, number, ofPerson, oneOf, saysYes, worker } from './column.ts'
import { YES_NO } from './lists.ts'
import { table } from './table.ts'

export const ELIGIBILITIES = valueList('eligibility', ELIGIBILITY, {
  'relevant child': 'relevant',
  'former relevant child': 'former-relevant',
  'eligible child': 'eligible',
  'qualifying child': 'qualifying',
  'not eligible': 'none',
})

export const TOUCHES = valueList('in touch', IN_TOUCH, {
  Y: 'YES',
  N: 'NO',
  'yes contact made': 'YES',
  'young person refuses contact': 'REFU',
  'young person has died': 'DIED',
  'young person no longer requires services': 'NREQ',
})

/** In the return the letter is followed by 1 (suitable) or 2 (unsuitable). */
export const ROOMS = valueList('accommodation', ACCOMMODATION, {
  ...Object.fromEntries(
    Object.keys(ACCOMMODATION).flatMap(letter => [`${letter}1`, `${letter}2`].map(code => [code, letter as 'B'])),
  ),
  0: null,
  '01': null,
  '02': null,
  'bed and breakfast accommodation': 'W',
  'independent living e g flat': 'U',
})

export const SUITABLE = valueList('accommodation suitable', YES_NO.codes, {
  ...YES_NO.also,
  2: 'N',
  suitable: 'Y',
  unsuitable: 'N',
  'not suitable': 'N',
  'accommodation considered suitable': 'Y',
  'accommodation considered unsuitable': 'N',
})

/** As the return words them, `young person engaged full time in ...`; studies beyond A level are higher education. */
const ENGAGED = {
  1: 'higher education i.e. studies beyond A level',
  2: 'education other than higher education',
  4: 'an apprenticeship',
  5: 'training or employment (not apprenticeship)',
} as const
const engaged = ([code, what]: [string, string]) => [
  [`young person engaged full time in ${what}`, `F${code}` as 'F1'],
  [`young person engaged part time in ${what}`, `P${code}` as 'P1'],
]

export const ACTIVITIES = valueList('activity', ACTIVITY, {
  'not known': '0',
  unknown: '0',
  ...Object.fromEntries(Object.entries(ENGAGED).flatMap(engaged)),
  'young person not in education, employment or training because of illness or disability': 'G4',
  'young person not in education, employment or training: other circumstances': 'G5',
  'young person not in education, employment or training due to pregnancy or parenting': 'G6',
})

export const careLeavers = table('ssd_care_leavers', 'careLeavers', {
  rows: 'care leavers',
  fields: {
    id: id('clea_table_id'),
    personId: ofPerson('clea_person_id'),
    eligibility: oneOf(ELIGIBILITIES, 'clea_care_leaver_eligibility'),
    inTouch: oneOf(TOUCHES, 'clea_care_leaver_in_touch'),
    lastContactOn: day('clea_care_leaver_latest_contact'),
    accommodation: oneOf(ROOMS, 'clea_care_leaver_accommodation'),
    isAccommodationSuitable: saysYes(SUITABLE, 'clea_care_leaver_accom_suitable'),
    activity: oneOf(ACTIVITIES, 'clea_care_leaver_activity'),
    pathwayPlanOn: dayAhead('clea_pathway_plan_review_date'),
    personalAdviserId: worker('clea_care_leaver_personal_advisor'),
    teamId: number('clea_care_leaver_allocated_team', 'clea_care_leaver_allocated_team_name'),
    workerId: worker('clea_care_leaver_worker_id', 'clea_care_leaver_worker_name'),
  },
})
