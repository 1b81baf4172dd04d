/** Requests for access as a data protection officer answers them: what is held of a child and of a member of staff, to read and to take away. */
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { recordsOf } from './measures/measure-example.ts'
import { runMeasures } from './measures/run-measures.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { openCouncil } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
const people = [
  {
    id: 'P-ROBIN',
    forename: 'Robin',
    surname: 'Ashdown',
    bornOn: '2015-03-02',
    upn: 'A1234',
    sex: 'F',
    ethnicity: 'MWBC',
  },
  { id: 'P-SAM', forename: 'Samphire', surname: 'Birch', bornOn: '2012-03-02' },
  { id: 'P-MUM', forename: 'Marigold', surname: 'Ashdown', bornOn: '1999-03-02' },
]
const professionals = [
  { id: 'W-social-worker', name: 'Iris Joyce', registration: 'SW1' },
  { id: 'W-ONLY', staffId: 'S-77', name: 'Nettie Ray', registration: 'SW2' },
]
const records = {
  people,
  professionals,
  teams: [{ id: 'T1', name: 'Assessment North' }],
  motherhoods: [{ id: 'm1', personId: 'P-MUM', childId: 'P-ROBIN', childBornOn: '2015-03-02' }],
  referrals: [{ id: 'r1', personId: 'P-ROBIN', referredOn: '2026-09-01', need: 'N1', workerId: 'W-social-worker' }],
  assessments: [{ id: 'a1', personId: 'P-ROBIN', referralId: 'r1', startedOn: '2026-09-02' }],
  conferences: [{ id: 'c1', meetingId: 'M9', personId: 'P-ROBIN', heldOn: '2026-10-20', planMade: true }],
  attendances: [
    { id: 't1', meetingId: 'M9', agency: 'Police', attended: true },
    { id: 't2', meetingId: 'M10', agency: 'Lighthouse', attended: true },
  ],
  cpPlans: [
    {
      id: 'p1',
      personId: 'P-ROBIN',
      conferenceId: 'c1',
      startedOn: '2026-10-20',
      latestCategory: 'NEG',
      unread: ['endedOn'],
    },
  ],
  cpVisits: [{ id: 'v1', personId: 'P-ROBIN', visitedOn: '2026-11-04', childSeen: true, seenAlone: false }],
  involvements: [
    { id: '1', personId: 'P-ROBIN', workerId: 'W-social-worker', role: 'CW', teamId: 'T1', fromOn: '2026-09-01' },
    {
      id: '2',
      personId: 'P-SAM',
      workerId: 'W-social-worker',
      role: 'CW',
      fromOn: '2026-08-01',
      untilOn: '2026-10-09',
    },
    { id: '3', personId: 'P-SAM', workerId: 'W-ONLY', role: 'IRO', fromOn: '2026-08-01' },
  ],
  supervisions: [
    { id: 's1', workerId: 'W-social-worker', supervisorId: 'W-ONLY', heldOn: '2026-10-01', childId: 'P-ROBIN' },
  ],
} as never

let officer: Site
const ABOUT = { askedBy: 'themselves', reference: 'SAR 26/104', receivedOn: '12/11/2026', reason: 'Everything' }
const ask = (kind: 'child' | 'staff', given: Record<string, string>) =>
  officer.post(`/subject-access/${kind}`, { ...ABOUT, ...given })
