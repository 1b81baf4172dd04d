/** Extracts for analysis of an invented authority: nothing that names anybody is in them, rows still join, and figures are the same. */
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { fieldWords } from '../children/field-words.ts'
import type { ChildRecords, TableName } from '../children/records.ts'
import { TABLE_NAMES } from '../children/table-words.ts'
import { readSsd } from '../intake/read-ssd.ts'
import { WHOLE_CATALOGUE } from '../measures/catalogue.ts'
import { figureOf } from '../measures/figure.ts'
import { type History, historyOf } from '../measures/history.ts'
import { recordsOf } from '../measures/measure-example.ts'
import { type Measure, settingsOf } from '../measures/measure.ts'
import { lacking } from '../measures/support.ts'
import { periodTo, windowOf } from '../measures/window.ts'
import { day, type Day } from '../terms/day.ts'
import { zipOf } from '../web/zip.ts'
import { type About, extractFiles } from './analysis-extract.ts'
import { newKey, pseudonymsBy } from './analysis/pseudonym.ts'
import { smallGroupsOf } from './analysis/small-groups.ts'
import { ALL_TABLES, treatmentOf } from './analysis/treatments.ts'
import { inventAuthority } from '../demo/make-authority.ts'

const AS_AT = day('2026-11-20')
const ABOUT: About = {
  authority: 'Testborough',
  asAt: AS_AT,
  takenOn: AS_AT,
  takenBy: 'Noor Osman, Performance Analyst',
  project: 'Why children come back',
  reason: 'To learn which children are referred again',
  receiver: 'The council’s own analysts',
  extractId: 7,
  links: true,
}
const KEY = newKey()

let records: ChildRecords
/** The extract, unpacked, and read again as any extract is. */
let files: Map<string, Buffer>
let again: ChildRecords

const MARK = 'Canary-'

/** Every value that is not to leave as it is begins with a mark, the same one wherever it stands, so that joins hold. */
function marked(given: ChildRecords): ChildRecords {
  const tables = ALL_TABLES.map(({ into, fields }) => {
    const hidden = Object.keys(fields).filter(field => !['kept', 'month'].includes(treatmentOf(into, field).is))
    const rows = (given[into] as readonly Record<string, unknown>[]).map(row => ({
      ...row,
      ...Object.fromEntries(
        hidden.map(field => [field, markedValue(row[field], treatmentOf(into, field).is === 'left-out', field)]),
      ),
    }))
    return [into, rows]
  })
  return { ...given, ...Object.fromEntries(tables) }
}

/** What is left out is there even where the invented authority has nothing. */
const markedValue = (value: unknown, isLeftOut: boolean, field: string) =>
  typeof value === 'string' ? `${MARK}${value}` : isLeftOut ? `${MARK}${field}` : value

