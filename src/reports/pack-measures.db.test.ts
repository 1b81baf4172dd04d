/** What a pack says of figures: the measures that actions are followed by, as known on its day, with small numbers hidden from whoever reads it. */
import { beforeAll, expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import type { ActionReading } from '../intake/plan-reading.ts'
import { recordsOf } from '../measures/measure-example.ts'
import { runMeasures } from '../measures/run-measures.ts'
import { listMeasureTies, tieMeasure } from '../plan/action-measure-store.ts'
import { allActions } from '../plan/plan.ts'
import { findCurrentPlanId, findPlanAsAt } from '../plan/store.ts'
import { keepVersion } from '../plan/version-store.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { addDays, type Day, day } from '../terms/day.ts'
import { plain } from './description.ts'
import { findPackOf } from './find-pack-of.ts'
import { describePack } from './pack.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const doing = { ...council.posts['programme-manager'], on: day('2026-01-05') }

const action = (ref: string): ActionReading => ({
  ref, text: 'Visit every child', desiredOutcome: '', leads: [], leadText: 'Head', timescaleText: 'Soon', timescale: { kind: 'unclear' }, startText: null,
  endText: null, measureText: '', targets: [], cites: [], objective: null, delivery: null, impact: null, monitoredBy: '', evidenceText: '', unmapped: {},
  where: '', row: 1, partOfRow: 1,
}) as unknown as ActionReading // prettier-ignore

/** Assessments begun a month before they were authorised, and those that took three months. */
const assessed = (month: string, inTime: number, late: number) =>
  Array.from({ length: inTime + late }, (_, at) => {
    const authorisedOn = day(`${month}-${String(1 + (at % 25)).padStart(2, '0')}`)
    return { id: `${month} ${at}`, authorisedOn, from: addDays(authorisedOn, at < inTime ? -30 : -100) }
  })
async function bringIn(asAt: Day, done: ReturnType<typeof assessed>) {
  const records = recordsOf(
    {
      referrals: done.map(({ id, from }) => ({ id, personId: `P${id}`, referredOn: from })),
      assessments: done.map(({ id, from, authorisedOn }) => ({ id, personId: `P${id}`, referralId: id, startedOn: from, authorisedOn })),
    },
    asAt,
  ) // prettier-ignore
  await runMeasures(database, council.authorityId, await keepTestSnapshot(database, council.authorityId, records))
}

let planId: number
beforeAll(async () => {
  await database.transaction(council.on(), async db => {
    const theme = { ref: '1', title: 'Practice', where: '', objectives: [], actions: [action('1.1'), action('1.2')] }
    await keepVersion(db, doing, {
      reading: { file: 'plan.docx', title: 'Improvement plan', layouts: [], surroundings: [], problems: [], themes: [theme] },
      title: 'Improvement plan', planId: null, startsOn: null, endsOn: null, fromOn: day('2026-01-05'), documentId: null, note: '',
      continues: { themes: [null], objectives: [], actions: [null, null] }, gone: [], posts: new Map(),
    }) // prettier-ignore
    planId = (await findCurrentPlanId(db))!
    const [first] = allActions(await findPlanAsAt(db, planId, day('2026-01-05')))
    await tieMeasure(db, doing, first!.actionId, 'assessments-45wd')
  })
  await bringIn(day('2026-09-30'), assessed('2026-09', 3, 0))
  await bringIn(day('2026-10-31'), [...assessed('2026-09', 3, 0), ...assessed('2026-10', 12, 8)])
})

const packAt = (on: string) =>
  database.reading(council.on(), async db => describePack(await findPackOf(db, planId, day(on), null)))
const wordsOf = ({ sections }: Awaited<ReturnType<typeof packAt>>) =>
  sections
    .find(({ id }) => id === 'measures')
    ?.blocks.flatMap(block =>
      block.kind === 'paragraph'
        ? [plain(block.words)]
        : block.kind === 'table'
          ? block.rows.map(row => row.map(plain).join(' | '))
          : [],
    )

test('the measure of an action is told with how many, its period and which action it follows', async () => {
  const told = wordsOf(await packAt('2026-10-31'))!
  expect(told[0]).toMatch(
    /^1 action is followed by a measure. 1 measure is told of here, from records of children to 31 October 2026/,
  )
  expect(told[1]).toMatch(/^Assessment.*\| 60\.0%, 12 of 20 \| October 2026 \| None \| .+ \| 1\.1$/)
})

test('a figure of a few children is hidden, in the words and in what is frozen of it', async () => {
  const pack = await packAt('2026-09-30')
  const told = wordsOf(pack)!
  expect(told[1]).toContain('hidden: small numbers')
  expect(JSON.stringify(pack.sections.find(({ id }) => id === 'measures'))).not.toMatch(/"count":3|3 of 3/)
})

test('before any figure was worked out, and of a tie that was not there yet, the pack says nothing', async () => {
  expect(wordsOf(await packAt('2026-08-31'))).toBeUndefined()
  expect(await database.reading(council.on(), db => listMeasureTies(db, day('2026-01-04')))).toEqual([])
})
