/** The Improvement Notice: eighteen clauses, of which 2 to 9 are what must improve and 11 to 17 how it is watched. Invented. */
import type { Calendar } from '../calendar.ts'
import type { FindingDescription, SourceDescription } from '../description.ts'

export const notice = (on: Calendar): SourceDescription => ({
  title: 'Improvement Notice to Aldermere City Council',
  shortName: 'DfE Notice',
  kind: 'improvement-notice',
  publisher: 'Department for Education',
  issuedOn: on.month(-24, 3),
  knownAs: ['Improvement Notice', 'Notice'],
  findings: [
    {
      ref: '1',
      heading: 'Why this notice is given',
      text: `This notice follows the inspection report published on ${on.name(-25)}, which judged the help and protection of children in Aldermere to be inadequate.`,
      closed: { on: on.board(-17), reason: 'Explains why the notice was given. It asks for nothing by itself.' },
    },
    ...clause('2', 'Early help and the front door', [
      'with partners, publish and use one description of need and thresholds, so that families are met by the right service first time;',
      'grow the share of early help that schools, health visitors and other partners lead;',
      'check each contact against what all agencies know before a decision is made, and tell the referrer the outcome;',
      'agree how families step down from social work to early help without having to start again.',
    ]),
    ...clause('3', 'Assessments', [
      'analyse the history of the family and the effect on the child, rather than describe the latest incident;',
      'see the child alone, hear them in the way that suits them, and show how their view shaped the assessment;',
      'finish each assessment as soon as the child needs and never later than the statutory limit;',
      'bring police, health and school into enquiries where significant harm is suspected.',
    ]),
    ...clause('4', 'Child protection practice', [
      'give each child protection plan a small number of outcomes that a parent would recognise, each with an owner and a date;',
      'visit children as often as their plan requires, and follow up at once when a visit fails;',
      'hold core groups on time with the people who matter to the child;',
      'look again, at a senior level, at any plan that has lasted more than fifteen months;',
      'move into pre-proceedings and to court without drift where a child is not safe enough.',
    ]),
    ...clause('5', 'Supervision and workloads', [
      'supervise every practitioner at least monthly, with time to reflect on children and not only on tasks;',
      "record management decisions on the child's file, with the thinking behind them;",
      'keep caseloads within a published limit, lower for those newly qualified.',
    ]),
    ...clause('6', 'Children in care', [
      'agree a permanence plan for every child by the second review;',
      'bring health assessments and dental checks up to date and keep them so;',
      'increase the number of homes for children, above all foster homes, within twelve miles of the city;',
      'keep brothers and sisters in touch with one another, and say on each file how and how often.',
    ]),
    ...clause('7', 'Care leavers', [
      'provide every care leaver with a safe place to live, and stop using bed and breakfast;',
      'agree pathway plans with young people themselves and review them at least every six months;',
      'stay in touch with every care leaver, at least every eight weeks, wherever they live.',
    ]),
    ...clause('8', 'Quality assurance', [
      'run a monthly programme of case audits in which the worker, and where possible the family, takes part;',
      'follow each audit finding through to a change that is later tested;',
      'with safeguarding partners, audit cases across agencies and share the lessons;',
      'give managers accurate weekly figures about each team and each child who is overdue.',
    ]),
    ...clause('9', 'Leadership', [
      'set out a plan that council and partners own, with leads, dates and the difference each action should make;',
      'make sure that children, parents and carers shape the services they use;',
      'explain to front-line staff in every agency what the notice asks of them.',
    ]),
    {
      ref: '10',
      heading: 'Workforce',
      text: 'The council must recruit and keep enough experienced social workers and team managers, and reduce its reliance on agency staff.',
    },
    {
      ref: '11',
      heading: 'The Improvement Board',
      text: 'An Improvement Board with an independent chair and partner agencies must sit at least every six weeks until this notice is lifted. An official of the Department attends.',
    },
    {
      ref: '12',
      heading: 'Record of progress',
      text: 'The council must keep its plan current, with a record of what has been achieved, and show plainly where progress is slow and why.',
    },
    {
      ref: '13',
      heading: 'Time for delivery',
      text: 'The council should expect to deliver the plan within thirty months of the inspection report.',
    },
    {
      ref: '14',
      heading: "The chair's report",
      text: 'After every second board the chair reports in writing to the Minister, drawing on at least two days of independent testing in each month.',
    },
    {
      ref: '15',
      heading: "The partnership's report",
      text: "At the same intervals the safeguarding partnership's independent scrutineer reports on how well partners work together to protect children.",
    },
    {
      ref: '16',
      heading: 'Independent review',
      text: 'Within a year of this notice a review by people outside the council must test how far practice has changed.',
    },
    {
      ref: '17',
      heading: 'Reviews by the Department',
      text: 'Officials will review progress every six months, with a short report from the Lead Member beforehand.',
    },
    {
      ref: '18',
      heading: 'If progress is too slow',
      text: "Should progress be insufficient, the Minister may direct the council to use other arrangements for running its children's services.",
      closed: {
        on: on.board(-17),
        reason: 'States what may follow if the notice is not met. It asks for nothing by itself.',
      },
    },
  ],
})

/** Sub-bullets are numbered as the plan cites them: 2.1, 2.2 and on. */
const clause = (number: string, heading: string, bullets: string[]): FindingDescription[] =>
  bullets.map((text, at) => ({ ref: `${number}.${at + 1}`, heading: `${number}. ${heading}`, text }))
