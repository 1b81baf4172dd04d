/**
 * How fast figures are, of one invented authority of some 60,000 rows: the whole catalogue for 36 months; eight measures for 36 months here, in SQL on
 * the built-in PostgreSQL and in pandas (Debian: python3-pandas), each giving the same figures; and 150,000 cases kept by COPY. `npm run bench measures`
 * prints one line of JSON, times in milliseconds, and ends with 1 where a figure is over its limit or two of them differ.
 *
 * Reading the files is in none of the counting times: here it is `readingMs` (from bytes to checked records), in PostgreSQL `loadingMs` (COPY, the table
 * of working days, ANALYZE), in pandas `readingMs` (read_csv, days parsed). Counting is everything after it: joins, periods of care, chains of reviews, due
 * days, and the cases of every window with how each stands. Nothing worked out in one round is kept for the next. Each is the best of its rounds.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChildRecords } from '../src/children/records.ts'
import { keepTestSnapshot, recordsOf } from '../src/children/test-snapshot.ts'
import { makeAuthority } from '../src/demo/make-authority.ts'
import { type GivenFile, readSsd } from '../src/intake/read-ssd.ts'
import { measureNamed, WHOLE_CATALOGUE } from '../src/measures/catalogue.ts'
import { casesOf } from '../src/measures/figure.ts'
import { historyOf } from '../src/measures/history.ts'
import { settingsOf } from '../src/measures/measure.ts'
import { beginRun, caseLine, keepCases } from '../src/measures/run-store.ts'
import { loadOracle, ORACLE, sqlOf } from '../src/measures/test-oracle.ts'
import { periodTo, windowOf } from '../src/measures/window.ts'
import { lastDays, workOut } from '../src/measures/work-out.ts'
import { connect } from '../src/store/connect.ts'
import { openDatabase } from '../src/store/database.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeDatabase, makeRoles } from '../src/store/roles.ts'
import { aTestAuthority } from '../src/store/test-database.ts'
import { BANK_HOLIDAYS } from '../src/terms/bank-holiday.ts'
import { addDays, day } from '../src/terms/day.ts'

const CHILDREN = Number(process.argv[2] ?? 200)
const ROUNDS = 5
const AS_AT = day('2026-10-31')
const DAYS = lastDays(AS_AT, 36)
const LIMITS = { catalogueMs: 3000, timesFaster: 20, copyMs: 2000 }
const CASES = 150_000

/** By measure and the last day of the window: how many cases are in each state. */
type Counted = Record<string, Record<string, Record<string, number>>>

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
chmodSync(folder, 0o711)
const files = makeAuthority({ children: CHILDREN, seed: 'bench', asAt: AS_AT })
const { records, readingMs } = await read()
const rows = Object.values(records).reduce((sum, table) => sum + (Array.isArray(table) ? table.length : 0), 0)
const catalogue = wholeCatalogue()
const here = eightHere()
const database = await inTheDatabase()
const pandas = inPandas()
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })

const differing = [database.counted, pandas?.counted].flatMap(other => (other ? differences(here.counted, other) : []))
const cases = Object.values(here.counted).flatMap(windows =>
  Object.values(windows).flatMap(states => Object.values(states)),
)
const times = (other: number) => Math.round(other / here.countingMs)
console.log(
  JSON.stringify({
    rows,
    readingMs,
    catalogue,
    eight: {
      cases: cases.reduce((sum, count) => sum + count, 0),
      here: here.countingMs,
      postgresql: {
        loadingMs: database.loadingMs,
        countingMs: database.countingMs,
        timesSlower: times(database.countingMs),
      },
      pandas: pandas
        ? {
            version: pandas.version,
            readingMs: pandas.readingMs,
            countingMs: pandas.countingMs,
            timesSlower: times(pandas.countingMs),
          }
        : 'python3-pandas is not installed here',
      differing,
    },
    copy: { cases: CASES, ms: database.copyMs },
  }),
)
const slower = [database.countingMs, ...(pandas ? [pandas.countingMs] : [])].map(times)
const isOver =
  catalogue.ms * (60_000 / rows) > LIMITS.catalogueMs ||
  database.copyMs > LIMITS.copyMs ||
  Math.min(...slower) < LIMITS.timesFaster
if (isOver || differing.length > 0) process.exitCode = 1

async function read() {
  const began = performance.now()
  const { records } = await readSsd(files, AS_AT)
  return { records, readingMs: Math.round(performance.now() - began) }
}

/** Tables of their own, so that nothing known of them from before is there. */
function anew(): ChildRecords {
  const tables = Object.entries(records).map(([name, rows]) => [name, Array.isArray(rows) ? [...rows] : rows])
  return Object.fromEntries(tables) as unknown as ChildRecords
}

/** Every measure and variant that the records support, every period of each, at the end of 36 months. */
function wholeCatalogue() {
  const took = Array.from({ length: ROUNDS }, () => {
    const fresh = anew()
    const began = performance.now()
    const history = historyOf(fresh, { population: () => ({ children: 60_000, year: 2025 }) })
    let [measures, figures] = [0, 0]
    for (const worked of workOut(WHOLE_CATALOGUE, history, DAYS)) {
      measures += worked.figures.length > 0 ? 1 : 0
      figures += worked.figures.length
    }
    return { measures, figures, ms: Math.round(performance.now() - began) }
  })
  const best = took.reduce((one, other) => (other.ms < one.ms ? other : one))
  return { ...best, firstMs: took[0]!.ms }
}

