/** List 1: every contact received in the six months before, a row a child and contact. */
import { SOURCES } from './codes.ts'
import { ABOUT, annexList, CHILD_ID } from './list.ts'

export const contacts = annexList({
  number: 1,
  title: 'Contacts',
  from: ['contacts'],
  rows: ({ records, sixMonths, asAt }) =>
    records.contacts.filter(({ receivedOn }) => receivedOn !== null && receivedOn >= sixMonths && receivedOn <= asAt),
  columns: [
    CHILD_ID,
    ...ABOUT,
    { heading: 'Date of Contact', kind: 'day', cell: row => row.receivedOn },
    { heading: 'Contact Source', cell: row => row.source && SOURCES[row.source] },
  ],
})
