/** Extracts of the safeguarding dataset, as systems write them and as things go wrong. */
import { assert, asyncProperty, constantFrom, oneof, string, array, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf, rowWithId } from '../children/records.ts'
import { readSsd, refusesTheLoad } from './read-ssd.ts'
import { zip, xlsxParts } from './sources/test-files.ts'
import { AS_AT, CARE, file, PEOPLE, readAs, readWith, said } from './test-ssd.ts'

const ASSESSMENTS =
  'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date'

test('a table becomes records in the words of the field, found by child', async () => {
  const reading = await readWith(
    file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-01-05 00:00:00.000,Y,2026-02-20', 'A2,P1,,06/03/2026,0,'),
  )
  expect(said(reading)).toEqual([])
  expect(rowsOf(reading.records.assessments, 'P1')).toEqual([
    { id: 'A1', personId: 'P1', referralId: null, startedOn: '2026-01-05', childSeen: true, authorisedOn: '2026-02-20', outcomes: null, noFurtherAction: null, teamId: null, workerId: null, unread: [] },
    { id: 'A2', personId: 'P1', referralId: null, startedOn: '2026-03-06', childSeen: false, authorisedOn: null, outcomes: null, noFurtherAction: null, teamId: null, workerId: null, unread: [] },
  ]) // prettier-ignore
  expect(reading.counts['ssd_cin_assessments']).toEqual({ read: 2, kept: 2, refused: 0, repeated: 0 })
  expect(rowWithId(reading.records.people, 'P2')).toMatchObject({ bornOn: '2012-03-02', surname: 'Birchley' })
  expect(reading.records.loaded).toEqual(new Set(['people', 'assessments']))
})

test('every row is kept, refused or repeated, and says so', async () => {
  const reading = await readWith(
    file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-01-05,Y,', 'A1,P1,,2026-01-05,Y,', 'A1,P1,,2026-01-06,Y,', ',P1,,2026-01-07,Y,', 'A3,,,2026-01-07,Y,', 'A4,P1,,2026-01-08,Y,', 'A5,P1,x,2026'), // prettier-ignore
  )
  expect(reading.counts['ssd_cin_assessments']).toEqual({ read: 7, kept: 2, refused: 3, repeated: 2 })
  expect(said(reading)).toEqual([
    'refuses-the-row: row 3, cina_assessment_id: This row repeats an earlier one; the first was kept (A1)',
    'refuses-the-row: row 4, cina_assessment_id: This number has been used in an earlier row that says something else; the first was kept (A1)',
    'refuses-the-row: row 5: This row of ssd_cin_assessments has no number',
    'refuses-the-row: row 8: This row has fewer cells than there are headings (4 cells)',
    'refuses-the-row: row 6, cina_person_id: Nothing here says whose this row is',
  ])
  expect(reading.problems.find(({ row }) => row === 4)).toMatchObject({ file: 'ssd_cin_assessments.csv', sheet: null, expected: 'a number of its own (see row 2)' }) // prettier-ignore
})

test.each([
  ['31/02/2016', null, 'value-left-out: row 2, cina_assessment_auth_date: There is no such day (31/02/2016)'],
  ['soon', null, 'value-left-out: row 2, cina_assessment_auth_date: This is not a date (soon)'],
  ['03/25/2026', null, 'value-left-out: row 2, cina_assessment_auth_date: The month comes first here (03/25/2026)'],
  ['#REF!', null, 'value-left-out: row 2, cina_assessment_auth_date: This formula failed in Excel (#REF!)'],
  ['2026-11-01', '2026-11-01', 'worth-a-look: row 2, cina_assessment_auth_date: This day is after the as-at date (2026-11-01)'], // prettier-ignore
  ['2025-12-31', '2025-12-31', 'worth-a-look: row 2, cina_assessment_auth_date: This is before it began (2025-12-31)'],
])('an assessment authorised on %s is kept with %s and told', async (text, kept, problem) => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, `A1,P1,,2026-01-05,Y,${text}`))
  expect(said(reading)).toEqual([problem])
  expect(reading.records.assessments).toMatchObject([
    { id: 'A1', authorisedOn: kept, unread: kept === null ? ['authorisedOn'] : [] },
  ])
})

