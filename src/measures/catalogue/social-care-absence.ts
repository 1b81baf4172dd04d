/** School absence of children known to social care: entered, for no extract of children's services holds it. */
import { measure } from '../measure.ts'

const ATTENDANCE = { notHeld: 'School attendance: sessions possible and missed' }

export default measure({
  id: 'social-care-absence',
  number: 66,
  name: 'School sessions missed by children known to social care',
  area: 'education',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['rolling-year'],
  outOf: 'Sessions possible for pupils of compulsory school age in need, on a plan or looked after',
  counted: 'Sessions missed',
  leftOut: 'Pupils who could not be matched to the school census',
  rule: 'By the school year',
  source: 'DfE outcomes of children in need and looked after; Children’s Social Care National Framework',
  marks: ['F'],
  needs: [ATTENDANCE],
  count: () => {},
  variants: {
    persistent: {
      name: 'Children known to social care who are persistently absent',
      outOf: 'Pupils of compulsory school age in need, on a plan or looked after',
      counted: 'Missed 10% or more of their sessions',
    },
    severe: {
      name: 'Children known to social care who are severely absent',
      outOf: 'Pupils of compulsory school age in need, on a plan or looked after',
      counted: 'Missed 50% or more of their sessions',
    },
    'cin-only': {
      name: 'School sessions missed by children in need who are not on a plan or looked after',
      outOf: 'Sessions possible for pupils of compulsory school age who are only in need',
    },
    'cp-only': {
      name: 'School sessions missed by children on a protection plan',
      outOf: 'Sessions possible for pupils of compulsory school age on a protection plan',
    },
    'cla-12-months': {
      name: 'School sessions missed by children looked after for a year',
      outOf: 'Sessions possible for pupils of compulsory school age looked after for twelve months',
    },
  },
  examples: [
    {
      that: 'records of children give no figure of absence',
      records: { referrals: [{ id: 'r', personId: '1', referredOn: '2016-01-04' }] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
