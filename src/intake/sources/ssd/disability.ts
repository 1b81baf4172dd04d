/** `ssd_disability`. */
import { DISABILITY } from '../../../children/disability.ts'
import { valueList } from '../../value-map.ts'
import { id, oneOf, ofPerson } from './column.ts'
import { table } from './table.ts'

export const DISABILITIES = valueList('disability', DISABILITY, {
  none: 'NONE', 'learning disability': 'LD', autism: 'AUT', 'autistic spectrum disorder': 'AUT', hearing: 'HEAR', vision: 'VIS',
  'hearing impairment': 'HEAR', 'visual impairment': 'VIS', 'other dda': 'DDA', incontinence: 'INC',
}) // prettier-ignore

export const disability = table('ssd_disability', 'disabilities', {
  rows: 'disabilities',
  fields: {
    id: id('disa_table_id'),
    personId: ofPerson('disa_person_id'),
    disability: oneOf(DISABILITIES, 'disa_disability_code'),
  },
})
