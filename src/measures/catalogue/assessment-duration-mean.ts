/** How long assessments take. */
import { rowWithId } from '../../children/records.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Case, measure } from '../measure.ts'

type Lasted = Case & { readonly days: number | null }

/** Working days from the referral, or the assessment's own start where it names none, to its authorisation; the same day is 0 (R3). */
function lasted({ records, calendar }: History): Lasted[] {
  return records.assessments.flatMap(assessment => {
    const referral = rowWithId(records.referrals, assessment.referralId)
    const start = numbered(referral?.referredOn ?? assessment.startedOn)
    const done = numbered(assessment.authorisedOn)
    if (done === null || isUnread(assessment, 'authorisedOn')) return []
    const days = start === null || done < start ? null : calendar.elapsed(start, done)
    return [{ id: assessment.id, personId: assessment.personId, start, due: null, done, days }]
  })
}

export default measure({
  id: 'assessment-duration-mean',
  number: 19,
  name: 'Average length of assessment',
  area: 'assessment',
  unit: 'working days',
  polarity: 'lower',
  basis: 'completed',
  periods: ['month', 'rolling-year'],
  valued: 'mean',
  outOf: 'Assessments authorised in the period',
  counted: 'Working days from the referral to the authorisation; the same day is 0',
  leftOut: 'Assessments without a start, or authorised before it',
  rule: 'Elapsed working days; mean, with the median beside it',
  source: 'DfE Children in Need statistics, duration bands; the target of 30 days is one council’s own',
  marks: ['F', 'D'],
  needs: ['assessments.authorisedOn', 'referrals.referredOn'],
  thresholds: { shape: 'lower', green: 30, amber: 35 },
  stateWords: { met: 'Counted' },
  count: (history, { from, to, asAt }, take) => {
    for (const one of history.of(lasted)) {
      if (one.done! < from || one.done! > to || one.done! > asAt) continue
      if (one.days === null) take(one, 'excluded', 0, one.start === null ? 'no-start' : 'stopped-before-start')
      else take(one, 'met', one.days)
    }
  },
  examples: [
    {
      that: 'durations of 12, 30, 45 and 46 working days',
      records: {
        referrals: ['1', '2', '3', '4'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', authorisedOn: '2015-09-23' },
          { id: 'a2', personId: '2', referralId: 'r2', authorisedOn: '2015-10-19' },
          { id: 'a3', personId: '3', referralId: 'r3', authorisedOn: '2015-11-09' },
          { id: 'a4', personId: '4', referralId: 'r4', authorisedOn: '2015-11-10' },
        ],
      },
      at: '2015-11-30',
      period: 'rolling-year',
      gives: { numerator: 133, denominator: 4, value: 33.3, median: 37.5 },
    },
  ],
})
