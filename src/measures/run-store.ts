/** Runs of the measures and the figures and cases they gave, in the database. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { State } from './clock-state.ts'
import type { Figure } from './figure.ts'
import type { PeriodKind } from './window.ts'

export type Run = {
  runId: number
  snapshotId: number
  asAt: Day
  catalogue: string
  holidays: string
  /** The last of the council's own entries about bank holidays that it knew; 0 for none. */
  holidayEntry: number
  settings: Record<string, object>
  lacks: Record<string, string[]>
  doneAt: Date | null
}

/** A figure as it is kept. `definition` is the version of the measure's definition. */
export type KeptFigure = Figure & { measure: string; kind: PeriodKind; from: Day; to: Day; definition: number }

const runs = sql`
  select r.measure_run_id as "runId", r.snapshot_id as "snapshotId", s.as_at as "asAt", r.catalogue, r.holidays, r.holiday_entry as "holidayEntry", r.settings, r.lacks, r.done_at as "doneAt"
  from measure_run r join snapshot s on s.authority_id = r.authority_id and s.snapshot_id = r.snapshot_id`

/** The run whose figures count now; null where nothing has been worked out. */
export const findLatestRun = (db: Db) =>
  db.maybe<Run>(sql`${runs} where r.state = 'done' order by r.measure_run_id desc limit 1`)

/** The run that tells how things were known at a day: the last from an extract of that day or before. */
export const findRunAsAt = (db: Db, on: Day) =>
  db.maybe<Run>(sql`${runs} where r.state = 'done' and s.as_at <= ${on} order by r.measure_run_id desc limit 1`)

export const listRuns = (db: Db) => db.rows<Run>(sql`${runs} where r.state = 'done' order by r.measure_run_id desc`)

type Begun = Pick<Run, 'snapshotId' | 'catalogue' | 'holidays' | 'holidayEntry'> & { settings: object }

/** Begins a run, or takes up the one that was left by an instance that died. */
export async function beginRun(db: Db, given: Begun): Promise<number> {
  const left = await db.maybe<{ runId: number }>(sql`
    update measure_run set snapshot_id = ${given.snapshotId}, catalogue = ${given.catalogue}, holidays = ${given.holidays}, holiday_entry = ${given.holidayEntry}, settings = ${given.settings}, began_at = clock_timestamp()
    where state = 'running' returning measure_run_id as "runId"`)
  if (left) return left.runId
  const { runId } = await db.one<{ runId: number }>(
    sql`
      insert into measure_run (authority_id, snapshot_id, catalogue, holidays, holiday_entry, settings)
      values (current_authority(), ${given.snapshotId}, ${given.catalogue}, ${given.holidays}, ${given.holidayEntry}, ${given.settings}) returning measure_run_id as "runId"`,
    'run just begun',
  )
  return runId
}

/** Whether the measures have been worked out from this snapshot by these definitions and settings already. */
export const isWorkedOut = async (db: Db, given: Begun): Promise<boolean> => {
  const latest = await db.maybe<{ same: boolean }>(sql`
    select snapshot_id = ${given.snapshotId} and catalogue = ${given.catalogue} and holidays = ${given.holidays} and settings = ${given.settings} as same
    from measure_run where state = 'done' order by measure_run_id desc limit 1`)
  return latest?.same ?? false
}

export const endRun = (
  db: Db,
  runId: number,
  given: { lacks: object; measures: number; figures: number; changed: number; cases: number; quality: object },
) =>
  db.run(sql`
    update measure_run set state = 'done', done_at = clock_timestamp(), lacks = ${given.lacks}, measures = ${given.measures}, figures = ${given.figures},
           changed = ${given.changed}, cases = ${given.cases}, quality = ${given.quality}
    where measure_run_id = ${runId}`)