test.each(['1900-01-01', '01/01/1900 00:00', '1899-12-30', '9999-12-31', 'NULL', '#N/A', 'None', '-', ''])(
  'an assessment authorised on %j is open, and nothing is wrong with it',
  async text => {
    const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, `A1,P1,,2026-01-05,Y,${text}`))
    expect(said(reading)).toEqual([])
    expect(reading.records.assessments).toMatchObject([{ authorisedOn: null, unread: [] }])
  },
)

test('how often a stand-in for no date was met is noticed', async () => {
  const rows = ['A1,P1,,2026-01-05,Y,1900-01-01', 'A2,P2,,2026-01-05,Y,1900-01-01 00:00:00.000']
  const { notices } = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...rows))
  expect(notices).toMatchObject([{ column: 'cina_assessment_auth_date', notice: '1900-01-01 stands for no date', count: 2 }]) // prettier-ignore
})

test('a column with the month first refuses the load, because its other dates would be read wrongly', async () => {
  const days = ['03/25/2026', '01/13/2026', '02/28/2026', '01/02/2026']
  const rows = days.map((on, at) => `A${at},P1,,2026-01-05,Y,${on}`)
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...rows))
  expect(refusesTheLoad(reading)).toBe(true)
  expect(said(reading)).toContain('refuses-the-load: cina_assessment_auth_date: The month comes first in the dates of this column, so others in it would be read wrongly (03/25/2026)') // prettier-ignore
})

test('values are read as code, words or both; what nobody has mapped is null, told once and counted', async () => {
  const plans = file(
    'ssd_cp_plans.csv',
    'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category',
    'C1,P1,2020-01-06,2020-06-01,NEG,Neglect',
    'C2,P1,2021-01-06,2021-06-01,EMO - Emotional abuse,"Neglect, Emotional Abuse"',
    'C3,P1,2022-01-06,2022-06-01,Harm,Harm',
    'C4,P1,2023-01-06,2023-06-01,harm ,Not a category',
  )
  const reading = await readWith(plans)
  expect(reading.records.cpPlans.map(one => [one.firstCategory, one.latestCategory])).toEqual([['NEG', 'NEG'], ['EMO', 'MUL'], [null, null], [null, null]]) // prettier-ignore
  expect(reading.records.cpPlans[2]!.unread).toEqual(['firstCategory', 'latestCategory'])
  expect(reading.unmapped).toEqual([
    { table: 'ssd_cp_plans', column: 'cppl_cp_plan_initial_category', value: 'Harm', count: 1 },
    { table: 'ssd_cp_plans', column: 'cppl_cp_plan_latest_category', value: 'Harm', count: 1 },
    { table: 'ssd_cp_plans', column: 'cppl_cp_plan_initial_category', value: 'harm', count: 1 },
    { table: 'ssd_cp_plans', column: 'cppl_cp_plan_latest_category', value: 'Not a category', count: 1 },
  ])

  const mapped = await readAs({ 'category of abuse': { HARM: 'PHY' }, cppl_cp_plan_latest_category: { 'Not a category': null } }, plans) // prettier-ignore
  expect(mapped.unmapped).toEqual([])
  expect(mapped.records.cpPlans.map(one => [one.firstCategory, one.latestCategory, one.unread.length])).toEqual([['NEG', 'NEG', 0], ['EMO', 'MUL', 0], ['PHY', 'PHY', 0], ['PHY', null, 0]]) // prettier-ignore
})

