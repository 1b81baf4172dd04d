/**
 * Works out every measure from a kept snapshot, as a job: figures back to the first months of the records, and the cases of the latest. All of it is kept
 * at once or none of it; begun again after a crash it gives the same.
 */
import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import type { Database, Db } from '../store/database.ts'
import type { Work } from '../store/jobs.ts'
import { dayOrNull } from '../terms/day-number.ts'
import { teamOf, workerOf } from './breakdown.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'
import { findFlaws, listLateDays, type QualitySummary, summaryOf } from './data-quality.ts'
import { casesOf } from './figure.ts'
import type { History } from './history.ts'
import { lastHolidayEntry } from './holiday-store.ts'
import { historyAt } from './kept-history.ts'
import type { Measure } from './measure.ts'
import { beginRun, caseLine, endRun, isWorkedOut, keepCases, keepFigures, type KeptFigure } from './run-store.ts'
import { findOwnSettings } from './setting-store.ts'
import { lackWords, reachWords } from './support.ts'
import { periodTo, windowOf } from './window.ts'
import { catalogueOf } from './whole-catalogue.ts'
import { keptKind, lastDays, monthsHeld, type Worked, workOut } from './work-out.ts'

/** Three years of months, and one more so that each has a year before it to be compared with. */
const MOST_MONTHS = 48

const AS = { person: null, work: 'work-out-measures' } as const

/** The handler of the job `work-out-measures`, with `{ snapshotId }`. */
export const workOutMeasures: Work = async ({ authorityId, payload }, { database, progress, signal }) => {
  await runMeasures(database, authorityId, Number(payload['snapshotId']), { progress, signal })
}

type Told = { progress(words: string): Promise<void>; signal?: AbortSignal }

/** Answers the run, or null where the same has been worked out already. */
export async function runMeasures(
  database: Database,
  authority: number,
  snapshotId: number,
  { progress, signal }: Told = { progress: async () => {} },
): Promise<number | null> {
  const on = { ...AS, authority }
  await progress('Reading the records')
  const { history, own, measures, holidayEntry } = await database.reading(on, async db => {
    const holidayEntry = await lastHolidayEntry(db)
    const history = await historyAt(db, snapshotId, holidayEntry)
    const { measures } = await catalogueOf(db)
    return { history, measures, holidayEntry, own: await findOwnSettings(db, history.records.asAt) }
  })
  const begun = {
    snapshotId,
    catalogue: catalogueMark(measures),
    holidays: history.calendar.version,
    holidayEntry,
    settings: Object.fromEntries(own),
  }
  if (await database.reading(on, db => isWorkedOut(db, begun))) return null
  const runId = await database.transaction(on, db => beginRun(db, begun))
  const days = lastDays(history.records.asAt, monthsHeld(history.records, MOST_MONTHS))
  const found: Worked[] = []
  for (const worked of workOut(measures, history, days, own)) {
    found.push(worked)
    signal?.throwIfAborted()
    if (found.length % 20 === 0) await progress(`${found.length} of ${measures.length} measures worked out`)
    await others()
  }
  await progress('Looking at what is missing, contradictory or late')
  const late = await database.reading(on, db => listLateDays(db, snapshotId, history.records.asAt))
  const quality = summaryOf(findFlaws(history, own, late))
  await progress('Keeping the figures and the cases')
  await database.transaction(on, db => keepRun(db, authority, runId, history, found, quality))
  return runId
}

async function keepRun(
  db: Db,
  authority: number,
  runId: number,
  history: History,
  found: readonly Worked[],
  quality: QualitySummary,
): Promise<void> {
  const figures = found.flatMap(asKept)
  const changed = await keepFigures(db, runId, figures)
  const cases = await keepCases(db, runId, caseLines(authority, runId, history, found))
  const lacks = Object.fromEntries(
    found.map(worked => [worked.measure.id, whyNone(worked, history)] as const).filter(([, words]) => words.length > 0),
  )
  await endRun(db, runId, {
    lacks,
    measures: found.length - Object.keys(lacks).length,
    figures: figures.length,
    changed,
    cases,
    quality,
  })
}

/** What is missing; or that the records begin too late for any period of it. */
function whyNone({ measure, lacks, figures }: Worked, { records }: History): string[] {
  if (lacks.length > 0 || figures.length > 0) return lacks.map(lackWords)
  return [reachWords(measure, records.reaches) ?? []].flat()
}

const asKept = ({ measure, figures }: Worked): KeptFigure[] =>
  figures.map(({ kind, period: { from, to }, figure }) => ({
    ...figure,
    measure: measure.id,
    kind,
    from,
    to,
    definition: measure.version.number,
  }))

function* caseLines(authority: number, runId: number, history: History, found: readonly Worked[]): Generator<string> {
  for (const worked of found) if (worked.figures.length > 0) yield* linesOf(authority, runId, history, worked)
}

function* linesOf(
  authority: number,
  runId: number,
  history: History,
  { measure, settings, figures }: Worked,
): Generator<string> {
  const { asAt } = history.records
  const periods = measure.periods.filter(period => figures.some(({ kind }) => kind === period))
  const window = windowOf(periodTo(keptKind({ ...measure, periods }), asAt), asAt)
  for (const { one, state, amount, because } of casesOf(measure, history, window, settings)) {
    const on = Math.min(one.done ?? one.due ?? window.asAt, window.asAt)
    yield caseLine(authority, runId, {
      measure: measure.id,
      caseRef: one.id,
      personRef: one.personId,
      workerRef: workerOf(history, one, on),
      teamRef: teamOf(history, one, on),
      start: dayOrNull(one.start),
      due: dayOrNull(one.due),
      done: dayOrNull(one.done),
      state,
      amount,
      because,
    })
  }
}

/** A fingerprint of every definition: its words, its rule and its version. */
export const catalogueMark = (measures: readonly Measure[] = WHOLE_CATALOGUE): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        measures.map(({ id, version, outOf, counted, leftOut, rule, clock, settings }) => [
          id,
          version,
          outOf,
          counted,
          leftOut,
          rule,
          clock,
          settings,
        ]),
      ),
    )
    .digest('hex')
    .slice(0, 16)
