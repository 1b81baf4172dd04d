/** Annex A as authorities send it, and as things go wrong. Every child here is invented. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowsOf } from '../children/records.ts'
import { addMonths } from '../terms/day.ts'
import { readAnnexA } from './read-annex-a.ts'
import { refusesTheLoad, type GivenFile } from './read-ssd.ts'
import { xlsxParts, zip } from './sources/test-files.ts'
import { AS_AT, file, said } from './test-ssd.ts'

const CHILD = 'Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years)'
const BORN = 'b) Female,a) WBRI,02/03/2015,11'
const CONTACTS = `${CHILD},Date of Contact,Contact Source`
const REFERRALS = `${CHILD},Date of referral,Referral Source,Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker`
const NEED = `${CHILD},Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case status,Allocated Team,Allocated Worker`

const list = (number: number, ...lines: string[]) => file(`List_${number}.csv`, ...lines)
const problemsOf = (reading: Parameters<typeof said>[0]) => said(reading).filter(one => !one.includes('No sheet or file holds')) // prettier-ignore

test('a contact becomes a record in our words, and the child a person', async () => {
  const reading = await readAnnexA([list(1, CONTACTS, `C1,${BORN},05/10/2026,q) 6: Police`)], AS_AT)
  expect(problemsOf(reading)).toEqual([])
  expect(reading.records.contacts).toEqual([
    { id: 'C1|2026-10-05', personId: 'C1', receivedOn: '2026-10-05', source: '6', sourceText: null, outcomes: null, unread: [] },
  ]) // prettier-ignore
  expect(reading.records.people).toMatchObject([{ id: 'C1', gender: 'F', ethnicity: 'WBRI', bornOn: '2015-03-02' }])
  expect(reading.records.loaded).toEqual(new Set(['contacts', 'people']))
  expect(reading.since).toEqual([{ table: 'contacts', from: addMonths(AS_AT, -6) }])
})

test('two contacts of a child on one day are two; a child in care twice is one', async () => {
  const contacts = list(1, CONTACTS, `C1,${BORN},05/10/2026,q) 6: Police`, `C1,${BORN},05/10/2026,q) 6: Police`)
  expect((await readAnnexA([contacts], AS_AT)).records.contacts.map(({ id }) => id)).toEqual(['C1|2026-10-05', 'C1|2026-10-05|2']) // prettier-ignore
  const needs = list(6, NEED, `C1,${BORN},b) No,05/10/2026,N1,,,,c),T,W`, `C1,${BORN},b) No,05/10/2026,N1,,,,c),T,W`)
  const reading = await readAnnexA([needs], AS_AT)
  expect(reading.records.referrals).toHaveLength(1)
  expect(problemsOf(reading)).toEqual(['refuses-the-row: row 3, Child Unique ID: This row repeats an earlier one; the first was kept (C1|2026-10-05)']) // prettier-ignore
})

test('the end of a referral is what list 6 says; without a word from it, the end is not known, which is not open', async () => {
  const referrals = list(
    3,
    REFERRALS,
    `C1,${BORN},05/06/2026,e) 2A: Schools,b) No,0,Team A,Worker A`,
    `C2,${BORN},06/06/2026,q) 6: Police,b) No,0,Team A,Worker A`,
    `C3,${BORN},07/06/2026,q) 6: Police,a) Yes,0,Team A,Worker A`,
  )
  const needs = list(
    6,
    NEED,
    `C1,${BORN},a) Yes,05/06/2026,N1 - Abuse or neglect,01/10/2026,,,c) Child in need plan,Team B,Worker B`,
    `C4,${BORN},b) No,01/02/2020,N2 - Child’s disability,01/10/2026,12/10/2026,"RC7 - Services ceased for any other reason, including child no longer in need",e) Closed episode,Team B,Worker B`,
  )
  const { records } = await readAnnexA([needs, referrals], AS_AT)
  expect(records.referrals.map(one => [one.personId, one.referredOn, one.need, one.closedOn, one.closeReason, one.teamId, one.unread])).toEqual([
    ['C1', '2026-06-05', 'N1', null, null, 'Team B', []],
    ['C2', '2026-06-06', null, null, null, 'Team A', ['closedOn']],
    ['C3', '2026-06-07', null, null, null, 'Team A', []],
    ['C4', '2020-02-01', 'N2', '2026-10-12', 'RC7', 'Team B', []],
  ]) // prettier-ignore
  expect(records.disabilities.map(one => [one.personId, one.disability])).toEqual([['C1', 'DDA'], ['C4', 'NONE']]) // prettier-ignore
  expect(records.loaded.has('referrals')).toBe(true)
  expect(records.loaded.has('cinVisits')).toBe(false)
  expect(rowsOf(records.cinVisits, 'C1')).toMatchObject([{ visitedOn: '2026-10-01', childSeen: true }])
})

test('headings of care leavers as in 2019 and as now, under any name of the sheet', async () => {
  const old = `${CHILD},Does the Child have a Disability,Allocated Team,Allocated Worker,Eligibility Category,LA In Touch ,Type of Accommodation,Suitability of Accommodation,Activity Status`
  const now = `${CHILD},"Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",Does the Child have a Disability,Allocated Team,Allocated Worker,Allocated Personal Advisor,Eligibility Category,Latest Pathway Plan Review Date,LA in Touch,Latest Date of Contact,Type of Accommodation,Suitability of Accommodation,Activity Status`
  const kept = { eligibility: 'former-relevant', inTouch: 'YES', accommodation: 'Z', isAccommodationSuitable: true, activity: 'F2' } // prettier-ignore
  const values = 'b) Former relevant child,a) Yes,Z: With former foster carers,a) Suitable,F2: Full time in education other than higher' // prettier-ignore
  const first = await readAnnexA([file('leavers.csv', 'List 9: Care leavers', old, `C1,${BORN},b) No,T,W,${values}`)], AS_AT) // prettier-ignore
  expect(first.records.careLeavers).toMatchObject([{ personId: 'C1', ...kept, lastContactOn: null }])
  expect(first.missingColumns).toEqual([])
  const row = `C1,${BORN},a) Yes,b) No,T,W,Pat Adviser,d) Eligible child,01/09/2026,a) Yes,02/10/2026,Z: With former foster carers,a) Suitable,F2` // prettier-ignore
  const second = await readAnnexA([file('Care Leavers.csv', now, row)], AS_AT)
  expect(second.records.careLeavers).toMatchObject([{ ...kept, eligibility: 'eligible', lastContactOn: '2026-10-02', pathwayPlanOn: '2026-09-01', personalAdviserId: 'Pat Adviser' }]) // prettier-ignore
  expect(second.records.immigrationStatuses).toMatchObject([{ personId: 'C1', status: 'UASC' }])
})

test('an age of -1 is a child to be born, and so is a birth that is still to come', async () => {
  const reading = await readAnnexA([list(1, CONTACTS, 'C1,c) Not stated/recorded,t) NOBT,01/12/2026,,05/10/2026,6', 'C2,c) Not stated/recorded,t) NOBT,01/10/2026,-1,05/10/2026,6')], AS_AT) // prettier-ignore
  expect(reading.records.people.map(one => [one.bornOn, one.expectedOn, one.gender])).toEqual([[null, '2026-12-01', 'U'], [null, '2026-10-01', 'U']]) // prettier-ignore
})

test('without the day of the lists the load is refused, and the latest day in them is told', async () => {
  const reading = await readAnnexA([list(1, CONTACTS, `C1,${BORN},05/10/2026,q) 6: Police`)], null)
  expect(refusesTheLoad(reading)).toBe(true)
  expect(reading.problems.find(({ severity }) => severity === 'refuses-the-load')).toMatchObject({ problem: expect.stringContaining('do not say which day they were made for'), expected: 'the day of the lists, on or after 5 October 2026' }) // prettier-ignore
})

test.each([
  ['31/02/2016', 'value-left-out: row 2, Date of Contact: There is no such day (31/02/2016)', ['receivedOn']],
  ['#REF!', 'value-left-out: row 2, Date of Contact: This formula failed in Excel (#REF!)', ['receivedOn']],
  ['05/11/2026', 'worth-a-look: row 2, Date of Contact: This day is after the as-at date (05/11/2026)', []],
  ['#N/A', 'worth-a-look: row 2, Date of Contact: Nothing stands here, so this row cannot be counted', []],
])('a contact dated %s is kept and told', async (text, problem, unread) => {
  const reading = await readAnnexA([list(1, CONTACTS, `C1,${BORN},${text},q) 6: Police`)], AS_AT)
  expect(problemsOf(reading)).toEqual([problem])
  expect(reading.records.contacts).toMatchObject([{ personId: 'C1', unread }])
})

const utf16 = ({ name, bytes }: GivenFile): GivenFile => ({ name, bytes: Buffer.from(`\ufeff${Buffer.from(bytes).toString()}`, 'utf16le') }) // prettier-ignore

test('UTF-16 and semicolons are read as they are', async () => {
  const given = list(1, CONTACTS, `C1,${BORN},05/10/2026,q) 6: Police`)
  const turned = file('List 1.csv', ...[CONTACTS, `C1,${BORN},05/10/2026,q) 6: Police`].map(line => line.replaceAll(',', ';'))) // prettier-ignore
  for (const one of [utf16(given), turned]) expect((await readAnnexA([one], AS_AT)).records.contacts).toHaveLength(1)
})

test('a value that nobody has mapped is listed, and read once it is mapped', async () => {
  const given = list(1, CONTACTS, `C1,${BORN},05/10/2026,MASH desk`)
  expect((await readAnnexA([given], AS_AT)).unmapped).toEqual([{ table: 'List 1: Contacts', column: 'Contact Source', value: 'MASH desk', count: 1 }]) // prettier-ignore
  expect((await readAnnexA([given], AS_AT, { source: { 'MASH desk': '5B' } })).records.contacts).toMatchObject([{ source: '5B' }]) // prettier-ignore
})

test('half of the lists: each that is not there is told, and what it would have brought is not loaded', async () => {
  const reading = await readAnnexA([list(1, CONTACTS)], AS_AT)
  expect(reading.missingTables).toHaveLength(10)
  expect(refusesTheLoad(reading)).toBe(false)
  expect([...reading.records.loaded].sort()).toEqual(['contacts', 'people'])
})

test('children of whom two lists say different things are told, and the first word stands', async () => {
  const needs = list(6, NEED, `C1,a) Male,a) WBRI,03/03/2015,11,b) No,05/10/2026,N1,,,,c),T,W`)
  const reading = await readAnnexA([list(1, CONTACTS, `C1,${BORN},05/10/2026,6`), needs], AS_AT)
  expect(problemsOf(reading)).toEqual([
    'worth-a-look: row 2, Gender: This is not what an earlier row says of the same child; the first was kept (M)',
    'worth-a-look: row 2, Date of Birth: This is not what an earlier row says of the same child; the first was kept (2015-03-03)',
  ])
})

test('a row without a child is refused, headings in the middle are passed over, and the good rows stay', async () => {
  const reading = await readAnnexA([list(1, CONTACTS, `,${BORN},05/10/2026,6`, CONTACTS, `C1,${BORN},05/10/2026,6`)], AS_AT) // prettier-ignore
  expect(reading.counts['List 1: Contacts']).toEqual({ read: 2, kept: 1, refused: 1, repeated: 0 })
  expect(problemsOf(reading)).toEqual(['refuses-the-row: row 2: This row of List 1: Contacts has no number'])
})

test.each(['NULL', '#N/A', '-', '-1', '1.2E+10'])(
  'a child whose number is %s is nobody, and the row is refused',
  async number => {
    const reading = await readAnnexA(
      [list(1, CONTACTS, `${number},${BORN},05/10/2026,6`, `C1,${BORN},05/10/2026,6`)],
      AS_AT,
    )
    expect(reading.records.contacts.map(({ personId }) => personId)).toEqual(['C1'])
    expect(reading.counts['List 1: Contacts']).toEqual({ read: 2, kept: 1, refused: 1, repeated: 0 })
  },
)

test('a list under the name of another is read as what it is, and that is told', async () => {
  const reading = await readAnnexA([file('List_3.csv', CONTACTS, `C1,${BORN},05/10/2026,6`)], AS_AT)
  expect(reading.records.contacts).toHaveLength(1)
  expect(problemsOf(reading)).toEqual(['worth-a-look: This is called as List 3: Referral but holds List 1: Contacts, and was read as that (List 1: Contacts)']) // prettier-ignore
})

test.each([
  ['a dataset of another kind', file('ssd_contacts.csv', 'cont_contact_id,cont_person_id,cont_contact_date', '1,2,2026-10-05')], // prettier-ignore
  ['a letter', file('letter.csv', 'Dear inspector', 'thank you')],
  ['a PDF', file('a.xlsx', '%PDF-1.7')],
  ['nothing', { name: 'empty.csv', bytes: Buffer.alloc(0) }],
])('%s is refused in words', async (_, given) => {
  const reading = await readAnnexA([given], AS_AT)
  expect(refusesTheLoad(reading)).toBe(true)
  expect(reading.records.people).toEqual([])
  expect(said(reading)).toContain('refuses-the-load: None of the files holds a list of Annex A')
})

test('a file of 2 GB is refused by its size, without a byte of it being read', async () => {
  const bytes = new Proxy({ length: 2 * 1024 ** 3 }, { get: (target, name) => (name === 'length' ? target.length : expect.unreachable(`read ${String(name)}`)) }) // prettier-ignore
  const reading = await readAnnexA([{ name: 'huge.xlsx', bytes: bytes as unknown as Uint8Array }], AS_AT)
  expect(reading.problems[0]).toMatchObject({ severity: 'refuses-the-load', problem: expect.stringContaining('larger than 500 MB') }) // prettier-ignore
})

test('a workbook that unpacks without end is refused', async () => {
  const cell = `<c r="A1" t="inlineStr"><is><t>${'a'.repeat(30_000)}</t></is></c>`
  const rows = Array.from({ length: 700 }, () => `<row>${cell}</row>`).join('')
  const bytes = await zip(xlsxParts([{ name: 'List_1', xml: `<sheetData>${rows}</sheetData>` }]))
  const reading = await readAnnexA([{ name: 'bomb.xlsx', bytes }], AS_AT)
  expect(reading.problems[0]).toMatchObject({ severity: 'refuses-the-load', problem: expect.stringContaining('unpacks to far more') }) // prettier-ignore
})

const SAMPLES = join(import.meta.dirname, '../../../shared/samples/annex-a')
const samples = existsSync(SAMPLES)
  ? readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter(name => /\.xlsx?$/.test(name))
  : []

test.skipIf(samples.length > 0)('the samples are not beside this checkout (../shared/samples/annex-a)', ({ skip }) => {
  skip('put the public samples in ../shared/samples/annex-a to read them')
})

/** Rows read and rows kept of each sample, all of its eleven lists together, and how many cells could not be used. */
const EXPECTED: Record<string, [read: number, kept: number, leftOut: number] | 'refused'> = {
  'child-event-journeys/annexa_example.xlsx': [43, 43, 0],
  'liia-tools-history/Annex_A_a9d3f73.xlsx': [59, 59, 2],
  'sfdata-annexa-clean/2015-01-sample.xlsx': [5, 5, 1],
  'sfdata-annexa-clean/2016-01-sample.xlsx': [0, 0, 0],
  'sfdata-annexa-clean/2016-02-sample.xlsx': [0, 0, 0],
  'sfdata-annexa-clean/example-B-2004.xlsx': [11, 11, 1],
  'sfdata-annexa-clean/example-A-2005.xls': 'refused',
}

test.each(samples)('what came of every row of %s', async name => {
  const reading = await readAnnexA([{ name, bytes: readFileSync(join(SAMPLES, name)) }], addMonths(AS_AT, -60))
  const expected = EXPECTED[name]!
  if (expected === 'refused') return expect(refusesTheLoad(reading)).toBe(true)
  const counts = Object.values(reading.counts)
  const sum = (count: 'read' | 'kept') => counts.reduce((all, one) => all + one[count], 0)
  const leftOut = reading.problems.filter(({ severity }) => severity === 'value-left-out').length
  expect([sum('read'), sum('kept'), leftOut]).toEqual(expected)
  expect(counts).toHaveLength(11)
  expect([reading.missingColumns, reading.extraColumns]).toEqual([[], []])
})
