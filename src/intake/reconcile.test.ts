/** Two sources of the same children: who is in one only, what differs, and what cannot be compared. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { readCinCensus } from './read-cin-census.ts'
import { read903 } from './read-903.ts'
import { readSsd, type GivenFile } from './read-ssd.ts'
import { agrees, reconcile, type Reconciliation } from './reconcile.ts'
import { AS_AT, file } from './test-ssd.ts'

const people = (...rows: string[]) => file('ssd_person.csv', 'pers_person_id,pers_upn,pers_sex,pers_dob', ...rows)
const referrals = (...rows: string[]) => file('ssd_cin_episodes.csv', 'cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_close_date', ...rows) // prettier-ignore
const THREE = people('P1,A1,F,2015-03-02', 'P2,A2,M,2012-03-02', 'P3,,M,2011-01-01')
const source = (...files: GivenFile[]) => readSsd(files, AS_AT)
const count = ({ counts }: Reconciliation, id: string) => counts.find(one => one.id === id)!

test('a source agrees with itself', async () => {
  const one = await source(THREE, referrals('R1,P1,2026-06-01,N1,', 'R2,P2,2026-02-01,N2,2026-03-01'))
  const both = reconcile(one, one, AS_AT)
  expect(agrees(both)).toBe(true)
  expect(both.matched).toEqual({ number: 3, upn: 0, 'birth and sex': 0 })
  expect(count(both, 'children-in-need')).toMatchObject({ first: 1, second: 1, agree: true })
  expect([count(both, 'referrals-6m').first, count(both, 'referrals-12m').first]).toEqual([1, 2])
})

test('children and events of one source only are named, two of one day as two', async () => {
  const first = await source(THREE, referrals('R1,P1,2026-06-01,N1,', 'R3,P1,2026-06-01,N1,', 'R2,P3,2026-07-01,N1,'))
  const second = await source(THREE, referrals('R1,P1,2026-06-01,N1,', 'R9,P2,2026-08-01,N1,'))
  const both = reconcile(first, second, AS_AT)
  expect(count(both, 'children-in-need')).toMatchObject({ first: 2, second: 2, agree: false, onlyInFirst: [{ personId: 'P3', on: null }], onlyInSecond: [{ personId: 'P2', on: null }] }) // prettier-ignore
  expect(count(both, 'referrals-6m')).toMatchObject({
    onlyInFirst: [{ personId: 'P1', on: '2026-06-01' }, { personId: 'P3', on: '2026-07-01' }],
    onlyInSecond: [{ personId: 'P2', on: '2026-08-01' }],
  }) // prettier-ignore
})

test('a child of another number is found by UPN, then by birth and sex where there is one of each', async () => {
  const first = await source(THREE, referrals('R1,P1,2026-06-01,N1,', 'R2,P3,2026-06-02,N4,'))
  const other = people('X1,A1,F,2015-03-02', 'X3,,M,2011-01-01', 'X4,,F,2009-09-09')
  const second = await source(other, referrals('R1,X1,2026-06-01,N1,', 'R2,X3,2026-06-02,N5,'))
  const both = reconcile(first, second, AS_AT)
  expect(both.matched).toEqual({ number: 0, upn: 1, 'birth and sex': 1 })
  expect(count(both, 'children-in-need').agree).toBe(true)
  expect(both.differences).toEqual([{ first: 'P3', second: 'X3', field: 'open episode of need: primary need', firstSays: 'N4', secondSays: 'N5' }]) // prettier-ignore
})

test('two children of one birth and sex are not taken for one another', async () => {
  const first = await source(people('P1,,M,2011-01-01', 'P2,,M,2011-01-01'))
  const second = await source(people('X1,,M,2011-01-01'))
  expect(reconcile(first, second, AS_AT).matched).toEqual({ number: 0, upn: 0, 'birth and sex': 0 })
})

test('what a source does not hold, or not so far back, is not compared, and that is said', async () => {
  const one = await source(THREE, referrals('R1,P1,2026-06-01,N1,'))
  const short = { ...one, since: [{ table: 'referrals' as const, from: day('2026-04-30') }] }
  const both = reconcile(one, short, AS_AT)
  expect(count(both, 'looked-after')).toMatchObject({ agree: null, because: 'The first source does not hold them' })
  expect(count(both, 'referrals-6m').agree).toBe(true)
  expect(count(both, 'referrals-12m')).toMatchObject({ agree: null, because: 'The second source reaches back to 30 April 2026 only' }) // prettier-ignore
  expect(agrees(both)).toBe(true)
})

test('the dataset beside the census and the looked-after return of the same children', async () => {
  const asAt = day('2026-03-31')
  const ssd = await readSsd(
    [
      THREE,
      referrals('R1,P1,2025-06-02,N1,'),
      file('ssd_cla_episodes.csv', 'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_id', 'E1,P2,2025-05-01,S,L1'),
      file('ssd_legal_status.csv', 'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date', '1,P2,C2,2025-05-01'),
    ],
    asAt,
  ) // prettier-ignore
  const census = await readCinCensus([file('cin.xml', '<Message><ReferenceDate>2026-03-31</ReferenceDate><Children><Child><ChildIdentifiers><LAchildID>P1</LAchildID><PersonBirthDate>2015-03-02</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>2025-06-02</CINreferralDate><PrimaryNeedCode>N4</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>')]) // prettier-ignore
  const byCensus = reconcile(ssd, census, asAt)
  expect(count(byCensus, 'children-in-need').agree).toBe(true)
  expect(byCensus.differences.map(one => one.field)).toEqual(['open episode of need: primary need'])
  const header = file('h.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'P2,M,02/03/2012,WBRI,A2,,')
  const episodes = file('e.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'P2,01/05/2025,S,C1,N1,U6,PR1,,,,,,') // prettier-ignore
  const byReturn = reconcile(ssd, await read903([header, episodes], asAt), asAt)
  expect(count(byReturn, 'looked-after')).toMatchObject({ first: 1, second: 1, agree: true })
  expect(byReturn.differences).toEqual([{ first: 'P2', second: 'P2', field: 'legal status', firstSays: 'C2', secondSays: 'C1' }]) // prettier-ignore
})