function eightHere() {
  let [countingMs, counted] = [Infinity, {} as Counted]
  for (let round = 0; round < ROUNDS * 4; round++) {
    const fresh = anew()
    const began = performance.now()
    counted = countEight(fresh)
    countingMs = Math.min(countingMs, performance.now() - began)
  }
  return { counted, countingMs: Math.round(countingMs * 10) / 10 }
}

function countEight(fresh: ChildRecords): Counted {
  const history = historyOf(fresh)
  const counted: Counted = {}
  for (const [name, { measure: id, kind }] of Object.entries(ORACLE)) {
    const measure = measureNamed(id)!
    const settings = settingsOf(measure)
    const windows: Counted[string] = (counted[name] = {})
    for (const to of DAYS) {
      const states: Record<string, number> = (windows[to] = {})
      for (const { state } of casesOf(measure, history, windowOf(periodTo(kind, to), AS_AT), settings))
        states[state] = (states[state] ?? 0) + 1
    }
  }
  return counted
}

async function inTheDatabase() {
  const server = await startEmbedded({ folder, who: 'bench', durable: true })
  const admin = connect(server.address('admin', 'postgres'), { max: 1 })
  await makeRoles(admin, { owner: server.password('owner'), service: server.password('service') })
  await makeDatabase(admin, 'golden_thread')
  await admin.end()
  const owner = connect(server.address('owner'), { max: 1 })
  await migrate(owner)
  const began = performance.now()
  await loadOracle(owner, files, DAYS)
  const loadingMs = Math.round(performance.now() - began)
  let [countingMs, counted] = [Infinity, {} as Counted]
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    counted = await eightInSql(owner)
    countingMs = Math.min(countingMs, performance.now() - from)
  }
  await owner.end()
  const copyMs = await keepManyCases(server.address('service'))
  await server.stop()
  return { counted, loadingMs, countingMs: Math.round(countingMs), copyMs }
}

/** Only the counts of each window leave the database. */
async function eightInSql(on: ReturnType<typeof connect>): Promise<Counted> {
  const counted: Counted = {}
  for (const name of Object.keys(ORACLE)) {
    const found = await on.unsafe<{ asked: string; state: string; count: number }[]>(
      `select asked, state, count(*)::int as count from (${sqlOf(name).trim().replace(/;$/, '')}) as cases group by asked, state`,
    )
    counted[name] = {}
    for (const { asked, state, count } of found) (counted[name][asked] ??= {})[state] = count
  }
  return counted
}

/** A whole run's cases through the letterbox into the table of cases, of 2,000 children, all of it on disk. */
async function keepManyCases(address: string): Promise<number> {
  const database = openDatabase(address)
  const { authorityId } = await aTestAuthority(database)
  const people = records.people.slice(0, 2000)
  const snapshotId = await keepTestSnapshot(database, authorityId, recordsOf(AS_AT, { people }))
  const on = { authority: authorityId, person: null, work: 'work-out-measures' }
  const given = { snapshotId, catalogue: 'bench', holidays: BANK_HOLIDAYS.version, holidayEntry: 0, settings: {} }
  const runId = await database.transaction(on, db => beginRun(db, given))
  const lines = Array.from({ length: CASES }, (_, at) =>
    caseLine(authorityId, runId, {
      measure: WHOLE_CATALOGUE[at % WHOLE_CATALOGUE.length]!.id,
      caseRef: `C${at}`,
      personRef: people[at % people.length]!.id,
      workerRef: `W${at % 200}`,
      teamRef: `T${at % 20}`,
      start: addDays(AS_AT, -(at % 900)),
      due: addDays(AS_AT, 60 - (at % 900)),
      done: null,
      state: 'open-overdue',
      amount: 1,
      because: null,
    }),
  )
  const took: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    const kept = await database.transaction(on, db => keepCases(db, runId, lines))
    took.push(performance.now() - began)
    if (kept !== CASES) throw new Error(`${kept} cases were kept`)
  }
  await database.close()
  return Math.round(Math.min(...took))
}

function inPandas() {
  const extract = join(folder, 'extract')
  mkdirSync(extract)
  for (const { name, bytes } of files as GivenFile[]) writeFileSync(join(extract, name), bytes)
  writeFileSync(join(extract, 'holidays.txt'), BANK_HOLIDAYS.holidays.join('\n'))
  const kinds = [...new Set(Object.values(ORACLE).map(({ kind }) => kind))]
  const windows = kinds.flatMap(kind => DAYS.map(to => ({ kind, from: periodTo(kind, to).from, to })))
  writeFileSync(join(extract, 'windows.json'), JSON.stringify(windows))
  for (const python of ['/usr/bin/python3', 'python3']) {
    const script = join(import.meta.dirname, 'measures_pandas.py')
    const done = spawnSync(python, [script, extract, String(ROUNDS)], { encoding: 'utf8', maxBuffer: 1e8 })
    if (done.status !== 0) {
      if (!/No module named/.test(done.stderr ?? 'No module named')) throw new Error(done.stderr)
      continue
    }
    const { pandas: version, readingMs, countingMs, figures } = JSON.parse(done.stdout)
    return { version, readingMs, countingMs, counted: figures as Counted }
  }
  return null
}

/** Where a window's counts are not the same, in words; the first few. */
function differences(one: Counted, other: Counted): string[] {
  const said = (states: Record<string, number> = {}) =>
    Object.entries(states)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => `${state} ${count}`)
      .sort()
      .join(', ')
  return Object.keys(ORACLE)
    .flatMap(name => DAYS.map(to => [name, to, said(one[name]?.[to]), said(other[name]?.[to])] as const))
    .filter(([, , here, there]) => here !== there)
    .map(([name, to, here, there]) => `${name} ${to}: ${here} | ${there}`)
    .slice(0, 10)
}
