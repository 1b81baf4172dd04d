/** List 9: everyone who has a leaving care service now. 13 columns in the template of 2019, 17 since. */
import { made } from '../gathered.ts'
import { ACTIVITIES, ELIGIBILITIES, ROOMS, SUITABLE, TOUCHES } from '../ssd/care-leavers.ts'
import { day, dayAhead, oneOf, saysYes as yesIn, seldom, text } from '../ssd/column.ts'
import { addChild, CHILD, isDisabled, list, saysYes, teamName, unlettered, workerName } from './list.ts'

export const careLeavers = list(9, {
  title: 'Care leavers',
  rows: 'care leavers',
  months: null,
  into: 'careLeavers',
  brings: {
    careLeavers: 'all',
    immigrationStatuses: 'latest',
    disabilities: 'all',
    teams: 'all',
    professionals: 'all',
  },
  fields: {
    ...CHILD,
    isUasc: seldom(saysYes('Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)')),
    isDisabled,
    teamName,
    workerName,
    adviserName: seldom(text('Allocated Personal Advisor', 'Allocated Personal Adviser')),
    eligibility: unlettered(oneOf(ELIGIBILITIES, 'Eligibility Category')),
    pathwayPlanOn: seldom(dayAhead('Latest Pathway Plan Review Date')),
    inTouch: unlettered(oneOf(TOUCHES, 'LA in Touch')),
    lastContactOn: seldom(day('Latest Date of Contact')),
    accommodation: unlettered(oneOf(ROOMS, 'Type of Accommodation')),
    isAccommodationSuitable: unlettered(yesIn(SUITABLE, 'Suitability of Accommodation')),
    activity: unlettered(oneOf(ACTIVITIES, 'Activity Status')),
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, eligibility, inTouch, lastContactOn, pathwayPlanOn } = row
    const { accommodation, isAccommodationSuitable, activity } = row
    const home = { accommodation, isAccommodationSuitable, activity }
    const people = {
      personalAdviserId: into.worker(row.adviserName),
      teamId: into.team(row.teamName),
      workerId: into.worker(row.workerName),
    }
    into.add('careLeavers', made(row, { id, personId, eligibility, inTouch, lastContactOn, pathwayPlanOn, ...home, ...people })) // prettier-ignore
    if (row.isUasc)
      into.add('immigrationStatuses', made(row, { id, personId, fromOn: null, untilOn: null, status: 'UASC' as const }))
  },
})
