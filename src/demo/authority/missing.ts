/** Children who go missing, some of them often, and whether anyone asked them about it within three days of their return. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { clock } from './clock.ts'
import { YEAR } from './days.ts'
import { type Case, tellEvent } from './episode.ts'
import { ageAt } from './family.ts'
import { tellKeyEvent } from './oversight.ts'
import type { World } from './world.ts'

/** Times a year for one who goes missing at all; some go again within days. */
const TIMES = 4.5
const AGAIN_SOON = 0.35
/** So many of those who go missing are found to be at risk of exploitation. */
const AT_RISK = 0.4

/** In a time in which the child was known; `share` of children go missing in it at all. */
export function tellMissing(world: World, one: Case, from: DayNumber, to: DayNumber, share: number): void {
  const { chance } = one.child.family
  if (!chance.yes(share)) return
  const every = YEAR / TIMES
  const first = from + chance.length(every / 2, 1)
  if (chance.yes(AT_RISK) && ageAt(one.child, first) >= 11) tellExploitation(world, one, first + 5, to)
  for (let on = first; on < to && on <= world.asAt; on += 2 + chance.length(chance.yes(AGAIN_SOON) ? 6 : every, 0.9))
    if (ageAt(one.child, on) >= 10) tellEpisode(world, one, chance, on)
}

/** The risk is assessed, with a plan, and looked at again every three months until it is over. */
function tellExploitation(world: World, one: Case, from: DayNumber, to: DayNumber): void {
  const { chance } = one.child.family
  const until = Math.min(to, from + 120 + chance.length(150, 0.6))
  tellKeyEvent(world, one, 'exploitation-flag', from)
  for (
    let on = from + chance.between(2, 12);
    on < until;
    on += chance.yes(world.pace.share(0.6, 0.88, on)) ? chance.between(70, 91) : chance.between(95, 150)
  )
    tellKeyEvent(world, one, 'exploitation-assessment', on)
  tellKeyEvent(world, one, 'exploitation-flag-ended', until)
}

function tellEpisode(world: World, one: Case, chance: Chance, on: DayNumber): void {
  const begins = chance.between(15, 26)
  const hours = chance.yes(0.8) ? chance.between(3, 20) : 20 + chance.length(30, 0.8)
  const type = chance.yes(0.88) ? 'M' : 'A'
  const [id, minutes] = [world.number('MI'), chance.below(60)]
  const isOffered = chance.yes(world.pace.share(0.82, 0.985, on))
  const accepted = isOffered && chance.yes(world.pace.share(0.84, 0.955, on))
  const endedOn = on + Math.floor((begins + hours) / 24)
  const startedOn = on + Math.floor(begins / 24)
  const known = tellEvent(world, one, startedOn, 'missing', {
    id,
    personId: one.child.id,
    type,
    startedOn,
    startedAt: clock(on, begins, minutes),
    endedOn,
    endedAt: clock(on, begins + hours, minutes),
    interviewOffered: isOffered ? 'Y' : 'N',
    interviewAccepted: !isOffered ? 'NA' : accepted ? 'Y' : 'N',
  })
  if (!known || endedOn > world.asAt || type === 'A') return
  const inTime = chance.yes(world.pace.share(0.62, 0.955, on))
  const until = inTime ? chance.between(8, 70) : 74 + chance.length(60, 0.8)
  const heldAt = clock(on, begins + hours + until, minutes)
  const heldOn = on + Math.floor((begins + hours + until) / 24)
  const outcome = accepted ? (heldOn > world.asAt ? 'pending' : 'held') : isOffered ? 'declined' : 'not-offered'
  tellEvent(world, one, endedOn, 'returnInterviews', {
    id: world.number('RI'),
    missingId: id,
    personId: one.child.id,
    returnedOn: endedOn,
    returnedAt: clock(on, begins + hours, minutes),
    offeredOn: isOffered ? Math.min(endedOn + chance.below(3), world.asAt) : null,
    heldOn: outcome === 'held' ? heldOn : null,
    heldAt: outcome === 'held' ? heldAt : null,
    outcome,
  })
}