test('flags in JSON are read even where a comment breaks it', async () => {
  const headings = 'cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_outcome_json'
  const reading = await readWith(
    file(
      'ssd_cin_assessments.csv',
      headings,
      'A1,P1,2026-01-05,"{""NFA_FLAG"":""N"",""PROV_OF_SERVICES_FLAG"":""Y"",""COMMENTS"":""all well""}"',
      'A2,P1,2026-01-05,"{""NFA_FLAG"":""Y"",""COMMENTS"":""mother said ""no"" twice""}"',
      'A3,P1,2026-01-05,"{}"',
      'A4,P1,2026-01-05,"{""SOMETHING_NEW_FLAG"":""Y"",""NFA_FLAG"":""Y""}"',
      'A5,P1,2026-01-05,<xml/>',
    ),
  )
  expect(reading.records.assessments.map(one => one.outcomes)).toEqual([['services'], ['no-further-action'], [], ['no-further-action'], null]) // prettier-ignore
  expect(reading.unmapped).toMatchObject([{ value: 'SOMETHING_NEW_FLAG' }])
  expect(said(reading)).toEqual([
    'value-left-out: row 5, cina_assessment_outcome_json: Nobody has said what this value means (SOMETHING_NEW_FLAG)',
    'value-left-out: row 6, cina_assessment_outcome_json: This cannot be read as flags (<xml/>)',
  ])
})

test.each([
  ['["1A","16A"]', ['1A', '16A']],
  ['{"1A":"Yes","2B":"No"}', ['1A']],
  ['1A, 16A', ['1A', '16A']],
])('factors written as %s are %j', async (json, factors) => {
  const assessments = file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-01-05,Y,')
  const given = file('ssd_assessment_factors.csv', 'cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json', `F1,A1,"${json.replaceAll('"', '""')}"`) // prettier-ignore
  const reading = await readWith(assessments, given)
  expect(reading.records.assessmentFactors).toMatchObject([{ assessmentId: 'A1', factors }])
})

test.each(['SSD_Person.CSV', 'dbo.ssd_person.csv', 'person.csv', 'Aldermere ssd_person 2026-10-31.csv', 'x.csv'])(
  'a file called %s is known by its headings',
  async name => {
    const { records } = await readSsd([{ name, bytes: PEOPLE.bytes }], AS_AT)
    expect(records.people.map(({ id }) => id)).toEqual(['P1', 'P2'])
  },
)

test('headings in another case, without their prefix, or under a title are known; others are named and left aside', async () => {
  const reading = await readWith(
    file('ssd_cp_visits.csv', 'Child protection visits,,,', '', 'CP_VISIT_ID,Person ID,Cp Visit Date,Mood', 'V1,P1,2026-01-05,calm'), // prettier-ignore
  )
  expect(reading.records.cpVisits).toMatchObject([{ id: 'V1', personId: 'P1', visitedOn: '2026-01-05' }])
  expect(reading.extraColumns).toEqual([{ table: 'ssd_cp_visits', column: 'Mood' }])
  expect(reading.missingColumns).toContainEqual({ table: 'ssd_cp_visits', column: 'cppv_cp_visit_seen' })
})

test('a child is found through the plan or the period of care where a system does not name the child', async () => {
  const plans = file('ssd_cp_plans.csv', 'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date', 'C1,P2,2026-01-06')
  const visits = file('ssd_cp_visits.csv', 'cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date', 'V1,C1,2026-01-20', 'V2,C9,2026-01-20') // prettier-ignore
  const placements = file('ssd_cla_placement.csv', 'clap_cla_placement_id,clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_distance', 'PL1,CARE1,2025-01-06,U6,999.9') // prettier-ignore
  const reading = await readWith(visits, placements, CARE, plans)
  expect(reading.records.cpVisits).toMatchObject([{ id: 'V1', personId: 'P2' }])
  expect(reading.records.placements).toMatchObject([{ personId: 'P1', type: 'U6', miles: null }])
  expect(said(reading)).toEqual(['refuses-the-row: row 3, cppv_person_id: Nothing here says whose this row is'])
})

