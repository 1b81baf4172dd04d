/** What is to be mended in records, whose it is, and what it does to figures. */
import { expect, test } from 'vitest'
import { TABLE_NAMES } from '../children/table-words.ts'
import { SSD_TABLES } from '../intake/ssd-tables.ts'
import { day } from '../terms/day.ts'
import { byTeam, countsOf, findFlaws, type FlawKind, kindNamed, narrowedFlaws, summaryOf } from './data-quality.ts'
import { EXPECTED } from './data-quality/expected-fields.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'

const AS_AT = day('2026-11-22')
const flawsIn = (records: ExampleRecords) => findFlaws(historyOf(recordsOf(records, AS_AT)), new Map(), [])
const named = (kinds: FlawKind[], what: string) => kinds.find(one => one.what === what)
const idsOf = (kind?: FlawKind) => kind?.flaws.map(({ rowId }) => rowId)

const holding = (personId: string, teamId: string, untilOn?: string) => ({ id: `i${personId}${teamId}`, personId, workerId: 'W1', role: 'CW', teamId, fromOn: '2026-01-01', ...(untilOn && { untilOn }) }) as const // prettier-ignore

/** The second on a referral runs from its own start: without one nobody knows when it was due. */
const ASSESSMENTS: ExampleRecords = {
  teams: [{ id: 'T1', name: 'North' }, { id: 'T2', name: 'South' }],
  involvements: [holding('1', 'T1'), holding('2', 'T1', '2026-06-01'), holding('2', 'T2')],
  referrals: [{ id: 'r1', personId: '1', referredOn: '2026-09-01', need: 'N1' }, { id: 'r2', personId: '2', referredOn: '2026-09-01' }],
  assessments: [
    { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2026-09-02', authorisedOn: '2026-10-01', childSeen: true },
    { id: 'a2', personId: '1', authorisedOn: '2026-10-02', childSeen: true },
    { id: 'a3', personId: '2', authorisedOn: '2026-10-03' },
    { id: 'a4', personId: '2', startedOn: '2020-01-01', authorisedOn: '2020-02-01' },
  ],
} // prettier-ignore

test('assessments without a start are counted by team, and the figure that leaves them out says how many', () => {
  const kinds = flawsIn(ASSESSMENTS)
  const starts = named(kinds, 'missing.assessments.startedOn')!
  expect(starts.words).toBe('Assessments without a start')
  expect(starts.flaws.map(({ rowId, teamId }) => [rowId, teamId])).toEqual([['a2', 'T1'], ['a3', 'T2']]) // prettier-ignore
  expect(starts.leftOut.find(({ measure }) => measure.id === 'assessments-45wd')?.cases).toBe(2)
  expect(named(kinds, 'left-out.no-start')).toBeUndefined()
})

test('what was over more than a year ago moves no figure shown now, and a column that nobody fills in is not told row by row', () => {
  const kinds = flawsIn(ASSESSMENTS)
  expect(idsOf(named(kinds, 'missing.assessments.childSeen'))).toEqual(['a3'])
  expect(named(kinds, 'missing.assessments.outcomes')).toBeUndefined()
  expect(idsOf(named(kinds, 'missing.referrals.need'))).toEqual(['r2'])
})

test('what could not be read is not missing', () => {
  const kinds = flawsIn({
    ...ASSESSMENTS,
    referrals: [
      { id: 'r1', personId: '1', referredOn: '2026-09-01', need: 'N1' },
      { id: 'r2', personId: '2', referredOn: '2026-09-01', unread: ['need'] },
    ],
  })
  expect(named(kinds, 'missing.referrals.need')).toBeUndefined()
  expect(named(kinds, 'unread.referrals.need')).toMatchObject({
    kind: 'unread',
    words: 'Referrals whose cine_cin_primary_need_code could not be read or is not mapped',
    flaws: [{ rowId: 'r2', teamId: 'T2' }],
  })
})

test('rows that contradict each other are told by rule, with the areas whose figures they touch', () => {
  const kinds = flawsIn({
    cpPlans: [
      { id: 'p1', personId: '1', startedOn: '2026-03-02', latestCategory: 'NEG' },
      { id: 'p2', personId: '1', startedOn: '2026-05-04', latestCategory: 'NEG' },
    ],
  })
  const two = named(kinds, 'contradictory.two-open-plans')!
  expect(two.kind).toBe('contradictory')
  expect(two.areas).toContain('protection')
  expect(two.flaws.map(({ teamId }) => teamId)).toContain(null)
})

test('an event written down on the 15th day after it is late, on the 14th it is not', () => {
  const event = (id: string, recordedOn: string) => ({ id, personId: '1', kind: 'case-note', happenedOn: '2026-10-01', recordedOn }) as const // prettier-ignore
  const late = named(flawsIn({ keyEvents: [event('k1', '2026-10-15'), event('k2', '2026-10-16')] }), 'late.recorded-on')
  expect(late?.flaws).toMatchObject([{ rowId: 'k2', days: 15, found: '1 Oct 2026, recorded 16 Oct 2026' }])
  expect(late?.restsOn.map(({ id }) => id)).toEqual(['case-recording-14d'])
})

test('teams add up to the whole, those with the most to mend first; narrowing takes away and adds nothing', () => {
  const kinds = flawsIn(ASSESSMENTS)
  const all = countsOf(summaryOf(kinds))
  const [north, south] = [countsOf(summaryOf(kinds), 'T1'), countsOf(summaryOf(kinds), 'T2')]
  expect(all.missing).toBe(north.missing + south.missing)
  expect(all.missing).toBe(kinds.filter(({ kind }) => kind === 'missing').flatMap(({ flaws }) => flaws).length)
  const history = historyOf(recordsOf(ASSESSMENTS, AS_AT))
  expect(byTeam(history, kinds).map(({ team }) => team)).toEqual(['South', 'North'])
  expect(byTeam(history, kinds)[0]!.most?.what).toBe('missing.assessments.startedOn')
  const ofSouth = narrowedFlaws(kinds, { team: 'T2', area: 'assessment' })
  expect(ofSouth.flatMap(({ flaws }) => flaws).every(({ teamId }) => teamId === 'T2')).toBe(true)
  expect(narrowedFlaws(kinds, { team: 'T2', area: 'adoption' })).toEqual([])
})

test('records in which all is well have nothing to mend', () => {
  expect(flawsIn({})).toEqual([])
})

test('every field that reading wants of a child’s row is expected here too', () => {
  const wanted = SSD_TABLES.flatMap(({ into, wants, fields }) =>
    'personId' in fields ? wants.map(field => `${into}.${field}`) : [],
  )
  const expected = EXPECTED.map(({ table, field }) => `${table}.${field}`)
  expect(wanted.filter(one => !expected.includes(one) && one !== 'families.familyId')).toEqual([])
  expect(new Set(expected).size).toBe(expected.length)
})

test.each(['late.recorded-on', 'left-out.unread', 'contradictory.two-open-plans', 'missing.people.sex'])('%s has words', what => {
  expect(kindNamed(what)!.words).not.toBe('')
}) // prettier-ignore
test.each(['', 'late', 'late.', 'late.toString', 'missing.x', 'unread.people', 'toString', 'left-out.constructor'])(
  '"%s" stands for nothing',
  what => {
    expect(kindNamed(what)).toBeNull()
    expect(TABLE_NAMES).not.toContain(what)
  },
)
