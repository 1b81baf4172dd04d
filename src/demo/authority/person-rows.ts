/** What is known of a child as such, written once, when all that happened to it has been told. */
import { birthday } from '../../terms/day-number.ts'
import { writeEducationHealthCare } from './education.ts'
import { ageAt, type Child } from './family.ts'
import type { World } from './world.ts'

const COUNTRIES = ['Afghanistan', 'Eritrea', 'Iran', 'Iraq', 'Sudan', 'Albania', 'Vietnam', 'Ethiopia']

export function writePerson(world: World, child: Child): void {
  const { extract, asAt } = world
  const { id, family, bornOn, forename, surname, ethnicity } = child
  const { chance } = family
  const unborn = bornOn > asAt
  const age = ageAt(child, asAt)
  const hasEhcPlan = age >= 5 && age < 25 && child.hasEducationPlan
  extract.add('people', {
    id,
    legacyId: `L${id.slice(1)}`,
    ...pupilNumber(child, age),
    commonId: unborn ? null : `999${String(chance.below(10_000_000)).padStart(7, '0')}`,
    forename: unborn ? 'Unborn' : forename,
    surname,
    sex: unborn ? 'U' : child.sex,
    gender: unborn ? 'U' : child.sex,
    ethnicity,
    bornOn: unborn ? null : bornOn,
    expectedOn: unborn ? bornOn : null,
    diedOn: child.diedOn,
    isMother: child.isMother,
    hasEhcPlan,
    nationality: child.isAlone ? chance.one(COUNTRIES) : 'British',
  })
  writeHome(world, child)
  if (unborn) return
  for (const disability of child.disabilities)
    extract.add('disabilities', { id: world.number('DIS'), personId: id, disability })
  if (hasEhcPlan) writeEducationHealthCare(world, child)
  if (child.isAlone) writeImmigration(world, child)
  if (child.earlierPlans > 0 && age >= 8 && chance.yes(0.2)) writeVoice(world, child)
}

function writeHome({ extract, number }: World, { id: personId, family, bornOn }: Child): void {
  const { postcode, comesOn } = family
  const fromOn = Math.max(bornOn, comesOn - 700)
  extract.add('families', { id: number('FAM'), familyId: family.id, personId })
  extract.add('addresses', { id: number('ADR'), personId, kind: 'Home', fromOn, untilOn: null, postcode })
}

function pupilNumber({ family: { chance }, isAlone }: Child, age: number) {
  if (isAlone) return { upn: null, upnUnknown: 'UN3' as const }
  if (age < 5) return { upn: null, upnUnknown: 'UN1' as const }
  const letter = chance.one([...'ABCDEFGHJKLMNPQRTUVWXYZ'])
  return { upn: `${letter}999${String(chance.below(1_000_000_000)).padStart(9, '0')}`, upnUnknown: null }
}

/** Alone and seeking asylum until eighteen or a decision, and then mostly refugees. */
function writeImmigration({ extract, number }: World, child: Child): void {
  const { id: personId, family } = child
  const { chance, comesOn: fromOn } = family
  const untilOn = birthday(child.bornOn, 18)
  extract.add('immigrationStatuses', { id: number('IM'), personId, fromOn, untilOn, status: 'UASC' })
  const later = chance.pick({ REFUGEE: 60, LEAVE: 15, ADULT: 20, ENDED: 5 } as const)
  extract.add('immigrationStatuses', { id: number('IM'), personId, fromOn: untilOn, untilOn: null, status: later })
  extract.add('linkedIdentifiers', {
    id: number('LI'),
    personId,
    kind: 'Home Office Registration',
    value: `HO999${chance.between(10_000, 99_999)}`,
    fromOn,
    untilOn: null,
  })
}

function writeVoice({ extract, number }: World, { id: personId, family: { chance } }: Child): void {
  extract.add('voices', {
    id: number('VO'),
    personId,
    worriesExplained: chance.yes(0.82),
    storyHelped: chance.yes(0.7),
    agreesWithWorker: chance.yes(0.62),
    planIsClear: chance.yes(0.71),
    tabletHelped: chance.yes(0.4),
  })
}