test('a row of a child who is not in the file is kept and told; a file of other children refuses the load', async () => {
  const one = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P9,R9,2026-01-05,Y,', 'A2,P1,,2026-01-05,Y,')) // prettier-ignore
  expect(one.records.assessments.map(({ personId }) => personId)).toEqual(['P9', 'P1'])
  expect(said(one)).toEqual(['worth-a-look: row 2, cina_person_id: The person is not in the file (P9)'])
  expect(refusesTheLoad(one)).toBe(false)

  const strangers = Array.from({ length: 30 }, (_, at) => `A${at},X${at},,2026-01-05,Y,`)
  const other = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...strangers))
  expect(refusesTheLoad(other)).toBe(true)
  expect(said(other).at(-1)).toMatch(/different extracts \(30 of 30 rows\)/)
})

test('the number of an earlier system leads to the child, unless it may be two', async () => {
  const people = file('ssd_person.csv', 'pers_person_id,pers_legacy_id,pers_dob', 'P1,10,2015-03-02', '10,20,2016-03-02', 'P3,30,2017-03-02') // prettier-ignore
  const permanence = file('ssd_permanence.csv', 'perm_table_id,perm_person_id,perm_cla_id,perm_matched_date', 'M1,30,,2026-01-05', 'M2,10,CARE1,2026-01-05', 'M3,10,,2026-01-05') // prettier-ignore
  const reading = await readSsd([people, CARE, permanence], AS_AT)
  expect(reading.records.permanence.map(one => [one.id, one.personId])).toEqual([['M1', 'P3'], ['M2', 'P1']]) // prettier-ignore
  expect(said(reading)).toEqual(['refuses-the-row: row 4, perm_person_id: This is the number of one child and the earlier number of another (10)']) // prettier-ignore
})

test('a worker named by staff number is the same worker', async () => {
  const workers = file(
    'ssd_professionals.csv',
    'prof_professional_id,prof_staff_id,prof_full_time_equivalency',
    'W1,S77,0.6',
  )
  const enquiries = file('ssd_s47_enquiry.csv', 's47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_completed_by_worker_id', 'S1,P1,2026-01-05,S77', 'S2,P1,2026-02-05,Somebody') // prettier-ignore
  const { records } = await readWith(workers, enquiries)
  expect(records.section47s.map(({ workerId }) => workerId)).toEqual(['W1', 'Somebody'])
  expect(records.professionals).toMatchObject([{ fte: 0.6 }])
})

test('two plans at once are told, but not one after the other nor one of another authority', async () => {
  const headings = 'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola'
  const plans = ['C1,P1,2024-01-06,2024-06-01,N', 'C2,P1,2024-06-01,,N', 'C3,P1,2025-06-01,,Y', 'C4,P1,2026-06-01,,N', 'C5,P2,2024-01-06,2024-31-12,N', 'C6,P2,2026-01-06,,N'] // prettier-ignore
  const reading = await readWith(file('ssd_cp_plans.csv', headings, ...plans))
  expect(said(reading)).toEqual([
    'value-left-out: row 6, cppl_cp_plan_end_date: There is no such day (2024-31-12)',
    'worth-a-look: row 5, cppl_cp_plan_start_date: This child has two of these at once (2026-06-01)',
  ])
})

test('something years before a child could be expected is told', async () => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2009-01-05,Y,2009-02-02', 'A2,P1,,2014-11-05,Y,2014-12-02')) // prettier-ignore
  expect(said(reading)).toEqual(['worth-a-look: row 2, cina_assessment_start_date: This is before the child could be expected: the age would be below nothing (2009-01-05)']) // prettier-ignore
})

test('a person born after the as-at day is told', async () => {
  const people = file('ssd_person.csv', 'pers_person_id,pers_dob,pers_expected_dob', 'P1,2027-01-01,', 'P2,,2027-01-01')
  const reading = await readSsd([people], AS_AT)
  expect(said(reading)).toEqual(['worth-a-look: row 2, pers_dob: This day is after the as-at date (2027-01-01)'])
})

