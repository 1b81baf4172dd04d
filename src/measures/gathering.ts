/** Who meets: a team, or all teams of a service. A person is told of those whose children their post reaches. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { History } from './history.ts'

export type Gathering = {
  /** `team/T1` or `service/Assessment`: what a form sends. */
  readonly key: string
  readonly teamRef: string | null
  readonly service: string | null
  readonly name: string
  /** The numbers of its teams in the case system. */
  readonly teams: ReadonlySet<string>
}

/** Teams by name, then services of more than one team. A service is there for who reaches all of its teams. */
export async function listGatherings(db: Db, history: History | null): Promise<Gathering[]> {
  const [reach, kept] = await Promise.all([
    db.one<{ all: boolean; teams: string[] }>(
      sql`select sees_all_children() as all, array(select team_ref from own_reach where scope = 'team') as teams`,
      'reach',
    ),
    db.rows<{ ref: string; name: string; service: string }>(
      sql`select team_ref as ref, name, service from team where team_ref is not null`,
    ),
  ])
  const known = new Map(kept.map(team => [team.ref, team]))
  for (const { id, name } of history?.records.teams ?? [])
    if (!known.has(id)) known.set(id, { ref: id, name: name ?? id, service: '' })
  const reaches = ({ ref }: { ref: string }) => reach.all || reach.teams.includes(ref)
  const teams = [...known.values()].filter(reaches).map(({ ref, name }): Gathering => ({
    key: `team/${ref}`,
    teamRef: ref,
    service: null,
    name,
    teams: new Set([ref]),
  }))
  const services = [...Map.groupBy(known.values(), ({ service }) => service)]
    .filter(([service, own]) => service !== '' && own.length > 1 && own.every(reaches))
    .map(([service, own]): Gathering => ({
      key: `service/${service}`,
      teamRef: null,
      service,
      name: `${service} (all ${own.length} teams)`,
      teams: new Set(own.map(({ ref }) => ref)),
    }))
  return [...teams.sort(byName), ...services.sort(byName)]
}

const byName = (one: Gathering, other: Gathering) => one.name.localeCompare(other.name, 'en-GB')
