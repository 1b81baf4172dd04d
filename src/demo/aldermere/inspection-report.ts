/** The inspection that began it: eight priority actions and sixteen areas for improvement, invented for Aldermere. */
import type { Calendar } from '../calendar.ts'
import type { FindingDescription, SourceDescription } from '../description.ts'

export const inspectionReport = (on: Calendar): SourceDescription => ({
  title: "Inspection of Aldermere City Council children's services",
  shortName: 'Ofsted',
  kind: 'inspection-report',
  publisher: 'Ofsted',
  issuedOn: on.month(-25, 14),
  knownAs: ['Inspection report'],
  findings: [...priorityActions, ...areasForImprovement(on)],
})

const PRIORITY = 'Priority actions'
const priorityActions: FindingDescription[] = [
  {
    ref: 'PA 1',
    heading: PRIORITY,
    text: 'Make sure that every contact to the front door is decided by a qualified manager within one working day, on full information, with the reason written down.',
  },
  {
    ref: 'PA 2',
    heading: PRIORITY,
    text: 'Hold strategy discussions quickly, with police and health taking part every time, and record who agreed to do what to keep the child safe.',
  },
  {
    ref: 'PA 3',
    heading: PRIORITY,
    text: 'Raise the standard of assessments so that they weigh history, fathers, wider family and risk, and are finished in a time that is right for the child.',
  },
  {
    ref: 'PA 4',
    heading: PRIORITY,
    text: 'Visit children on child protection plans as often as their plan says, see them alone, and let what they say change what is done.',
  },
  {
    ref: 'PA 5',
    heading: PRIORITY,
    text: "Ensure that managers oversee decisions at each turning point in a child's case and that supervision is regular, challenging and on the record.",
  },
  {
    ref: 'PA 6',
    heading: PRIORITY,
    text: 'End drift before court: track every child in pre-proceedings, and issue without delay where change is not coming fast enough.',
  },
  {
    ref: 'PA 7',
    heading: PRIORITY,
    text: "Bring social workers' caseloads down to a level at which good work is possible, and keep workers long enough for children to know them.",
  },
  {
    ref: 'PA 8',
    heading: PRIORITY,
    text: 'Assure yourselves that every child placed with parents or in an unregistered setting is safe there, and that a senior manager has agreed it.',
  },
]

const AREAS = 'Areas for improvement'
const areasForImprovement = (on: Calendar): FindingDescription[] => [
  {
    ref: 'AI 1',
    heading: AREAS,
    text: 'The reach and quality of early help, and how smoothly families step up to and down from social work.',
  },
  {
    ref: 'AI 2',
    heading: AREAS,
    text: 'How police notifications of domestic abuse are screened, so that children in the home are not overlooked.',
  },
  {
    ref: 'AI 3',
    heading: AREAS,
    text: 'The capacity of the out-of-hours team to respond to children, and its handover to day teams.',
  },
  {
    ref: 'AI 4',
    heading: AREAS,
    text: 'Return home interviews: how soon they are offered, and what is done with what children say in them.',
  },
  {
    ref: 'AI 5',
    heading: AREAS,
    text: 'The response to children at risk of sexual or criminal exploitation, including mapping of the adults and places that harm them.',
  },
  {
    ref: 'AI 6',
    heading: AREAS,
    text: 'Child protection plans that parents can understand, with a date and an owner for each step, driven by core groups that meet.',
  },
  { ref: 'AI 7', heading: AREAS, text: 'Children in need whose plans drift because nobody reviews them.' },
  {
    ref: 'AI 8',
    heading: AREAS,
    text: 'Planning for permanence from the day a child comes into care, including early permanence and brothers and sisters together.',
  },
  {
    ref: 'AI 9',
    heading: AREAS,
    text: 'Life story work, so that children in care understand why they do not live at home.',
  },
  {
    ref: 'AI 10',
    heading: AREAS,
    text: 'Health assessments of children entering care: too many are late, and emotional health is seldom considered.',
  },
  {
    ref: 'AI 11',
    heading: AREAS,
    text: 'Personal education plans whose targets are specific and help children to catch up.',
  },
  { ref: 'AI 12', heading: AREAS, text: 'The identification and visiting of privately fostered children.' },
  {
    ref: 'AI 13',
    heading: AREAS,
    text: 'Pathway plans that are written with the young person, look ahead, and are brought up to date when life changes.',
  },
  {
    ref: 'AI 14',
    heading: AREAS,
    text: 'Suitable, settled accommodation for care leavers, and an end to the use of bed and breakfast.',
  },
  {
    ref: 'AI 15',
    heading: AREAS,
    text: 'Audit that judges the difference made to the child and leads to change, rather than counting whether forms are filled in.',
  },
  {
    ref: 'AI 16',
    heading: AREAS,
    text: "The timeliness of the LADO's response to allegations against adults who work with children.",
    closed: {
      on: on.board(-17),
      reason:
        "A second LADO was appointed in the week after the inspection. All 31 allegations of the following quarter were answered within one working day, and the partnership's dip sample agreed. Closed before the plan began.",
    },
  },
]
