/** Which way an extract came, told from the files themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, asyncProperty, constantFrom, oneof, string, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { readExtract, routesOf } from './read-extract.ts'
import { refusesTheLoad } from './read-ssd.ts'
import { AS_AT, CARE, file, PEOPLE } from './test-ssd.ts'

const LIST = file('contacts.csv', 'List 1: Contacts', 'Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source', 'C1,a) Male,a) WBRI,02/03/2015,11,05/10/2026,q) 6: Police') // prettier-ignore
const HEADER = file('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'C1,F,02/03/2015,WBRI,,,')
const EPISODES = file('e.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'C1,01/05/2026,S,V2,N1,U6,PR1,,,,,,') // prettier-ignore
const CENSUS = file('cin.xml', '<?xml version="1.0"?><Message><Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2026-10-31</ReferenceDate></CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers></Child></Children></Message>') // prettier-ignore

test.each([
  ['ssd', [PEOPLE, CARE]],
  ['annex-a', [LIST]],
  ['ssda903', [HEADER, EPISODES]],
  ['cin', [CENSUS]],
] as const)('files of %s are read as such', async (route, files) => {
  const reading = await readExtract(files, AS_AT)
  expect(reading.route).toBe(route)
  expect(refusesTheLoad(reading)).toBe(false)
  expect(reading.records.people.length).toBeGreaterThan(0)
})

test('files of two extracts are refused, and each is named', async () => {
  const reading = await readExtract([PEOPLE, LIST, HEADER], AS_AT)
  expect(reading.routes.route).toBeNull()
  expect(reading.records.people).toEqual([])
  expect(reading.problems.map(({ severity, problem }) => [severity, problem])).toEqual([
    ['refuses-the-load', 'These files are of different extracts: ssd_person.csv is Standard Safeguarding Dataset'],
    ['refuses-the-load', 'These files are of different extracts: contacts.csv is Annex A'],
    ['refuses-the-load', 'These files are of different extracts: header.csv is SSDA903'],
  ]) // prettier-ignore
})

test('a rule of the returns that the dataset breaks is told in the row that breaks it', async () => {
  const plans = file('ssd_cp_plans.csv', 'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date', 'C1,P1,2026-02-20,2026-02-20', 'C2,P2,2026-02-20,') // prettier-ignore
  const { problems } = await readExtract([PEOPLE, plans], AS_AT)
  expect(problems.filter(({ problem }) => problem.startsWith('The plan'))).toMatchObject([
    { file: 'ssd_cp_plans.csv', row: 2, column: 'cppl_cp_plan_end_date', problem: 'The plan ended on the day it began', found: 'P1: 2026-02-20', touches: ['protection'] },
  ]) // prettier-ignore
})

test('how far a source reaches, and what it has only the latest of, is said', async () => {
  const plans = file('List 7.csv', 'Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Does the Child have a Disability,Child Protection Plan Start Date,Initial Category of Abuse,Latest Category of Abuse,Date of the Last Statutory Visit', 'C1,a) Male,a) WBRI,02/03/2015,11,b) No,05/10/2026,a) Neglect,a) Neglect,20/10/2026') // prettier-ignore
  const { problems, records } = await readExtract([plans], AS_AT)
  expect(problems.map(({ problem }) => problem)).toEqual(expect.arrayContaining([
    'These reach back to 30 April 2026 only, so that a count over a longer time would be too low: child protection plans',
    'Of these there is only the latest of each child, or no day, so that nothing is counted from them: child protection visits, child protection reviews',
  ])) // prettier-ignore
  expect([records.loaded.has('cpPlans'), records.loaded.has('cpVisits')]).toEqual([true, false])
})

test('a letter among the files hinders nothing, and is told by its reader', async () => {
  const letter = file('letter.csv', 'Dear all', 'here is the extract')
  expect(await routesOf([letter, LIST])).toMatchObject({ route: 'annex-a', unknown: ['letter.csv'] })
  const reading = await readExtract([letter, LIST], AS_AT)
  expect(reading.problems.map(({ file, problem }) => `${file}: ${problem}`)).toContain('letter.csv: No list was recognised by its headings; it was left aside') // prettier-ignore
})

test.each([
  ['a letter', file('letter.csv', 'Dear all')],
  ['a web page', file('page.html', '<html><body>hello</body></html>')],
  ['an empty file', { name: 'x.csv', bytes: Buffer.alloc(0) }],
  ['a file of 2 GB', { name: 'x.csv', bytes: { length: 2 * 1024 ** 3 } as Uint8Array }],
])('%s alone is refused', async (_, given) => {
  const reading = await readExtract([given], AS_AT)
  expect(reading.problems[0]!.problem).toBe('None of these files is an extract that can be read')
  expect(refusesTheLoad(reading)).toBe(true)
  expect(reading.problems.length).toBeLessThanOrEqual(2)
})

test('an extract of the dataset asks for its day', async () => {
  const reading = await readExtract([PEOPLE], null)
  expect(reading.problems).toMatchObject([{ severity: 'refuses-the-load', problem: 'An extract does not say which day it was taken: say it' }]) // prettier-ignore
})

const HEADINGS = [LIST, HEADER, EPISODES].map(({ bytes }) => Buffer.from(bytes).toString().split('\r\n').find(line => line.startsWith('C'))!) // prettier-ignore
const cell = oneof(
  string(),
  constantFrom('C1', '05/10/2026', '31/02/2016', '#N/A', '#REF!', '=1+1', 'a) Yes', '"', '\n', '-1'),
)
const rows = array(array(cell, { maxLength: 14 }), { maxLength: 6 })

test('whatever stands below the headings, the rest of the service goes on', async () => {
  await assert(
    asyncProperty(constantFrom(...HEADINGS), rows, async (headings, cells) => {
      const reading = await readExtract([file('x.csv', headings, ...cells.map(row => row.join(',')))], AS_AT)
      const kept = Object.values(reading.counts).every(one => one.read === one.kept + one.refused + one.repeated)
      expect(kept).toBe(true)
      for (const one of [...reading.records.contacts, ...reading.records.claEpisodes])
        expect(typeof one.personId).toBe('string')
    }),
    { numRuns: 60 },
  )
})

test('whatever the bytes are, they are read or refused', async () => {
  const beginnings = constantFrom(
    '',
    'PK\u0003\u0004',
    '<?xml version="1.0"?><Message><Children>',
    '<EXPSSDA903><CHILD>',
    '\ufeff',
  )
  await assert(
    asyncProperty(beginnings, uint8Array({ maxLength: 200 }), async (beginning, bytes) => {
      const reading = await readExtract([{ name: 'x', bytes: Buffer.concat([Buffer.from(beginning), bytes]) }], AS_AT)
      expect(refusesTheLoad(reading)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const SAMPLES = join(import.meta.dirname, '../../../shared/samples')
const read = (folder: string, kind: RegExp) => readdirSync(join(SAMPLES, folder)).filter(name => kind.test(name)).map(name => ({ name, bytes: readFileSync(join(SAMPLES, folder, name)) })) // prettier-ignore

test.skipIf(existsSync(SAMPLES))('the samples are not beside this checkout (../shared/samples)', ({ skip }) => {
  skip('put the public samples in ../shared/samples to read them')
})

test.skipIf(!existsSync(SAMPLES))('the samples are recognised', async () => {
  expect((await routesOf(read('ssda903/csc-validator-be-903', /csv$/))).route).toBe('ssda903')
  expect((await routesOf(read('ssda903/csc-validator-be-903', /xml$/))).route).toBe('ssda903')
  expect((await routesOf(read('cin/liia-tools-pipeline', /xml$/))).route).toBe('cin')
  expect((await routesOf(read('annex-a/liia-tools-history', /xlsx$/))).route).toBe('annex-a')
})
