/**
 * Every authority of England one after another, two at a time: 153 extracts read from their files and the whole catalogue counted for 36 months, with the
 * cases of the last, each authority a job of its own. Memory is that of one authority a process. What is done is kept in a folder, so that a run that is
 * killed goes on where it was. `npm run bench national` (about two minutes; `-- --authorities 5` for a quick look, `--again` to begin anew, `--children N`
 * for the size of a middling one: 200 is some 60,000 rows). Progress goes to stderr, one line of JSON to stdout.
 *
 * The authorities are invented ones of three sizes, each with its days moved by days of its own, so that no two are the same.
 */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeAuthority } from '../src/demo/make-authority.ts'
import { type GivenFile, readSsd } from '../src/intake/read-ssd.ts'
import { WHOLE_CATALOGUE } from '../src/measures/catalogue.ts'
import { casesOf } from '../src/measures/figure.ts'
import { historyOf } from '../src/measures/history.ts'
import { catalogueMark } from '../src/measures/run-measures.ts'
import { periodTo, windowOf } from '../src/measures/window.ts'
import { keptKind, lastDays, workOut } from '../src/measures/work-out.ts'
import { addDays, day } from '../src/terms/day.ts'

const AS_AT = day('2026-10-31')
const MONTHS = 36
const PROCESSES = 2
/** Beside a middling authority: many small ones, a few that are four times as large. */
const SIZES = [1, 0.5, 1, 0.5, 2, 1, 0.5, 1, 4]

type Done = {
  authority: number
  rows: number
  figures: number
  cases: number
  readMs: number
  countMs: number
  peakMb: number
  sum: string
}

const { values: asked } = parseArgs({
  options: {
    authorities: { type: 'string', default: '153' },
    children: { type: 'string', default: '200' },
    again: { type: 'boolean', default: false },
  },
})
const [authorities, children] = [Number(asked.authorities), Number(asked.children)]
const folder = join(tmpdir(), `golden-thread-national-${children}`)
/** Of these definitions: where they have changed, what was done before is done again. */
const done = join(folder, `done-${catalogueMark(WHOLE_CATALOGUE)}`)
const resultOf = (authority: number) => join(done, `${String(authority).padStart(3, '0')}.json`)
const extractOf = (size: number) => join(folder, `extract-${size}`)

if (process.send) countWhatIsAsked()
else await runAll()

async function runAll(): Promise<void> {
  if (asked.again) rmSync(folder, { recursive: true, force: true })
  mkdirSync(done, { recursive: true })
  makeExtracts()
  const left = Array.from({ length: authorities }, (_, at) => at + 1).filter(one => !existsSync(resultOf(one)))
  const before = authorities - left.length
  if (before > 0) tell(`${before} of ${authorities} were done before; going on with the others`)
  const began = performance.now()
  let finished = 0
  const told = () => {
    finished += 1
    const seconds = Math.round(((performance.now() - began) / 1000 / finished) * (left.length - finished))
    tell(`${before + finished} of ${authorities} authorities; about ${seconds} seconds more`)
  }
  const todo = [...left]
  await Promise.all(Array.from({ length: Math.min(PROCESSES, todo.length) }, () => work(todo, told)))
  const ms = Math.round(performance.now() - began)
  const all = Array.from({ length: authorities }, (_, at) => JSON.parse(readFileSync(resultOf(at + 1), 'utf8')) as Done)
  const sum = (of: (one: Done) => number) => all.reduce((total, one) => total + of(one), 0)
  const peaks = all.map(({ peakMb }) => peakMb)
  console.log(
    JSON.stringify({
      authorities,
      processes: PROCESSES,
      doneInThisRun: left.length,
      seconds: Math.round(ms / 100) / 10,
      rows: sum(one => one.rows),
      figures: sum(one => one.figures),
      cases: sum(one => one.cases),
      readingSeconds: Math.round(sum(one => one.readMs) / 1000),
      countingSeconds: Math.round(sum(one => one.countMs) / 1000),
      largestRows: Math.max(...all.map(({ rows }) => rows)),
      peakMbOfAProcess: Math.max(...peaks),
      peakMbAfterTheFirstLargest: Math.max(...peaks.slice(0, SIZES.length * 2)),
    }),
  )
}

/** One extract of each size, in files, unless an earlier run has made them. */
function makeExtracts(): void {
  for (const size of new Set(SIZES)) {
    if (existsSync(extractOf(size))) continue
    tell(`Making an authority of ${Math.round(children * size)} open children in need`)
    const making = `${extractOf(size)}.making`
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making)
    const files = makeAuthority({ children: Math.round(children * size), seed: `national ${size}`, asAt: AS_AT })
    for (const { name, bytes } of files) writeFileSync(join(making, name), bytes)
    renameSync(making, extractOf(size))
  }
}

/** A process that counts one authority after another until none is left. One that dies fails the run; what is done stays done. */
function work(todo: number[], told: () => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const counting = fork(import.meta.filename, process.argv.slice(2))
  const next = () => {
    const authority = todo.shift()
    if (authority === undefined) counting.disconnect()
    else counting.send(authority)
  }
  counting.on('message', () => {
    told()
    next()
  })
  counting.on('exit', code => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
  next()
  return promise
}

function countWhatIsAsked(): void {
  process.on('message', async (authority: number) => {
    writeFileSync(`${resultOf(authority)}.part`, JSON.stringify(await count(authority)))
    renameSync(`${resultOf(authority)}.part`, resultOf(authority))
    process.send!(authority)
  })
}

async function count(authority: number): Promise<Done> {
  let at = performance.now()
  const lap = () => {
    const took = performance.now() - at
    at = performance.now()
    return Math.round(took)
  }
  const { records } = await readSsd(extractFor(authority), AS_AT)
  const readMs = lap()
  const rows = Object.values(records).reduce((sum, table) => sum + (Array.isArray(table) ? table.length : 0), 0)
  const history = historyOf(records, { population: () => ({ children: 300 * children, year: 2025 }) })
  const sum = createHash('sha256')
  let [figures, cases] = [0, 0]
  for (const worked of workOut(WHOLE_CATALOGUE, history, lastDays(AS_AT, MONTHS))) {
    figures += worked.figures.length
    sum.update(JSON.stringify(worked.figures))
    if (worked.lacks.length > 0) continue
    const window = windowOf(periodTo(keptKind(worked.measure), AS_AT), AS_AT)
    cases += casesOf(worked.measure, history, window, worked.settings).length
  }
  const countMs = lap()
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  return { authority, rows, figures, cases, readMs, countMs, peakMb, sum: sum.digest('hex').slice(0, 16) }
}

/** The files of an authority's size with every day but births moved back by up to a month. */
function extractFor(authority: number): GivenFile[] {
  const from = extractOf(SIZES[authority % SIZES.length]!)
  const moved = new Map<string, string>()
  const back = (on: string): string => {
    const known = moved.get(on) ?? addDays(day(on), -(authority % 31))
    moved.set(on, known)
    return known
  }
  return readdirSync(from).map(name => {
    const bytes = readFileSync(join(from, name))
    if (authority % 31 === 0 || name === 'ssd_person.csv') return { name, bytes }
    return { name, bytes: Buffer.from(bytes.toString().replace(/\b\d{4}-\d\d-\d\d\b/g, back)) }
  })
}

function tell(words: string): void {
  process.stderr.write(`${words}\n`)
}
