/** What was found in the record, to take away: no more than a spreadsheet can hold. */
import { download } from '../../web/page.tsx'
import { csvFile } from '../../web/sheet.ts'
import { listEntries, readSearch } from '../record-store.ts'
import { type NameMeasures, namesIn } from '../record-names.ts'
import { aboutIn, inWords } from '../record-words.ts'

const MOST = 1_000_000

const HEADINGS = ['Event', 'When', 'Who', 'As', 'What', 'About', 'Why', 'From']

/** `nameMeasures` is given by the room that counts them. */
export const recordCsv = (nameMeasures: NameMeasures) =>
  download({
    path: '/record.csv',
    may: 'read-record',
    asksAgain: true,
    asksWhy: true,
    offered: async ({ today }) => ({ name: `record-${today}.csv` }),
    async make({ db, query, today, person }) {
      const entries = await listEntries(db, readSearch(query), null, MOST)
      const names = await namesIn(db, person, entries, nameMeasures)
      const rows = entries.map(entry => [
        String(entry.seq),
        entry.at.toISOString(),
        entry.name ?? '',
        entry.post ?? '',
        inWords(entry.kind),
        aboutIn(entry, names),
        entry.why,
        entry.from ?? '',
      ])
      return csvFile(`record-${today}`, { headings: HEADINGS, rows })
    },
  })
