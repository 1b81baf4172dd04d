/** Training, induction and appraisal of staff: entered, for no extract holds training records. */
import { measure } from '../measure.ts'

export default measure({
  id: 'staff-development-complete',
  number: 101,
  name: 'Staff whose development is in place',
  area: 'workforce',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Staff in post for longer than it may take',
  counted: 'Induction, appraisal and mandatory training all complete and in date',
  leftOut: 'Staff on long absence',
  rule: 'As things stand at the end of the period',
  source: 'Workforce development, training records',
  marks: ['D'],
  needs: [{ notHeld: 'training records and appraisals' }],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  count: () => {},
  variants: {
    induction: {
      name: 'New workers whose induction is complete',
      outOf: 'Workers in post for longer than induction may take',
      counted: 'Induction is complete',
    },
    appraisal: {
      name: 'Appraisals held in the last 12 months',
      outOf: 'Staff in post for 12 months or more',
      counted: 'An appraisal was held in the last 12 months',
      rule: '12 months after the last appraisal',
      source: 'Workforce development, appraisal records',
      clock: 'appraisal',
    },
    'mandatory-training': {
      name: 'Mandatory training in date',
      outOf: 'Staff who must have mandatory training',
      counted: 'Every mandatory course is in date',
    },
    'manager-training': {
      name: 'New managers trained within two weeks',
      basis: 'due',
      periods: ['quarter'],
      outOf: 'Managers who started in the period',
      counted: 'Trained in supervision and appraisal within 14 days of starting',
      rule: '14 days after starting',
    },
    'management-plan': {
      name: 'Managers with a management development plan',
      outOf: 'Managers in post',
      counted: 'A management development plan is in place',
    },
    idp: {
      name: 'Staff with an individual development plan',
      outOf: 'Staff in post',
      counted: 'An individual development plan is in place',
    },
    'foster-carer-training': {
      name: 'Foster carers whose training is in date',
      area: 'fostering',
      outOf: 'Approved foster carers',
      counted: 'The training expected of them is in date',
      source: 'Fostering service, training records',
    },
  },
  examples: [
    {
      that: 'records of children give no figure of it',
      records: { referrals: [{ id: 'r', personId: '1', referredOn: '2016-06-01' }] },
      at: '2016-06-30',
      gives: { numerator: 0 },
    },
  ],
})
