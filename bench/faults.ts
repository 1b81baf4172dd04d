/**
 * What goes wrong on purpose, as often as asked: `npm run bench faults -- --times 200 --away 60`. Two instances save beside one database,
 * and one of them, or PostgreSQL itself, is killed with `kill -9` in the middle, in turn. Then two editors on one action, the database away,
 * a full disk (where a small one can be mounted), a clock that moved, and many instances that start at once. Prints one line of JSON, and
 * ends with 1 where anything acknowledged was lost, anything was kept by half, or people were not told in plain words.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createApp } from '../src/app.ts'
import { sessionOf } from '../src/people/test-session.ts'
import { addressOf, connect } from '../src/store/connect.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { type Cluster, prepareCluster } from '../src/store/embedded/cluster.ts'
import { launch, stopServer } from '../src/store/embedded/launch.ts'
import { findPostmaster } from '../src/store/embedded/postmaster.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeDatabase, makeRoles } from '../src/store/roles.ts'
import { sql } from '../src/store/sql.ts'
import { verifyRecord } from '../src/store/verify-record.ts'
import { fileOf, openCouncil, PLAN } from '../src/test-council.ts'
import { ADDRESS, siteOf } from '../src/web/test-site.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '20' }, away: { type: 'string', default: '60' } },
})
const [times, awaySeconds] = [Number(values.times), Number(values.away)]
const wrong: string[] = []
const must = (right: boolean, what: string) => void (right || wrong.push(what))
const say = (words: string) => process.stderr.write(`${words}\n`)
console.error = () => {} // the log of the service itself, which says each fault as it should

type Place = { cluster: Cluster; url: string; ownerUrl: string; database: Database; instancesApplied: number }

async function open(folder: string): Promise<Place> {
  chmodSync(folder, 0o711)
  const cluster = prepareCluster(folder)
  const { host, port } = await launch(cluster, {})
  const at = (role: 'admin' | 'owner' | 'service', database = 'council') =>
    addressOf({ host, port, database, user: `golden_thread_${role}`, password: cluster.secrets[role] })
  const admin = connect(at('admin', 'postgres'), { max: 1 })
  await makeRoles(admin, { owner: cluster.secrets.owner, service: cluster.secrets.service })
  await makeDatabase(admin, 'council')
  await admin.end()
  const owners = Array.from({ length: 4 }, () => connect(at('owner'), { max: 1 }))
  const applied = await Promise.all(owners.map(owner => migrate(owner)))
  await Promise.all(owners.map(owner => owner.end()))
  const instancesApplied = applied.filter(names => names.length > 0).length
  must(instancesApplied === 1, `${instancesApplied} of 4 instances that started together changed the tables`)
  return {
    cluster,
    url: at('service'),
    ownerUrl: at('owner'),
    database: openDatabase(at('service'), 4),
    instancesApplied,
  }
}

async function fill({ database }: Place) {
  const here = await openCouncil(database)
  const manager = await here.siteAs('programme-manager')
  const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  const action = await here.actionId('1.1')
  return { here, manager, action, cookie: await sessionOf(database, here.council) }
}

/** The server and everything it started: what losing power does to it, but for what the disk had not written. */
function killServer({ cluster }: Cluster): void {
  const pid = findPostmaster(cluster)!.pid
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  for (const one of [pid, ...children.map(Number)])
    try {
      process.kill(one, 'SIGKILL')
    } catch {} // gone with the first
}

type Saver = { process: ChildProcess; acknowledged: number[] }

async function startSaver(words: string[]): Promise<Saver> {
  const saver = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'saver.mjs'), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const made: Saver = { process: saver, acknowledged: [] }
  let rest = ''
  saver.stdout!.on('data', piece => {
    const lines = (rest + String(piece)).split('\n')
    rest = lines.pop()!
    made.acknowledged.push(...lines.filter(line => line !== 'ready').map(Number))
  })
  await once(saver.stdout!, 'data')
  return made
}