const asked = async (kind: 'child' | 'staff', given: Record<string, string>) => {
  const { status, headers } = await ask(kind, given)
  expect(status).toBe(303)
  return headers.get('location')!
}
const read = async (address: string) => (await officer.visit(address)).text()
async function takeAway(address: string) {
  const answer = await officer.post(`${address}/what-is-held.zip`, { why: 'To hand it over' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const zip = await JSZip.loadAsync(await answer.arrayBuffer())
  const word = await JSZip.loadAsync(await zip.file('what-is-held.docx')!.async('uint8array'))
  return {
    names: Object.keys(zip.files),
    readMe: (await zip.file('README.txt')!.async('string')).replace(/\s+/g, ' '),
    json: JSON.parse(await zip.file('what-is-held.json')!.async('string')),
    word: (await word.file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  }
}

beforeAll(async () => {
  const { authorityId } = here.council
  await keepTestSnapshot(
    database,
    authorityId,
    recordsOf({ ...(records as object), assessments: [] } as never, day('2026-11-13')),
  )
  await runMeasures(
    database,
    authorityId,
    await keepTestSnapshot(database, authorityId, recordsOf(records, day('2026-11-20'))),
  )
  const worker = await here.siteAs('social-worker')
  const { address } = await database.reading({ ...here.council.on(), work: 'test-children' }, db =>
    db.one<{ address: string }>(sql`select address from child where person_ref = 'P-ROBIN'`, 'child'),
  )
  await worker.visit(`/children/${address}`)
  officer = await here.siteAs('data-protection-officer')
})
afterAll(() => database.close())

describe('a child', () => {
  let address: string
  beforeAll(async () => void (address = await asked('child', { child: 'P-ROBIN' })))

  test('who asks, by which reference and since when is asked for first, and the answer is due a month later', async () => {
    for (const [given, told] of [
      [{ child: '' }, 'Enter the number'],
      [{ child: 'nobody' }, 'No child is held by that number'],
      [{ child: 'P-ROBIN', reference: '' }, 'Enter the council’s reference'],
      [{ child: 'P-ROBIN', askedBy: 'friend' }, 'Select who asks'],
      [{ child: 'P-ROBIN', receivedOn: '23/11/2026' }, 'The day must be today or earlier'],
    ] as const) {
      const answer = await ask('child', given)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(told)])
    }
    expect(address).toMatch(/^\/subject-access\/\d+$/)
    expect(await read('/subject-access')).toMatch(/SAR 26\/104[\s\S]*14 December 2026[\s\S]*To be answered/)
  })

  test('all that is held is told in words: codes, days, workers by name, what could not be read, each way it was and who looked', async () => {
    const shown = await read(address)
    for (const words of [
      'Robin',
      'A1234',
      '2 March 2015',
      'White and Black Caribbean',
      'Abuse, neglect or exploitation',
      'Iris Joyce (W-social-worker)',
      'Assessment North (T1)',
      'Child protection visits',
      'Seen alone',
      'Neglect',
      'Could not be read in the extract',
      'Police',
      'Held here: since 13 November 2026',
      'Held here: since 20 November 2026',
      'Named in another person’s record',
      'Chronology',
      'Assessments completed',
      'Child page',
      'Social Worker, Assessment North',
      'An answer is due by 14 December 2026',
    ])
      // prettier-ignore
      expect(shown).toContain(words)
    for (const others of ['Samphire', 'Marigold', 'P-MUM', 'P-SAM', 'Lighthouse']) expect(shown).not.toContain(others)
  })

  test('the copy is a document to read, the same for machines with its keys told, and what to look at before it is handed over', async () => {
    const { names, readMe, json, word } = await takeAway(address)
    expect(names).toEqual(['README.txt', 'what-is-held.docx', 'what-is-held.json'])
    for (const words of ['SAR 26/104', 'paragraph 16', 'Serious harm', 'case management system'])
      expect(readMe).toContain(words)
    for (const words of [
      'About this copy',
      'Information Commissioner',
      'Robin',
      '4 November 2026',
      'Neglect',
      'Contents',
    ])
      expect(word).toContain(words)
    expect(json.records.cpVisits).toEqual([
      expect.objectContaining({ id: 'v1', visitedOn: '2026-11-04', heldFrom: '2026-11-13', heldUntil: null }),
    ])
    expect(json.keys.referrals.fields.need).toMatchObject({
      what: 'Main need',
      codes: { N1: 'Abuse, neglect or exploitation' },
    })
    const all = `${word} ${JSON.stringify(json)} ${readMe}`
    for (const others of ['Samphire', 'Marigold', 'P-MUM', 'P-SAM', 'Lighthouse']) expect(all).not.toContain(others)
  })

  test('showing it is a look and taking it a copy, with what was asked in the record', async () => {
    const events = await database.reading(here.council.on(), db =>
      db.rows<{ kind: string; about: string; why: string }>(
        sql`select kind, about, why from event where kind in ('look', 'export', 'add-access-request') order by event_id`,
      ),
    )
    expect(events).toEqual(
      expect.arrayContaining([
        { kind: 'add-access-request', about: 'access-request', why: 'Request for access SAR 26/104: Everything' },
        { kind: 'look', about: 'subject-access', why: 'Request for access SAR 26/104: Everything' },
        { kind: 'export', about: 'download', why: 'To hand it over' },
      ]),
    )
  })

  test('every table that holds something of a child is told, or left out for a reason', async () => {
    const tables = await database.reading(here.council.on(), db =>
      db.rows<{ name: string }>(sql`
        select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attname in ('child_id', 'person_ref') and not a.attisdropped and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        group by 1 order by 1`),
    )
    const told = ['case_reason', 'child', 'child_record', 'look', 'measure_case', 'meeting_exception', 'staged_record']
    const leftOut = ['access_request', 'child_allocation', 'legal_hold', 'letterbox_case']
    expect(tables.map(({ name }) => name)).toEqual([...told, ...leftOut].sort())
  })

  test('when it was handed over, and what was taken out, is written down once', async () => {
    const answered = { answeredOn: '20/11/2026', leftOut: 'Nothing' }
    expect((await officer.post(`${address}/answer`, { ...answered, answeredOn: '1/11/2026' })).status).toBe(400)
    expect((await officer.post(`${address}/answer`, { ...answered, leftOut: '' })).status).toBe(400)
    expect((await officer.post(`${address}/answer`, answered)).status).toBe(303)
    expect((await officer.post(`${address}/answer`, answered)).status).toBe(400)
    expect(await read('/subject-access')).toContain('Answered 20 Nov 2026')
  })
})

describe('a member of staff', () => {
  test('either somebody who signs in or a worker of the records, and not both', async () => {
    const personId = String(here.council.posts['social-worker'].personId)
    for (const given of [
      {},
      { person: personId, worker: 'W-ONLY' },
      { worker: 'W-NOBODY' },
      { person: '999999' },
    ] as Record<string, string>[])
      expect([given, (await ask('staff', given)).status]).toEqual([given, 400])
  })

  test('posts, what they did and looked at, and how many children they worked with, without one child', async () => {
    const address = await asked('staff', { person: String(here.council.posts['social-worker'].personId) })
    const shown = await read(address)
    for (const words of [
      'Iris Joyce',
      'Social Worker, Assessment North',
      'Looks at children',
      'Child page',
      'Allocated case worker',
      '9 October 2026',
      'August 2026',
      'Supervised',
      'Social worker',
      'Where they are signed in',
    ])
      // prettier-ignore
      expect(shown).toContain(words)
    const { json, word, readMe } = await takeAway(address)
    expect(json.allocated).toEqual([{ role: 'CW', children: 2, open: 1, first: '2026-08-01', last: '2026-10-09' }])
    expect(json.here.looks).toEqual([expect.objectContaining({ what: 'child-page', children: 1 })])
    for (const children of ['Robin', 'Ashdown', 'P-ROBIN', 'P-SAM', 'Samphire'])
      expect(`${shown} ${word} ${readMe} ${JSON.stringify(json)}`).not.toContain(children)
    expect(JSON.stringify(json.here)).not.toMatch(/hash|nonce|secret/i)
  })

  test('a worker whom only the records name is found by either of their numbers', async () => {
    for (const worker of ['W-ONLY', 'S-77']) {
      const shown = await read(await asked('staff', { worker }))
      for (const words of ['Nettie Ray', 'Independent reviewing officer', 'Supervised somebody'])
        expect(shown).toContain(words)
      expect(shown).not.toContain('Where they are signed in')
    }
  })

  test('every table that names somebody tells how often, whatever is added later', async () => {
    const officerId = here.council.posts['data-protection-officer'].personId
    const shown = await read(await asked('staff', { person: String(officerId) }))
    expect(shown).toMatch(/Access request[\s\S]*Recorded by/)
    const named = await database.reading(here.council.on('data-protection-officer'), db =>
      db.rows<{ table: string }>(sql`select distinct named_in as "table" from rows_that_name(${officerId})`),
    )
    expect(named.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['access_request', 'post_holding', 'session']),
    )
  })
})

test('what was asked about a child goes with the child', async () => {
  const count = () =>
    database.reading(here.council.on('data-protection-officer'), async db => {
      const { n } = await db.one<{ n: number }>(
        sql`select count(*)::integer as n from access_request where child_id is not null`,
        '',
      )
      return n
    })
  expect(await count()).toBeGreaterThan(0)
  await database.transaction(here.council.on('data-protection-officer'), db =>
    db.run(sql`select dispose_of_children(array(select child_id from child where person_ref = 'P-ROBIN'))`),
  )
  expect(await count()).toBe(0)
})
