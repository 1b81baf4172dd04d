import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readSsd } from '../intake/read-ssd.ts'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { type Day, day } from '../terms/day.ts'
import { dayNumber } from '../terms/day-number.ts'
import { workingDays } from '../terms/working-day.ts'
import { inventAuthority, makeAuthority } from './make-authority.ts'

const AS_AT = day('2026-11-15')
const small = makeAuthority({ children: 60, seed: 'small', asAt: AS_AT })
const medium = await readSsd(makeAuthority({ children: 400, seed: 'medium', asAt: AS_AT }), AS_AT)
const { records } = medium

const hashOf = (files: typeof small) =>
  files.map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)

test.each([
  ['a small one', 60, 'small', AS_AT],
  ['the smallest', 10, 'least', AS_AT],
  ['one of years ago', 30, 'before', day('2016-03-31')],
  ['one as at the last day of which holidays are known', 30, 'after', day('2028-12-31')],
])('%s is read without a problem, and no value has to be mapped', async (_, children, seed, asAt) => {
  const reading = await readSsd(makeAuthority({ children, seed, asAt }), asAt)
  expect(reading.problems).toEqual([])
  expect([reading.unmapped, reading.notices]).toEqual([[], []])
  expect([reading.missingTables, reading.missingColumns, reading.extraColumns]).toEqual([[], [], []])
})

test('a larger one is read without a problem, and every table of it has rows', () => {
  expect(medium.problems).toEqual([])
  expect(medium.unmapped).toEqual([])
  expect(Object.entries(medium.counts).filter(([, { kept }]) => kept === 0)).toEqual([])
})

test('the same seed makes the same authority, another seed another one', () => {
  const again = makeAuthority({ children: 60, seed: 'small', asAt: AS_AT })
  const other = makeAuthority({ children: 60, seed: 'other', asAt: AS_AT })
  expect(hashOf(again)).toEqual(hashOf(small))
  expect(hashOf(other)).not.toEqual(hashOf(small))
})

const distinct = (rows: readonly { personId: string }[]) => new Set(rows.map(({ personId }) => personId)).size
const shortBreaks = new Set(records.legalStatuses.filter(({ status, untilOn }) => status === 'V4' && !untilOn).map(({ personId }) => personId)) // prettier-ignore

test.each([
  ['open', 400, distinct(records.referrals.filter(({ closedOn }) => closedOn === null)), 0.06],
  ['on plans', 60, distinct(records.cpPlans.filter(({ endedOn }) => endedOn === null)), 0.3],
  ['looked after', 87, distinct(records.claEpisodes.filter(({ ceasedOn, personId }) => ceasedOn === null && !shortBreaks.has(personId))), 0.3],
  ['care leavers', 33, distinct(records.careLeavers.filter(({ eligibility }) => eligibility === 'former-relevant')), 0.5],
])('children %s on the last day: about %i', (_, asked, found, tolerance) => {
  expect(Math.abs(found / asked - 1), `${found} of ${asked}`).toBeLessThan(tolerance)
}) // prettier-ignore

const calendar = workingDays(BANK_HOLIDAYS)
const worked = (from: Day | null, to: Day | null) => calendar.elapsed(dayNumber(from!), dayNumber(to!))!
const referredOn = new Map(records.referrals.map(({ id, referredOn }) => [id, referredOn]))
const discussedOn = new Map(records.section47s.map(({ id, startedOn }) => [id, startedOn]))
const plansBefore = Map.groupBy(records.cpPlans, ({ personId }) => personId)
const checkedOn = new Map(records.healthChecks.filter(({ kind }) => kind === 'initial').map(check => [check.personId, check.checkedOn])) // prettier-ignore
const firstHour = (at: string | null) => Date.parse(`${at}Z`) / 3_600_000

type Timed = { on: Day | null; met: boolean }
const TIMED: Record<string, Timed[]> = {
  'assessments in 45 working days': records.assessments.map(({ authorisedOn, referralId }) => ({ on: authorisedOn, met: authorisedOn !== null && worked(referredOn.get(referralId!)!, authorisedOn) <= 45 })),
  'conferences in 15 working days': records.conferences.filter(({ section47Id }) => section47Id).map(({ heldOn, section47Id }) => ({ on: heldOn, met: worked(discussedOn.get(section47Id!)!, heldOn) <= 15 })),
  'reviews of the looked after by the day they were due': records.claReviews.map(({ heldOn, dueOn }) => ({ on: heldOn, met: heldOn! <= dueOn! })),
  'plans that are not the first': records.cpPlans.map(({ personId, startedOn }) => ({ on: startedOn, met: plansBefore.get(personId)!.some(before => before.startedOn! < startedOn!) })),
  'first health assessments in 20 working days': records.claEpisodes.filter(({ startReason, personId }) => startReason === 'S' && checkedOn.get(personId)).map(({ startedOn, personId }) => ({ on: startedOn, met: worked(startedOn, checkedOn.get(personId)!) <= 20 })),
  'return interviews in 72 hours': records.returnInterviews.map(({ returnedOn, returnedAt, heldAt }) => ({ on: returnedOn, met: heldAt !== null && firstHour(heldAt) - firstHour(returnedAt) <= 72 })),
} // prettier-ignore

