/** A bank holiday proclaimed, from the page on which it is entered to the clocks, the figures and why one of them differs; and back again. */
import { beforeAll, expect, test } from 'vitest'
import { WORK_OUT_MEASURES } from '../children/keep-snapshot.ts'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { runNextJob } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority } from '../store/test-database.ts'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { dayNumbered } from '../terms/day-number.ts'
import { usualHolidays } from '../terms/usual-holidays.ts'
import { historyOfRun } from './kept-history.ts'
import { recordsOf } from './measure-example.ts'
import { openClocks } from './open-clocks.ts'
import { runMeasures, workOutMeasures } from './run-measures.ts'
import { findLatestRun } from './run-store.ts'
import { measureSite } from './test-measure-site.ts'

const { database, council, as, see, keep, refused } = await measureSite('administrator')
const neighbour = await aTestAuthority(database, 'Otherby')
const director = await as('director')
const on = { authority: council.authorityId, person: null, work: WORK_OUT_MEASURES }
/** What is queued is done, as the service does it. */
const workOut = async () => {
  const running = { database, works: { [WORK_OUT_MEASURES]: workOutMeasures }, signal: new AbortController().signal }
  while (await runNextJob(running));
}

/** Seven children with an assessment under way and a plan; P0 had one authorised a day late. */
const several = Array.from({ length: 7 }, (_, at) => ({ id: String(at), personId: `P${at}` }))
const RECORDS = recordsOf(
  {
    people: several.map(({ personId }) => ({ id: personId, bornOn: day('2018-01-01') })),
    referrals: [
      ...several.map(one => ({ ...one, referredOn: '2026-10-05' })),
      { id: 'r', personId: 'P0', referredOn: '2026-09-01' },
    ],
    assessments: [
      ...several.map(one => ({ ...one, referralId: one.id, startedOn: '2026-10-05' })),
      { id: 'a', personId: 'P0', referralId: 'r', startedOn: '2026-09-01', authorisedOn: '2026-11-04' },
    ],
    conferences: several.map(one => ({ ...one, heldOn: '2026-10-20', planMade: true })),
    cpPlans: several.map(one => ({ ...one, conferenceId: one.id, startedOn: '2026-10-20' })),
    cpReviews: [{ id: 'w', personId: 'P0', cpPlanId: '0', heldOn: '2026-11-19' }],
  },
  day('2026-11-20'),
)

beforeAll(async () => {
  await runMeasures(database, council.authorityId, await keepTestSnapshot(database, council.authorityId, RECORDS))
})

/** By the last run: when the clocks that run are due, by the name of the clock, each day once. */
const dueDays = () =>
  database.reading(on, async db => {
    const run = (await findLatestRun(db))!
    const clocks = openClocks(await historyOfRun(db, run), new Map(Object.entries(run.settings)))
    const of = (id: string) => [...new Set(clocks.filter(({ clock }) => clock.id.split('/')[0] === id).map(({ due }) => dayNumbered(due)))] // prettier-ignore
    return { holidays: run.holidays, assessment: of('assessment-45'), review: of('rcpc-first') }
  })
const AUTHORISED = '/measures/of/assessments-45wd?kind=month&to=2026-11-20'
/** How it stands, and as it was reported. */
const figure = async (explain = '') => {
  const shown = await see(AUTHORISED + explain, director)
  return shown.slice(0, 600) + shown.slice(shown.indexOf('As reported then')).slice(0, 1500)
}

const proclaimed = { madeKnownOn: '20/11/2026', published: 'The London Gazette', why: 'Proclaimed' }
const ADVENT = '/settings/holidays/change?on=1/12/2026'
const NOVEMBER = '/settings/holidays/change?on=2/11/2026'

test('a day that is proclaimed is entered in the sight of what it moves, and moves what is counted in working days, by name', async () => {
  const before = await dueDays()
  expect(before).toEqual({ holidays: BANK_HOLIDAYS.version, assessment: ['2026-12-07'], review: ['2027-01-20'] })
  expect(await see(ADVENT)).toContain('Seven clocks that run now would be due later.')
  await keep(ADVENT, { ...proclaimed, name: 'National day of thanks' })
  expect(await see('/settings/holidays')).toMatch(/Figures are being worked out again.*Tuesday 1 December 2026 National day of thanks Entry 1/) // prettier-ignore
  expect(await dueDays(), 'what stands is told by the table it was worked out with').toEqual(before)
  await workOut()
  const named = `${BANK_HOLIDAYS.version}; with this council’s entry 1`
  expect(await dueDays()).toEqual({ holidays: named, assessment: ['2026-12-08'], review: ['2027-01-20'] })
  expect(await see('/settings/holidays')).not.toContain('being worked out again')
  expect((await see(AUTHORISED, director)).includes(`Holidays: ${named}`)).toBe(true)
})

test('a figure that moves with the table says so, and which cases the table alone moves', async () => {
  expect(await figure()).toContain('0 of 1')
  await keep(NOVEMBER, { ...proclaimed, name: 'Day of mourning' })
  await workOut()
  const shown = await figure('&explain=1')
  expect(shown).toContain('1 of 1')
  expect(shown).toMatch(/20 Nov 2026, worked out again/)
  expect(shown).toMatch(/The bank holidays changed between them: Monday 2 Nov 2026 \(Day of mourning\) was added; Tuesday 1 Dec 2026 \(National day of thanks\) was added\. That alone makes one case of the records of then stand otherwise/) // prettier-ignore
  expect(shown).toContain(`Then: ${BANK_HOLIDAYS.version}.`)
})

