/**
 * How fast the plan's pages are with 500 actions of two years: the register (100 rows), one action, saving a rating and an edit of
 * its words, the CSV of all 500. Every request is real HTTP through the whole service (session, row-level security, page) to a throw-away PostgreSQL that
 * keeps every commit on disk. `node --import tsx bench/plan.ts` on Node 24; prints one line of JSON, times in milliseconds, and
 * ends with 1 where a figure is over its limit.
 */
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { createApp } from '../src/app.ts'
import type { ActionReading, PlanReading } from '../src/intake/plan-reading.ts'
import { sessionOf } from '../src/people/test-session.ts'
import { addRating, addUpdate } from '../src/plan/action-store.ts'
import { keepVersion } from '../src/plan/version-store.ts'
import { openStore } from '../src/store/open-store.ts'
import { aTestAuthority } from '../src/store/test-database.ts'
import { addDays, day, dayInLondon } from '../src/terms/day.ts'

const ACTIONS = 500
const TIMES = 200
const AT_ONCE = 8
const SECONDS = 5
let edits = 0

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
chmodSync(folder, 0o711)
const store = await openStore({ folder, databaseUrl: null, migrationUrl: null }, 'bench', 'keep')
const { database } = store
const council = await aTestAuthority(database)
const ids = await fill()
const cookie = await sessionOf(database, council, 'programme-manager')

let app: ReturnType<typeof createApp> | undefined
const server = serve({ fetch: request => app!.fetch(request), port: 0, hostname: '127.0.0.1' })
await new Promise(resolve => server.once('listening', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
app = createApp({ database, config: { address } })

const some = () => ids[Math.floor(Math.random() * ids.length)]!
const figures = {
  actions: ACTIONS,
  register: await time(() => read(`/plan?page=${1 + Math.floor(Math.random() * 5)}`)),
  registerPerSecond: await perSecond('/plan'),
  action: await time(() => read(`/plan/actions/${some()}`)),
  save: await time(save),
  edit: await time(edit, TIMES, openEdit),
  csv: await time(() => read('/plan/register.csv'), 30),
  home: await time(() => read('/'), 30),
  finding: await time(() => read('/findings'), 30),
}
await new Promise(resolve => server.close(resolve))
await store.close()
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })
console.log(JSON.stringify(figures))

/** What the product promises, in milliseconds at the middle. */
const over = [
  figures.register.p50 > 30 && 'a page of the register takes more than 30 ms',
  figures.registerPerSecond < 60 && 'fewer than 60 pages of the register a second',
  figures.action.p50 > 20 && 'opening an action takes more than 20 ms',
  figures.save.p50 > 15 && 'saving a rating takes more than 15 ms',
  figures.edit.p50 > 15 && 'saving an edit of words takes more than 15 ms',
  figures.csv.p50 > 150 && 'the register as CSV takes more than 150 ms',
].filter(one => one !== false)
for (const one of over) console.error(`Over the limit: ${one}`)
process.exitCode = over.length > 0 ? 1 : 0

/** A plan of ten themes, each action with two years of a rating a quarter and an update a month. */
async function fill(): Promise<number[]> {
  const today = dayInLondon(new Date())
  const manager = council.posts['programme-manager']
  const began = addDays(today, -730)
  return database.transaction(council.on('programme-manager'), async db => {
    const reading = planOf(ACTIONS)
    const doing = { personId: manager.personId, postId: manager.postId, on: began }
    const { actionIds } = await keepVersion(db, doing, {
      reading,
      title: 'A large plan',
      planId: null,
      startsOn: began,
      endsOn: addDays(today, 365),
      fromOn: began,
      documentId: null,
      note: '',
      continues: {
        themes: reading.themes.map(() => null),
        objectives: reading.themes.flatMap(theme => theme.objectives.map(() => null)),
        actions: Array.from({ length: ACTIONS }, () => null),
      },
      gone: [],
      posts: new Map([['Head of Assessment', council.posts['head-of-service'].postId]]),
    })
    for (const [index, id] of actionIds.entries())
      for (let month = 0; month < 24; month++) {
        const on = addDays(began, month * 30 + (index % 28))
        await addUpdate(
          db,
          { ...doing, on },
          id,
          `Month ${month}: the team met, looked at twelve cases and agreed what changes.`,
        )
        if (month % 3 === 0)
          await addRating(db, { ...doing, on }, id, {
            delivery: month > 18 && index % 3 === 0 ? 'completed' : 'on-task',
            impact: month > 12 ? 'starting' : 'none',
            reason: 'Audit of the quarter',
          })
      }
    return actionIds
  })
}

