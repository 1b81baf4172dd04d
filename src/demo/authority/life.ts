/** The life of a family with the authority: it comes, is helped or is not, and may come again. */
import type { DayNumber } from '../../terms/day-number.ts'
import { runItsCourse } from './course.ts'
import { eighteen, type Family, writePerson } from './family.ts'
import { sourceOn, tellContacts } from './front-door.ts'
import { openReferral } from './referral.ts'
import { isSchoolHoliday } from './school-year.ts'
import type { World } from './world.ts'

const MOST_CONTACTS = 14
/** What becomes of a contact, in hundredths. */
const CONVERTED = 0.4
const TO_EARLY_HELP = 0.18

export function live(world: World, family: Family): void {
  comeAgainAndAgain(world, family)
  for (const child of family.children) if (child.isKnown) writePerson(world, child)
}

function comeAgainAndAgain(world: World, family: Family): void {
  const { chance } = family
  let on = family.comesOn
  for (let contacts = 0; contacts < MOST_CONTACTS && on <= world.asAt; contacts++) {
    const { freeOn, wasReferred } = comeOnce(world, family, on, contacts === 0)
    if (freeOn === null || !comesBack(world, family, freeOn, wasReferred)) return
    on = freeOn + 3 + chance.length(wasReferred ? 190 : 120, 0.9)
  }
}

/** Families that were helped well come back less. */
function comesBack(world: World, { chance }: Family, on: DayNumber, wasReferred: boolean): boolean {
  return chance.yes(wasReferred ? world.pace.share(0.62, 0.5, on) : 0.45)
}

/** Answers when nobody works with the family any more, or null where somebody still does. */
function comeOnce(
  world: World,
  family: Family,
  on: DayNumber,
  isFirst: boolean,
): { freeOn: DayNumber | null; wasReferred: boolean } {
  const { chance, kind } = family
  const children = family.children.filter(
    child => eighteen(child) > on + 20 && child.bornOn < on + 200 && child.goneOn > on,
  )
  if (children.length === 0) return { freeOn: null, wasReferred: false }
  const source = sourceOn(chance, isSchoolHoliday(on))
  const isReferred = (isFirst && kind !== 'ordinary') || chance.yes(CONVERTED)
  if (!isReferred) {
    const outcome = chance.yes(TO_EARLY_HELP / (1 - CONVERTED))
      ? 'early-help'
      : chance.yes(0.55)
        ? 'no-further-action'
        : 'advice'
    return { freeOn: tellContacts(world, family, children, on, source, outcome), wasReferred: false }
  }
  const decidedOn = tellContacts(world, family, children, on, source, 'new-referral')
  const episode = openReferral(world, family, children, on, decidedOn, source)
  return { freeOn: runItsCourse(episode), wasReferred: true }
}
