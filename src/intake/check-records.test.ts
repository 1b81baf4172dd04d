/** Every rule of the returns has an example that breaks it and one, as near as can be, that does not. */
import { expect, test } from 'vitest'
import type { ChildRecords, TableName } from '../children/records.ts'
import { inventAuthority } from '../demo/make-authority.ts'
import { day } from '../terms/day.ts'
import { CHECKS, checkRecords } from './check-records.ts'
import { readSsd } from './read-ssd.ts'
import { SSD_TABLES } from './ssd-tables.ts'
import { AS_AT } from './test-ssd.ts'

type Rows = { [Name in TableName]?: Record<string, unknown>[] }

const EMPTY = Object.fromEntries(SSD_TABLES.map(({ into }) => [into, []]))

/** Rows of the child P1 unless they say another, numbered in their table; what they leave out is null. */
function recordsOf(rows: Rows): ChildRecords {
  const filled = Object.entries(rows).map(([name, all]) => {
    const fields = Object.keys(SSD_TABLES.find(({ into }) => into === name)!.fields)
    const blank = Object.fromEntries(fields.map(field => [field, null]))
    return [name, all.map((row, at) => ({ ...blank, id: name === 'people' ? 'P1' : `${name}${at + 1}`, ...(name !== 'people' && { personId: 'P1' }), unread: [], ...row }))] // prettier-ignore
  })
  return { ...EMPTY, ...Object.fromEntries(filled), asAt: AS_AT, loaded: new Set(Object.keys(rows)) } as unknown as ChildRecords // prettier-ignore
}

const R1 = { id: 'R1', referredOn: '2026-01-10' }
const CLOSED = { ...R1, closedOn: '2026-03-01', closeReason: 'RC7' }
const S1 = { id: 'S1', startedOn: '2026-02-02', endedOn: '2026-02-10' }
const BORN = { people: [{ bornOn: '2012-01-01' }] }
const IN_CARE = { startedOn: '2025-01-01', startReason: 'S' }
const STATUS = { legalStatuses: [{ status: 'C2', fromOn: '2025-01-01' }] }

