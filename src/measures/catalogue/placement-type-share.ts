/** Where looked after children live. */
import type { Placement } from '../../children/placement.ts'
import { countLookedAfter } from '../count-looked-after.ts'
import { placementRowOn } from '../histories/placements.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

type Type = NonNullable<Placement['type']>

const FOSTER: readonly Type[] = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']
const HOMES: readonly Type[] = ['K1', 'K2']
const SUPPORTED: readonly Type[] = ['K3', 'H5']
const PARENTS: readonly Type[] = ['P1']
const ADOPTION: readonly Type[] = ['A3', 'A4', 'A5', 'A6']
const NAMED = [FOSTER, HOMES, SUPPORTED, PARENTS, ADOPTION].flat()

const living = (isThere: (type: Type) => boolean) =>
  countLookedAfter((period, on, history) => {
    const row = placementRowOn(history, period, on)
    if (row && isUnread(row, 'type')) return { leftOut: 'unread' }
    return row !== undefined && row.type !== null && isThere(row.type)
  })

const inCare = (id: string) =>
  ({ id, personId: id, placementId: id, startedOn: '2015-06-01', startReason: 'S' }) as const

const ONE_EACH = {
  claEpisodes: ['1', '2', '3', '4', '5', '6', '7', '8'].map(inCare),
  placements: (['U4', 'K2', 'K1', 'K3', 'P1', 'A6', 'R5', null] as const).map((type, at) => ({
    id: String(at + 1),
    personId: String(at + 1),
    type,
  })),
}

export default measure({
  id: 'placement-type-share',
  number: 54,
  name: 'Looked after children in foster care',
  area: 'placement',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children looked after',
  counted: 'In a foster placement, with relatives or friends or with others',
  leftOut: 'Children only in short breaks. A placement whose type is not recorded is in none of the groups',
  rule: 'By the placement on the day, a temporary one too. Supported accommodation has a code of its own since 28 October 2023',
  source: 'DfE looked after statistics (SSDA903); Children’s Social Care National Framework',
  marks: ['F', 'D'],
  needs: ['claEpisodes.startedOn', 'placements.type'],
  stateWords: { met: 'There', late: 'Elsewhere' },
  count: living(type => FOSTER.includes(type)),
  variants: {
    homes: {
      name: 'Looked after children in children’s homes and secure homes',
      polarity: 'none',
      counted: 'In a children’s home or a secure children’s home',
      count: living(type => HOMES.includes(type)),
    },
    supported: {
      name: 'Looked after young people in supported accommodation',
      polarity: 'none',
      counted: 'In supported accommodation, before it in semi-independent living',
      count: living(type => SUPPORTED.includes(type)),
    },
    'with-parents': {
      name: 'Looked after children placed with parents',
      polarity: 'none',
      counted: 'Placed with their own parents or another person with parental responsibility',
      count: living(type => PARENTS.includes(type)),
    },
    adoption: {
      name: 'Looked after children placed for adoption',
      polarity: 'none',
      counted: 'Placed for adoption',
      count: living(type => ADOPTION.includes(type)),
    },
    other: {
      name: 'Looked after children in other placements',
      polarity: 'none',
      counted: 'In any other placement: residential schools, custody, hospitals, independent living and the like',
      count: living(type => !NAMED.includes(type)),
    },
  },
  examples: [
    {
      that: 'one of eight is in foster care; one whose type is not recorded is in none',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 8, value: 12.5, states: { 1: 'met', 2: 'late', 8: 'late' } },
    },
    {
      that: 'children’s homes and secure homes',
      variant: 'homes',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 8, states: { 2: 'met', 3: 'met' } },
    },
    {
      that: 'supported accommodation',
      variant: 'supported',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, states: { 4: 'met' } },
    },
    {
      that: 'with parents',
      variant: 'with-parents',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, states: { 5: 'met' } },
    },
    {
      that: 'placed for adoption',
      variant: 'adoption',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, states: { 6: 'met' } },
    },
    {
      that: 'custody is one of the others',
      variant: 'other',
      records: ONE_EACH,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 8, states: { 7: 'met' } },
    },
    {
      that: 'a child in hospital for a while is there',
      records: {
        claEpisodes: [
          { ...inCare('1'), ceasedOn: '2016-03-28', ceasedReason: 'X1' },
          { ...inCare('1'), id: '1b', placementId: '1b', startedOn: '2016-03-28', startReason: 'P' },
        ],
        placements: [
          { id: '1', personId: '1', type: 'U6' },
          { id: '1b', personId: '1', type: 'T1' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, value: 0 },
    },
  ],
})
