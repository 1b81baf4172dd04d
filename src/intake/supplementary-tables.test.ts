/** The supplementary extract: its templates, its page in the documents, and what is read from it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSsd } from './read-ssd.ts'
import { headingsOf, SUPPLEMENTARY_TABLES, supplementaryTemplates } from './supplementary-tables.ts'
import { AS_AT, CARE, file, PEOPLE, readWith, said } from './test-ssd.ts'

const page = readFileSync(new URL('../../docs/supplementary-extract.md', import.meta.url), 'utf8')

test.each(SUPPLEMENTARY_TABLES.map(table => [table.name, table] as const))(
  '%s is documented, column by column',
  (name, table) => {
    const [, after = ''] = page.split(`\`${name}.csv\``)
    const own = after.split(/\n\| `gt_|\n## /)[0]!
    for (const heading of headingsOf(table)) expect(own).toContain(`\`${heading}\``)
  },
)

test('every template is known for what it is, and an empty one is no fault', async () => {
  const reading = await readSsd([PEOPLE, ...supplementaryTemplates()], AS_AT)
  expect(said(reading)).toEqual([])
  expect(Object.keys(reading.counts).filter(name => name.startsWith('gt_')).sort()).toEqual(SUPPLEMENTARY_TABLES.map(({ name }) => name).sort()) // prettier-ignore
  expect(reading.missingColumns.filter(({ table }) => table.startsWith('gt_'))).toEqual([])
})

test('decisions to the minute, and an interview whose child is found through the missing episode', async () => {
  const contacts = file('ssd_contacts.csv', 'cont_contact_id,cont_person_id,cont_contact_date', 'C1,P1,2026-03-02')
  const decisions = file('gt_contact_decisions.csv', 'contact_id,received_at,decided_at,decision', 'C1,02/03/2026 09:15,2026-03-03 16:40,Referral', 'C1,02/03/2026,,', 'C9,,,') // prettier-ignore
  const missing = file('ssd_missing.csv', 'miss_table_id,miss_person_id,miss_missing_episode_start_date', 'M1,P2,2026-07-01') // prettier-ignore
  const interviews = file('gt_return_interviews.csv', 'interview_id,missing_episode_id,returned_at,held_at,outcome', 'I1,M1,2026-07-02 01:00,2026-07-04 17:00,Completed', 'I2,M1,2026-07-02 01:00,2026-07-01 17:00,held') // prettier-ignore
  const reading = await readWith(contacts, decisions, missing, interviews, CARE)
  expect(reading.records.contactDecisions).toMatchObject([
    { contactId: 'C1', receivedAt: '2026-03-02T09:15', decidedOn: '2026-03-03', decidedAt: '2026-03-03T16:40' },
    { contactId: 'C9', receivedOn: null },
  ])
  expect(reading.records.returnInterviews).toMatchObject([{ personId: 'P2', outcome: 'held' }, { personId: 'P2' }])
  expect(said(reading)).toEqual([
    'refuses-the-row: row 3, contact_id: This number has been used in an earlier row that says something else; the first was kept (C1)',
    'worth-a-look: row 4, contact_id: What this row belongs to is not in the file (C9)',
    'worth-a-look: row 3, held_at: This is before it began (2026-07-01)',
    'worth-a-look: row 3, held_at: This is before it began (2026-07-01T17:00)',
  ])
})

test('a column of ours is never taken from the end of another name', async () => {
  const { records } = await readWith(file('gt_worker_posts.csv', 'post_id,id,from_on', 'W1,9,2026-01-05'))
  expect(records.workerPosts).toMatchObject([{ id: 'W1', teamId: null, workerId: null, fromOn: '2026-01-05' }])
})
