/** How many children each social worker holds on a day (ruling "Case holder"). */
import type { DayNumber } from '../../terms/day-number.ts'
import { rowWithId } from '../../children/records.ts'
import type { History } from '../history.ts'
import { holdingsOf, isSocialWorker } from './case-holders.ts'
import { postsOfWorker } from './posts.ts'
import { isOpen } from './span.ts'

export type Held = {
  readonly id: string
  readonly personId: string
  readonly workerId: string
  readonly from: DayNumber
}

export type Caseloads = {
  readonly byWorker: ReadonlyMap<string, readonly Held[]>
  /** Held by a manager, a student or somebody not registered: shown apart. */
  readonly others: readonly Held[]
}

const byDay = () => new Map<DayNumber, Caseloads>()

export function caseloadsOn(history: History, on: DayNumber): Caseloads {
  const kept = history.of(byDay)
  const found = kept.get(on) ?? countOn(history, on)
  kept.set(on, found)
  return found
}

/** A child once: with the social worker whose involvement began last, whoever else is a case worker beside. */
function countOn(history: History, on: DayNumber): Caseloads {
  const byWorker = new Map<string, Held[]>()
  const others: Held[] = []
  for (const personId of history.of(everybodyHeld)) {
    const open = holdingsOf(history, personId).filter(one => isOpen(one, on))
    const holding = open.findLast(({ workerId }) => isSocialWorker(history, workerId)) ?? open.at(-1)
    if (!holding?.workerId) continue
    const held = { id: holding.row.id, personId, workerId: holding.workerId, from: holding.from }
    if (!isSocialWorker(history, held.workerId)) others.push(held)
    else if (byWorker.get(held.workerId)?.push(held) === undefined) byWorker.set(held.workerId, [held])
  }
  return { byWorker, others }
}

const everybodyHeld = ({ records }: History) =>
  new Set(records.involvements.flatMap(({ role, personId }) => (role === 'CW' ? personId : [])))

/** Of the worker's posts on the day, else of the worker; full time where neither is recorded. */
export function fteOn(history: History, workerId: string, on: DayNumber): number {
  let fte = 0
  for (const post of postsOfWorker(history, workerId)) if (isOpen(post, on)) fte += post.fte ?? 0
  return fte > 0 ? fte : (rowWithId(history.records.professionals, workerId)?.fte ?? 1)
}

/** The post that the worker holds on the day; of several the one that began last. */
export const postOn = (history: History, workerId: string, on: DayNumber) =>
  postsOfWorker(history, workerId).findLast(post => isOpen(post, on))?.row
