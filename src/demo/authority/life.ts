/** The life of a family with the authority: it comes, is helped or is not, and may come again. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Chance } from './chance.ts'
import { runItsCourse } from './course.ts'
import { busyness } from './days.ts'
import { giveEarlyHelp } from './early-help.ts'
import type { Episode } from './episode.ts'
import { eighteen, type Family } from './family.ts'
import { sourceOn, tellContacts } from './front-door.ts'
import { writePerson } from './person-rows.ts'
import { openReferral } from './referral.ts'
import { isSchoolHoliday } from './school-year.ts'
import type { World } from './world.ts'

const MOST_CONTACTS = 14
/** What becomes of a contact, in hundredths. */
const CONVERTED = 0.38
const CONVERTED_AGAIN = 0.56
const TO_EARLY_HELP = 0.18

export function live(world: World, family: Family): void {
  comeAgainAndAgain(world, family)
  for (const child of family.children) if (child.isKnown) writePerson(world, child)
}

function comeAgainAndAgain(world: World, family: Family): void {
  const { chance } = family
  let [on, isKnown] = [family.comesOn, false]
  for (let contacts = 0; contacts < MOST_CONTACTS && on <= world.asAt; contacts++) {
    const { freeOn, wasReferred } = comeOnce(world, family, on, contacts === 0, isKnown)
    isKnown ||= wasReferred
    if (freeOn === null || !comesBack(world, family, freeOn, wasReferred)) return
    on = whenSchoolsTell(chance, freeOn + 3 + chance.length(wasReferred ? 105 : 120, 0.9))
  }
}

/** Fewer come back in the holidays and at weekends, as fewer come at all. */
function whenSchoolsTell(chance: Chance, on: DayNumber): DayNumber {
  let told = on
  while (!chance.yes(busyness(told) / BUSIEST)) told += 1 + chance.below(9)
  return told
}

const BUSIEST = 1.3

/** Families that were helped well come back less. */
function comesBack(world: World, { chance }: Family, on: DayNumber, wasReferred: boolean): boolean {
  return chance.yes(wasReferred ? world.pace.share(0.64, 0.5, on) : 0.45)
}

/** Answers when nobody works with the family any more, or null where somebody still does. */
function comeOnce(
  world: World,
  family: Family,
  on: DayNumber,
  isFirst: boolean,
  isKnown: boolean,
): { freeOn: DayNumber | null; wasReferred: boolean } {
  const { chance, kind } = family
  const children = family.children.filter(
    child => eighteen(child) > on + 150 && child.bornOn < on + 200 && child.goneOn > on,
  )
  if (children.length === 0) return { freeOn: null, wasReferred: false }
  const source = sourceOn(chance, isSchoolHoliday(on))
  const isReferred = (isFirst && kind !== 'ordinary') || chance.yes(isKnown ? CONVERTED_AGAIN : CONVERTED)
  if (!isReferred) {
    const outcome = chance.yes(TO_EARLY_HELP / (1 - CONVERTED))
      ? 'early-help'
      : chance.yes(0.55)
        ? 'no-further-action'
        : 'advice'
    const decidedOn = tellContacts(world, family, children, on, source, outcome)
    const isHelped = outcome === 'early-help' && chance.yes(0.8)
    return { freeOn: isHelped ? giveEarlyHelp(world, family, children, decidedOn) : decidedOn, wasReferred: false }
  }
  const decidedOn = tellContacts(world, family, children, on, source, 'new-referral')
  const episode = openReferral(world, family, children, on, decidedOn, source)
  const freeOn = runItsCourse(episode)
  tellWhileOpen(episode, freeOn)
  return { freeOn, wasReferred: true }
}

/** Days between one contact about an open case and the next, about. */
const CONTACTS_APART = 420

/** Police and others go on telling what they see while a family is worked with. */
function tellWhileOpen({ world, family, cases, referredOn }: Episode, freeOn: DayNumber): void {
  const { chance } = family
  for (
    let on = referredOn + 5 + chance.length(CONTACTS_APART / 2, 1);
    on < Math.min(freeOn, world.asAt);
    on += 5 + chance.length(CONTACTS_APART, 1)
  ) {
    const open = cases.filter(
      ({ child, closedOn }) => on < closedOn! && on < child.goneOn && child.bornOn <= on && on < eighteen(child),
    )
    if (open.length > 0)
      tellContacts(
        world,
        family,
        open.map(({ child }) => child),
        on,
        chance.yes(0.6) ? '6' : sourceOn(chance, isSchoolHoliday(on)),
        'existing-referral',
      )
  }
}
