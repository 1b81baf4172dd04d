/**
 * Makes an invented authority: the children of six years as one system would extract them, in the files of the Standard Safeguarding
 * Dataset and its supplement. Each child is a life that is told, not rows that are drawn, so that everything hangs together. The same
 * seed always makes the same authority; nobody in it is real.
 */
import type { GivenFile } from '../intake/read-ssd.ts'
import type { Day } from '../terms/day.ts'
import { arrivals } from './authority/arrivals.ts'
import { familyThatComes } from './authority/family.ts'
import { live } from './authority/life.ts'
import { worldOf } from './authority/world.ts'

export type AuthorityAsked = {
  /** Open children in need on the last day, in the DfE's sense: care and care leavers are among them. */
  children: number
  seed: string
  asAt: Day
}

export type MadeAuthority = {
  files: GivenFile[]
  /** Rows by the standard's name of the table. */
  counts: Record<string, number>
}

export const makeAuthority = (asked: AuthorityAsked): GivenFile[] => inventAuthority(asked).files

export function inventAuthority({ children, seed, asAt }: AuthorityAsked): MadeAuthority {
  const world = worldOf(children, seed, asAt)
  for (const { on, kind } of arrivals(world, children)) live(world, familyThatComes(world, kind, on))
  world.workforce.write(world.extract, world.from, world.asAt)
  return { files: world.extract.files(), counts: world.extract.counts() }
}
