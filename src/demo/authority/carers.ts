/** The authority's own foster carers: when they were approved, their yearly reviews, and which children they cared for. */
import type { CARER_KIND } from '../../children/foster-carer.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type Chance, chanceOf } from './chance.ts'
import { nextWorkingDay, YEAR } from './days.ts'
import type { Extract } from './extract.ts'

type Carer = { id: string; kind: keyof typeof CARER_KIND; approvedOn: DayNumber; endedOn: DayNumber; places: number }

export type Carers = {
  /** A carer household that is approved on the day; kinship carers come to it for the child's sake. */
  carerFor(isKin: boolean, on: DayNumber, until: DayNumber, draw: number): string
  write(extract: Extract, number: (kind: string) => string, from: DayNumber): void
}

/** Own households for each open child in need. */
const SHARE = 0.075

export function carersOf(seed: string, size: number, asAt: DayNumber): Carers {
  const chance = chanceOf(`${seed} carers`)
  const carers: Carer[] = []
  const add = (kind: Carer['kind'], approvedOn: DayNumber, stays: number): Carer => {
    const id = `FC${2001 + carers.length}`
    const carer = { id, kind, approvedOn, endedOn: approvedOn + stays, places: chance.between(1, 3) }
    carers.push(carer)
    return carer
  }
  const standing = Math.max(4, Math.round(size * SHARE))
  for (let on = asAt - 17 * YEAR; on < asAt + 200; on += (6 * YEAR) / standing) {
    const kind = chance.pick({ mainstream: 80, 'short-breaks': 8, 'supported-lodgings': 9, other: 3 } as const)
    add(kind, nextWorkingDay(Math.round(on)), 400 + chance.length(5 * YEAR, 0.5))
  }
  const mainstream = carers.filter(({ kind }) => kind === 'mainstream')
  return {
    carerFor(isKin, on, until, draw) {
      if (isKin) return add('connected', on + chance.between(20, 110), Math.max(200, until - on - 60)).id
      const able = mainstream.filter(({ approvedOn, endedOn }) => approvedOn <= on && endedOn > Math.min(until, asAt))
      return (able[draw % Math.max(1, able.length)] ?? mainstream[0]!).id
    },
    write(extract, number, from) {
      for (const carer of carers)
        if (carer.endedOn >= from && carer.approvedOn <= asAt) writeCarer(extract, number, chance, carer, from)
    },
  }
}

function writeCarer(
  extract: Extract,
  number: (kind: string) => string,
  chance: Chance,
  carer: Carer,
  from: DayNumber,
): void {
  const { id, kind, approvedOn, endedOn, places } = carer
  const enquiredOn = kind === 'connected' ? null : approvedOn - 120 - chance.length(80, 0.5)
  extract.add('fosterCarers', { id, kind, enquiredOn, approvedOn, endedOn, places })
  for (let on = approvedOn + 300; on < endedOn; on += yearOrLater(chance))
    if (on > from) extract.add('carerReviews', { id: number('FR'), carerId: id, heldOn: nextWorkingDay(on) })
}

const yearOrLater = (chance: Chance): number =>
  chance.yes(0.85) ? chance.between(320, 364) : 366 + chance.length(40, 0.7)
