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
  posts: Post[]
  manager: Post
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
  const numbers = { worker: 2000, team: 10, post: 100 }
  const invent = (kind: TeamKind, isAgency: boolean, isManager: boolean): Worker =>
    inventWorker(chance, kind, isAgency, isManager, (numbers.worker += 1))
  const teams = KINDS.flatMap(({ kind, names, share, caseload }) => {
    const posts = Math.max(1, (children * share) / caseload)
    const count = Math.max(Math.min(2, names.length), Math.min(names.length, Math.round(posts / 7)))
    return names.slice(0, count).map((name, at): Team => {
      const lags = kind === 'assessment' && at === 1
      const id = `T${(numbers.team += 1)}`
      const team = {
        id,
        name,
        kind,
        gain: lags ? 0.15 : 0.9 + chance.part() * 0.25,
        habit: lags ? -0.05 : (chance.part() - 0.4) * 0.05,
      } as Team
      const post = (isManager: boolean): Post => ({
        id: `POST${(numbers.post += 1)}`,
        team,
        isManager,
        holdings: holdings(chance, asAt, isAgency => invent(kind, isAgency, isManager)),
      })
      team.manager = post(true)
      team.posts = Array.from({ length: Math.max(1, Math.ceil(posts / count)) }, () => post(false))
      return team
    })
  })
  const used = new Set<Worker>()
  const holderOn = (post: Post, on: DayNumber) => {
    const held = heldOn(post, on)
    if (held.worker) return use({ worker: held.worker, isCover: false })
    const at = post.team.posts.indexOf(post)
    for (let next = 1; next < post.team.posts.length; next++) {
      const other = heldOn(post.team.posts[(at + next) % post.team.posts.length]!, on).worker
      if (other) return use({ worker: other, isCover: true })
    }
    return use({ worker: post.holdings.find(({ worker }) => worker)!.worker!, isCover: true })
  }
  const use = (held: { worker: Worker; isCover: boolean }) => (used.add(held.worker), held)
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