/** Keeps figures: those that are as they were stay as they are, those that changed are closed with the run before and held anew. Says how many changed. */
export async function keepFigures(db: Db, runId: number, figures: readonly KeptFigure[]): Promise<number> {
  const given = JSON.stringify(
    figures.map(({ measure, kind, from, to, numerator, denominator, value, median, openOverdue, excluded, definition }) => ({
      measure, kind, from_on: from, to_on: to, numerator, denominator, value, median, open_overdue: openOverdue, excluded, definition,
    })),
  ) // prettier-ignore
  const worked = sql`
    worked as (select * from jsonb_to_recordset(${given}::text::jsonb) as w(measure text, kind text, from_on date, to_on date, numerator double precision,
      denominator double precision, value double precision, median double precision, open_overdue integer, excluded integer, definition integer)),
    changed as (select w.* from worked w where not exists (
      select 1 from measure_figure f where f.last_run is null and f.measure = w.measure and f.kind = w.kind and f.to_on = w.to_on
        and (f.from_on, f.numerator, f.denominator, f.value, f.median, f.open_overdue, f.excluded, f.definition)
            is not distinct from (w.from_on, w.numerator, w.denominator, w.value, w.median, w.open_overdue, w.excluded, w.definition)))`
  await db.run(sql`
    with ${worked}
    update measure_figure f set last_run = greatest(f.first_run, (select coalesce(max(r.measure_run_id), f.first_run) from measure_run r where r.state = 'done'))
    from changed c where f.last_run is null and f.measure = c.measure and f.kind = c.kind and f.to_on = c.to_on`)
  return await db.run(sql`
    with ${worked}
    insert into measure_figure (authority_id, measure, kind, from_on, to_on, numerator, denominator, value, median, open_overdue, excluded, definition, first_run)
    select current_authority(), c.measure, c.kind, c.from_on, c.to_on, c.numerator, c.denominator, c.value, c.median, c.open_overdue, c.excluded, c.definition, ${runId}
    from changed c`)
}

const figures = sql`
  select measure, kind, from_on as "from", to_on as "to", numerator, denominator, value, median, open_overdue as "openOverdue", excluded, definition from measure_figure`

/** Every figure of a kind as known at a run, oldest first: of one measure, of some, or of all. */
export const listFigures = (
  db: Db,
  runId: number,
  { measure, kind }: { measure?: string | readonly string[]; kind?: PeriodKind } = {},
) =>
  db.rows<KeptFigure>(sql`
    ${figures} where first_run <= ${runId} and (last_run is null or last_run >= ${runId})
      ${measure === undefined ? sql`` : sql`and measure = any(${[measure].flat()})`} ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
    order by measure, kind, to_on`)

/** Every way in which every figure had been known by a run: those of one period together, oldest first. */
export const listWays = (db: Db, runId: number) =>
  db.rows<KeptFigure>(sql`${figures} where first_run <= ${runId} order by measure, kind, to_on, first_run`)

/** Every way a figure has been known, oldest first, each with the runs and the days it was known at. */
export const listWaysKnown = (db: Db, measure: string, kind: PeriodKind, to: Day) =>
  db.rows<KeptFigure & { firstRun: number; asAt: Day; knownAt: Date }>(sql`
    select f.measure, f.kind, f.from_on as "from", f.to_on as "to", f.numerator, f.denominator, f.value, f.median, f.open_overdue as "openOverdue", f.excluded,
           f.definition, f.first_run as "firstRun", s.as_at as "asAt", r.done_at as "knownAt"
    from measure_figure f
    join measure_run r on r.authority_id = f.authority_id and r.measure_run_id = f.first_run
    join snapshot s on s.authority_id = r.authority_id and s.snapshot_id = r.snapshot_id
    where f.measure = ${measure} and f.kind = ${kind} and f.to_on = ${to} order by f.first_run`)

export type KeptCase = {
  measure: string
  caseRef: string
  personRef: string | null
  workerRef: string | null
  teamRef: string | null
  start: Day | null
  due: Day | null
  done: Day | null
  state: State
  amount: number
  because: string | null
}

/** Cases come by COPY; those of earlier runs are gone. Says how many there are: cases of people who are in no table of people stay out. */
export async function keepCases(db: Db, runId: number, lines: Iterable<string>): Promise<number> {
  await db.run(sql`delete from measure_case`)
  await db.copyIn(
    'copy letterbox_case (authority_id, measure_run_id, measure, case_ref, person_ref, worker_ref, team_ref, start_on, due_on, done_on, state, amount, because) from stdin',
    lines,
  )
  // What has just landed is in nobody's statistics: one by one, each case would go through all the children.
  await db.run(sql`set local enable_nestloop = off`)
  const { taken } = await db.one<{ taken: number }>(sql`select take_landed_cases(${runId}) as taken`, 'cases')
  return taken
}

/** A case as a line of COPY's text format. */
export const caseLine = (authorityId: number, runId: number, one: KeptCase): string =>
  `${authorityId}\t${runId}\t${one.measure}\t${text(one.caseRef)}\t${text(one.personRef)}\t${text(one.workerRef)}\t${text(one.teamRef)}\t${one.start ?? '\\N'}\t${one.due ?? '\\N'}\t${one.done ?? '\\N'}\t${one.state}\t${one.amount}\t${text(one.because)}\n`

const text = (value: string | null) =>
  value === null ? '\\N' : /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, escaped) : value
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (found: string) => ESCAPES[found]!
