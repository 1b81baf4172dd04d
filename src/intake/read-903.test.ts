/** The SSDA903 return as systems write it, and as things go wrong. Every child here is invented. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { read903 } from './read-903.ts'
import { refusesTheLoad, type GivenFile } from './read-ssd.ts'
import { xlsxParts, zip } from './sources/test-files.ts'
import { file, said } from './test-ssd.ts'

const AS_AT = day('2026-03-31')
const HEADER = file('a.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'C1,F,02/03/2015,WBRI,A123456789012,,', 'C2,1,02/03/2009,BAFR,UN3,1,01/02/2026') // prettier-ignore
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const episodes = (...rows: string[]) => file('b.csv', EPISODES, ...rows)
const readWith = (...files: GivenFile[]) => read903([HEADER, ...files], AS_AT)
const problemsOf = (reading: Parameters<typeof said>[0]) => said(reading).filter(one => !one.includes('No file holds'))

test('episodes become periods of care, placements and legal statuses, each as long as it lasted', async () => {
  const reading = await readWith(
    episodes(
      'C1,01/05/2025,S,V2,N1,U6,PR1,01/06/2025,X1,,,ZZ1 1AA,1234567',
      'C1,01/06/2025,L,C1,N1,U6,PR1,01/09/2025,X1,CARPL,,ZZ1 1AA,1234567',
      'C1,01/09/2025,P,C1,N1,K2,PR4,01/12/2025,E4A,,,ZZ1 2BB,7654321',
      'C1,01/02/2026,S,V2,N1,T4,,,,,,,',
    ),
  )
  const { records } = reading
  expect(problemsOf(reading)).toEqual([])
  expect(records.claEpisodes.map(one => [one.startedOn, one.careId, one.enteredCareOn])).toEqual([
    ['2025-05-01', 'C1|2025-05-01', '2025-05-01'],
    ['2025-06-01', 'C1|2025-05-01', '2025-05-01'],
    ['2025-09-01', 'C1|2025-05-01', '2025-05-01'],
    ['2026-02-01', 'C1|2026-02-01', '2026-02-01'],
  ])
  expect(records.placements.map(one => [one.type, one.startedOn, one.endedOn, one.changeReason])).toEqual([
    ['U6', '2025-05-01', '2025-09-01', 'CARPL'],
    ['K2', '2025-09-01', '2025-12-01', null],
    ['T4', '2026-02-01', null, null],
  ])
  expect(records.legalStatuses.map(one => [one.status, one.fromOn, one.untilOn])).toEqual([
    ['V2', '2025-05-01', '2025-06-01'],
    ['C1', '2025-06-01', '2025-12-01'],
    ['V2', '2026-02-01', null],
  ])
  expect(records.people.map(one => [one.id, one.sex, one.upn, one.upnUnknown, one.isMother])).toEqual([
    ['C1', 'F', 'A123456789012', null, null],
    ['C2', 'M', null, 'UN3', true],
  ])
})

test('reviews, times missing, workers, unaccompanied children and care leavers', async () => {
  const { records } = await readWith(
    file('r.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', 'C1,02/03/2015,28/05/2025,PN1'),
    file('m.csv', 'CHILD,DOB,MISSING,MIS_START,MIS_END', 'C1,02/03/2015,M,01/07/2025,02/07/2025', 'C1,02/03/2015,A,01/07/2025,01/07/2025'), // prettier-ignore
    file('s.csv', 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', 'C1,02/03/2015,SW123,01/05/2025,,FCONTA'),
    file('u.csv', 'CHILD,SEX,DOB,DUC', 'C2,1,02/03/2009,02/03/2027'),
    file('o.csv', 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', 'C3,02/03/2007,YES,F2,Z2'),
  )
  expect(records.claReviews).toMatchObject([{ heldOn: '2025-05-28', participation: 'PN1' }])
  expect(records.missing.map(one => one.type)).toEqual(['M', 'A'])
  expect(records.involvements).toMatchObject([{ workerId: 'SW123', role: 'CW', changeReason: 'FCONTA', untilOn: null }])
  expect(records.immigrationStatuses).toMatchObject([{ personId: 'C2', status: 'UASC', untilOn: '2027-03-02' }])
  expect(records.careLeavers).toMatchObject([{ personId: 'C3', accommodation: 'Z', isAccommodationSuitable: false }])
  expect(records.loaded.has('careLeavers')).toBe(false)
})

test('a way to adoption is put together from three tables', async () => {
  const { records } = await readWith(
    episodes('C1,01/05/2025,S,C1,N1,U6,PR1,01/09/2025,X1,,,,', 'C1,01/09/2025,B,E1,N1,A5,PR1,01/03/2026,E11,,,,'),
    file('p.csv', 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED', 'C1,02/03/2015,01/08/2025,,'),
    file('d.csv', 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR', 'C1,02/03/2015,01/08/2025,20/08/2025,1,2,MF,L11'), // prettier-ignore
  )
  expect(records.permanence).toMatchObject([
    { decidedOn: '2025-08-01', placementOrderOn: '2025-09-01', matchedOn: '2025-08-20', placedOn: '2025-09-01', orderedOn: '2026-03-01', orderType: 'adoption', isAdoptedByCarer: true, adopters: 2, adopterSex: 'MF' },
  ]) // prettier-ignore
})

test.each([
  ['31/02/2016', 'value-left-out: row 2, DEC: There is no such day (31/02/2016)', ['ceasedOn']],
  ['01/05/2026', 'worth-a-look: row 2, DEC: This day is after the as-at date (01/05/2026)', []],
  ['01/05/2020', 'worth-a-look: row 2, DEC: This is before it began (2020-05-01)', []],
  ['#N/A', null, []],
  ['#REF!', 'value-left-out: row 2, DEC: This formula failed in Excel (#REF!)', ['ceasedOn']],
  ['=A1+1', 'value-left-out: row 2, DEC: This is not a date (=A1+1)', ['ceasedOn']],
])('an episode that ends on %s is kept and told', async (on, problem, unread) => {
  const reading = await readWith(episodes(`C1,01/05/2025,S,V2,N1,U6,PR1,${on},,,,,`))
  expect(problemsOf(reading)).toEqual(problem === null ? [] : [problem])
  expect(reading.records.claEpisodes).toMatchObject([{ unread }])
})

test('a repeated row is told; a second episode of the same day is kept', async () => {
  const reading = await readWith(episodes('C1,01/05/2025,S,V2,N1,U6,PR1,01/05/2025,X1,,,,', 'C1,01/05/2025,S,V2,N1,U6,PR1,01/05/2025,X1,,,,', 'C1,01/05/2025,P,V2,N1,K2,PR4,,,,,,')) // prettier-ignore
  expect(reading.counts['Episodes']).toEqual({ read: 3, kept: 2, refused: 0, repeated: 1 })
  expect(problemsOf(reading)).toEqual(['refuses-the-row: row 3, CHILD: This row repeats an earlier one; the first was kept (C1|2025-05-01)']) // prettier-ignore
})

test('the same return as XML says the same', async () => {
  const header = '<HEADER><CHILDID>C1</CHILDID><UPN>A123456789012</UPN><SEX>2</SEX><DOB>02/03/2015</DOB><ETHNIC>WBRI</ETHNIC><DUC>02/03/2033</DUC><AREVIEW><REVIEW>28/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>Z1</ACCOM></HEADER>' // prettier-ignore
  const xml = `<?xml version="1.0"?>\n<EXPSSDA903><CHILD>${header}\n<EPISODE><DECOM>01/05/2025</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>31/02/2026</DEC></EPISODE></CHILD></EXPSSDA903>`
  const reading = await read903([file('903.xml', xml)], AS_AT)
  const { records } = reading
  expect(records.people).toMatchObject([{ id: 'C1', sex: 'F', bornOn: '2015-03-02' }])
  expect(records.placements).toMatchObject([{ type: 'U6', provider: 'PR1', startedOn: '2025-05-01' }])
  expect([records.claReviews.length, records.immigrationStatuses.length, records.careLeavers.length]).toEqual([1, 1, 1])
  expect(problemsOf(reading)).toEqual(['value-left-out: row 3, DEC: There is no such day (31/02/2026)'])
})

test('semicolons, UTF-16 and columns in another order are read as they are', async () => {
  const text = '\ufeffUPN;CHILD;SEX;DOB;ETHNIC;MOTHER;MC_DOB\r\nUN1;C1;2;02/03/2015;WBRI;;'
  const { records } = await read903([{ name: 'x.csv', bytes: Buffer.from(text, 'utf16le') }], AS_AT)
  expect(records.people).toMatchObject([{ id: 'C1', sex: 'F', upnUnknown: 'UN1' }])
})

test('a file of 2 GB and a workbook that unpacks without end are refused', async () => {
  const huge = new Proxy({ length: 2 * 1024 ** 3 }, { get: (target, name) => (name === 'length' ? target.length : expect.unreachable(`read ${String(name)}`)) }) // prettier-ignore
  const cell = `<row><c r="A1" t="inlineStr"><is><t>${'a'.repeat(30_000)}</t></is></c></row>`
  const bomb = await zip(xlsxParts([{ name: 'Header', xml: `<sheetData>${cell.repeat(700)}</sheetData>` }]))
  const reading = await read903([{ name: 'huge.csv', bytes: huge as unknown as Uint8Array }, { name: 'bomb.xlsx', bytes: bomb }], AS_AT) // prettier-ignore
  expect(said(reading).slice(0, 2)).toEqual([
    expect.stringContaining('larger than 500 MB'),
    expect.stringContaining('unpacks to far more'),
  ])
})

test('without its day, or without header and episodes, the return is refused', async () => {
  const noDay = await read903([HEADER, episodes('C1,01/05/2025,S,V2,N1,U6,PR1,,,,,,')], null)
  expect(said(noDay).join('\n')).toContain('does not say which year it is of')
  const half = await read903([file('r.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', 'C1,02/03/2015,28/05/2025,PN1')], AS_AT)
  expect([refusesTheLoad(noDay), refusesTheLoad(half)]).toEqual([true, true])
})

test.each([
  ['another table', file('x.csv', 'CHILD,HEIGHT', 'C1,120')],
  ['XML of something else', file('x.xml', '<?xml version="1.0"?><a/>')],
  [
    'XML with entities of its own',
    file('x.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><EXPSSDA903/>'),
  ],
  ['an empty return', file('x.xml', '<?xml version="1.0"?><EXPSSDA903/>')],
  ['an empty file', { name: 'x.csv', bytes: Buffer.alloc(0) }],
])('%s is refused in words', async (_, given) => {
  const reading = await read903([given], AS_AT)
  expect(refusesTheLoad(reading)).toBe(true)
  expect(said(reading)).toContain('refuses-the-load: None of the files is a table of the SSDA903 return')
})

const SAMPLES = join(import.meta.dirname, '../../../shared/samples/ssda903/csc-validator-be-903')

test.skipIf(existsSync(SAMPLES))('the samples are not beside this checkout (../shared/samples/ssda903)', ({ skip }) => {
  skip('put the public samples in ../shared/samples/ssda903 to read them')
})

test.skipIf(!existsSync(SAMPLES))(
  'what came of every row of the sample of 2,675 children',
  async () => {
    const names = readdirSync(SAMPLES).filter(name => name.endsWith('.csv'))
    const reading = await read903(names.map(name => ({ name, bytes: readFileSync(join(SAMPLES, name)) })), day('2018-03-31')) // prettier-ignore
    expect(Object.fromEntries(Object.entries(reading.counts).map(([name, one]) => [name, [one.read, one.kept, one.repeated]]))).toEqual({
    Header: [2675, 2675, 0], Episodes: [5050, 5050, 0], Reviews: [12582, 12580, 2], UASC: [132, 132, 0], OC2: [2675, 2675, 0], OC3: [53, 53, 0],
    PlacedAdoption: [59, 58, 1], AD1: [29, 29, 0], PrevPerm: [2675, 2675, 0], Missing: [43, 43, 0], SWEpisodes: [1, 1, 0],
  }) // prettier-ignore
    expect(reading.unmapped.map(({ column, value, count }) => [column, value, count])).toEqual([['REASON_PLACED_CEASED', 'XXX', 59], ['SW_REASON', 'SWLAZY', 1]]) // prettier-ignore
    expect([reading.missingColumns, reading.extraColumns]).toEqual([[], []])
    expect(refusesTheLoad(reading)).toBe(false)
  },
  30_000,
)

test.skipIf(!existsSync(SAMPLES))(
  'what came of every element of the sample as XML',
  async () => {
    const bytes = readFileSync(join(SAMPLES, 'fake_903.xml'))
    const reading = await read903([{ name: 'fake_903.xml', bytes }], day('2018-03-31'))
    const elements = (name: string) => bytes.toString().split(`<${name}>`).length - 1
    expect(Object.fromEntries(Object.entries(reading.counts).map(([name, { read }]) => [name, read]))).toMatchObject({
    Header: elements('HEADER'), Episodes: elements('EPISODE'), Reviews: elements('AREVIEW'), OC2: elements('OC2'), Missing: elements('AMISSING'),
  }) // prettier-ignore
    expect(reading.counts['Episodes']!.kept).toBe(elements('EPISODE'))
    expect(refusesTheLoad(reading)).toBe(false)
  },
  30_000,
)