test('numbers that passed through Excel or pandas are the same numbers, and one that lost its figures is refused', async () => {
  const people = file('ssd_person.csv', 'pers_person_id,pers_dob', '1234.0,2015-03-02', '1.23457E+11,2015-03-02')
  const reading = await readSsd([people, file('ssd_cin_assessments.csv', ASSESSMENTS, '77,1234,,2026-01-05,Y,')], AS_AT)
  expect(reading.records.people.map(({ id }) => id)).toEqual(['1234'])
  expect(said(reading)).toEqual([
    'value-left-out: row 3, pers_person_id: Excel has shortened this number, and its last figures are lost (1.23457E+11)',
    'refuses-the-row: row 3: This row of ssd_person has no number',
  ])
})

const NAMED = 'pers_person_id;pers_forename;pers_dob\r\nP1;Zoë;2015-03-02\r\n'

test.each([
  ['UTF-16 with a mark', Buffer.from(`\ufeff${NAMED.replaceAll(';', '\t')}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(NAMED, 'utf16le')],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${NAMED}`)],
  ['Windows-1252', Buffer.from(NAMED, 'latin1')],
  ["semicolons and Excel's own line", Buffer.from(`sep=;\r\n${NAMED}`)],
])('a file in %s is read', async (_, bytes) => {
  const { records } = await readSsd([{ name: 'ssd_person.csv', bytes }], AS_AT)
  expect(records.people).toMatchObject([{ id: 'P1', forename: 'Zoë', bornOn: '2015-03-02' }])
})

test('a workbook has a sheet a table; a date is read from its value and not from how it looks', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const people = `<sheetData><row r="1">${cell('A1', 'pers_person_id')}${cell('B1', 'pers_dob')}</row><row r="2"><c r="A2"><v>1001</v></c><c r="B2" s="1"><v>42065</v></c></row></sheetData>`
  const visits = `<sheetData><row r="1">${cell('A1', 'cppv_cp_visit_id')}${cell('B1', 'cppv_person_id')}${cell('C1', 'cppv_cp_visit_date')}${cell('D1', 'cppv_cp_visit_seen')}</row><row r="3">${cell('A3', 'V1')}<c r="B3"><v>1001</v></c><c r="C3" s="1"><v>46027.5</v></c></row></sheetData>`
  const styles = '<numFmts count="1"><numFmt numFmtId="164" formatCode="mmm\\-yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>' // prettier-ignore
  const parts = xlsxParts([{ name: 'SSD_Person', xml: people }, { name: 'cp_visits', xml: visits }, { name: 'Notes', xml: `<sheetData><row r="1">${cell('A1', 'For the team')}</row></sheetData>` }], { styles }) // prettier-ignore
  const reading = await readSsd([{ name: 'extract.xlsx', bytes: await zip(parts) }], AS_AT)
  expect(reading.records.people).toMatchObject([{ id: '1001', bornOn: '2015-03-02' }])
  expect(reading.records.cpVisits).toMatchObject([{ personId: '1001', visitedOn: '2026-01-05', childSeen: null }])
  expect(said(reading)).toEqual(['worth-a-look: No table was recognised by its headings; it was left aside'])
  expect(reading.problems.find(({ severity, file }) => severity === 'worth-a-look' && file !== '')?.sheet).toBe('Notes')
})

test.each([
  ['an empty file', Buffer.alloc(0), /This file is empty/],
  ['a PDF', Buffer.from('%PDF-1.7 and more'), /This is a PDF/],
  ['a zip of something else', Buffer.from('PK\x03\x04 broken'), /damaged or incomplete/],
  ['a mark that never closes', Buffer.from('pers_person_id,pers_dob\nP1,"2015-03-02\nP2,2016-01-01\n'), /never closes/],
])('%s refuses the load and says what it is', async (_, bytes, words) => {
  const reading = await readSsd([{ name: 'ssd_cp_plans.csv', bytes }, PEOPLE], AS_AT)
  expect(refusesTheLoad(reading)).toBe(true)
  expect(reading.problems.find(({ severity }) => severity === 'refuses-the-load')?.problem).toMatch(words)
})