const share = (rows: Timed[], from: string, to: string): number => {
  const found = rows.filter(({ on }) => on !== null && on >= from && on < to)
  return found.filter(({ met }) => met).length / found.length
}

test.each([
  ['assessments in 45 working days', [0.72, 0.88], [0.82, 0.96]],
  ['conferences in 15 working days', [0.66, 0.86], [0.78, 1]],
  ['reviews of the looked after by the day they were due', [0.8, 0.92], [0.87, 1]],
  ['plans that are not the first', [0.1, 0.34], [0.1, 0.34]],
  ['first health assessments in 20 working days', [0.42, 0.76], [0.66, 1]],
  ['return interviews in 72 hours', [0.32, 0.58], [0.74, 1]],
] as const)('%s: as in England, and better since the inspection', (name, before, after) => {
  const rows = TIMED[name]!
  const [first, last] = [share(rows, '2021-11-16', '2024-09-30'), share(rows, '2026-03-01', '2026-11-16')]
  expect(first, 'before').toBeGreaterThan(before[0])
  expect(first, 'before').toBeLessThan(before[1])
  expect(last, 'after').toBeGreaterThan(after[0])
  expect(last, 'after').toBeLessThan(after[1])
})

test('fewer contacts come in August and December than in March and September', () => {
  const months = Map.groupBy(records.contacts, ({ receivedOn }) => receivedOn!.slice(5, 7))
  const inMonths = (...names: string[]) => names.reduce((sum, name) => sum + months.get(name)!.length, 0)
  expect(inMonths('08', '12')).toBeLessThan(0.88 * inMonths('03', '09'))
})

test('a life is told in a lawful order', () => {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row.id, row]))
  const [referrals, conferences, placements] = [byId(records.referrals), byId(records.conferences), byId(records.placements)] // prettier-ignore
  for (const { cpPlanId, personId, visitedOn } of records.cpVisits) {
    const plan = records.cpPlans.find(({ id }) => id === cpPlanId)!
    expect([plan.personId, plan.startedOn! <= visitedOn!, plan.endedOn === null || visitedOn! <= plan.endedOn]).toEqual([personId, true, true]) // prettier-ignore
  }
  for (const { isOtherAuthority, conferenceId, startedOn } of records.cpPlans)
    if (!isOtherAuthority) expect(conferences.get(conferenceId!)!.heldOn).toBe(startedOn)
  for (const { startedOn, ceasedOn, placementId, referralId } of records.claEpisodes) {
    const { startedOn: placedOn, endedOn } = placements.get(placementId!)!
    expect(placedOn! <= startedOn! && (endedOn ?? '9999') >= (ceasedOn ?? '9999')).toBe(true)
    expect(ceasedOn === null && referrals.get(referralId!)!.closedOn !== null).toBe(false)
  }
  for (const { decidedOn, placementOrderOn, matchedOn, placedOn, orderedOn } of records.permanence) {
    const steps = [decidedOn, placementOrderOn, matchedOn, placedOn, orderedOn].filter(on => on !== null)
    expect(steps).toEqual(steps.toSorted())
  }
  for (const [, own] of Map.groupBy(records.referrals, ({ personId }) => personId))
    own.toSorted((a, b) => (a.referredOn! < b.referredOn! ? -1 : 1)).reduce((before, one) => {
      expect(before.closedOn! <= one.referredOn!).toBe(true)
      return one
    }) // prettier-ignore
})

test('every kind of child that measures tell apart is among them', () => {
  const { people, cpPlans, conferences, permanence, motherhoods, immigrationStatuses, privateFosterings } = records
  expect(people.some(({ bornOn, expectedOn }) => bornOn === null && expectedOn! > AS_AT)).toBe(true)
  expect(cpPlans.some(({ isOtherAuthority }) => isOtherAuthority)).toBe(true)
  expect(conferences.some(({ isTransferIn }) => isTransferIn)).toBe(true)
  expect(new Set(permanence.flatMap(({ orderType }) => orderType ?? []))).toEqual(new Set(['adoption', 'special-guardianship', 'child-arrangements'])) // prettier-ignore
  expect(shortBreaks.size).toBeGreaterThan(0)
  expect(immigrationStatuses.some(({ status }) => status === 'UASC')).toBe(true)
  expect(motherhoods.length * privateFosterings.length).toBeGreaterThan(0)
})

test('each known fault is found at the row and column where it was put', async () => {
  const { files, faults } = inventAuthority({ children: 60, seed: 'small', asAt: AS_AT, faults: true })
  const found = (await readSsd(files, AS_AT)).problems.map(({ file, row, column }) => `${file} ${row} ${column}`)
  expect(Object.keys(Object.groupBy(faults, ({ kind }) => kind))).toHaveLength(9)
  for (const { file, row, column } of faults) expect(found).toContain(`${file} ${row} ${column}`)
})
