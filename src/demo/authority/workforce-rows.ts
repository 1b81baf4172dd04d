/** The people at work as the extract has them: teams, professionals, posts over time, and the supervision that each was given. */
import { nextWorkingDay } from './days.ts'
import { type Holding, managerOf, type Post, type Team, type Worker } from './workforce.ts'
import { KINDS, kindNamed } from './team-kinds.ts'
import type { World } from './world.ts'

export function writeWorkforce(world: World): void {
  const { teams, used } = world.workforce
  writeTeams(world, teams)
  const written = new Set<Worker>()
  for (const team of teams)
    for (const post of [...team.managers, ...team.posts])
      for (const [at, holding] of post.holdings.entries()) {
        const isInTime = holding.until > world.from && holding.from <= world.asAt
        if (isInTime) writePost(world, post, holding, at)
        const { worker } = holding
        if (!worker || written.has(worker) || !(isInTime || used.has(worker))) continue
        written.add(worker)
        writeProfessional(world, worker, team)
        if (isInTime) writeSupervision(world, post, holding)
      }
}

function writeTeams({ extract }: World, teams: readonly Team[]): void {
  for (const { id, name, kind } of teams) {
    const { service } = kindNamed(kind)
    extract.add('teams', { id, name, parentId: service.id, parentName: service.name })
  }
  for (const service of new Map(KINDS.map(({ service }) => [service.id, service])).values())
    extract.add('teams', { ...service })
}

function writeProfessional({ extract, caseloads }: World, worker: Worker, { kind, name: department }: Team): void {
  const { id, staffId, name, isAgency, fte, title } = worker
  const registration = kindNamed(kind).registered ? `SW${Number(id.slice(1)) + 90_000}` : null
  extract.add('professionals', {
    id,
    staffId,
    name,
    registration,
    isAgency,
    jobTitle: title,
    septemberCaseload: caseloads.get(id) ?? null,
    department,
    fte,
  })
}

function writePost(
  { extract, asAt }: World,
  { id, team, isManager }: Post,
  { worker, from, until }: Holding,
  at: number,
): void {
  const { caseload, titles } = kindNamed(team.kind)
  const last = until - 1
  extract.add('workerPosts', {
    id: `${id}-${at + 1}`,
    workerId: worker?.id ?? null,
    teamId: team.id,
    title: worker?.title ?? (isManager ? 'Team manager' : titles[0]!),
    grade: isManager ? 'K' : worker?.isNew ? 'G' : 'H',
    fte: worker?.fte ?? 1,
    isAgency: worker?.isAgency ?? false,
    isNewlyQualified: worker?.isNew ?? false,
    isManager,
    caseloadCap: isManager ? 0 : worker?.isNew ? Math.round(caseload * 0.8) : caseload + 2,
    fromOn: from,
    untilOn: last > asAt ? null : last,
  })
}

/** Once a month, held and written up more often since the inspection. */
function writeSupervision(world: World, post: Post, { worker, from, until }: Holding): void {
  const { extract, pace, workforce, chance, asAt } = world
  if (!worker || post.isManager) return
  for (let on = Math.max(from + 14, world.from + chance.below(28)); on < Math.min(until, asAt);) {
    const isOnTime = chance.yes(pace.share(0.58, 0.87, on, { ...post.team, tempo: worker.tempo }))
    const heldOn = nextWorkingDay(on)
    on += isOnTime ? chance.between(25, 31) : chance.between(36, 80)
    const supervisorId = workforce.holderOn(managerOf(post), heldOn).worker.id
    const recordedOn = chance.yes(0.95) ? heldOn + chance.length(4, 1) : null
    if (heldOn < until)
      extract.add('supervisions', {
        id: world.number('SU'),
        workerId: worker.id,
        supervisorId,
        heldOn,
        recordedOn,
        childId: null,
      })
  }
}