async function taken(of: ChildRecords, key: Uint8Array | null, tables: readonly TableName[] = TABLE_NAMES) {
  const zip = await JSZip.loadAsync(await zipOf(extractFiles(of, { tables, key, about: ABOUT })))
  const names = Object.values(zip.files).filter(({ dir }) => !dir)
  return new Map(await Promise.all(names.map(async one => [one.name, await one.async('nodebuffer')] as const)))
}
const given = (all: ReadonlyMap<string, Buffer>) =>
  [...all].map(([name, bytes]) => ({ name: name.replace(/^.*\//, ''), bytes }))

beforeAll(async () => {
  const { files: made } = inventAuthority({ children: 60, seed: 'analysis', asAt: AS_AT })
  records = marked((await readSsd(made, AS_AT)).records)
  files = await taken(records, KEY)
  again = (await readSsd(given(files), AS_AT)).records
}, 60_000)

test('every field of every table of the records has a treatment, and a name to be read by', () => {
  expect(ALL_TABLES.map(({ into }) => into).sort()).toEqual([...TABLE_NAMES].sort())
  for (const { into, fields } of ALL_TABLES)
    for (const field of Object.keys(fields)) {
      expect(treatmentOf(into, field), `${into}.${field}`).toBeDefined()
      expect(fieldWords(into, field)).toMatch(/^[A-Z]/)
    }
  expect(() => treatmentOf('people', 'nickname')).toThrow('no treatment for people.nickname')
})

test('whatever people wrote in their own words is left out, and every number of a thing is a pseudonym', () => {
  for (const { into, fields } of ALL_TABLES)
    for (const [field, { list, refersTo, namesWorker }] of Object.entries(fields)) {
      const { is } = treatmentOf(into, field)
      const sample = (records[into] as readonly Record<string, unknown>[]).find(row => row[field] != null)?.[field]
      const isWords = typeof sample === 'string' && !list && !/^\d{4}-\d\d-\d\d/.test(sample)
      if (refersTo || namesWorker || field === 'id') expect(is, `${into}.${field}`).toBe('pseudonym')
      else if (isWords) expect(['pseudonym', 'left-out'], `${into}.${field}`).toContain(is)
    }
})

test('no name, number, place or word of anybody is in any byte of it', () => {
  expect(JSON.stringify(records).split(MARK).length).toBeGreaterThan(10_000)
  for (const [name, bytes] of files) expect(bytes.includes(MARK), name).toBe(false)
})

test('rows stand in an order that says nothing of their numbers', () => {
  const pseudonyms = pseudonymsBy(KEY)
  const given = new Map(records.people.map(({ id }, at) => [pseudonyms('person', id), at]))
  const order = again.people.map(({ id }) => given.get(id)!)
  const steps = order.slice(1).filter((at, step) => at > order[step]!).length
  expect(steps / order.length).toBeGreaterThan(0.4)
  expect(steps / order.length).toBeLessThan(0.6)
})

test('births and deaths are told to the month', () => {
  const pseudonyms = pseudonymsBy(KEY)
  const before = new Map(records.people.map(person => [pseudonyms('person', person.id), person]))
  expect(records.people.some(({ bornOn }) => bornOn !== null && !bornOn.endsWith('-01'))).toBe(true)
  expect(again.people).toHaveLength(records.people.length)
  for (const { id, bornOn, expectedOn, diedOn } of again.people) {
    for (const on of [bornOn, expectedOn, diedOn]) if (on !== null) expect(on).toMatch(/-01$/)
    expect(bornOn?.slice(0, 7)).toBe(before.get(id)!.bornOn?.slice(0, 7))
  }
})

test('rows that belonged together still do, and those that did not still do not', () => {
  const joined = (of: ChildRecords) =>
    ALL_TABLES.flatMap(({ into, fields }) =>
      Object.entries(fields).flatMap(([field, { refersTo, namesWorker }]) => {
        const to = refersTo ?? (namesWorker ? ({ table: 'professionals', field: 'id' } as const) : null)
        if (!to) return []
        const known = new Set((of[to.table] as readonly Record<string, unknown>[]).map(row => row[to.field]))
        const found = (of[into] as readonly Record<string, unknown>[]).filter(row => known.has(row[field]))
        return [`${into}.${field}: ${found.length} of ${of[into].length}`]
      }),
    )
  expect(joined(again)).toEqual(joined(records))
  const numbers = (of: ChildRecords) => new Set(of.people.map(({ id }) => id)).size
  expect(numbers(again)).toBe(numbers(records))
})

/** Measures that need what is left out: agencies, organisations, decisions and grades in words; pupil numbers; ages to the day. */
const NEED_MORE = [
  'contacts-received/to-mash',
  'early-help-assessments-started/by-partners',
  'early-help-lead-by-partner',
  'early-help-lead-by-partner/started',
  'early-help-lead-by-partner/health-led',
  'early-help-step-up-rate',
  'child-seen/cp-visit-seen-alone',
  'pre-birth-assessment-timely',
  'cp-visits-in-timescale/period',
  'cin-visits-in-timescale/period',
  'cin-reviews-in-timescale/period',
  'cla-visits-in-timescale/period',
  'pep-quality-good',
  'cla-school-moves-mid-year',
  'pathway-plan-initial-16y3m',
  'pathway-plan-reviewed-6m/in-time',
  'partner-attendance',
  'partner-attendance/strategy-police',
  'partner-attendance/strategy-health',
  'partner-attendance/conference',
  'partner-attendance/review',
  'partner-attendance/reports',
]

/** Sums of fractions in another order differ far behind the point. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)

test('every measure but those that need what is left out gives the same figure from the extract as from the records', () => {
  const [one, other] = [records, again].map(of => historyOf(of, { population: () => null }))
  const figures = (measure: Measure, history: History) =>
    measure.periods.flatMap(kind =>
      ['2026-03-31', '2026-06-30', '2026-10-31'].map(to =>
        figureOf(measure, history, windowOf(periodTo(kind, to as Day), AS_AT), settingsOf(measure)),
      ),
    )
  const supported = WHOLE_CATALOGUE.filter(measure => lacking(measure, records).length === 0)
  const differ = supported.filter(measure => {
    const [before, after] = [figures(measure, one!), figures(measure, other!)]
    return JSON.stringify(before, rounded) !== JSON.stringify(after, rounded)
  })
  expect(supported.length).toBeGreaterThan(80)
  expect(differ.map(({ id }) => id).filter(id => !NEED_MORE.includes(id))).toEqual([])
})

test('a later extract of the same project links with it; another project’s, and one with a key of its own, do not', async () => {
  const numbersIn = async (key: Uint8Array | null) =>
    (await taken(records, key, ['people'])).get('tables/ssd_person.csv')!.toString()
  const [first, later, other, once] = [
    await numbersIn(KEY),
    await numbersIn(KEY),
    await numbersIn(newKey()),
    await numbersIn(null),
  ]
  expect(later).toBe(first)
  const pseudonyms = (text: string) => text.match(/p[0-9a-f]{32}/g)!
  for (const unlinked of [other, once])
    expect(pseudonyms(unlinked).filter(one => pseudonyms(first).includes(one))).toEqual([])
  expect(pseudonymsBy(KEY)('person', '1')).not.toBe(pseudonymsBy(KEY)('worker', '1'))
})

test('only the tables that were asked for are in it, and the README says what was done to each of their fields', async () => {
  const few = await taken(records, KEY, ['people', 'cpPlans'])
  expect([...few.keys()]).toEqual(['README.txt', 'tables/ssd_person.csv', 'tables/ssd_cp_plans.csv'])
  const readMe = few.get('README.txt')!.toString()
  for (const words of ['Why children come back', 'Noor Osman', 'recital 26', 'section 171', '20 November 2026', 'k = '])
    expect(readMe).toContain(words)
  expect(readMe).toMatch(/pers_forename +Left out/)
  expect(readMe).toMatch(/pers_dob +First day of its month/)
  expect(readMe).toMatch(/cppl_person_id +Pseudonym of a child/)
  expect(readMe).toMatch(/cppl_cp_plan_start_date +Kept/)
})

describe('small groups', () => {
  test.each([
    [
      'two alike and one alone',
      [
        ['A', '2015-03-02'],
        ['B', '2015-03-20'],
        ['C', '2012-01-01'],
      ],
      1,
      [1, 2, 0, 0],
    ],
    ['five alike', [1, 2, 3, 4, 5].map(at => [`P${at}`, '2015-03-02']), 5, [0, 0, 5, 0]],
    ['nobody', [], null, [0, 0, 0, 0]],
  ] as const)('%s', (_, people, smallest, children) => {
    const found = smallGroupsOf(
      recordsOf({ people: people.map(([id, bornOn]) => ({ id, bornOn, sex: 'F' })) } as never, AS_AT),
    )
    expect(found.smallest).toBe(smallest)
    expect(found.bySize.map(size => size.children)).toEqual(children)
  })
})

test('a word that stands where a code, a day or a number should is not handed out', async () => {
  const strange = recordsOf({ people: [{ id: 'P1', sex: 'Canary', bornOn: 'Canary' }], sdqs: [{ id: '1', personId: 'P1', completedOn: 'Canary', score: 'Canary' }], assessmentFactors: [{ id: '1', factors: ['16A', 'Canary'] }] } as never, AS_AT) // prettier-ignore
  for (const [name, bytes] of await taken(strange, KEY)) expect(bytes.includes('Canary'), name).toBe(false)
})

test('what could not be read is not taken for a blank', async () => {
  const unread = recordsOf({ people: [{ id: 'P1', bornOn: '2015-03-02' }], cpPlans: [{ id: '1', personId: 'P1', startedOn: '2026-01-02', unread: ['endedOn', 'latestCategory'] }] } as never, AS_AT) // prettier-ignore
  const { records: back } = await readSsd(given(await taken(unread, KEY)), AS_AT)
  expect(back.cpPlans[0]).toMatchObject({
    startedOn: '2026-01-02',
    endedOn: null,
    unread: ['endedOn', 'latestCategory'],
  })
})
