/** A family as it comes to the front door: its children, born or not, and what is known of each of them. */
import type { DISABILITY } from '../../children/disability.ts'
import type { Ethnicity, Sex } from '../../children/person.ts'
import { birthday, type DayNumber } from '../../terms/day-number.ts'
import { type Chance, chanceOf } from './chance.ts'
import { YEAR } from './days.ts'
import { BOYS, FROM_AFAR, GIRLS, SURNAMES } from './names.ts'
import type { World } from './world.ts'

/** Why a family comes, which sets what may become of it. */
export type FamilyKind =
  | 'ordinary'
  | 'teenager'
  | 'expecting'
  | 'disabled'
  | 'seeking-asylum'
  | 'moved-in'
  | 'private-fostering'
  /** In care since long before the six years. */
  | 'in-care-before'

export type Child = {
  id: string
  family: Family
  forename: string
  surname: string
  sex: Sex
  ethnicity: Ethnicity
  bornOn: DayNumber
  disabilities: (keyof typeof DISABILITY)[]
  isAlone: boolean
  diedOn: DayNumber | null
  /** Something of the child is in the extract. */
  isKnown: boolean
  earlierPlans: number
  hasEducationPlan: boolean
  isMother: boolean
  /** Null until it has been told. */
  isImmunised: boolean | null
  /** There is a duty to the young person as a care leaver. */
  leavesCare: boolean
  /** The last pathway plan or review of it. */
  pathwayOn: DayNumber | null
  /** The first day on which nothing more is told: adopted, or died. */
  goneOn: DayNumber
}

export type Family = {
  id: string
  kind: FamilyKind
  children: Child[]
  surname: string
  postcode: string
  chance: Chance
  /** Which team of a kind the family's home belongs to. */
  area: number
  comesOn: DayNumber
}

export const eighteen = (child: Child): DayNumber => birthday(child.bornOn, 18)
export const ageAt = (child: Child, on: DayNumber): number => (on - child.bornOn) / YEAR

export const isDisabledFamily = ({ kind }: Family): boolean => kind === 'disabled'

/** ZZ is no postal area, so nobody lives there. */
export const postcodeOf = (chance: Chance): string =>
  `ZZ${chance.between(1, 9)}${chance.between(1, 9)}${chance.one([...'ABDEFGHJ'])}${chance.one([...'LNPQRSTU'])}`

/** Shares of children in need in England, by the DfE's published tables, in round figures. */
const ETHNICITIES: Partial<Record<Ethnicity, number>> = {
  WBRI: 660, WIRI: 4, WIRT: 4, WROM: 8, WOTH: 62, MWBC: 32, MWBA: 13, MWAS: 17, MOTH: 31, AIND: 16, APKN: 33, ABAN: 13, AOTH: 22,
  BCRB: 19, BAFR: 39, BOTH: 16, CHNE: 3, OOTH: 27, REFU: 5, NOBT: 14,
} // prettier-ignore

const SIZES = { 1: 46, 2: 30, 3: 15, 4: 6, 5: 3 }
/** Ages of the child a family comes with, in years: from, to and weight. */
const AGES = { '0-1': 9, '1-5': 20, '5-10': 27, '10-16': 34, '16-18': 10 }

export function familyThatComes(world: World, kind: FamilyKind, comesOn: DayNumber): Family {
  const id = world.number('F')
  const chance = chanceOf(`${world.seed} ${id}`)
  const surname = chance.one(SURNAMES)
  const postcode = postcodeOf(chance)
  const family: Family = { id, kind, children: [], surname, postcode, chance, area: chance.below(60), comesOn }
  const ethnicity =
    kind === 'seeking-asylum' ? chance.pick({ OOTH: 5, BAFR: 4, AOTH: 3, WOTH: 1 } as const) : chance.pick(ETHNICITIES)
  for (const bornOn of births(chance, kind, comesOn)) family.children.push(childOf(world, family, bornOn, ethnicity))
  return family
}

function births(chance: Chance, kind: FamilyKind, on: DayNumber): DayNumber[] {
  if (kind === 'seeking-asylum') return [on - Math.round(YEAR * (15.4 + chance.part() * 2.5))]
  if (kind === 'teenager') return [on - Math.round(YEAR * (13 + chance.part() * 4.8))]
  if (kind === 'private-fostering') return [on - Math.round(YEAR * (7 + chance.part() * 8))]
  const [young, old] = chance.pick(AGES).split('-').map(Number) as [number, number]
  const first =
    kind === 'expecting'
      ? on + chance.between(20, 150)
      : on - Math.round(YEAR * (young + chance.part() * (old - young)))
  const count = kind === 'disabled' || kind === 'expecting' ? chance.between(1, 2) : Number(chance.pick(SIZES))
  const born = [first]
  while (born.length < count) {
    const isTwin = chance.yes(0.02)
    const gap = isTwin ? 0 : 330 + chance.length(600, 0.5)
    const next = chance.yes(0.65) || kind === 'expecting' ? Math.min(...born) - gap : Math.max(...born) + gap
    born.push(next > on ? Math.min(...born) - gap : next)
  }
  return born.filter(day => birthday(day, 18) > on + 30)
}

export function childOf(world: World, family: Family, bornOn: DayNumber, ethnicity: Ethnicity): Child {
  const { chance, kind, surname } = family
  const isBoy = kind === 'seeking-asylum' ? chance.yes(0.94) : chance.yes(0.525)
  const isDisabled = kind === 'disabled' || chance.yes(0.1)
  return {
    id: world.number('P'),
    family,
    forename: chance.one(kind === 'seeking-asylum' ? FROM_AFAR : isBoy ? BOYS : GIRLS),
    surname: chance.yes(0.12) ? chance.one(SURNAMES) : surname,
    sex: isBoy ? 'M' : 'F',
    ethnicity,
    bornOn,
    disabilities: isDisabled ? disabilitiesOf(chance) : chance.yes(0.85) ? ['NONE'] : [],
    isAlone: kind === 'seeking-asylum',
    diedOn: null,
    isKnown: false,
    earlierPlans: 0,
    hasEducationPlan: chance.yes(isDisabled ? 0.6 : 0.05),
    isMother: false,
    isImmunised: null,
    leavesCare: false,
    pathwayOn: null,
    goneOn: Infinity,
  }
}

function disabilitiesOf(chance: Chance): (keyof typeof DISABILITY)[] {
  const weights = { LD: 40, AUT: 38, BEH: 20, COMM: 18, MOB: 16, PC: 8, HEAR: 5, VIS: 5, CON: 4, INC: 4, HAND: 3, DDA: 14 } as const // prettier-ignore
  return [...new Set(Array.from({ length: chance.between(1, 3) }, () => chance.pick(weights)))]
}
