/** Where a looked-after child lives: one placement after another, each with who provides it and how far from home. */
import type { PLACEMENT_CHANGE, PLACEMENT_PROVIDER, PLACEMENT_TYPE } from '../../children/placement.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { CareEnding } from './care.ts'
import type { Chance } from './chance.ts'
import { YEAR } from './days.ts'
import { ageAt, type Child, postcodeOf } from './family.ts'
import type { Held } from './legal.ts'
import type { World } from './world.ts'

type Type = keyof typeof PLACEMENT_TYPE
type Provider = keyof typeof PLACEMENT_PROVIDER
type Change = keyof typeof PLACEMENT_CHANGE

/** `until` is the day it ends, which is that on which the next begins. */
export type Placed = {
  id: string
  type: Type
  provider: Provider | null
  urn: string | null
  miles: number
  postcode: string
  from: DayNumber
  until: DayNumber
  changeReason: Change | null
}

export function placementHistory(
  world: World,
  chance: Chance,
  child: Child,
  from: DayNumber,
  to: DayNumber,
  ending: CareEnding,
  legal: readonly Held[],
): Placed[] {
  const days = [from, ...moves(world, chance, child, from, ending === 'adoption' ? to - 240 : to)]
  const placed = days.map((on, at) => placementOn(world, chance, child, on, days[at + 1] ?? to, legal))
  if (ending === 'adoption') placeForAdoption(world, chance, placed, to, legal)
  return placed
}

/** Moves are many in the first months and fewer later; older children move more. */
function moves(world: World, chance: Chance, child: Child, from: DayNumber, to: DayNumber): DayNumber[] {
  const days: DayNumber[] = []
  for (let on = from; ;) {
    const [age, since] = [ageAt(child, on), (on - from) / YEAR]
    const settles = world.pace.share(1, 0.82, on)
    const aYear =
      (since < 0.4 ? 2.2 : since < 1.4 ? 0.85 : 0.25) *
      (age < 4 ? 0.75 : age < 11 ? 0.8 : age < 16 ? 1.15 : 1.3) *
      settles
    const step = 20
    on += step
    if (on >= to - 4) return days
    if (chance.yes((aYear * step) / YEAR)) {
      on -= chance.below(15)
      if (on > (days.at(-1) ?? from) + 1) days.push(on)
    }
  }
}

const TYPES: readonly { below: number; weights: Partial<Record<Type, number>> }[] = [
  { below: 1, weights: { U6: 52, U3: 26, U5: 8, R3: 12, P1: 2 } },
  { below: 5, weights: { U6: 56, U3: 26, U4: 8, U5: 2, P1: 8 } },
  { below: 11, weights: { U6: 38, U4: 28, U3: 12, U1: 8, K2: 5, P1: 7, S1: 1 } },
  { below: 16, weights: { U6: 30, U4: 27, U3: 8, U1: 6, K2: 20, P1: 5, S1: 2, K1: 1 } },
  { below: 19, weights: { U6: 20, U4: 18, U3: 3, K2: 14, K3: 32, P2: 5, P1: 4, R5: 2, Z14: 1, S1: 1 } },
]
const PROVIDERS: Readonly<Record<string, Partial<Record<Provider, number>>>> = {
  U: { PR1: 58, PR4: 38, PR5: 4 },
  K: { PR1: 16, PR4: 78, PR5: 6 },
  P: { PR0: 1 },
  R: { PR3: 40, PR4: 60 },
  S: { PR4: 80, PR5: 20 },
  A: { PR1: 70, PR5: 30 },
}
const CHANGES: Partial<Record<Change, number>> = {
  CARPL: 42, CREQB: 16, CREQO: 9, LAREQ: 12, CHILD: 8, PLACE: 3, CLOSE: 3, STAND: 2, ALLEG: 2, OTHER: 3,
} // prettier-ignore

function placementOn(
  world: World,
  chance: Chance,
  child: Child,
  from: DayNumber,
  until: DayNumber,
  legal: readonly Held[],
): Placed {
  const { weights } = TYPES.find(({ below }) => ageAt(child, from) < below)!
  const status = legal.findLast(held => held.from <= from)!.status
  let type = child.isAlone ? chance.pick({ U6: 30, K3: 60, K2: 10 } as const) : chance.pick(weights)
  if (type === 'P1' && status === 'V2') type = 'U6'
  if (status === 'J1' && chance.yes(0.6)) type = 'R5'
  return placementOf(world, chance, child, type, from, until)
}

function placementOf(
  world: World,
  chance: Chance,
  child: Child,
  type: Type,
  from: DayNumber,
  until: DayNumber,
): Placed {
  const kin = type === 'U1' || type === 'U3'
  const provider = kin ? 'PR1' : type === 'Z14' || type === 'P2' ? 'PR4' : chance.pick(PROVIDERS[type[0]!]!)
  const isHome = type === 'P1'
  const far = type[0] === 'K' || type[0] === 'S' || type[0] === 'R'
  const miles = isHome ? 0 : Math.min(240, Math.round(10 * (0.4 + chance.length(far ? 190 : 85, 0.9) / 10)) / 10)
  return {
    id: world.number('PL'),
    type,
    provider,
    urn: provider === 'PR0' || kin || type === 'P2' ? null : `SC99${chance.between(1000, 9999)}`,
    miles,
    postcode: isHome ? child.family.postcode : postcodeOf(chance),
    from,
    until,
    changeReason: chance.pick(CHANGES),
  }
}

/** The last months of care are with those who adopt; some have fostered the child first. */
function placeForAdoption(world: World, chance: Chance, placed: Placed[], to: DayNumber, legal: readonly Held[]): void {
  const last = placed.at(-1)!
  const ordered = legal.find(({ status }) => status === 'E1')?.from ?? to - 200
  const on = Math.max(ordered + 15, last.from + 20, to - 150 - chance.length(60, 0.4))
  if (on >= to - 30) return
  const withCarer = last.type === 'U5'
  placed[placed.length - 1] = { ...last, until: on, changeReason: withCarer ? 'PLACE' : 'CARPL' }
  const type = withCarer ? 'A5' : 'A6'
  placed.push({
    ...last,
    id: world.number('PL'),
    type,
    provider: withCarer ? last.provider : chance.pick(PROVIDERS['A']!),
    urn: `SC99${chance.between(1000, 9999)}`,
    miles: withCarer ? last.miles : 12 + chance.length(30, 0.6),
    from: on,
    until: to,
    changeReason: null,
  })
}