async function killing(place: Place, filled: Awaited<ReturnType<typeof fill>>) {
  const words = [place.url, filled.cookie, `/plan/actions/${filled.action}/rate`]
  const acknowledged: number[] = []
  let number = 0
  const begin = (saver: Saver) => saver.process.stdin!.write(String((number += 1_000_000)))
  let [one, other, spare] = await Promise.all([startSaver(words), startSaver(words), startSaver(words)])
  begin(one)
  begin(other)
  const killed = { service: 0, postgres: 0 }
  let slowest = 0
  for (let time = 0; time < times; time++) {
    const before = one.acknowledged.length + other.acknowledged.length
    for (
      let waited = 0;
      one.acknowledged.length + other.acknowledged.length < before + 3 && waited < 30_000;
      waited += 5
    )
      await wait(5)
    await wait((time * 37) % 120)
    if (time % 2 === 0) {
      killed.service += 1
      const ended = once(one.process, 'close')
      one.process.kill('SIGKILL')
      await ended
      acknowledged.push(...one.acknowledged)
      ;[one, other] = [other, spare]
      begin(other)
      spare = await startSaver(words)
    } else {
      killed.postgres += 1
      const begun = performance.now()
      killServer(place.cluster)
      while (findPostmaster(place.cluster.cluster)) await wait(5)
      await launch(place.cluster, {})
      slowest = Math.max(slowest, performance.now() - begun)
    }
    if (time % 10 === 9) say(`${time + 1} of ${times} kills`)
  }
  for (const saver of [one, other, spare]) {
    const ended = once(saver.process, 'close')
    saver.process.kill('SIGKILL')
    await ended
    acknowledged.push(...saver.acknowledged)
  }
  const { updates, ratings, told } = await kept(place, filled)
  const lost = acknowledged.filter(one => !updates.has(one)).length
  const halves =
    [...updates].filter(one => !ratings.has(one)).length + [...ratings].filter(one => !updates.has(one)).length
  must(lost === 0, `${lost} acknowledged saves are lost`)
  must(halves === 0, `${halves} saves were kept by half`)
  must(
    told.every(count => count === updates.size),
    'events do not match what was kept',
  )
  const { problems, events } = await verifyRecord(place.database, filled.here.council.authorityId)
  must(problems.length === 0, `the record is not whole: ${problems[0]?.problem}`)
  return {
    times,
    killed,
    acknowledged: acknowledged.length,
    kept: updates.size,
    lost,
    halves,
    events,
    slowestRecoveryMs: Math.round(slowest),
  }
}

const kept = (place: Place, { here }: Awaited<ReturnType<typeof fill>>) =>
  again(() =>
    place.database.reading(here.council.on(), async db => {
      const numbers = (rows: { text: string }[]) => new Set(rows.map(({ text }) => Number(/(\d+)\.$/.exec(text)![1])))
      const told = await db.rows<{ n: number }>(
        sql`select count(*)::integer as n from event where kind in ('rate-action', 'update-action') group by kind`,
      )
      return {
        updates: numbers(await db.rows(sql`select text from action_update where text like 'Update %'`)),
        ratings: numbers(await db.rows(sql`select reason as text from action_rating where reason like 'Audit %'`)),
        told: told.map(({ n }) => n),
      }
    }),
  )

/** The bench's own connections were cut too. */
async function again<Result>(work: () => Promise<Result>, tries = 20): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (tries === 0) throw error
    await wait(200)
    return again(work, tries - 1)
  }
}

/** Two people, through an instance each, change the same words at the same moment: one is kept, the other is told. */
async function twoEditors(place: Place, { here, action }: Awaited<ReturnType<typeof fill>>) {
  const second = openDatabase(place.url, 2)
  const sites = [
    await here.siteAs('programme-manager'),
    siteOf(
      createApp({ database: second, config: { address: ADDRESS } }),
      await sessionOf(second, here.council, 'director'),
    ),
  ]
  const address = `/plan/actions/${action}/edit`
  const rounds = 20
  let [one, told, both] = [0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const forms = await Promise.all(sites.map(async site => (await site.visit(address)).text()))
    const answers = await Promise.all(
      sites.map((site, at) =>
        site.post(address, {
          seen: /name="seen" value="([^"]*)"/.exec(forms[at]!)?.[1] ?? '',
          text: `Words of editor ${at} in round ${round}`,
          desiredOutcome: '',
          measureText: '',
          monitoredBy: '',
          reason: 'Agreed',
        }),
      ),
    )
    const done = answers.filter(({ status }) => status === 303).length
    one += done === 1 ? 1 : 0
    both += done === 2 ? 1 : 0
    told += answers.filter(({ status }) => status === 400).length
  }
  await second.close()
  must(
    one === rounds && told === rounds && both === 0,
    `of two editors ${one} of ${rounds} times one was kept and the other told`,
  )
  return { rounds, oneKept: one, otherTold: told, silentlyOverwritten: both }
}

async function away(place: Place, { manager, action, here }: Awaited<ReturnType<typeof fill>>) {
  const before = (await kept(place, { here } as never)).updates.size
  const app = createApp({ database: place.database, config: { address: ADDRESS } })
  const ask = async (path: string) => (await app.fetch(new Request(ADDRESS + path))).status
  await stopServer(place.cluster)
  let [asked, inWords] = [0, 0]
  const health: number[] = []
  for (const until = performance.now() + awaySeconds * 1000; performance.now() < until; asked++) {
    const answer = await manager.post(`/plan/actions/${action}/rate`, {
      text: 'While away',
      delivery: 'on-task',
      impact: 'none',
      reason: 'Away',
    })
    if (answer.status === 503 && (await answer.text()).includes('cannot reach its database')) inWords++
    health.push(await ask('/health'), await ask('/ready'))
    await wait(500)
  }
  const back = performance.now()
  await launch(place.cluster, {})
  let status = 0
  for (; status !== 303 && performance.now() < back + 30_000; await wait(50))
    status = (
      await manager.post(`/plan/actions/${action}/rate`, {
        text: 'Update 5.',
        delivery: 'on-task',
        impact: 'none',
        reason: 'Audit 5.',
      })
    ).status
  const backMs = Math.round(performance.now() - back)
  const after = (await kept(place, { here } as never)).updates.size
  must(inWords === asked, `while the database was away ${inWords} of ${asked} pages said so`)
  must(
    health.every((status, at) => status === (at % 2 ? 503 : 200)),
    'health and readiness did not tell',
  )
  must(status === 303 && after === before + 1, 'it did not recover by itself')
  return { seconds: awaySeconds, asked, saidSo: inWords, backMs, lost: before + 1 - after }
}

