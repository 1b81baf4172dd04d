/** What was found in the record, to take away: no more than a spreadsheet can hold. */
import { download } from '../../web/page.tsx'
import { csvFile } from '../../web/sheet.ts'
import { listEntries, readSearch } from '../record-store.ts'
import { aboutIn, inWords } from '../record-words.ts'

const MOST = 1_000_000

const HEADINGS = ['Event', 'When', 'Who', 'As', 'What', 'About', 'Why', 'From']

export const recordCsv = download({
  path: '/record.csv',
  may: 'read-record',
  asksAgain: true,
  asksWhy: true,
  async make({ db, query, today }) {
    const entries = await listEntries(db, readSearch(query), null, MOST)
    const rows = entries.map(entry => [
      String(entry.seq),
      entry.at.toISOString(),
      entry.name ?? '',
      entry.post ?? '',
      inWords(entry.kind),
      aboutIn(entry),
      entry.why,
      entry.from ?? '',
    ])
    return csvFile(`record-${today}`, { headings: HEADINGS, rows })
  },
})
