/** List 4: every statutory assessment of the six months before, and those still open. */
import { made } from '../gathered.ts'
import { day } from '../ssd/column.ts'
import { addChild, CHILD, isDisabled, list, saysYes, teamName, workerName } from './list.ts'

export const assessments = list(4, {
  title: 'Assessments',
  rows: 'assessments',
  months: 6,
  into: 'assessments',
  brings: { assessments: 'months', disabilities: 'all', teams: 'all', professionals: 'all' },
  mainDay: 'startedOn',
  mayRepeat: true,
  inOrder: [['startedOn', 'authorisedOn']],
  fields: {
    ...CHILD,
    isDisabled,
    startedOn: day('Continuous Assessment Start Date', 'Assessment Start Date'),
    childSeen: saysYes('Child Seen During Continuous Assessment', 'Child Seen'),
    authorisedOn: day('Continuous Assessment Date of Authorisation', 'Assessment Date of Authorisation'),
    needsSupport: saysYes(
      'Was the child assessed as requiring LA children’s social care support',
      'Was the child assessed as being in need at assessment?',
    ),
    teamName,
    workerName,
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, startedOn, childSeen, authorisedOn, needsSupport } = row
    const noFurtherAction = needsSupport === null ? null : !needsSupport
    const people = { teamId: into.team(row.teamName), workerId: into.worker(row.workerName) }
    const known = { id, personId, referralId: null, startedOn, childSeen, authorisedOn, outcomes: null }
    into.add('assessments', made(row, { ...known, noFurtherAction, ...people }, { noFurtherAction: 'needsSupport' }))
  },
})
