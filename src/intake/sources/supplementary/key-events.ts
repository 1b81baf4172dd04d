/** `gt_key_events`. */
import { KEY_EVENT } from '../../../children/key-event.ts'
import { valueList } from '../../value-map.ts'
import { day, id, oneOf, ofPerson } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

const KINDS = valueList('kind of key event', KEY_EVENT)

export const keyEvents = table('gt_key_events', 'keyEvents', {
  rows: 'key events',
  fields: {
    id: id('event_id'),
    personId: ofPerson('person_id'),
    kind: oneOf(KINDS, 'kind'),
    happenedOn: day('happened_on'),
    recordedOn: day('recorded_on'),
  },
  wants: ['kind', 'happenedOn'],
})
