/** Pre-proceedings and care proceedings: a letter, meetings with the parents, the court, and the order it makes. */
import type { INITIAL_CARE_PLAN } from '../../children/pre-proceedings.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Care } from './care.ts'
import type { Chance } from './chance.ts'
import { workingDaysAfter } from './days.ts'
import { type Case, tell } from './episode.ts'
import type { World } from './world.ts'

/** So many proceedings are issued at once, without time for a letter. */
const AT_ONCE = 0.35
/** So many families on a plan are given a letter and put things right. */
const STEPPED_DOWN = 0.07

/** The proceedings behind a looked-after child's first interim order. */
export function tellProceedings(care: Care): void {
  const { world, one, child, chance, legal, to, ending } = care
  const issuedOn = legal.find(({ status }) => status === 'C1')?.from
  if (issuedOn === undefined || to < world.from) return
  const ordered = legal.find(({ status }) => status === 'C2' || status === 'E1')?.from ?? to
  const decidedOn = chance.yes(AT_ONCE) ? null : workingDaysAfter(issuedOn, -30 - chance.length(45, 0.5))
  const letters = decidedOn === null ? null : lettersAfter(world, chance, decidedOn, issuedOn)
  const outcome = ENDINGS[ending] ?? 'Care order'
  tell(one, 'courtCases', {
    id: world.number('CC'),
    personId: child.id,
    preProceedingsOn: decidedOn,
    ...letters,
    preProceedingsEndedOn: decidedOn === null ? null : issuedOn,
    issuedOn,
    finalOrderOn: ordered,
    outcome,
  })
  if (decidedOn === null || letters === null) return
  tellPreProceedings(world, one, chance, decidedOn, letters, issuedOn, 'Issue care proceedings', FINAL[ending] ?? 'A')
}

const ENDINGS: Partial<Record<Care['ending'], string>> = {
  adoption: 'Placement order',
  'special-guardianship': 'Special guardianship order',
  arrangements: 'Child arrangements order',
  home: 'Supervision order',
}
const FINAL: Partial<Record<Care['ending'], keyof typeof INITIAL_CARE_PLAN>> = {
  adoption: 'C',
  'special-guardianship': 'E',
  arrangements: 'F',
  home: 'D',
}

/** Families on a plan who were told that the court was next, and never came to it. */
export function tellSteppedDown(world: World, cases: readonly Case[], from: DayNumber, to: DayNumber): void {
  const { chance } = cases[0]!.child.family
  if (!chance.yes(STEPPED_DOWN) || to - from < 150) return
  const decidedOn = workingDaysAfter(from + chance.between(40, 90), 0)
  const endedOn = workingDaysAfter(decidedOn + 70 + chance.length(30, 0.5), 0)
  const letters = lettersAfter(world, chance, decidedOn, endedOn)
  for (const one of cases) {
    tell(one, 'courtCases', {
      id: world.number('CC'),
      personId: one.child.id,
      preProceedingsOn: decidedOn,
      ...letters,
      preProceedingsEndedOn: endedOn,
      outcome: null,
    })
    tellPreProceedings(world, one, chance, decidedOn, letters, endedOn, 'Step down', null)
  }
}

type Letters = { letterOn: DayNumber; firstMeetingOn: DayNumber }

function lettersAfter(world: World, chance: Chance, decidedOn: DayNumber, until: DayNumber): Letters {
  const letterOn = workingDaysAfter(
    decidedOn,
    chance.yes(world.pace.share(0.6, 0.88, decidedOn)) ? chance.between(1, 5) : chance.between(6, 14),
  )
  const firstMeetingOn = workingDaysAfter(letterOn, chance.between(5, 12))
  return { letterOn: Math.min(letterOn, until), firstMeetingOn: Math.min(firstMeetingOn, until) }
}

function tellPreProceedings(
  world: World,
  one: Case,
  chance: Chance,
  decidedOn: DayNumber,
  { letterOn, firstMeetingOn }: Letters,
  outcomeOn: DayNumber,
  outcome: string,
  finalPlan: keyof typeof INITIAL_CARE_PLAN | null,
): void {
  tell(one, 'preProceedings', {
    id: world.number('PR'),
    personId: one.child.id,
    familyId: one.child.family.id,
    decidedOn,
    firstMeetingOn,
    outcome,
    outcomeOn,
    gateway: 'B',
    cpPlansInReferral: one.child.earlierPlans,
    earlierPreProceedings: 0,
    earlierProceedings: chance.yes(0.1) ? 1 : 0,
    letterOn,
    reviewMeetings: chance.between(1, 4),
    parentsRepresented: chance.yes(0.85),
    initialPlan: finalPlan === null ? null : chance.pick({ A: 6, C: 2, E: 2 } as const),
    finalPlan,
    isFinalPlanApproved: finalPlan === null ? null : chance.yes(0.85),
  })
}
