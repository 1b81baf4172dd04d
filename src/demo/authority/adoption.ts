/** The way to permanence of a looked-after child: the decision, the order, the match, the move and the adoption, or another order. */
import type { ADOPTER_SEX, ADOPTER_STATUS } from '../../children/permanence.ts'
import type { Care } from './care.ts'
import { workingDaysAfter } from './days.ts'
import { tell } from './episode.ts'

type AdopterSex = keyof typeof ADOPTER_SEX
type AdopterStatus = keyof typeof ADOPTER_STATUS

const STATUSES: Record<AdopterSex, readonly AdopterStatus[]> = {
  M1: ['L0'],
  F1: ['L0'],
  MM: ['L12', 'L4', 'L2'],
  FF: ['L12', 'L4', 'L2'],
  MF: ['L11', 'L11', 'L11', 'L3'],
}

/** So many children under five who stay were once to be adopted. */
const PLANS_CHANGED = 0.2

export function tellPermanence(care: Care): void {
  const { world, one, child, chance, careId, to, ending } = care
  if (ending === 'adoption') return tellAdoption(care)
  const common = { id: world.number('PE'), personId: child.id, careId }
  const order =
    ending === 'special-guardianship' ? 'special-guardianship' : ending === 'arrangements' ? 'child-arrangements' : null
  if (order && to <= world.asAt) tell(one, 'permanence', { ...common, orderedOn: to, orderType: order })
  const ordered = care.legal.find(({ status }) => status === 'C2')
  if (ending !== 'stays' || !ordered || ordered.from - child.bornOn > 5 * 365 || !chance.yes(PLANS_CHANGED)) return
  const decidedOn = ordered.from - chance.between(10, 60)
  const reversedOn = workingDaysAfter(ordered.from + 120 + chance.length(200, 0.6), 0)
  if (reversedOn < to)
    tell(one, 'permanence', {
      ...common,
      decidedOn,
      reversedOn,
      reversedReason: chance.pick({ RD1: 3, RD2: 2, RD3: 4, RD4: 1 } as const),
    })
}

function tellAdoption({ world, one, child, chance, careId, to, legal, placed }: Care): void {
  const ordered = legal.find(({ status }) => status === 'E1')?.from ?? to - 250
  const placement = placed.find(({ type }) => type === 'A5' || type === 'A6')
  const placedOn = placement?.from ?? to - 120
  const isByCarer = placement?.type === 'A5'
  const early = placed.find(({ type }) => type === 'U5')
  const siblings = child.family.children.length
  const together = Math.min(siblings, chance.between(1, 2))
  const adopterSex = chance.pick({ MF: 72, F1: 9, M1: 2, MM: 11, FF: 6 } as const)
  const isEarly = isByCarer && early !== undefined
  tell(one, 'permanence', {
    id: world.number('PE'),
    personId: child.id,
    careId,
    decidedOn: workingDaysAfter(ordered - chance.between(12, 70), 0),
    isInSiblingGroup: siblings > 1,
    siblingsTogether: siblings > 1 ? together : 0,
    siblingsApart: siblings > 1 ? siblings - together : 0,
    earlyPlacementDecidedOn: isEarly ? early.from - chance.between(5, 20) : null,
    earlyPlacedOn: isEarly ? early.from : null,
    placementOrderOn: ordered,
    matchedOn: Math.max(ordered, workingDaysAfter(placedOn - chance.between(8, 30), 0)),
    placedOn,
    isAdoptedByCarer: isByCarer,
    placedWithCarerOn: isEarly ? early.from : null,
    adopterSex,
    adopterStatus: chance.one(STATUSES[adopterSex]),
    adopters: adopterSex.endsWith('1') ? 1 : 2,
    agencyUrn: `SC99${chance.between(1000, 9999)}`,
    orderedOn: to,
    orderType: 'adoption',
    workerId: world.workforce.holderOn(world.workforce.postFor('adoption', child.family.area, chance), placedOn).worker
      .id,
  })
}
