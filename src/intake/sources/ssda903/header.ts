/** Header: who the child is. Sex is 1 or 2 up to 2023/24, M, F or U since. */
import { UPN_UNKNOWN } from '../../../children/person.ts'
import { day, number, oneOf, yesNo } from '../ssd/column.ts'
import { ETHNICITIES, SEXES } from '../ssd/person.ts'
import { CHILD, returnTable } from './table.ts'

export const header = returnTable('Header', {
  rows: 'children',
  into: 'people',
  brings: ['people', 'motherhoods'],
  fields: {
    ...CHILD,
    sex: oneOf(SEXES, 'SEX'),
    ethnicity: oneOf(ETHNICITIES, 'ETHNIC'),
    upn: number('UPN'),
    isMother: yesNo('MOTHER'),
    childBornOn: day('MC_DOB'),
  },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      const { id, personId, sex, ethnicity, bornOn, isMother, childBornOn } = row
      const isReason = row.upn !== null && row.upn in UPN_UNKNOWN
      const upn = isReason ? null : row.upn
      const upnUnknown = isReason ? (row.upn as keyof typeof UPN_UNKNOWN) : null
      const unread = row.unread.filter(field => field !== 'childBornOn')
      into.person({ id: personId, sex, ethnicity, bornOn, upn, upnUnknown, isMother, unread }, places[at]!, COLUMNS)
      if (isMother || childBornOn) into.add('motherhoods', { id, personId, childId: null, childBornOn, unread: [] })
    }
  },
})

const COLUMNS = { sex: 'SEX', ethnicity: 'ETHNIC', bornOn: 'DOB', upn: 'UPN' }