test('a file beyond 500 MB is refused by its size, without being looked at', async () => {
  const bytes = Buffer.from(new ArrayBuffer(501 * 1024 * 1024))
  const reading = await readSsd([{ name: 'ssd_person.csv', bytes }], AS_AT)
  expect(said(reading)[0]).toMatch(/larger than 500 MB: give one table in each file/)
})

test('a load without people is refused; tables that are not there are named', async () => {
  const alone = await readSsd([CARE], AS_AT)
  expect(refusesTheLoad(alone)).toBe(true)
  expect(said({ ...alone, problems: alone.problems })).toEqual([])
  expect(alone.problems.find(({ severity }) => severity === 'refuses-the-load')?.problem).toMatch(
    /No file holds the people/,
  )
  expect(alone.missingTables).toContain('ssd_cp_plans')
  expect(alone.missingTables).not.toContain('ssd_sen_need')
  const half = await readWith(CARE)
  expect(refusesTheLoad(half)).toBe(false)
  expect(half.problems.map(({ problem }) => problem)).toContain('No file holds child protection plans: nothing that needs them can be counted') // prettier-ignore
})

test('a file that is no table of the dataset, or is called what it is not, is told and loses nothing', async () => {
  const visits = 'cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date\nV1,P1,2026-01-05'
  const reading = await readWith(file('budget.csv', 'Cost centre,Amount', '1,2'), file('ssd_cp_plans.csv', visits), file('ssd_version_log.csv', 'version_number,release_date', '1.4.5,2026-07-14')) // prettier-ignore
  expect(reading.records.cpVisits).toHaveLength(1)
  expect(said(reading)).toEqual([
    'worth-a-look: No table was recognised by its headings; it was left aside',
    'worth-a-look: This is called ssd_cp_plans but holds ssd_cp_visits, and was read as that (ssd_cp_visits)',
  ])
  expect(reading.notices).toMatchObject([{ file: 'ssd_version_log.csv', notice: 'This is no table of children; it was left aside' }]) // prettier-ignore
})

test('a table in two files is one table, and what stands in both is dropped', async () => {
  const again = file('ssd_person_2.csv', 'pers_person_id,pers_dob', 'P2,2012-03-02', 'P3,2013-03-02')
  const reading = await readWith(again)
  expect(reading.records.people.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3'])
  expect(reading.counts['ssd_person']).toEqual({ read: 4, kept: 3, refused: 0, repeated: 1 })
})

test('a thousand faults alike are listed, and the rest are one line with their number', async () => {
  const rows = Array.from({ length: 1500 }, (_, at) => `A${at},P1,,2026-01-05,Y,31/02/2026`)
  const { problems, records } = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...rows))
  expect(records.assessments).toHaveLength(1500)
  expect(problems.filter(({ column }) => column === 'cina_assessment_auth_date')).toHaveLength(1001)
  expect(problems.at(-1)).toMatchObject({ row: null, found: '500 more rows' })
})

test('a time of day is kept where somebody wrote it down', async () => {
  const headings = 'miss_table_id,miss_person_id,miss_missing_episode_type,miss_missing_episode_start_date,miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted' // prettier-ignore
  const { records } = await readWith(file('ssd_missing.csv', headings, 'M1,P1,Missing,2026-07-01 22:15:00.000,2026-07-02T00:00:00,Y,NA')) // prettier-ignore
  expect(records.missing).toMatchObject([
    { type: 'M', startedOn: '2026-07-01', startedAt: '2026-07-01T22:15', endedOn: '2026-07-02', endedAt: null, interviewOffered: 'Y', interviewAccepted: 'NA' },
  ]) // prettier-ignore
})

test('people may be called Null, Nan and Na', async () => {
  const people = file('ssd_person.csv', 'pers_person_id,pers_forename,pers_surname', 'P1,Nan,Null', 'P2,Na,NULL')
  const { records } = await readSsd([people], AS_AT)
  expect(records.people.map(one => [one.forename, one.surname])).toEqual([['Nan', 'Null'], ['Na', null]]) // prettier-ignore
})

