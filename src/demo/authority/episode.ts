/**
 * An episode of need: a family's children from the referral until each of them closes. What is told of a child is kept until then, and
 * goes into the extract only where the episode reached into its six years.
 */
import type { Closure, Need, REFERRAL_OUTCOME } from '../../children/referral.ts'
import type { WORKER_CHANGE } from '../../children/involvement.ts'
import type { Source } from '../../children/contact.ts'
import type { TableName } from '../../children/records.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { RowOf } from './extract.ts'
import { type Child, eighteen, type Family } from './family.ts'
import type { Worked } from './pace.ts'
import type { Post } from './workforce.ts'
import type { World } from './world.ts'

/** One child's part of the episode. */
export type Case = {
  child: Child
  referralId: string
  need: Need
  /** The posts that held it, one after another. */
  held: { post: Post; from: DayNumber }[]
  /** The end of the last child protection plan: no child in need plan runs beside one. */
  protectedUntil: DayNumber
  closedOn: DayNumber | null
  closeReason: Closure | null
  told: [TableName, RowOf<TableName>][]
}

export type Episode = {
  world: World
  family: Family
  source: Source
  referredOn: DayNumber
  /** What came of the referral itself. */
  outcomes: (keyof typeof REFERRAL_OUTCOME)[]
  cases: Case[]
}

export function tell<Name extends TableName>({ told }: Case, table: Name, row: RowOf<Name>): void {
  told.push([table, row as RowOf<TableName>])
}

/** Tells an event that matters for itself alone: not where it is from before the extract's days. */
export function tellEvent<Name extends TableName>(
  world: World,
  one: Case,
  on: DayNumber,
  table: Name,
  row: RowOf<Name>,
): boolean {
  if (on < world.eventsFrom || on >= one.child.goneOn) return false
  tell(one, table, row)
  return true
}

export const postOf = ({ held }: Case, on: DayNumber): Post =>
  (held.findLast(({ from }) => from <= on) ?? held[0]!).post

/** Team and worker that a row is signed with. */
export function signed({ workforce }: World, one: Case, on: DayNumber): { teamId: string; workerId: string } {
  const post = postOf(one, on)
  return { teamId: post.team.id, workerId: workforce.holderOn(post, on).worker.id }
}

export const workedBy = ({ workforce }: World, one: Case, on: DayNumber): Worked =>
  workforce.worked(postOf(one, on), on)

export function passTo(one: Case, post: Post, from: DayNumber): void {
  one.held = [...one.held.filter(held => held.from < from), { post, from }]
}

export function close(one: Case, on: DayNumber, reason: Closure): void {
  one.closedOn = Math.min(Math.max(on, one.protectedUntil), one.child.goneOn)
  one.closeReason = one.child.diedOn !== null && one.child.diedOn <= on ? 'RC2' : reason
}

/** The day, or the child's eighteenth birthday or death where that is sooner. */
export const until18 = ({ child }: Case, on: DayNumber): DayNumber => Math.min(on, eighteen(child), child.goneOn)

/** Closes what is still open on the eighteenth birthday and puts all of it into the extract. Answers the last day of it. */
export function finish(episode: Episode): DayNumber {
  const { world, cases, referredOn, source, outcomes } = episode
  for (const one of cases) {
    if (one.closedOn === null) close(one, eighteen(one.child), 'RC7')
    const { closedOn, closeReason, need, referralId: id } = one
    const first = one.held[0]!
    tell(one, 'referrals', {
      id,
      personId: one.child.id,
      referredOn,
      need,
      source,
      outcomes,
      noFurtherAction: outcomes.includes('no-further-action'),
      closedOn,
      closeReason,
      ...signed(world, one, first.from),
    })
    settle(episode, one)
    if (referredOn <= world.asAt && closedOn! > world.asAt) world.open.add(one.child.id)
  }
  return Math.max(...cases.map(({ closedOn }) => closedOn!))
}

/** Puts what was told of the child into the extract, with who held the case. */
function settle({ world, referredOn }: Episode, one: Case): void {
  const { extract, from } = world
  if ((one.closedOn ?? Infinity) < from) return
  one.child.isKnown = true
  tellInvolvements(world, one, referredOn)
  for (const [table, row] of one.told) extract.add(table, row)
}

type Change = keyof typeof WORKER_CHANGE

function tellInvolvements(world: World, one: Case, referredOn: DayNumber): void {
  const closed = one.closedOn ?? Infinity
  one.held.forEach(({ post, from }, at) => {
    const next = one.held[at + 1]?.from ?? Infinity
    const change: Change = at === 0 ? 'FCONTA' : 'TSPROC'
    tellHolders(world, one, post, Math.max(from, referredOn), Math.min(next, closed), change)
  })
}

/** Each who held the post in that time. A gap of under a fortnight is nobody's, a longer one is covered by a colleague. */
function tellHolders(world: World, one: Case, post: Post, from: DayNumber, until: DayNumber, change: Change): void {
  const role = post.team.kind === 'leaving-care' ? 'PA' : 'CW'
  let because: Change = change
  for (const holding of post.holdings) {
    const [starts, ends] = [Math.max(holding.from, from), Math.min(holding.until, until)]
    const overlaps = starts < ends
    if (!overlaps || ends < world.eventsFrom || starts > world.asAt) continue
    if (!holding.worker && ends - starts < 14) continue
    const { worker, isCover } = world.workforce.holderOn(post, starts)
    const id = world.number('INV')
    world.extract.add('involvements', {
      id,
      personId: one.child.id,
      workerId: worker.id,
      role,
      teamId: post.team.id,
      fromOn: starts,
      untilOn: ends === Infinity ? null : ends,
      changeReason: because,
      referralId: one.referralId,
    })
    if (starts <= world.countedOn && world.countedOn < ends)
      world.caseloads.set(worker.id, (world.caseloads.get(worker.id) ?? 0) + 1)
    if (isCover) world.extract.add('covers', { involvementId: id, isCover })
    because = 'LEFTRL'
  }
}
