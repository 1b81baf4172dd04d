/** List 2: early help of the six months before and what goes on. The records hold episodes of early help and not their assessments. */
import { isRead } from '../../children/standing.ts'
import { ABOUT, annexList, CHILD_ID } from './list.ts'

export const earlyHelp = annexList({
  number: 2,
  title: 'Early Help',
  from: ['earlyHelp'],
  rows: ({ records, sixMonths, asAt }) =>
    records.earlyHelp.filter(
      row =>
        row.startedOn !== null &&
        row.startedOn <= asAt &&
        (row.startedOn >= sixMonths || (isRead(row, 'endedOn') && (row.endedOn === null || row.endedOn >= sixMonths))),
    ),
  columns: [
    CHILD_ID,
    ...ABOUT,
    { heading: 'Assessment start date', kind: 'day', cell: row => row.startedOn },
    {
      heading: 'Assessment completion date',
      kind: 'day',
      mayBeBlank: true,
      cell: row => row.endedOn,
      doubt: row => (row.endedOn !== null && row.endedOn < row.startedOn! ? 'It ended before it began' : null),
    },
    { heading: 'Organisation completing assessment', cell: row => row.organisation },
  ],
})
