/** Care leavers in education, employment or training. */
import type { ACTIVITY } from '../../children/care-leaver.ts'
import { countBirthdays } from '../histories/care-leavers.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

type Activity = keyof typeof ACTIVITY

/** Not in touch, refused and unknown stay among those counted. */
const doing = (first: number, last: number, isSo: (activity: Activity | null) => boolean) =>
  countBirthdays(first, last, row => (isUnread(row, 'activity') ? { leftOut: 'unread' } : isSo(row.activity)))

const inWorkOrLearning = (activity: Activity | null) => /^[FP]/.test(activity ?? '')
const inNeither = (activity: Activity | null) => /^G/.test(activity ?? '')
const inHigherEducation = (activity: Activity | null) => activity === 'F1' || activity === 'P1'

const RECORDS = {
  people: ['1', '2', '3', '4', '5', '6', '7'].map(id => ({ id, bornOn: id === '7' ? '1998-03-31' : '1996-03-31' })),
  careLeavers: (['F1', 'P5', 'G5', '0', null, 'F2', 'G4'] as const).map((activity, at) => ({
    id: `${at + 1}`,
    personId: `${at + 1}`,
    eligibility: 'former-relevant' as const,
    inTouch: at === 5 ? ('RHOM' as const) : at === 3 ? ('NO' as const) : ('YES' as const),
    activity,
  })),
}

export default measure({
  id: 'care-leavers-eet',
  number: 74,
  name: 'Care leavers aged 19 to 21 in education, employment or training',
  area: 'care-leavers',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date'],
  outOf: 'Relevant and former relevant young people whose 19th, 20th or 21st birthday fell in the period',
  counted: 'In education, employment or training, full time or part time',
  leftOut:
    'Those who died or returned home for six months or more. Those not in touch, who refused, or whose activity is not known stay in and count against',
  rule: 'Latest position only: what was so around each birthday cannot be told from one load, and earlier periods are not shown',
  source: 'SSDA903 (OC3); DfE statistics of care leavers; Children’s Social Care National Framework',
  marks: ['F', 'K', 'D'],
  needs: ['careLeavers.eligibility', 'careLeavers.activity', 'people.bornOn'],
  thresholds: { shape: 'higher', green: 60, amber: 50 },
  stateWords: { met: 'In work or learning', late: 'In neither, or not known' },
  count: doing(19, 21, inWorkOrLearning),
  variants: {
    '17-18': {
      name: 'Care leavers aged 17 and 18 in education, employment or training',
      outOf: 'Relevant and former relevant young people whose 17th or 18th birthday fell in the period',
      count: doing(17, 18, inWorkOrLearning),
    },
    neet: {
      name: 'Care leavers aged 19 to 21 not in education, employment or training',
      polarity: 'lower',
      counted: 'Known to be in no education, employment or training, for illness, parenting or another reason',
      thresholds: { shape: 'none' },
      stateWords: { met: 'In no work or learning', late: 'In work or learning, or not known' },
      count: doing(19, 21, inNeither),
    },
    'higher-education': {
      name: 'Care leavers aged 19 to 21 in higher education',
      counted: 'In higher education, full time or part time',
      thresholds: { shape: 'none' },
      stateWords: { met: 'In higher education', late: 'Not in it, or not known' },
      count: doing(19, 21, inHigherEducation),
    },
  },
  examples: [
    {
      that: 'not known and nothing recorded stay in; gone home is left out',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 5, value: 40, excluded: 1, states: { 1: 'met', 2: 'met', 4: 'late', 5: 'late' } }, // prettier-ignore
    },
    {
      that: 'in neither is less than all who are not known to be in either',
      variant: 'neet',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 5, value: 20, states: { 3: 'met', 4: 'late' } },
    },
    {
      that: 'higher education only',
      variant: 'higher-education',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 5, value: 20, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'the younger are counted apart',
      variant: '17-18',
      records: RECORDS,
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, value: 0, states: { 7: 'late' } },
    },
  ],
})