function planOf(count: number): PlanReading {
  const themes = Array.from({ length: 10 }, (_, at) => ({
    ref: String(at + 1),
    title: `Theme ${at + 1}`,
    where: '',
    objectives: [{ ref: `${at + 1}.1`, text: 'Children are seen and heard', cites: [], section: null, where: '' }],
    actions: Array.from({ length: count / 10 }, (_, row) => actionOf(`${at + 1}.${row + 1}`, `${at + 1}.1`)),
  }))
  return { file: '', title: 'A large plan', layouts: [], themes, surroundings: [], problems: [] }
}

function actionOf(ref: string, objective: string): ActionReading {
  const latest = day('2027-03-31')
  return {
    ref,
    text: `Make sure that every child of group ${ref} is visited within ten working days, seen alone, and that what they say is written down and changes the plan (DfE Notice 4.3)`,
    desiredOutcome: 'Children are seen in time and what they say changes what is done',
    leads: [{ text: 'Head of Assessment', kind: 'post', offered: null }],
    leadText: 'Head of Assessment',
    timescaleText: 'March 2027',
    timescale: { kind: 'by', earliest: day('2027-03-01'), latest },
    startText: null,
    endText: null,
    measureText: '90% of visits in time by March 2027',
    targets: [
      {
        text: '90% by March 2027',
        value: 90,
        unit: '%',
        bound: 'at least',
        upTo: null,
        dueOn: latest,
        series: 'first',
      },
    ],
    cites: [{ source: 'DfE Notice', ref: '4.3', text: '(DfE Notice 4.3)' }],
    objective,
    delivery: null,
    impact: null,
    monitoredBy: 'Improvement Board',
    evidenceText: '',
    unmapped: {},
    where: '',
    row: 1,
    partOfRow: 1,
  }
}

async function read(path: string) {
  const answer = await fetch(address + path, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  await answer.arrayBuffer()
}

/** A rating and an update on one action, as a lead saves them. */
function save() {
  return send(`/plan/actions/${some()}/rate`, {
    text: 'Seen twelve of twelve',
    delivery: 'on-task',
    impact: 'starting',
    reason: 'Audit of the month',
  })
}

/** The form of an action's words, opened before the clock runs: its address, and what it was opened on. */
async function openEdit(): Promise<[string, string]> {
  const path = `/plan/actions/${some()}/edit`
  const html = await (await fetch(address + path, { headers: { cookie } })).text()
  return [path, /name="seen" value="(\d+)"/.exec(html)![1]!]
}

/** An edit of an action's words, other words each time. */
function edit([path, seen]: [string, string]) {
  return send(path, {
    seen,
    text: `Make sure that every child is visited within ten working days and seen alone, as agreed for the ${(edits += 1)}. time`,
    desiredOutcome: 'Children are seen in time and what they say changes what is done',
    measureText: '90% of visits in time by March 2027',
    monitoredBy: 'Improvement Board',
    reason: 'Agreed by the board',
  })
}

async function send(path: string, typed: Record<string, string>) {
  const answer = await fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: address },
    body: new URLSearchParams(typed),
  })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`)
}

/** How long one takes at the middle and for the slowest in twenty, one after the other; what `open` does is not counted. */
async function time<Opened>(
  ask: (opened: Opened) => Promise<void>,
  times = TIMES,
  open: () => Promise<Opened> = async () => undefined as Opened,
) {
  for (let warm = 0; warm < 20; warm++) await ask(await open())
  const took: number[] = []
  for (let run = 0; run < times; run++) {
    const opened = await open()
    const start = performance.now()
    await ask(opened)
    took.push(performance.now() - start)
  }
  took.sort((one, other) => one - other)
  const at = (part: number) => Number(took[Math.floor(took.length * part)]!.toFixed(1))
  return { p50: at(0.5), p95: at(0.95) }
}

/** How many pages a second several people get between them; they ask from another process. */
async function perSecond(path: string): Promise<number> {
  const people = [address + path, cookie, String(AT_ONCE), String(SECONDS)]
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'visitors.mjs'), ...people])
  return Math.round(Number(stdout) / SECONDS)
}
