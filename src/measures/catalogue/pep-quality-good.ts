/** Personal education plans judged good or better. */
import { countHappened, type Dated, dated, isSo } from '../happened.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { measure } from '../measure.ts'

type Graded = Dated & { readonly grade: string | null }

const plans = ({ records }: History): Graded[] =>
  records.educationPlans.flatMap(row => {
    const on = numbered(row.heldOn)
    return on === null || isUnread(row, 'heldOn') ? [] : [{ ...dated(row.id, row.personId, on), grade: row.grade }]
  })

/** The grade is in the council's own words: "requires improvement to be good" is not good. */
const GOOD = /^\s*(good|outstanding|excellent|green)\b/i

const plan = (id: string, grade: string | null, heldOn = '2016-03-10') => ({ id, personId: id, heldOn, grade })

export default measure({
  id: 'pep-quality-good',
  number: 65,
  name: 'Personal education plans judged good or better',
  area: 'education',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['quarter', 'rolling-year', 'month'],
  outOf: 'Personal education plans held in the period that have been graded',
  counted: 'Graded good or outstanding',
  leftOut: 'Plans that have not been graded',
  rule: 'By the day the plan was held; the grade as it is now',
  source: 'Local quality assurance, with a target of 80%',
  marks: ['D'],
  needs: ['educationPlans.heldOn', 'educationPlans.grade'],
  thresholds: { shape: 'higher', green: 80, amber: 65 },
  stateWords: { met: 'Good or better', late: 'Less than good' },
  count: countHappened(plans, ({ grade }) => (grade === null ? { leftOut: 'Not graded' } : isSo(GOOD.test(grade)))),
  examples: [
    {
      that: 'good and outstanding; requires improvement to be good; not graded',
      records: {
        educationPlans: [
          plan('1', 'Good'),
          plan('2', 'OUTSTANDING'),
          plan('3', 'Requires improvement to be good'),
          plan('4', null),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, excluded: 1, states: { 3: 'late', 4: 'excluded' } },
    },
    {
      that: 'the first day of the three months counts, the day before does not',
      records: { educationPlans: [plan('1', 'Good', '2016-01-01'), plan('2', 'Good', '2015-12-31')] },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, states: { 1: 'met' } },
    },
  ],
})
