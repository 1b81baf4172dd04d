/** The CIN census as systems write it, and as things go wrong. Every child here is invented. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { readCinCensus } from './read-cin-census.ts'
import { refusesTheLoad, type GivenFile } from './read-ssd.ts'
import { said } from './test-ssd.ts'

const child = (
  id: string,
  details: string,
  identifiers = '<PersonBirthDate>2015-03-02</PersonBirthDate><Sex>F</Sex>',
) =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID>${identifiers}</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>AUT</Disability><Disability>LD</Disability></Disabilities></ChildCharacteristics>${details}</Child>`
const message = (
  children: string,
  day = '<ReferenceDate>2026-03-31</ReferenceDate>',
  before = '<?xml version="1.0"?>',
) =>
  `${before}<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>${day}</CollectionDetails></Header><Children>\n${children}</Children></Message>`
const census = (text: string, encoding: BufferEncoding = 'utf8'): GivenFile => ({ name: 'cin.xml', bytes: Buffer.from(text, encoding) }) // prettier-ignore

const DETAILS = `<CINdetails><CINreferralDate>2025-06-02</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-07-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>3A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2025-06-10</S47ActualStartDate><InitialCPCtarget>2025-07-01</InitialCPCtarget><DateOfInitialCPC>2025-06-30</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<Section47><S47ActualStartDate>2026-02-10</S47ActualStartDate><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2025-06-30</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-22</CPPreviewDate><CPPreviewDate>2026-02-22</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>`

test('a child with a referral, an assessment, enquiries, a conference, a plan and its reviews', async () => {
  const reading = await readCinCensus([census(message(child('C1', DETAILS)))])
  const { records } = reading
  expect(said(reading)).toEqual([])
  expect(records.asAt).toBe('2026-03-31')
  expect(records.people).toMatchObject([{ id: 'C1', sex: 'F', bornOn: '2015-03-02', ethnicity: 'WBRI' }])
  expect(records.disabilities.map(one => one.disability)).toEqual(['AUT', 'LD'])
  const referralId = 'C1|R2025-06-02'
  expect(records.referrals).toMatchObject([{ id: referralId, referredOn: '2025-06-02', source: '6', need: 'N1', closedOn: null, noFurtherAction: false }]) // prettier-ignore
  expect(records.assessments).toMatchObject([{ referralId, startedOn: '2025-06-03', authorisedOn: '2025-07-20' }])
  expect(records.assessmentFactors).toMatchObject([{ assessmentId: `${referralId}|A2025-06-03`, factors: ['2B', '3A'] }]) // prettier-ignore
  expect(records.section47s.map(one => [one.startedOn, one.outcomes, one.unread])).toEqual([
    ['2025-06-10', ['cp-conference'], ['endedOn']],
    ['2026-02-10', null, []],
  ])
  expect(records.conferences).toMatchObject([{ heldOn: '2025-06-30', targetOn: '2025-07-01', planMade: true, section47Id: `${referralId}|S2025-06-10` }]) // prettier-ignore
  expect(records.cpPlans).toMatchObject([{ startedOn: '2025-06-30', firstCategory: 'NEG', latestCategory: 'EMO' }])
  expect(records.cpReviews.map(one => [one.cpPlanId, one.heldOn])).toEqual([[records.cpPlans[0]!.id, '2025-09-22'], [records.cpPlans[0]!.id, '2026-02-22']]) // prettier-ignore
  expect(records.loaded.has('claEpisodes')).toBe(false)
})

test('a conference without an enquiry stands in the referral, and an old census has a gender by number', async () => {
  const details = '<CINdetails><CINreferralDate>2025-12-02</CINreferralDate><DateOfInitialCPC>2025-12-12</DateOfInitialCPC><ReferralNFA>true</ReferralNFA></CINdetails>' // prettier-ignore
  const reading = await readCinCensus([census(message(child('C1', details, '<UPNunknown>UN7</UPNunknown><GenderCurrent>1</GenderCurrent><ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate>')))]) // prettier-ignore
  expect(reading.records.conferences).toMatchObject([{ section47Id: null, planMade: false, isTransferIn: null }])
  expect(reading.records.people).toMatchObject([{ sex: 'M', bornOn: null, expectedOn: '2026-05-01', upnUnknown: null }]) // prettier-ignore
  expect(reading.records.referrals).toMatchObject([{ noFurtherAction: true }])
  expect(said(reading)).toEqual([])
})

test.each([
  ['31/02/2016', 'value-left-out: row 2, CINclosureDate: There is no such day (31/02/2016)'],
  ['2026-05-01', 'worth-a-look: row 2, CINclosureDate: This day is after the as-at date (2026-05-01)'],
  ['2025-01-01', 'worth-a-look: row 2, CINclosureDate: This is before it began (2025-01-01)'],
])('a referral closed on %s is kept and told by its line', async (on, problem) => {
  const details = `<CINdetails><CINreferralDate>2025-06-02</CINreferralDate><CINclosureDate>${on}</CINclosureDate></CINdetails>` // prettier-ignore
  const reading = await readCinCensus([census(message(child('C1', details)))])
  expect(said(reading)).toEqual([problem])
  expect(reading.records.referrals).toHaveLength(1)
})

test('a child who stands in it twice is told, and a child without a number refused', async () => {
  const details = '<CINdetails><CINreferralDate>2025-06-02</CINreferralDate></CINdetails>'
  const reading = await readCinCensus([census(message(`${child('C1', details)}\n${child('C1', details)}\n${child('', details)}`))]) // prettier-ignore
  expect(reading.records.people).toHaveLength(1)
  expect(said(reading).map(one => one.split(':')[0])).toContain('refuses-the-row')
  expect(said(reading)).toContain('refuses-the-row: row 4: This row of Child has no number')
})

test('UTF-16 is read', async () => {
  const text = `\ufeff${message(child('C1', DETAILS), undefined, '')}`
  expect((await readCinCensus([census(text, 'utf16le')])).records.people).toHaveLength(1)
})

test.each([
  ['an entity of its own', message('', '', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'defines its own XML entities'],
  ['XML that breaks off', message(child('C1', DETAILS)).slice(0, 400), 'broken here'],
  ['another collection', message(child('C1', DETAILS)).replace('>CIN<', '>903<'), 'another collection'],
  ['XML of something else', '<a><b>1</b></a>', 'is not a CIN census'],
  ['a census without a day', message(child('C1', DETAILS), ''), 'does not say its reference date'],
  ['nothing', '', 'broken here'],
])('%s is refused in words', async (_, text, words) => {
  const reading = await readCinCensus([census(text)])
  expect(refusesTheLoad(reading)).toBe(true)
  expect(said(reading).join('\n')).toContain(words)
}) // prettier-ignore

test('a file of 2 GB is refused by its size, without a byte of it being read', async () => {
  const bytes = new Proxy({ length: 2 * 1024 ** 3 }, { get: (target, name) => (name === 'length' ? target.length : expect.unreachable(`read ${String(name)}`)) }) // prettier-ignore
  const reading = await readCinCensus([{ name: 'cin.xml', bytes: bytes as unknown as Uint8Array }])
  expect(said(reading)[0]).toContain('larger than 500 MB')
})

const SAMPLE = join(import.meta.dirname, '../../../shared/samples/cin/liia-tools-pipeline/BAR_cin_2022.xml')

test.skipIf(existsSync(SAMPLE))('the sample is not beside this checkout (../shared/samples/cin)', ({ skip }) => {
  skip('put the public sample in ../shared/samples/cin to read it')
})

test.skipIf(!existsSync(SAMPLE))('every element of the sample became a record', async () => {
  const reading = await readCinCensus([{ name: 'BAR_cin_2022.xml', bytes: readFileSync(SAMPLE) }], day('2022-03-31'))
  const { records } = reading
  expect(Object.fromEntries(Object.entries(reading.counts).map(([name, { read, kept }]) => [name, [read, kept]]))).toEqual({ Child: [1, 1], ChildProtectionPlans: [1, 1], CINdetails: [1, 1], Assessments: [1, 1], CINPlanDates: [1, 1], Section47: [1, 1], Reviews: [1, 1] }) // prettier-ignore
  expect(records.conferences).toHaveLength(2)
  expect(records.assessmentFactors).toMatchObject([{ factors: ['2A', '2B'] }])
  expect(records.disabilities).toHaveLength(2)
  expect(records.people).toMatchObject([{ id: 'DfEX0000001', sex: 'M', diedOn: '1980-10-08' }])
})