const ODD_CELLS = ['', 'P1', 'P2', 'P9', '2026-01-05', '31/02/2016', '03/25/2026', 'Y', 'maybe', '-1', '#N/A', '"', '{"NFA_FLAG":"Y"', '["1A"', '42461', '1E+12', 'C2 - x', 'a,b', ' ', '=1+1'] // prettier-ignore

test('whatever stands in the cells, every row is kept, refused or repeated, and what is kept has its number and its child', async () => {
  const cell = oneof(constantFrom(...ODD_CELLS), string({ maxLength: 12 }))
  await assert(
    asyncProperty(array(array(cell, { minLength: 6, maxLength: 7 }), { maxLength: 8 }), async rows => {
      const lines = rows.map(cells => cells.map(one => `"${one.replaceAll('"', '""')}"`).join())
      const { counts, records, problems } = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...lines))
      const { read, kept, refused, repeated } = counts['ssd_cin_assessments']!
      expect(kept + refused + repeated).toBe(read)
      expect(problems.filter(({ severity }) => severity === 'refuses-the-row')).toHaveLength(refused + repeated)
      expect(records.assessments).toHaveLength(kept)
      for (const one of records.assessments) expect([typeof one.id, typeof one.personId]).toEqual(['string', 'string'])
    }),
    { numRuns: 100 },
  )
})

test('no bytes at all make the reading fail: it says what is wrong', async () => {
  await assert(
    asyncProperty(
      uint8Array({ maxLength: 200 }),
      constantFrom('', 'PK\x03\x04', 'pers_person_id,pers_dob\n'),
      async (bytes, start) => {
        const reading = await readSsd([{ name: 'ssd_person.csv', bytes: Buffer.concat([Buffer.from(start), bytes]) }], AS_AT) // prettier-ignore
        expect(refusesTheLoad(reading) || reading.records.loaded.has('people')).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('what ends on the day it began, and what happened on the as-at day, is in order', async () => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-10-31,Y,2026-10-31'))
  expect(said(reading)).toEqual([])
})

test('a missing start is told once, and not again where it could not be read', async () => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,,Y,', 'A2,P1,,31/02/2026,Y,'))
  expect(said(reading)).toEqual([
    'value-left-out: row 3, cina_assessment_start_date: There is no such day (31/02/2026)',
    'worth-a-look: row 2, cina_assessment_start_date: Nothing stands here, so this row cannot be counted',
  ])
})

test('a row that a comma has pulled apart is left out; empty cells past the headings do no harm', async () => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-01-05,Y,,late', 'A2,P1,,2026-01-05,Y,,,')) // prettier-ignore
  expect(said(reading)).toEqual(['refuses-the-row: row 2: This row has more cells than there are headings (7 cells)'])
  expect(reading.records.assessments.map(({ id }) => id)).toEqual(['A2'])
})

test('a few dates with the month first among others with the day first are left out, and the rest stand', async () => {
  const days = ['03/25/2026', '01/13/2026', '02/28/2026', '20/02/2026']
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, ...days.map((on, at) => `A${at},P1,,2026-01-05,Y,${on}`))) // prettier-ignore
  expect(refusesTheLoad(reading)).toBe(false)
  expect(reading.records.assessments.map(({ authorisedOn }) => authorisedOn)).toEqual([null, null, null, '2026-02-20'])
})

