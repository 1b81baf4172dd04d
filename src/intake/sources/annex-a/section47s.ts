/**
 * List 5: every section 47 enquiry of the six months before, with the initial conference that came of it. Conferences of children who
 * moved here on a plan are not in it. An enquiry has ended once it is decided whether a conference is needed; the day it ended is not
 * said, and is `unread`.
 */
import type { Conference } from '../../../children/conference.ts'
import type { Section47 } from '../../../children/section47.ts'
import { made, stands } from '../gathered.ts'
import { day } from '../ssd/column.ts'
import { addChild, CHILD, isDisabled, list, saysYes, teamName, workerName } from './list.ts'

export const section47s = list(5, {
  title: 'Section 47 enquiries and Initial Child Protection Conferences',
  rows: 'section 47 enquiries',
  months: 6,
  into: 'section47s',
  brings: { section47s: 'months', conferences: 'months', disabilities: 'all', teams: 'all', professionals: 'all' },
  mainDay: 'startedOn',
  mayRepeat: true,
  inOrder: [['startedOn', 'heldOn']],
  fields: {
    ...CHILD,
    isDisabled,
    startedOn: day(
      'Strategy discussion initiating Section 47 Enquiry Start Date',
      'Section 47 Enquiry Start Date',
      'Strategy discussion initiating S47 Enquiry Start Date',
    ),
    isUnnecessary: saysYes('Was an Initial Child Protection Conference deemed unnecessary?'),
    heldOn: day('Date of Initial Child Protection Conference', 'Date of ICPC'),
    planMade: saysYes('Did the Initial Child Protection Conference Result in a Child Protection Plan'),
    teamName,
    workerName,
  },
  notKept: ['Number of Section 47 Enquiries in the last 12 months', 'Number of ICPCs in the last 12 months'],
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, startedOn, isUnnecessary, heldOn, planMade } = row
    const people = { teamId: into.team(row.teamName), workerId: into.worker(row.workerName) }
    const isDecided = isUnnecessary !== null || stands(row, 'heldOn')
    const outcomes = isDecided ? (isUnnecessary === true ? [] : (['cp-conference'] as const)) : null
    const unknown = { referralId: null, endedOn: null, noFurtherAction: null }
    const enquiry = made<Section47>(row, { id, personId, startedOn, ...unknown, outcomes, ...people }, { outcomes: 'isUnnecessary' }) // prettier-ignore
    into.add('section47s', isDecided ? { ...enquiry, unread: [...enquiry.unread, 'endedOn'] } : enquiry)
    if (!stands(row, 'heldOn')) return
    const links = { meetingId: null, section47Id: id, cpPlanId: null, referralId: null }
    const rest = { isTransferIn: false, targetOn: null, outcomes: null }
    into.add('conferences', made<Conference>(row, { id, personId, ...links, heldOn, planMade, ...rest, ...people }))
  },
})