/** What breaks a rule, and what is nearly the same and does not. */
const EXAMPLES: Record<string, [breaks: Rows, keeps: Rows]> = {
  'referral-closed-before-it-began': [{ referrals: [{ ...R1, closedOn: '2026-01-09' }] }, { referrals: [{ ...R1, closedOn: '2026-01-10' }] }],
  'assessment-before-referral': [{ referrals: [R1], assessments: [{ referralId: 'R1', startedOn: '2026-01-09' }] }, { referrals: [R1], assessments: [{ referralId: 'R1', startedOn: '2026-01-10' }] }],
  'assessment-authorised-before-it-began': [{ assessments: [{ startedOn: '2026-01-10', authorisedOn: '2026-01-09' }] }, { assessments: [{ startedOn: '2026-01-10', authorisedOn: '2026-01-10' }] }],
  'assessment-open-in-closed-case': [{ referrals: [CLOSED], assessments: [{ referralId: 'R1', startedOn: '2026-01-11' }] }, { referrals: [CLOSED], assessments: [{ referralId: 'R1', startedOn: '2026-01-11', unread: ['authorisedOn'] }] }],
  'two-open-assessments': [{ assessments: [{ referralId: 'R1', startedOn: '2026-01-11' }, { referralId: 'R1', startedOn: '2026-01-12' }] }, { assessments: [{ referralId: 'R1', startedOn: '2026-01-11' }, { referralId: 'R2', startedOn: '2026-01-12' }] }],
  'section47-before-referral': [{ referrals: [R1], section47s: [{ referralId: 'R1', startedOn: '2026-01-09' }] }, { referrals: [R1], section47s: [{ referralId: 'R1', startedOn: '2026-01-10' }] }],
  'section47-open-in-closed-case': [{ referrals: [CLOSED], section47s: [{ referralId: 'R1', startedOn: '2026-01-11' }] }, { referrals: [R1], section47s: [{ referralId: 'R1', startedOn: '2026-01-11' }] }],
  'two-open-section47s': [{ section47s: [{ referralId: 'R1', startedOn: '2026-01-11' }, { referralId: 'R1', startedOn: '2026-01-12' }] }, { section47s: [{ referralId: 'R1', startedOn: '2026-01-11', endedOn: '2026-01-12' }, { referralId: 'R1', startedOn: '2026-01-12' }] }],
  'conference-before-enquiry': [{ section47s: [S1], conferences: [{ section47Id: 'S1', heldOn: '2026-01-30' }] }, { section47s: [S1], conferences: [{ section47Id: 'S1', heldOn: '2026-02-02' }] }],
  'conference-at-weekend': [{ conferences: [{ heldOn: '2026-02-07' }] }, { conferences: [{ heldOn: '2026-02-06' }] }],
  'conference-not-recorded': [{ section47s: [{ ...S1, outcomes: ['cp-conference'] }], conferences: [] }, { section47s: [{ ...S1, endedOn: '2026-10-20', outcomes: ['cp-conference'] }], conferences: [] }],
  'plan-without-conference': [{ cpPlans: [{ startedOn: '2026-02-20' }], conferences: [{ heldOn: '2026-02-19' }] }, { cpPlans: [{ startedOn: '2026-02-19' }, { startedOn: '2019-01-01', personId: 'P2' }], conferences: [{ heldOn: '2026-02-19' }] }],
  'plan-of-one-day': [{ cpPlans: [{ startedOn: '2026-02-20', endedOn: '2026-02-20' }] }, { cpPlans: [{ startedOn: '2026-02-20', endedOn: '2026-02-21' }] }],
  'two-open-plans': [{ cpPlans: [{ startedOn: '2026-02-20' }, { startedOn: '2026-03-20' }] }, { cpPlans: [{ startedOn: '2026-02-20' }, { startedOn: '2026-03-20', isOtherAuthority: true }] }],
  'plans-overlap': [{ cpPlans: [{ startedOn: '2026-02-20', endedOn: '2026-03-21' }, { startedOn: '2026-03-20', endedOn: '2026-05-01' }] }, { cpPlans: [{ startedOn: '2026-02-20', endedOn: '2026-03-20' }, { startedOn: '2026-03-20' }] }],
  'review-not-after-plan': [{ cpPlans: [{ id: 'C1', startedOn: '2026-02-20' }], cpReviews: [{ cpPlanId: 'C1', heldOn: '2026-02-20' }] }, { cpPlans: [{ id: 'C1', startedOn: '2026-02-20' }], cpReviews: [{ cpPlanId: 'C1', heldOn: '2026-02-21' }] }],
  'plan-open-in-closed-case': [{ referrals: [CLOSED], cpPlans: [{ referralId: 'R1', startedOn: '2026-02-20' }] }, { referrals: [CLOSED], cpPlans: [{ referralId: 'R1', startedOn: '2026-02-20', endedOn: '2026-03-01' }] }],
  'cin-plan-beside-cp-plan': [{ cinPlans: [{ startedOn: '2026-01-20' }], cpPlans: [{ startedOn: '2026-02-20' }] }, { cinPlans: [{ startedOn: '2026-01-20', endedOn: '2026-02-20' }], cpPlans: [{ startedOn: '2026-02-20' }] }],
  'two-open-cin-plans': [{ cinPlans: [{ startedOn: '2026-01-20' }, { startedOn: '2026-02-20' }] }, { cinPlans: [{ startedOn: '2026-01-20' }, { startedOn: '2026-02-20', personId: 'P2' }] }],
  'two-open-referrals': [{ referrals: [R1, { referredOn: '2026-02-01' }] }, { referrals: [R1, { referredOn: '2026-02-01', noFurtherAction: true }] }],
  'closed-without-reason': [{ referrals: [{ ...R1, closedOn: '2026-02-01' }] }, { referrals: [{ ...R1, closedOn: '2026-02-01', noFurtherAction: true }, CLOSED] }],
  'born-after-case-closed': [{ people: [{ bornOn: '2026-03-02' }], referrals: [CLOSED] }, { people: [{ bornOn: '2026-03-01' }], referrals: [CLOSED] }],
  'over-25': [{ people: [{ bornOn: '2000-10-31' }], referrals: [R1] }, { people: [{ bornOn: '2000-11-01' }], referrals: [R1] }],
  'born-in-the-future': [{ people: [{ bornOn: '2026-11-01' }] }, { people: [{ expectedOn: '2026-11-01' }] }],
  'referral-in-the-future': [{ referrals: [{ referredOn: '2026-11-01' }] }, { referrals: [{ referredOn: '2026-10-31' }] }],
  'plan-in-the-future': [{ cpPlans: [{ startedOn: '2026-11-01' }] }, { cpPlans: [{ startedOn: '2026-10-31' }] }],
  'episode-in-the-future': [{ claEpisodes: [{ ...IN_CARE, startedOn: '2026-11-01' }] }, { claEpisodes: [{ ...IN_CARE, startedOn: '2026-10-31' }] }],
  'referral-after-death': [{ people: [{ diedOn: '2026-02-01' }], referrals: [R1] }, { people: [{ diedOn: '2026-02-01' }], referrals: [CLOSED] }],
  'plan-after-death': [{ people: [{ diedOn: '2026-02-01' }], cpPlans: [{ startedOn: '2026-01-01', endedOn: '2026-02-02' }] }, { people: [{ diedOn: '2026-02-01' }], cpPlans: [{ startedOn: '2026-01-01', endedOn: '2026-02-01' }] }],
  'episodes-overlap': [{ claEpisodes: [{ ...IN_CARE, ceasedOn: '2025-03-02', ceasedReason: 'X1' }, { startedOn: '2025-03-01', startReason: 'P' }] }, { claEpisodes: [{ ...IN_CARE, ceasedOn: '2025-03-01', ceasedReason: 'X1' }, { startedOn: '2025-03-01', startReason: 'P' }] }],
  'episode-gap': [{ claEpisodes: [{ ...IN_CARE, ceasedOn: '2025-03-01', ceasedReason: 'X1' }, { startedOn: '2025-03-02', startReason: 'P' }] }, { claEpisodes: [{ ...IN_CARE, ceasedOn: '2025-03-01', ceasedReason: 'X1' }, { startedOn: '2025-03-01', startReason: 'P' }] }],
  'episode-without-beginning': [{ claEpisodes: [{ ...IN_CARE, ceasedOn: '2025-03-01', ceasedReason: 'E4A' }, { startedOn: '2025-05-01', startReason: 'P' }] }, { claEpisodes: [{ startedOn: '2025-05-01', startReason: 'P' }] }],
  'ceased-without-reason': [{ claEpisodes: [{ ...IN_CARE, ceasedReason: 'E4A' }] }, { claEpisodes: [{ ...IN_CARE, ceasedReason: 'E4A', unread: ['ceasedOn'] }] }],
  'legal-status-missing': [{ claEpisodes: [IN_CARE], legalStatuses: [{ status: 'C1', fromOn: '2025-01-01', untilOn: '2026-10-31' }] }, { claEpisodes: [IN_CARE], ...STATUS }],
  'looked-after-without-placement': [{ claEpisodes: [IN_CARE], placements: [{ startedOn: '2025-01-01', endedOn: '2026-10-31' }] }, { claEpisodes: [IN_CARE], placements: [{ startedOn: '2025-01-01', endedOn: '2026-11-01' }] }],
  'placement-without-episode': [{ claEpisodes: [{ ...IN_CARE, ceasedOn: '2026-02-01', ceasedReason: 'E4A' }], placements: [{ startedOn: '2025-01-01' }] }, { claEpisodes: [IN_CARE], placements: [{ startedOn: '2025-01-01' }] }],
  'two-open-placements': [{ placements: [{ startedOn: '2025-01-01', type: 'U6' }, { startedOn: '2025-02-01', type: 'K2' }] }, { placements: [{ startedOn: '2025-01-01', type: 'U6' }, { startedOn: '2025-02-01', type: 'T4' }] }],
  'looked-after-at-18': [{ people: [{ bornOn: '2008-10-31' }], claEpisodes: [IN_CARE] }, { people: [{ bornOn: '2008-11-01' }], claEpisodes: [IN_CARE] }],
  'missing-overlap': [{ missing: [{ startedOn: '2026-01-01', endedOn: '2026-01-05' }, { startedOn: '2026-01-04', endedOn: '2026-01-06' }] }, { missing: [{ startedOn: '2026-01-01', endedOn: '2026-01-05' }, { startedOn: '2026-01-05', endedOn: '2026-01-06' }] }],
  'upn-of-two': [{ people: [{ upn: 'A1' }, { id: 'P2', upn: 'A1' }] }, { people: [{ upn: null }, { id: 'P2', upn: null }] }],
  'disability-none-and-another': [{ disabilities: [{ disability: 'NONE' }, { disability: 'AUT' }] }, { disabilities: [{ disability: 'NONE' }, { disability: 'AUT', personId: 'P2' }] }],
  'adoption-out-of-order': [{ permanence: [{ decidedOn: '2026-02-01', matchedOn: '2026-01-31' }] }, { permanence: [{ decidedOn: '2026-02-01', matchedOn: '2026-02-01', placedOn: '2026-03-01', orderedOn: '2026-09-01', orderType: 'adoption' }] }],
} // prettier-ignore

