/** `golden-thread annex-a` writes the workbook, and `golden-thread reconcile` finds the same children in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAuthority } from '../demo/make-authority.ts'
import type { Reconciliation } from '../intake/reconcile.ts'
import { day } from '../terms/day.ts'
import annexA from './annex-a.ts'
import { WrongInput, WrongUsage } from './command.ts'
import reconcile from './reconcile.ts'

const folder = mkdtempSync(join(tmpdir(), 'annex-a-'))
const ssd = join(folder, 'ssd')
const out = join(folder, 'annex-a.xlsx')
afterAll(() => rmSync(folder, { recursive: true }))

const given = <V extends object>(values: V, positionals: string[] = []) => ({ values: values as never, positionals, progress: () => {}, say: () => {} }) // prettier-ignore

beforeAll(() => {
  mkdirSync(ssd)
  for (const { name, bytes } of makeAuthority({ children: 60, seed: 'annex-a', asAt: day('2026-10-31') })) writeFileSync(join(ssd, name), bytes) // prettier-ignore
})

test('the lists are written, and what is missing in them is said', async () => {
  const { json, text } = await annexA.run(given({ ssd, 'as-at': '2026-10-31', out }))
  expect((json as { lists: object[] }).lists).toHaveLength(11)
  expect(text).toContain('Annex A as at 31 October 2026')
  expect(text).toContain('List 8, LA of Placement: No record says which authority a placement is in')
})

test('both routes agree', async () => {
  await annexA.run(given({ ssd, 'as-at': '2026-10-31', out }))
  const { json, text } = await reconcile.run(given({ 'as-at': '2026-10-31' }, [ssd, out]))
  expect((json as Reconciliation).counts.filter(({ agree }) => agree === false)).toEqual([])
  expect((json as Reconciliation).counts.filter(({ agree }) => agree)).toHaveLength(8)
  expect(text).toContain('(Annex A)')
  expect(text).toContain('Nothing differs in the children of both.')
})

test('a child who is in one only is named', async () => {
  const list = (name: string, ...rows: string[]) => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'List_3.csv'), ['Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of referral,Referral Source,Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker', ...rows].join('\n')) // prettier-ignore
  }
  const row = (child: string) => `${child},a) Male,a) WBRI,02/03/2015,11,05/10/2026,q) 6: Police,b) No,0,T,W`
  list('a', row('P1'))
  list('b', row('P1'), row('P2'))
  const { text } = await reconcile.run(given({ 'as-at': '2026-10-31' }, [join(folder, 'a'), join(folder, 'b')]))
  expect(text).toContain('Referrals in the last 6 months                              1        2  DIFFER')
  expect(text).toContain('only in the second: 1: P2 (2026-10-05)')
})

test.each([
  ['no day', { ssd, out }, WrongUsage, '--as-at DAY'],
  ['31/02/2016', { ssd, out, 'as-at': '31/02/2016' }, WrongUsage, 'is not a date'],
  ['a file that is no workbook', { ssd, out: 'a.pdf', 'as-at': '2026-10-31' }, WrongUsage, 'must end in .xlsx'],
  ['a folder that is not there', { ssd: join(folder, 'no'), out, 'as-at': '2026-10-31' }, WrongInput, 'cannot be opened'],
  ['a folder that cannot be written to', { ssd, out: join(folder, 'no', 'x.xlsx'), 'as-at': '2026-10-31' }, WrongInput, 'cannot be written'],
])('%s is refused in words', async (_, values, kind, words) => {
  const refused = annexA.run(given(values)).catch((error: unknown) => error)
  expect(await refused).toBeInstanceOf(kind)
  expect(((await refused) as Error).message).toContain(words)
}) // prettier-ignore

test('Annex A is not written from Annex A', async () => {
  writeFileSync(
    join(folder, 'List_1.csv'),
    'Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source',
  )
  const refused = annexA.run(given({ ssd: join(folder, 'List_1.csv'), out, 'as-at': '2026-10-31' }))
  await expect(refused).rejects.toThrow('no extract of the Standard Safeguarding Dataset')
})
