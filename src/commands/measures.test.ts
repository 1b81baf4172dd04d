import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WrongInput, WrongUsage } from './command.ts'
import measures from './measures.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'))
  await write('ssd_person.csv', 'pers_person_id,pers_dob', 'P1,2010-05-01', 'P2,2012-06-02')
  await write(
    'ssd_cin_episodes.csv',
    'cine_referral_id,cine_person_id,cine_referral_date',
    'R1,P1,2015-09-07',
    'R2,P2,2015-09-07',
  )
  await write('ssd_cin_assessments.csv', 'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date', 'A1,P1,R1,2015-09-08,2015-11-09', 'A2,P2,R2,2015-09-08,') // prettier-ignore
  await write('ssd_cin_plans.csv', 'cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date', 'N1,P1,2015-11-10,') // prettier-ignore
  await write('ssd_cin_visits.csv', 'cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen', 'V1,P1,2016-01-05,Y') // prettier-ignore
})
afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, ...lines: string[]) => writeFile(join(folder, name), lines.join('\r\n'))
const ask = (values: Record<string, unknown>) =>
  measures.run({ values: { ssd: folder, 'as-at': '2015-12-15', ...values } as never, progress() {} } as never)
const json = async (values: Record<string, unknown>) =>
  (await ask(values)).json as Record<string, Record<string, object>>

test('a month of one measure, with the cases behind it', async () => {
  const found = await json({ month: '2015-11', measure: 'assessments-45wd', cases: true })
  expect(Object.keys(found)).toEqual(['assessments-45wd', 'assessments-45wd/due'])
  expect(found['assessments-45wd']!['2015-11']).toEqual({
    numerator: 1, denominator: 1, value: 100, openOverdue: 1, excluded: 0, median: null,
    cases: [
      { id: 'A1', person: 'P1', start: '2015-09-07', due: '2015-11-09', done: '2015-11-09', state: 'met' },
      { id: 'A2', person: 'P2', start: '2015-09-07', due: '2015-11-09', done: null, state: 'open-overdue' },
    ],
  }) // prettier-ignore
})

test('what was done after the month is not seen from it', async () => {
  const found = await json({ month: '2015-10', measure: 'assessments-45wd/due', cases: true })
  const november = await json({ month: '2015-11', measure: 'assessments-45wd/due', cases: true })
  expect(found['assessments-45wd/due']!['2015-10']).toMatchObject({ denominator: 0, cases: [] })
  expect(november['assessments-45wd/due']!['2015-11']).toMatchObject({ numerator: 1, denominator: 2 })
  const open = await json({ 'as-at': '2016-01-31', month: '2015-12', measure: 'cin-visits-in-timescale', cases: true })
  expect(open['cin-visits-in-timescale']!['2015-12']).toMatchObject({
    numerator: 0,
    denominator: 1,
    openOverdue: 1,
    cases: [{ id: 'N1/1', due: '2015-12-08', done: null, state: 'open-overdue' }],
  })
})

test('without a month, every month back to the first referral; the last one up to the day of the extract', async () => {
  const found = await json({ measure: 'population-rate-10k/cin-count' })
  expect(Object.keys(found['population-rate-10k/cin-count']!)).toEqual(['2015-09', '2015-10', '2015-11', '2015-12'])
})

test('without the people, and with a file that holds nothing, what can be told is told', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'extract-'))
  await writeFile(join(bare, 'ssd_contacts.csv'), 'cont_contact_id,cont_person_id,cont_contact_date\nC1,P1,2015-11-02')
  await writeFile(join(bare, 'ssd_cp_plans.csv'), '')
  const told: string[] = []
  const asked = { values: { ssd: bare, 'as-at': '2015-12-15', month: '2015-11' }, progress: (words: string) => told.push(words) } // prettier-ignore
  const found = (await measures.run(asked as never)).json as Record<string, Record<string, object>>
  await rm(bare, { recursive: true })
  expect(found['contacts-received']!['2015-11']).toMatchObject({ numerator: 1 })
  expect(found['cpp-long-duration']!['2015-11']).toMatchObject({ value: null, missing: [expect.stringMatching(/not brought/)] }) // prettier-ignore
  expect(told.join()).toMatch(/This file is empty.*No file holds the people/)
})

test('a measure that the files cannot support says which column is missing', async () => {
  const found = await json({ month: '2015-11', measure: 'cp-visits-in-timescale' })
  expect(found['cp-visits-in-timescale']!['2015-11']).toMatchObject({
    value: null,
    missing: expect.arrayContaining(['ssd_cp_plans.csv was not brought: cppl_cp_plan_start_date is needed']),
  })
})

test('the plain month is the first period of the measure: twelve months to its end where it is of those', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'extract-'))
  await writeFile(join(bare, 'ssd_cp_plans.csv'), 'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\nK1,P1,2015-06-01,\nK2,P2,2015-11-02,') // prettier-ignore
  const { json } = await measures.run({ values: { ssd: bare, 'as-at': '2015-12-15', month: '2015-11', measure: 'cpp-second-or-subsequent' }, progress() {} } as never) // prettier-ignore
  await rm(bare, { recursive: true })
  expect((json as Record<string, object>)['cpp-second-or-subsequent']).toMatchObject({
    '2015-11': { denominator: 2 },
    '2015-11/month': { denominator: 1 },
  })
})

test('a measure asked for by another name of it is printed under that name, alone', async () => {
  const found = await json({ month: '2015-11', measure: 'cin-rate-10k' })
  expect(Object.keys(found)).toEqual(['cin-rate-10k'])
  expect(found['cin-rate-10k']!['2015-11']).toMatchObject({ numerator: 2 })
})

test('a rate waits for the population', async () => {
  const rate = async (population?: string) => (await json({ month: '2015-11', measure: 'population-rate-10k', population }))['population-rate-10k']!['2015-11'] // prettier-ignore
  expect(await rate()).toMatchObject({ numerator: 2, value: null })
  expect(await rate('10,000')).toMatchObject({ numerator: 2, denominator: 10_000, value: 2 })
})

test.each([
  [{ ssd: undefined }, WrongUsage, /--ssd/],
  [{ 'as-at': '2015-02-30' }, WrongUsage, /not a date/],
  [{ month: '2015-13' }, WrongUsage, /not a month/],
  [{ month: '0000-01' }, WrongUsage, /not a month/],
  [{ measure: 'cpp-reviews' }, WrongInput, /Did you mean cpp-reviewed-in-timescale/],
  [{ month: '2016-01' }, WrongUsage, /after the day/],
  [{ population: 'many' }, WrongUsage, /number of children/],
  [{ measure: 'assessments-45' }, WrongInput, /assessments-45wd/],
  [{ ssd: '/nowhere' }, WrongInput, /cannot be opened/],
])('%o is refused in words', async (values, error, words) => {
  await expect(ask(values)).rejects.toThrow(error)
  await expect(ask(values)).rejects.toThrow(words)
})
