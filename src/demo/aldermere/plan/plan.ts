/** Aldermere's improvement plan: six themes, agreed at the first board and refreshed a year later. */
import type { Calendar } from '../../calendar.ts'
import type { PlanDescription } from '../../description.ts'
import { earlyHelp } from './1a-early-help.ts'
import { frontDoor } from './1b-front-door.ts'
import { nightAndWeekend } from './1c-night-and-weekend.ts'
import { missingAndExploited } from './1d-missing-and-exploited.ts'
import { assessment } from './2a-assessment.ts'
import { protection } from './2b-protection.ts'
import { withoutDrift } from './2c-without-drift.ts'
import { beforeCourt } from './2d-before-court.ts'
import { permanence } from './3a-permanence.ts'
import { healthAndSchool } from './3b-health-and-school.ts'
import { homes } from './3c-homes.ts'
import { pathwayPlans } from './4a-pathway-plans.ts'
import { homeAndWork } from './4b-home-and-work.ts'
import { enoughPeople } from './5a-enough-people.ts'
import { supervision } from './5b-supervision.ts'
import { listeningToStaff } from './5c-listening-to-staff.ts'
import { quality } from './6a-quality.ts'
import { figures } from './6b-figures.ts'
import { leading } from './6c-leading.ts'

export const improvementPlan = (on: Calendar): PlanDescription => ({
  title: "Aldermere children's services improvement plan",
  startsOn: on.date(-24, 1),
  endsOn: on.monthEnd(5),
  versions: [
    {
      title: 'First improvement plan',
      fromOn: on.board(-17),
      note: 'Agreed by the Improvement Board at its first meeting',
    },
    {
      title: 'Refreshed improvement plan',
      fromOn: on.board(-9),
      note: 'Refreshed after a year, with the peer review and what the first year taught',
    },
  ],
  themes: [
    {
      ref: '1',
      title: 'Help at the right time',
      aim: 'Families are helped early, and a child in danger is safe the same day',
      objectives: [earlyHelp(on), frontDoor(on), nightAndWeekend(on), missingAndExploited(on)],
    },
    {
      ref: '2',
      title: 'Assessment and protection',
      aim: 'Children are seen and heard, and plans make them safer',
      objectives: [assessment(on), protection(on), withoutDrift(on), beforeCourt(on)],
    },
    {
      ref: '3',
      title: 'Children in care',
      aim: 'Children in care grow up in stable homes, healthy and doing well at school',
      objectives: [permanence(on), healthAndSchool(on), homes(on)],
    },
    {
      ref: '4',
      title: 'Leaving care',
      aim: 'Young people leave care ready, with someone beside them',
      objectives: [pathwayPlans(on), homeAndWork(on)],
    },
    {
      ref: '5',
      title: 'People who do the work',
      aim: 'Social workers have time, support and reasons to stay',
      objectives: [enoughPeople(on), supervision(on), listeningToStaff(on)],
    },
    {
      ref: '6',
      title: 'Knowing and leading',
      aim: 'We know how good we are, and lead the change with partners and families',
      objectives: [quality(on), figures(on), leading(on)],
    },
  ],
})
