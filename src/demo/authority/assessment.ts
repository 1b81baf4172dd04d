/** The assessment that follows a referral, and what the family goes on to from it. */
import type { ASSESSMENT_OUTCOME, FACTOR } from '../../children/assessment.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { workingDaysAfter } from './days.ts'
import { type Case, close, type Episode, signed, tell, workedBy } from './episode.ts'
import { ageAt, type FamilyKind } from './family.ts'
import { tellEarlyHelp } from './early-help.ts'
import { enquire } from './enquiry.ts'
import type { Step } from './step.ts'

/** What a family goes on to: nothing more, early help, a child in need plan, a conference, or care. */
type Path = 'none' | 'early-help' | 'need' | 'conference' | 'care'

const PATHS: Readonly<Partial<Record<FamilyKind, Readonly<Record<Path, number>>>>> = {
  teenager: { none: 24, 'early-help': 6, need: 45, conference: 8, care: 17 },
  expecting: { none: 14, 'early-help': 6, need: 28, conference: 38, care: 16 },
  disabled: { none: 12, 'early-help': 8, need: 78, conference: 1, care: 1 },
  'in-care-before': { none: 0, 'early-help': 0, need: 0, conference: 0, care: 100 },
  'private-fostering': { none: 0, 'early-help': 0, need: 100, conference: 0, care: 0 },
  'seeking-asylum': { none: 0, 'early-help': 0, need: 0, conference: 0, care: 100 },
}

const OUTCOMES: Record<Path, (keyof typeof ASSESSMENT_OUTCOME)[]> = {
  none: ['no-further-action'],
  'early-help': ['other-agency'],
  need: ['services'],
  conference: ['strategy-discussion', 'services'],
  care: ['looked-after'],
}

/** The younger a child, the sooner the court; and those who were on a plan are sooner on one again. */
function pathsOf({ family, cases, referredOn }: Episode): Readonly<Record<Path, number>> {
  const { kind, comesOn } = family
  const own = referredOn === comesOn || kind === 'disabled' ? PATHS[kind] : undefined
  if (own) return own
  const youngest = Math.min(...cases.map(({ child }) => ageAt(child, referredOn)))
  const wasOnPlan = cases.some(({ child }) => child.earlierPlans > 0)
  const care = youngest < 1 ? 5 : youngest < 5 ? 2.4 : 1.1
  return { none: 43, 'early-help': 13, need: 29, conference: wasOnPlan ? 36 : 11, care: wasOnPlan ? 3 * care : care }
}

export function assess(episode: Episode): Step[] {
  const { world, family, referredOn, cases } = episode
  const { chance } = family
  const path = chance.pick(pathsOf(episode))
  const startedOn = Math.max(cases[0]!.held[0]!.from, referredOn)
  const inTime = chance.yes(world.pace.share(0.8, 0.935, referredOn, workedBy(world, cases[0]!, startedOn)))
  const takes = path === 'conference' ? chance.between(12, 26) : world.pace.workingDays(chance, 45, inTime)
  const authorisedOn = Math.max(startedOn, workingDaysAfter(referredOn, takes))
  for (const one of cases) tellAssessment(episode, one, startedOn, authorisedOn, path)
  return goOn(episode, path, startedOn, authorisedOn)
}

function goOn(episode: Episode, path: Path, startedOn: DayNumber, authorisedOn: DayNumber): Step[] {
  const { world, family, cases } = episode
  const { chance, kind } = family
  if (path === 'conference') return [{ to: 'conference', cases, on: startedOn }]
  const isEnquired = chance.yes({ none: 0.16, 'early-help': 0.1, need: 0.36, care: 0.45 }[path])
  if (isEnquired && kind !== 'seeking-asylum') enquire(episode, cases, startedOn, authorisedOn)
  if (path === 'need') return [{ to: 'need', cases, on: authorisedOn, after: 'assessment' }]
  const soon = kind === 'seeking-asylum' ? 0 : chance.length(12, 0.8)
  if (path === 'care') return [{ to: 'care', cases, on: Math.min(authorisedOn, startedOn + soon) }]
  for (const one of cases)
    close(one, workingDaysAfter(authorisedOn, chance.between(0, 6)), path === 'none' ? 'RC8' : 'RC9')
  if (path === 'early-help') tellEarlyHelp(world, family, cases, authorisedOn)
  return []
}

function tellAssessment(
  { world, family, referredOn }: Episode,
  one: Case,
  startedOn: DayNumber,
  authorisedOn: DayNumber,
  path: Path,
): void {
  const { chance } = family
  const id = world.number('A')
  const unborn = one.child.bornOn > authorisedOn
  const childSeen = unborn
    ? null
    : chance.yes(world.pace.share(0.9, 0.97, referredOn))
      ? true
      : chance.yes(0.7)
        ? false
        : null
  const noFurtherAction = path === 'none'
  tell(one, 'assessments', {
    id,
    personId: one.child.id,
    referralId: one.referralId,
    startedOn,
    childSeen,
    authorisedOn,
    outcomes: OUTCOMES[path],
    noFurtherAction,
    ...signed(world, one, startedOn),
  })
  if (authorisedOn <= world.asAt)
    tell(one, 'assessmentFactors', {
      id: world.number('AF'),
      assessmentId: id,
      factors: factors(chance, one, authorisedOn, path),
    })
}

type Factor = keyof typeof FACTOR
const FACTORS: Partial<Record<Factor, number>> = {
  '3B': 36, '4B': 31, '17A': 19, '16A': 18, '18C': 11, '18B': 5, '2B': 13, '1B': 15, '4A': 15, '3A': 10, '10A': 4, '14A': 9, '15A': 7, '11A': 4, '24A': 4,
  '13A': 3, '19B': 4, '19C': 3, '7A': 4, '5A': 7, '6A': 6, '6B': 7, '5B': 3, '2A': 4, '1A': 2, '20': 14, '3C': 5,
} // prettier-ignore

/** What children are harmed by changes as they grow: a baby goes with no gang. */
function factors(chance: Chance, { child }: Case, on: DayNumber, path: Path): Factor[] {
  if (child.isAlone) return ['9A']
  if (path === 'none' && chance.yes(0.3)) return ['21']
  const older = ['10A', '11A', '13A', '14A', '15A', '24A', '2A', '1A', '7A', '4A']
  const found = Array.from({ length: chance.between(1, 4) }, () => chance.pick(FACTORS))
  const fitting = found.filter(factor => ageAt(child, on) >= 9 || !older.includes(factor))
  return [...new Set(fitting.length > 0 ? fitting : (['17A'] as Factor[]))]
}