/** On a small disk of its own, where one may be mounted. */
async function fullDisk() {
  const small = mkdtempSync(join(tmpdir(), 'golden-thread-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=330m,mode=0711', 'tmpfs', small], { stdio: 'ignore' })
  } catch {
    rmSync(small, { recursive: true })
    return { tried: false, why: 'a small disk cannot be mounted here' }
  }
  const folder = join(small, 'data')
  mkdirSync(folder)
  const place = await open(folder)
  const filled = await fill(place)
  const { manager, action, here } = filled
  const save = (number: number) =>
    manager.post(`/plan/actions/${action}/rate`, {
      text: `Update ${number}.`,
      delivery: 'on-task',
      impact: 'none',
      reason: `Audit ${number}.`,
    })
  const padded = (number: number) =>
    manager.post(`/plan/actions/${action}/rate`, {
      text: `${'x'.repeat(1_500)} Update ${number}.`,
      delivery: 'on-task',
      impact: 'none',
      reason: `Audit ${number}.`,
    })
  await save(1)
  const { bavail, bsize } = statfsSync(small)
  writeFileSync(join(small, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - 16_384)))
  const acknowledged = [1]
  const statuses: Record<number, number> = {}
  let inWords = 0
  for (let number = 2; number < 3_000 && inWords < 3; number++) {
    const answer = await (number % 2 ? save(number) : padded(number))
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status === 303) acknowledged.push(number)
    else if (answer.status === 503) inWords++
    if (answer.status >= 500 && answer.status !== 503) break
  }
  const readable = (await manager.visit('/plan')).status
  rmSync(join(small, 'filler'))
  let died = false
  if (!findPostmaster(place.cluster.cluster)) {
    died = true
    await launch(place.cluster, {})
  }
  let recovered = 0
  for (let tried = 0; recovered !== 303 && tried < 100; tried++, await wait(100)) recovered = (await save(9_999)).status
  const { updates } = await again(() =>
    place.database.reading(here.council.on(), async db => ({
      updates: new Set(
        (
          await db.rows<{ text: string }>(sql`select reason as text from action_rating where reason like 'Audit %'`)
        ).map(({ text }) => Number(/\d+/.exec(text)![0])),
      ),
    })),
  )
  const lost = acknowledged.filter(number => !updates.has(number)).length
  must(lost === 0, `${lost} acknowledged saves are lost on a full disk`)
  must(inWords > 0, 'a full disk was not said in words')
  must(recovered === 303, 'it did not recover from a full disk')
  await place.database.close()
  await stopServer(place.cluster)
  const outside = realpathSync(join(folder, 'postgres'))
  if (!outside.startsWith(small)) rmSync(outside, { recursive: true })
  execFileSync('umount', [small])
  rmSync(small, { recursive: true })
  return {
    tried: true,
    statuses,
    saidSo: inWords,
    readableMeanwhile: readable === 200,
    serverDied: died,
    lost,
    recovered: recovered === 303,
  }
}

/** The clock of the machine is everybody's, so the service's own is moved: a day back, then two on. The record keeps the database's time. */
async function clockMoved(place: Place, { here, action, cookie }: Awaited<ReturnType<typeof fill>>) {
  const statuses: number[] = []
  for (const days of [0, -1, 2, 0]) {
    const now = () => new Date(Date.now() + days * 86_400_000)
    const site = siteOf(createApp({ database: place.database, config: { address: ADDRESS }, now }), cookie)
    statuses.push(
      (
        await site.post(`/plan/actions/${action}/rate`, {
          text: `Clock ${days}`,
          delivery: 'on-task',
          impact: 'none',
          reason: 'Clock',
        })
      ).status,
    )
  }
  const { problems } = await verifyRecord(place.database, here.council.authorityId)
  must(problems.length === 0, 'the record is not whole after the clock moved')
  must(statuses[0] === 303 && statuses[1] === 303, `with the clock moved back a save was answered with ${statuses[1]}`)
  return {
    how: "the service's own clock; the machine's is shared and libfaketime is not here",
    statuses,
    recordIsWhole: problems.length === 0,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-faults-'))
const place = await open(folder)
const filled = await fill(place)
say('Killing')
const kills = await killing(place, filled)
say('Two editors')
const editors = await twoEditors(place, filled)
say('A clock that moved')
const clock = await clockMoved(place, filled)
say(`The database away for ${awaySeconds} seconds`)
const gone = await away(place, filled)
await place.database.close()
await stopServer(place.cluster)
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })
say('A full disk')
const disk = await fullDisk()
console.log(
  JSON.stringify({
    kills,
    editors,
    clock,
    away: gone,
    disk,
    startedTogether: { instances: 4, changedTheTables: place.instancesApplied },
    wrong,
  }),
)
process.exit(wrong.length > 0 ? 1 : 0)
