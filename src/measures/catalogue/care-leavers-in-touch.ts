/** Care leavers with whom the council is in touch. */
import { countBirthdays } from '../histories/care-leavers.ts'
import { measure } from '../measure.ts'

/** Nothing recorded is not in touch. */
const inTouch = (first: number, last: number) => countBirthdays(first, last, row => row.inTouch === 'YES')

const leaver = (id: string, bornOn: string, inTouch: string | null, eligibility = 'former-relevant') =>
  ({ people: { id, bornOn }, leaver: { id, personId: id, eligibility, inTouch } }) as const
const SOME = [
  leaver('1', '1996-04-01', 'YES'),
  leaver('2', '1995-03-31', 'NO'),
  leaver('3', '1995-05-05', null),
  leaver('4', '1995-05-05', 'DIED'),
  leaver('5', '1995-05-05', 'RHOM'),
  leaver('6', '1995-05-05', 'REFU', 'qualifying'),
  leaver('7', '1998-04-01', 'YES', 'relevant'),
  leaver('8', '1998-03-31', 'YES', 'relevant'),
  leaver('9', '1994-03-31', 'YES'),
]
const RECORDS = { people: SOME.map(({ people }) => people), careLeavers: SOME.map(({ leaver }) => leaver) }

export default measure({
  id: 'care-leavers-in-touch',
  number: 73,
  name: 'Care leavers aged 19 to 21 with whom the council is in touch',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date'],
  outOf: 'Relevant and former relevant young people whose 19th, 20th or 21st birthday fell in the period',
  counted: 'Recorded as in touch',
  leftOut:
    'Those who died or returned home for six months or more. Refused, no longer in need of the service, or nothing recorded counts against',
  rule: 'Latest position only: what was so three months before to one month after each birthday cannot be told from one load, and earlier periods are not shown',
  source: 'SSDA903 (OC3); DfE statistics of care leavers',
  marks: ['F', 'K'],
  needs: ['careLeavers.eligibility', 'careLeavers.inTouch', 'people.bornOn'],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  stateWords: { met: 'In touch', late: 'Not in touch' },
  count: inTouch(19, 21),
  variants: {
    '17-18': {
      name: 'Care leavers aged 17 and 18 with whom the council is in touch',
      outOf: 'Relevant and former relevant young people whose 17th or 18th birthday fell in the period',
      count: inTouch(17, 18),
    },
    '22-25': {
      name: 'Care leavers aged 22 to 25 with whom the council is in touch',
      outOf: 'Relevant and former relevant young people whose 22nd to 25th birthday fell in the period',
      count: inTouch(22, 25),
    },
  },
  examples: [
    {
      that: '19 on the last day but 364, 21 on the last; dead and gone home are left out, qualifying is not counted',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, excluded: 2, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: '17 on the last day but 364, and 18 on the last',
      variant: '17-18',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 2, value: 100, states: { 7: 'met', 8: 'met' } },
    },
    {
      that: 'of a year to date only those whose birthday has come',
      period: 'year-to-date',
      records: RECORDS,
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
    {
      that: '22 on the last day',
      variant: '22-25',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 9: 'met' } },
    },
    {
      that: 'an earlier year cannot be told',
      records: RECORDS,
      at: '2016-03-31',
      asAt: '2016-04-30',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