test('withdrawn, all is as it was; put back, it counts again; and the history has every step', async () => {
  expect(await see('/settings/holidays/1/withdraw')).toContain('Seven clocks would be due earlier.')
  for (const entry of [1, 2]) await keep(`/settings/holidays/${entry}/withdraw`, { why: 'Entered too soon' })
  await workOut()
  expect(await dueDays()).toEqual({ holidays: BANK_HOLIDAYS.version, assessment: ['2026-12-07'], review: ['2027-01-20'] }) // prettier-ignore
  expect(await figure()).toContain('0 of 1')
  expect(await refused('/settings/holidays/1/withdraw', { why: 'Again' })).toContain('That has been done already')
  await keep('/settings/holidays/3/withdraw', { why: 'It was proclaimed after all' })
  await workOut()
  expect(await dueDays()).toMatchObject({ assessment: ['2026-12-08'] })
  const history = await see('/settings/holidays')
  expect(history).toMatch(/22 November 2026, Uma Vance Entry 5: put back entry 1 It was proclaimed after all .*Entry 4: withdrew entry 2 .*Entry 3: withdrew entry 1 .*Put back entry 2 .*Withdraw entry 1/) // prettier-ignore
  await keep('/settings/holidays/1/withdraw', { why: 'Not here' })
  expect(await see('/settings/holidays/6/withdraw')).toContain('Put back entry 1')
})

test.each([
  [ADVENT, { name: 'Christmas closure' }, 'working day of every statutory clock'],
  [ADVENT, { name: '' }, 'Enter what it is called'],
  [ADVENT, { madeKnownOn: '23/11/2026' }, 'Enter a day that has come'],
  [ADVENT, { published: '' }, 'Enter where it was published'],
  [ADVENT, { why: '' }, 'Enter why it is changed here'],
  ['/settings/holidays/change?on=5/12/2026', {}, 'It is a Saturday'],
  ['/settings/holidays/change?on=1/12/2029', {}, 'from 1998 to 2028'],
  ['/settings/holidays/change?on=31/2/2027', {}, 'Enter a date that exists'],
  ['/settings/holidays/change', {}, 'Enter the day'],
  ['/settings/holidays/year', { days: '1/1/2029 New Year’s Day' }, 'these are 1'],
])('%s with %j comes back: %s', async (address, typed, told) => {
  expect(await refused(address, { ...proclaimed, name: 'Jubilee', ...typed })).toContain(told)
})

test('a bank holiday that moved is taken away from its day', async () => {
  const address = '/settings/holidays/change?on=2027-05-03'
  expect(await see(address)).toContain('Take away Monday 3 May 2027')
  await keep(address, { ...proclaimed, name: '' })
  expect(await see('/settings/holidays?year=2027')).toMatch(/took away Monday 3 May 2027, Early May bank holiday/)
  expect(await see('/settings/holidays?year=2027')).not.toContain('Monday 3 May 2027 Early May')
})

test('a further year is added whole, and then days of it may be said', async () => {
  const days = usualHolidays(2029).map(({ on, name }) => `${on.split('-').reverse().join('/')} ${name}`).join('\n') // prettier-ignore
  expect(await see('/settings/holidays/year')).toContain(days.replaceAll('\n', ' '))
  await keep('/settings/holidays/year', { ...proclaimed, days })
  expect(await see('/settings/holidays')).toMatch(/1 January 1998 to 31 December 2029.*Add the year 2030|Add the year 2030.*31 December 2029/) // prettier-ignore
  expect(await see('/settings/holidays/change?on=7/5/2029')).toContain('Take away Monday 7 May 2029')
})

test('another council’s entries are neither there nor counted', async () => {
  const stranger = await as('administrator', { of: neighbour })
  expect((await stranger.visit('/settings/holidays/1/withdraw')).status).toBe(404)
  expect(await see('/settings/holidays', stranger)).toContain('Nothing: the table is the one built in')
})

test('of two administrators who say the same at once one is kept, and the other is told', async () => {
  const both = [await as('administrator'), await as('administrator')]
  const atOnce = async (address: string, typed: Record<string, string>) =>
    (await Promise.all(both.map(site => site.post(address, typed)))).map(({ status }) => status).sort()
  expect(await atOnce('/settings/holidays/change?on=2/6/2027', { ...proclaimed, name: 'Jubilee' })).toEqual([303, 400])
  const { last } = await database.reading(on, db =>
    db.one<{ last: number }>(sql`select max(bank_holiday_entry_id) as last from bank_holiday_entry`, 'entry'),
  )
  expect(await atOnce(`/settings/holidays/${last}/withdraw`, { why: 'Entered too soon' })).toEqual([303, 400])
})

test('an entry is never changed nor taken out, and each is in the record', async () => {
  const change = (what: ReturnType<typeof sql>) => database.transaction(on, db => db.run(what))
  await expect(change(sql`update bank_holiday_entry set why = 'other'`)).rejects.toThrow(/permission denied/)
  await expect(change(sql`delete from bank_holiday_entry`)).rejects.toThrow(/permission denied/)
  const kept = await database.reading(on, db =>
    db.rows<{ why: string }>(sql`select why from event where kind = 'change-bank-holidays' order by seq`),
  )
  expect(kept.map(({ why }) => why).slice(0, 4)).toEqual(['Proclaimed', 'Proclaimed', 'Entered too soon', 'Entered too soon']) // prettier-ignore
})
