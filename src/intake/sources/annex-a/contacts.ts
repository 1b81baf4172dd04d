/** List 1: every contact received in the six months before. */
import { made } from '../gathered.ts'
import { day, oneOf } from '../ssd/column.ts'
import { SOURCES } from '../ssd/lists.ts'
import { addChild, CHILD, list, unlettered } from './list.ts'

export const contacts = list(1, {
  title: 'Contacts',
  rows: 'contacts',
  months: 6,
  into: 'contacts',
  brings: { contacts: 'months' },
  mainDay: 'receivedOn',
  mayRepeat: true,
  fields: {
    ...CHILD,
    receivedOn: day('Date of Contact', 'Contact Date'),
    source: unlettered(oneOf(SOURCES, 'Contact Source', 'Source of Contact')),
  },
  bring(row, into, at) {
    addChild(row, into, at)
    const { id, personId, receivedOn, source } = row
    into.add('contacts', made(row, { id, personId, receivedOn, source, sourceText: null, outcomes: null }))
  },
})
