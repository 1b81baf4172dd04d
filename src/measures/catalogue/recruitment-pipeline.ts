/** People being recruited, stage by stage: entered, for no extract holds recruitment. */
import { measure } from '../measure.ts'

export default measure({
  id: 'recruitment-pipeline',
  number: 102,
  name: 'Social workers in recruitment',
  area: 'workforce',
  unit: '',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month'],
  outOf: 'Everybody offered a social work post',
  counted: 'People offered a post who have started in the period, agreed a day to start, or wait for checks',
  leftOut: 'Internal moves',
  rule: 'The stages add up: offers are those who started, those with a day agreed and those awaiting checks',
  source: 'Human resources, recruitment tracker',
  marks: ['D'],
  needs: [{ notHeld: 'recruitment, by stage' }],
  count: () => {},
  variants: {
    offers: {
      name: 'Offers accepted by social workers',
      outOf: 'Everybody offered a social work post',
      counted:
        'People who accepted an offer in the period, whether they have started, agreed a day to start, or wait for checks',
    },
    started: {
      name: 'Permanent social workers who started',
      outOf: 'Everybody offered a social work post',
      counted: 'People who started in a permanent post in the period',
    },
    awaiting: {
      name: 'Recruits waiting to start',
      polarity: 'none',
      basis: 'snapshot',
      outOf: 'Everybody offered a social work post',
      counted:
        'People with an accepted offer at the end of the period: a day to start is agreed, or checks are awaited',
    },
    'agency-applying': {
      name: 'Agency social workers who applied for a permanent post',
      outOf: 'Agency social workers at work here',
      counted: 'Applied for a permanent post in the period',
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
