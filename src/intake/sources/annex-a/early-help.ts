/** List 2: early help assessments of the six months before, and those still going on. */
import { made } from '../gathered.ts'
import { day, text } from '../ssd/column.ts'
import { addChild, CHILD, list } from './list.ts'

export const earlyHelp = list(2, {
  title: 'Early Help',
  rows: 'early help assessments',
  months: 6,
  into: 'earlyHelp',
  brings: { earlyHelp: 'months' },
  mainDay: 'startedOn',
  mayRepeat: true,
  inOrder: [['startedOn', 'endedOn']],
  fields: {
    ...CHILD,
    startedOn: day('Assessment start date', 'Early Help Assessment start date'),
    endedOn: day('Assessment completion date', 'Early Help Assessment completion date'),
    organisation: text('Organisation completing assessment', 'Organisation'),
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, startedOn, endedOn, organisation } = row
    const nothing = { reason: null, endReason: null, workerId: null }
    into.add('earlyHelp', made(row, { id, personId, startedOn, endedOn, organisation, ...nothing }))
  },
})
