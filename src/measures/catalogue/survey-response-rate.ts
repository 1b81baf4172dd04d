/** Answers to surveys and forms of feedback: entered, for no extract holds them. */
import { measure } from '../measure.ts'

export default measure({
  id: 'survey-response-rate',
  number: 111,
  name: 'Surveys and feedback forms answered',
  area: 'voice',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['quarter'],
  outOf: 'Everybody who was asked',
  counted: 'Valid responses',
  leftOut: 'What could not be delivered',
  rule: 'By the days of the survey',
  source: 'Quality assurance, feedback returns',
  marks: ['D'],
  needs: [{ notHeld: 'surveys and forms of feedback' }],
  thresholds: { shape: 'higher', green: 50, amber: 40 },
  count: () => {},
  variants: {
    'young-people': {
      name: 'Feedback forms returned by young people',
      outOf: 'Young people who were asked',
      source: 'Participation service, feedback returns',
      thresholds: { shape: 'higher', green: 60, amber: 50 },
    },
    staff: {
      name: 'Staff survey answered',
      area: 'workforce',
      outOf: 'Staff who were asked',
      source: 'Human resources, staff survey',
    },
    parents: {
      name: 'Parents and carers who gave feedback',
      outOf: 'Parents and carers who were asked',
    },
    positive: {
      name: 'Answers that were positive',
      outOf: 'Answers given to the questions of the survey',
      counted: 'Answers that agree',
      leftOut: 'Questions left without an answer',
      source: 'Participation service, feedback returns',
      thresholds: { shape: 'none' },
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