test('headings again in the middle, where files were put together, are no row', async () => {
  const reading = await readWith(file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,,2026-01-05,Y,', ASSESSMENTS, 'A2,P1,,2026-01-05,Y,')) // prettier-ignore
  expect(reading.counts['ssd_cin_assessments']).toMatchObject({ read: 2, kept: 2 })
  expect(said(reading)).toEqual([])
})

test('-1 for a referral is none', async () => {
  const referrals = file(
    'ssd_cin_episodes.csv',
    'cine_referral_id,cine_person_id,cine_referral_date',
    'R1,P1,2026-01-05',
  )
  const reading = await readWith(referrals, file('ssd_cin_assessments.csv', ASSESSMENTS, 'A1,P1,-1,2026-01-05,Y,'))
  expect(said(reading)).toEqual([])
  expect(reading.records.assessments[0]!.referralId).toBe(null)
})

test('a flag that is not set in broken JSON stays unset', async () => {
  const given = 'A1,P1,2026-01-05,"{""NFA_FLAG"":""N"",""LEGAL_ACTION_FLAG"":""Y"",""COMMENTS"":""he said ""no""""}"'
  const { records, notices } = await readWith(file('ssd_cin_assessments.csv', 'cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_outcome_json', given)) // prettier-ignore
  expect(records.assessments[0]!.outcomes).toEqual(['legal-action'])
  expect(notices).toMatchObject([
    { notice: 'the JSON is broken; its flags were read, its comments left aside', count: 1 },
  ])
})

test('an address and the words of an offence are not kept, and are no strangers', async () => {
  const addresses = file('ssd_address.csv', 'addr_table_id,addr_person_id,addr_address_postcode,addr_address_json', 'D1,P1,zz1 1zz,"{""STREET"":""Elm Row""}"') // prettier-ignore
  const reading = await readWith(addresses)
  expect(reading.records.addresses).toMatchObject([{ postcode: 'ZZ11ZZ' }])
  expect(JSON.stringify(reading)).not.toContain('Elm Row')
  expect(reading.extraColumns).toEqual([])
})

test('rows are numbered as Excel shows them: blank lines counted, its own first line not', async () => {
  const bytes = Buffer.from('\ufeff"pers_person_id","pers_dob"\r\n\r\nP1,31/02/2016\r\n')
  expect(said(await readSsd([{ name: 'p.csv', bytes }], AS_AT))).toEqual(['value-left-out: row 3, pers_dob: There is no such day (31/02/2016)']) // prettier-ignore
  const named = Buffer.from('sep=;\r\npers_person_id;pers_dob\r\nP1;31/02/2016\r\n')
  expect(said(await readSsd([{ name: 'p.csv', bytes: named }], AS_AT))).toEqual(['value-left-out: row 2, pers_dob: There is no such day (31/02/2016)']) // prettier-ignore
})

test('a table without its own numbers is read, and it is told that its rows cannot be followed; people are refused', async () => {
  const leavers = file('ssd_care_leavers.csv', 'clea_person_id,clea_care_leaver_in_touch,clea_care_leaver_accommodation,clea_care_leaver_accom_suitable', 'P1,YES,U1,1 - Suitable', 'P2,No,Z - With former foster carers,Unsuitable') // prettier-ignore
  const reading = await readWith(leavers)
  expect(reading.records.careLeavers).toMatchObject([
    { id: 'ssd_care_leavers.csv, row 2', inTouch: 'YES', accommodation: 'U', isAccommodationSuitable: true },
    { id: 'ssd_care_leavers.csv, row 3', inTouch: 'NO', accommodation: 'Z', isAccommodationSuitable: false },
  ])
  expect(said(reading)).toEqual(['worth-a-look: clea_table_id: There is no column for the number of care leavers, so its rows cannot be followed from load to load']) // prettier-ignore
  const people = await readSsd([file('ssd_person.csv', 'pers_dob,pers_sex', '2015-03-02,M')], AS_AT)
  expect(refusesTheLoad(people)).toBe(true)
})

test('a workbook that unpacks to far more than it is packed in is refused before it is unpacked', async () => {
  const parts = xlsxParts([{ name: 'ssd_person', xml: `<sheetData>${' '.repeat(20_000_000)}</sheetData>` }])
  const reading = await readSsd([{ name: 'extract.xlsx', bytes: await zip(parts) }], AS_AT)
  expect(said(reading)[0]).toMatch(/^refuses-the-load: This workbook unpacks to far more than records would: give each table as CSV/) // prettier-ignore
})
