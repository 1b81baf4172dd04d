/** Teams, the posts in them, and the workers who held each post one after another, with the gaps between them. */
import type { DayNumber } from '../../terms/day-number.ts'
import { chanceOf, type Chance } from './chance.ts'
import { YEAR } from './days.ts'
import { BOYS, GIRLS, SURNAMES } from './names.ts'
import type { Worked } from './pace.ts'
import { KINDS, kindNamed, type TeamKind } from './team-kinds.ts'

export type Worker = {
  id: string
  staffId: string
  name: string
  isAgency: boolean
  isNew: boolean
  fte: number
  tempo: number
  title: string
}
/** `until` is the first day on which the post is no longer held. */
export type Holding = { worker: Worker | null; from: DayNumber; until: DayNumber }
export type Post = { id: string; team: Team; isManager: boolean; holdings: Holding[] }
export type Team = {
  id: string
  name: string
  kind: TeamKind
  gain: number
  habit: number
  managers: Post[]
  posts: Post[]
}

export type Workforce = {
  teams: Team[]
  /** A post in a team of the kind, for a family of the area. */
  postFor(kind: TeamKind, area: number, chance: Chance): Post
  /** Who holds the post; while it is vacant, who covers it. */
  holderOn(post: Post, on: DayNumber): { worker: Worker; isCover: boolean }
  worked(post: Post, on: DayNumber): Worked
  /** Everyone who is named anywhere. */
  used: ReadonlySet<Worker>
}

const YEARS_BEFORE = 17

export function staff(seed: string, children: number, asAt: DayNumber): Workforce {
  const chance = chanceOf(`${seed} workforce`)
  const teams = teamsFor(chance, children, asAt)
  const used = new Set<Worker>()
  const holderOn = (post: Post, on: DayNumber) => {
    const holder = holderOrCover(post, on)
    used.add(holder.worker)
    return holder
  }
  return {
    teams,
    postFor(kind, area, chance) {
      const all = teams.filter(team => team.kind === kind)
      return chance.one(all[area % all.length]!.posts)
    },
    holderOn,
    worked: (post, on) => ({ gain: post.team.gain, habit: post.team.habit, tempo: holderOn(post, on).worker.tempo }),
    used,
  }
}

/** The second of the assessment teams hardly takes part in the improvement. */
const isTheOneThatLags = (kind: TeamKind, at: number): boolean => kind === 'assessment' && at === 1

function teamsFor(chance: Chance, children: number, asAt: DayNumber): Team[] {
  const numbers = { worker: 2000, team: 10, post: 100 }
  const postIn = (team: Team, isManager: boolean): Post => {
    const invent = (isAgency: boolean) => inventWorker(chance, team.kind, isAgency, isManager, (numbers.worker += 1))
    return { id: `POST${(numbers.post += 1)}`, team, isManager, holdings: holdings(chance, asAt, invent) }
  }
  return KINDS.flatMap(({ kind, names, share, caseload }) => {
    const posts = Math.max(1, (children * share) / caseload)
    const count = Math.max(Math.min(2, names.length), Math.min(names.length, Math.round(posts / 7)))
    return names.slice(0, count).map((name, at): Team => {
      const own = isTheOneThatLags(kind, at)
        ? { gain: 0.15, habit: -0.05 }
        : { gain: 0.9 + chance.part() * 0.25, habit: (chance.part() - 0.4) * 0.05 }
      const team: Team = { id: `T${(numbers.team += 1)}`, name, kind, ...own, managers: [], posts: [] }
      team.managers.push(postIn(team, true))
      while (team.posts.length < Math.ceil(posts / count)) team.posts.push(postIn(team, false))
      return team
    })
  })
}

/** Who supervises those in a post. */
export const managerOf = (post: Post): Post => post.team.managers[0]!

/** While a post is vacant a colleague of the same team covers it. */
function holderOrCover(post: Post, on: DayNumber): { worker: Worker; isCover: boolean } {
  const held = heldOn(post, on).worker
  if (held) return { worker: held, isCover: false }
  const others = post.team.posts
  const at = others.indexOf(post)
  for (let next = 1; next < others.length; next++) {
    const other = heldOn(others[(at + next) % others.length]!, on).worker
    if (other) return { worker: other, isCover: true }
  }
  return { worker: post.holdings.find(({ worker }) => worker)!.worker!, isCover: true }
}

const heldOn = ({ holdings }: Post, on: DayNumber): Holding =>
  holdings.find(({ until }) => on < until) ?? holdings.at(-1)!

function inventWorker(chance: Chance, kind: TeamKind, isAgency: boolean, isManager: boolean, number: number): Worker {
  const isNew = !isAgency && !isManager && chance.yes(0.15)
  const { titles } = kindNamed(kind)
  return {
    id: `W${number}`,
    staffId: `S${50_000 + number * 3}`,
    name: `${chance.one(chance.yes(0.78) ? GIRLS : BOYS)} ${chance.one(SURNAMES)}`,
    isAgency,
    isNew,
    fte: isAgency || chance.yes(0.82) ? 1 : chance.one([0.5, 0.6, 0.8]),
    tempo: (chance.part() - 0.5) * 0.12,
    title: isManager
      ? 'Team manager'
      : isNew && kind !== 'leaving-care'
        ? 'Newly qualified social worker'
        : chance.one(titles),
  }
}

/** Posts turn over, more before the inspection than after; agency workers stay for months, not years. */
function holdings(chance: Chance, asAt: DayNumber, invent: (isAgency: boolean) => Worker): Holding[] {
  const held: Holding[] = []
  const last = asAt + 5 * YEAR
  let from = asAt - Math.round(YEARS_BEFORE * YEAR) - chance.below(900)
  while (from < last) {
    const settled = from > asAt - 600
    const isAgency = chance.yes(settled ? 0.36 : 0.5)
    const stays = isAgency ? chance.length(330, 0.5) : chance.length(settled ? 1100 : 760, 0.6)
    const until = from + Math.max(45, stays)
    held.push({ worker: invent(isAgency), from, until })
    const gap = chance.yes(0.45) ? chance.length(settled ? 18 : 30, 0.6) : 0
    if (gap > 0) held.push({ worker: null, from: until, until: until + gap })
    from = until + gap
  }
  return held
}
