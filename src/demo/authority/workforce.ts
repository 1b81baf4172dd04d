/** Teams, the posts in them, and the workers who held each post one after another, with the gaps between them. */
import type { DayNumber } from '../../terms/day-number.ts'
import { chanceOf, type Chance } from './chance.ts'
import { YEAR } from './days.ts'
import type { Extract } from './extract.ts'
import { BOYS, GIRLS, SURNAMES } from './names.ts'
import type { Worked } from './pace.ts'
import { KINDS, type TeamKind } from './team-kinds.ts'

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
export type Post = { id: string; team: Team; holdings: Holding[] }
export type Team = { id: string; name: string; kind: TeamKind; gain: number; habit: number; posts: Post[] }

export type Workforce = {
  teams: Team[]
  /** A post in a team of the kind, for a family of the area. */
  postFor(kind: TeamKind, area: number, chance: Chance): Post
  /** Who holds the post; while it is vacant, who covers it. */
  holderOn(post: Post, on: DayNumber): { worker: Worker; isCover: boolean }
  worked(post: Post, on: DayNumber): Worked
  write(extract: Extract, from: DayNumber, asAt: DayNumber): void
}

const YEARS_BEFORE = 17

export function staff(seed: string, children: number, asAt: DayNumber): Workforce {
  const chance = chanceOf(`${seed} workforce`)
  const numbers = { worker: 2000, team: 10, post: 100 }
  const invent = (kind: TeamKind, isAgency: boolean): Worker =>
    inventWorker(chance, kind, isAgency, (numbers.worker += 1))
  const teams = KINDS.flatMap(({ kind, names, share, caseload }) => {
    const posts = Math.max(1, (children * share) / caseload)
    const count = Math.max(Math.min(2, names.length), Math.min(names.length, Math.round(posts / 7)))
    return names.slice(0, count).map((name, at): Team => {
      const lags = kind === 'assessment' && at === 1
      const id = `T${(numbers.team += 1)}`
      const team: Team = {
        id,
        name,
        kind,
        gain: lags ? 0.15 : 0.9 + chance.part() * 0.25,
        habit: lags ? -0.05 : (chance.part() - 0.4) * 0.05,
        posts: [],
      }
      team.posts = Array.from({ length: Math.max(1, Math.ceil(posts / count)) }, () => ({
        id: `POST${(numbers.post += 1)}`,
        team,
        holdings: holdings(chance, asAt, isAgency => invent(kind, isAgency)),
      }))
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
    write: (extract, from, asAt) => writeWorkforce(extract, teams, used, from, asAt),
  }
}

const heldOn = ({ holdings }: Post, on: DayNumber): Holding =>
  holdings.find(({ until }) => on < until) ?? holdings.at(-1)!

function inventWorker(chance: Chance, kind: TeamKind, isAgency: boolean, number: number): Worker {
  const isNew = !isAgency && chance.yes(0.15)
  const { titles } = KINDS.find(one => one.kind === kind)!
  return {
    id: `W${number}`,
    staffId: `S${50_000 + number * 3}`,
    name: `${chance.one(chance.yes(0.78) ? GIRLS : BOYS)} ${chance.one(SURNAMES)}`,
    isAgency,
    isNew,
    fte: isAgency || chance.yes(0.82) ? 1 : chance.one([0.5, 0.6, 0.8]),
    tempo: (chance.part() - 0.5) * 0.12,
    title: isNew && kind !== 'leaving-care' ? 'Newly qualified social worker' : chance.one(titles),
  }
}

/** Posts turn over, more before the inspection than after; agency workers stay for months, not years. */
function holdings(chance: Chance, asAt: DayNumber, invent: (isAgency: boolean) => Worker): Holding[] {
  const held: Holding[] = []
  const last = asAt + 5 * YEAR
  let from = asAt - Math.round(YEARS_BEFORE * YEAR) - chance.below(900)
  while (from < last) {
    const settled = from > asAt - 600
    const isAgency = chance.yes(settled ? 0.14 : 0.3)
    const stays = isAgency ? chance.length(240, 0.5) : chance.length(settled ? 1100 : 760, 0.6)
    const until = from + Math.max(45, stays)
    held.push({ worker: invent(isAgency), from, until })
    const gap = chance.yes(0.45) ? chance.length(settled ? 18 : 30, 0.6) : 0
    if (gap > 0) held.push({ worker: null, from: until, until: until + gap })
    from = until + gap
  }
  return held
}

function writeWorkforce(
  extract: Extract,
  teams: Team[],
  used: ReadonlySet<Worker>,
  from: DayNumber,
  asAt: DayNumber,
): void {
  for (const { id, name, kind } of teams) {
    const { service } = KINDS.find(one => one.kind === kind)!
    extract.add('teams', { id, name, parentId: service.id, parentName: service.name })
  }
  for (const service of new Map(KINDS.map(({ service }) => [service.id, service])).values())
    extract.add('teams', { ...service })
  const written = new Set<Worker>()
  for (const { kind, posts, name } of teams)
    for (const post of posts)
      for (const [at, { worker, from: held, until }] of post.holdings.entries()) {
        const counts = until > from && held <= asAt
        if (counts) writePost(extract, post, at, asAt)
        if (!worker || written.has(worker) || !(counts || used.has(worker))) continue
        written.add(worker)
        writeWorker(extract, worker, kind, name)
      }
}

function writeWorker(extract: Extract, worker: Worker, kind: TeamKind, department: string): void {
  const { id, staffId, name, isAgency, fte, title } = worker
  const { registered } = KINDS.find(one => one.kind === kind)!
  const registration = registered ? `SW${Number(id.slice(1)) + 90_000}` : null
  extract.add('professionals', { id, staffId, name, registration, isAgency, jobTitle: title, department, fte })
}

function writePost(extract: Extract, post: Post, at: number, asAt: DayNumber): void {
  const { worker, from, until } = post.holdings[at]!
  const { kind, id: teamId } = post.team
  const { caseload, titles } = KINDS.find(one => one.kind === kind)!
  extract.add('workerPosts', {
    id: `${post.id}-${at + 1}`,
    workerId: worker?.id ?? null,
    teamId,
    title: worker?.title ?? titles[0]!,
    grade: worker?.isNew ? 'G' : 'H',
    fte: worker?.fte ?? 1,
    isAgency: worker?.isAgency ?? false,
    isNewlyQualified: worker?.isNew ?? false,
    isManager: false,
    caseloadCap: worker?.isNew ? Math.round(caseload * 0.8) : caseload + 2,
    fromOn: from,
    untilOn: until - 1 > asAt ? null : until - 1,
  })
}
