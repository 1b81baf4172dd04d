/** Which agencies were asked to a meeting, came, or sent a report. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { type Case, tell } from './episode.ts'
import { ageAt } from './family.ts'
import type { World } from './world.ts'

type Meeting = 'strategy' | 'conference' | 'review' | 'core-group'

/** How often each comes, before and after the inspection. */
const COME: Readonly<Record<string, readonly [number, number]>> = {
  Police: [0.72, 0.9],
  'Health visitor': [0.8, 0.9],
  'School nurse': [0.5, 0.72],
  School: [0.84, 0.93],
  'General practitioner': [0.07, 0.16],
  Probation: [0.4, 0.6],
}

export function tellAttendance(
  world: World,
  one: Case,
  chance: Chance,
  meetingId: string,
  on: DayNumber,
  meeting: Meeting,
): void {
  if (on < world.eventsFrom || on > world.asAt) return
  for (const agency of agencies(one, chance, on, meeting)) {
    const [before, after] = COME[agency]!
    const bonus = meeting === 'strategy' && agency === 'Police' ? 0.08 : meeting === 'strategy' ? -0.05 : 0
    const attended = chance.yes(world.pace.share(before + bonus, after + bonus, on))
    const sentReport = meeting === 'strategy' ? null : chance.yes(attended ? 0.8 : world.pace.share(0.25, 0.5, on))
    tell(one, 'attendances', { id: world.number('AT'), meetingId, agency, wasInvited: true, attended, sentReport })
  }
}

function agencies({ child }: Case, chance: Chance, on: DayNumber, meeting: Meeting): string[] {
  const age = ageAt(child, on)
  const health = age < 5 ? 'Health visitor' : 'School nurse'
  if (meeting === 'strategy') return ['Police', health]
  const usual = age < 4.5 ? [health] : [health, 'School']
  if (meeting === 'conference') usual.push('Police', 'General practitioner')
  if (chance.yes(0.15)) usual.push('Probation')
  return usual
}