test('every rule has its examples', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(CHECKS.map(({ id }) => id).sort())
})

test.each(CHECKS.map(({ id, problem }) => [id, problem] as const))('%s: %s', (id, problem) => {
  const [breaks, keeps] = EXAMPLES[id]!
  const found = (rows: Rows) => checkRecords(recordsOf({ ...BORN, ...rows })).filter(one => one.check === id)
  expect(found(breaks).map(one => one.problem)).toEqual([problem])
  expect(found(breaks)[0]!.touches.length).toBeGreaterThan(0)
  expect(found(keeps)).toEqual([])
})

test('a problem names the child, the rule that found it and the areas it touches, and the row where that is known', () => {
  const records = recordsOf({ ...BORN, cpPlans: [{ startedOn: '2026-02-20', endedOn: '2026-02-20' }] })
  const place = { file: 'ssd_cp_plans.csv', sheet: null, row: 2 }
  const one = { severity: 'worth-a-look', problem: 'The plan ended on the day it began', expected: 'a later day, or no plan', found: 'P1: 2026-02-20', check: 'plan-of-one-day', touches: ['protection'] } // prettier-ignore
  expect(checkRecords(records)).toEqual([{ ...one, file: '', sheet: null, row: null, column: null }])
  expect(checkRecords(records, { placeOf: () => place })).toEqual([{ ...one, ...place, column: 'cppl_cp_plan_end_date' }]) // prettier-ignore
})

test('an authority whose children lead whole lives breaks no rule but of children born after their case was closed', async () => {
  const { files } = inventAuthority({ children: 120, seed: 'checks', asAt: day('2026-10-31') })
  const { records } = await readSsd(files, day('2026-10-31'))
  expect(checkRecords(records).filter(({ check }) => check !== 'born-after-case-closed')).toEqual([])
}, 30_000)
