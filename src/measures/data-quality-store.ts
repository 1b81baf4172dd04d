/** The quality of the records of a run: worked out the first time it is asked for, shown as far as a person reaches, and as earlier runs kept it. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { nameOf, teamName, workerName } from './case-list.ts'
import { type Flaw, findFlaws, type FlawKind, listLateDays, type QualitySummary } from './data-quality.ts'
import { caseHolderOn } from './histories/case-holders.ts'
import type { History } from './history.ts'
import { historyOfRun } from './kept-history.ts'
import { findRunAsAt, type Run } from './run-store.ts'

const kept = new WeakMap<History, { own: string; kinds: readonly FlawKind[] }>()

/** Null where no records have been brought in by the day. */
export async function findQuality(
  db: Db,
  asAt: Day,
): Promise<{ run: Run; history: History; kinds: readonly FlawKind[] } | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const history = await historyOfRun(db, run)
  const own = JSON.stringify(run.settings)
  const known = kept.get(history)
  if (known?.own === own) return { run, history, kinds: known.kinds }
  const late = await listLateDays(db, run.snapshotId, run.asAt)
  const kinds = findFlaws(history, new Map(Object.entries(run.settings)), late)
  kept.set(history, { own, kinds })
  return { run, history, kinds }
}

export type QualityThen = { readonly asAt: Day; readonly quality: QualitySummary }

/** What the loads up to a day had, the latest first: each as its last run counted it. */
export const listQualityThen = (db: Db, asAt: Day, loads: number): Promise<QualityThen[]> =>
  db.rows(sql`
    select "asAt", quality from (
      select distinct on (r.snapshot_id) r.snapshot_id, s.as_at as "asAt", r.quality
      from measure_run r join snapshot s on s.authority_id = r.authority_id and s.snapshot_id = r.snapshot_id
      where r.state = 'done' and r.quality is not null and s.as_at <= ${asAt}
      order by r.snapshot_id desc, r.measure_run_id desc) each
    order by snapshot_id desc limit ${loads}`)

export type ListedFlaw = Flaw & {
  readonly child: {
    readonly childId: number
    readonly address: string
    readonly ref: string
    readonly name: string
  }
  readonly worker: string
  readonly team: string
}

/** Those of children in the person's reach, the latest recorded first and then by name; and how many there are of other children. */
export async function listFlaws(
  db: Db,
  history: History,
  flaws: readonly Flaw[],
): Promise<{ listed: ListedFlaw[]; unseen: number }> {
  const refs = [...new Set(flaws.map(({ personId }) => personId))]
  const rows = await db.rows<{ childId: number; address: string; ref: string }>(
    sql`select child_id as "childId", address, person_ref as ref from child where person_ref = any(${refs})`,
  )
  const seen = new Map(rows.map(child => [child.ref, { ...child, name: nameOf(history, child.ref) }]))
  const listed = flaws.flatMap((flaw): ListedFlaw[] => {
    const child = seen.get(flaw.personId)
    if (!child) return []
    const holder = caseHolderOn(history, flaw.personId, history.asAt)
    return [
      {
        ...flaw,
        child,
        worker: workerName(history, holder?.workerId ?? null),
        team: teamName(history, flaw.teamId),
      },
    ]
  })
  listed.sort(
    (one, other) => (other.days ?? 0) - (one.days ?? 0) || one.child.name.localeCompare(other.child.name, 'en-GB'),
  )
  return { listed, unseen: flaws.length - listed.length }
}
