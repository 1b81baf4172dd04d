/**
 * Makes an invented authority: the children of six years as one system would extract them, in the files of the Standard Safeguarding
 * Dataset and its supplement. Each child is a life that is told, not rows that are drawn, so that everything hangs together. The same
 * seed always makes the same authority; nobody in it is real.
 */
import type { GivenFile } from '../intake/read-ssd.ts'
import type { Day } from '../terms/day.ts'
import { dayNumbered } from '../terms/day-number.ts'
import { arrivals } from './authority/arrivals.ts'
import { familyThatComes } from './authority/family.ts'
import { type KnownFault, withFaults } from './authority/faults.ts'
import { live } from './authority/life.ts'
import { writeWorkforce } from './authority/workforce-rows.ts'
import { type World, worldOf } from './authority/world.ts'

export type { KnownFault }

export type AuthorityAsked = {
  /** Open children in need on the last day, in the DfE's sense: children in care and care leavers are among them. */
  children: number
  seed: string
  asAt: Day
  /** Puts known faults in. */
  faults?: boolean
  progress?(text: string): void
}

export type MadeAuthority = {
  files: GivenFile[]
  /** Rows by the standard's name of the table. */
  counts: Record<string, number>
  faults: KnownFault[]
}

export const makeAuthority = (asked: AuthorityAsked): GivenFile[] => inventAuthority(asked).files

export function inventAuthority({ faults = false, ...asked }: AuthorityAsked): MadeAuthority {
  const world = worldOfTheSizeAsked(asked)
  writeWorkforce(world)
  world.carers.write(world.extract, world.number, world.from)
  const counts = world.extract.counts()
  const files = world.extract.files()
  return faults ? { counts, ...withFaults(files, asked.seed, asked.asAt) } : { counts, files, faults: [] }
}

const MOST_TRIES = 3
/** Luck weighs more where there are few: within a tenth of 60 children, a twentieth of 250 or more. */
const closeEnough = (children: number): number => Math.max(0.05, 0.78 / Math.sqrt(children))

/** Lives are told as luck has it, so that a few more or fewer are open on the last day: then they are told anew for more or fewer families. */
function worldOfTheSizeAsked({ children, seed, asAt, progress = () => {} }: AuthorityAsked): World {
  let [size, best, least] = [children, null as World | null, Infinity]
  for (let tries = 0; tries < MOST_TRIES && least > closeEnough(children); tries++) {
    const world = worldOf(children, seed, asAt)
    tellLives(world, size, progress)
    const off = Math.abs(world.open.size / children - 1)
    if (off < least) [best, least] = [world, off]
    size *= children / world.open.size
  }
  return best!
}

function tellLives(world: World, size: number, progress: (text: string) => void): void {
  let year = ''
  for (const { on, kind } of arrivals(world, size)) {
    const told = on < world.from ? 'the years before' : dayNumbered(on).slice(0, 4)
    if (told !== year) progress(`Telling the lives of those who came in ${told}`)
    year = told
    live(world, familyThatComes(world, kind, on))
  }
}
