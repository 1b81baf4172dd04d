/** Care leavers who live somewhere suitable. */
import { countBirthdays } from '../histories/care-leavers.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

const AWAY = { G: 'Gone abroad', H: 'Deported', R: 'Where the young person lives is not known' } as const

const suited = (first: number, last: number) =>
  countBirthdays(first, last, row => {
    if (isUnread(row, 'isAccommodationSuitable', 'accommodation')) return { leftOut: 'unread' }
    const away = row.accommodation === null ? undefined : AWAY[row.accommodation as keyof typeof AWAY]
    return away === undefined ? row.isAccommodationSuitable === true : { leftOut: away }
  })

const leaver = (id: string, accommodation: string | null, isAccommodationSuitable: boolean | null) =>
  ({
    id,
    personId: id,
    eligibility: 'former-relevant',
    inTouch: 'YES',
    accommodation,
    isAccommodationSuitable,
  }) as const
const RECORDS = {
  people: ['1', '2', '3', '4', '5'].map(id => ({ id, bornOn: id === '5' ? '1998-03-31' : '1996-03-31' })),
  careLeavers: [
    leaver('1', 'U', true),
    leaver('2', 'W', false),
    leaver('3', 'U', null),
    leaver('4', 'R', null),
    leaver('5', 'Z', true),
  ],
}

export default measure({
  id: 'care-leavers-suitable-accommodation',
  number: 75,
  name: 'Care leavers aged 19 to 21 in suitable accommodation',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date'],
  outOf: 'Relevant and former relevant young people whose 19th, 20th or 21st birthday fell in the period',
  counted: 'The accommodation is recorded as suitable',
  leftOut:
    'Those who died, returned home for six months or more, are abroad, were deported, or whose home is not known. Suitability not recorded counts against',
  rule: 'Latest position only: what was so around each birthday cannot be told from one load, and earlier periods are not shown',
  source: 'SSDA903 (OC3); DfE statistics of care leavers; Children’s Social Care National Framework',
  marks: ['F', 'K'],
  needs: ['careLeavers.eligibility', 'careLeavers.isAccommodationSuitable', 'people.bornOn'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  stateWords: { met: 'Suitable', late: 'Not suitable, or not recorded' },
  count: suited(19, 21),
  variants: {
    '17-18': {
      name: 'Care leavers aged 17 and 18 in suitable accommodation',
      outOf: 'Relevant and former relevant young people whose 17th or 18th birthday fell in the period',
      count: suited(17, 18),
    },
  },
  examples: [
    {
      that: 'not recorded counts against; a home that is not known is left out',
      records: RECORDS,
      at: '2016-03-31',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        excluded: 1,
        states: { 2: 'late', 3: 'late', 4: 'excluded' },
      },
    },
    {
      that: 'the younger are counted apart',
      variant: '17-18',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 5: 'met' } },
    },
  ],
})
