/** The boards and meetings that run Aldermere's programme, with every day they have met and the next ones ahead. */
import { addDays, type Day } from '../../terms/day.ts'
import { type Calendar, workingDayBy } from '../calendar.ts'
import type { BodyDescription } from '../description.ts'

const FIRST_BOARD = -17
const LAST_BOARD_SET = 4
const boards = Array.from({ length: LAST_BOARD_SET - FIRST_BOARD + 1 }, (_, at) => FIRST_BOARD + at)

export const bodies = (on: Calendar): BodyDescription[] => [
  {
    name: 'Improvement Board',
    role: 'Holds the council and its partners to account for the plan, tests the evidence and reports to the Department for Education',
    everyWeeks: 6,
    isImprovementBoard: true,
    meets: boards.map(number => on.board(number)),
    place: 'Committee Room 2, Guildhall',
  },
  {
    name: 'Executive Group',
    role: 'Reads the papers a fortnight before the Improvement Board, agrees changes of date and clears what is stuck',
    everyWeeks: 6,
    meets: boards.map(number => on.executive(number)),
    place: 'Online',
  },
  {
    name: 'Children and Young People Scrutiny Panel',
    role: 'Councillors outside the cabinet examine progress in public and make recommendations',
    everyWeeks: 12,
    meets: everyOtherBoard(on).map(workingDayBy),
    place: 'Council Chamber, Guildhall',
  },
  {
    name: 'Corporate Parenting Panel',
    role: 'Councillors, carers and young people watch over children in care and care leavers',
    everyWeeks: 12,
    meets: everyOtherBoard(on).map(meets => workingDayBy(addDays(meets, -12))),
    place: 'The Lantern Room, Kitehill Centre',
  },
  {
    name: 'Aldermere Safeguarding Children Partnership',
    role: 'Council, health and police lead safeguarding together and audit what their agencies do',
    everyWeeks: 12,
    meets: everyOtherBoard(on).map(meets => workingDayBy(addDays(meets, -21))),
    place: 'Fenmarch Police headquarters',
  },
  {
    name: 'Weekly Performance Meeting',
    role: 'Team managers account for each child past a due date',
    everyWeeks: 1,
    meets: [],
    place: 'Online',
  },
  {
    name: 'Workforce Group',
    role: 'Watches vacancies, caseloads, supervision and the training offer',
    everyWeeks: 4,
    meets: [],
    place: 'Online',
  },
]

/** The days round which the bodies that meet every twelve weeks sit: the Tuesday three weeks after each second board. */
const everyOtherBoard = (on: Calendar): Day[] =>
  boards.filter(number => number % 2 === 0).map(number => addDays(on.board(number), 20))
