/** How many initial conferences make a plan. */
import { rowsBy } from '../../children/records.ts'
import { countHappened, isSo } from '../happened.ts'
import { conferencesHeld } from '../histories/section-47s.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

export default measure({
  id: 'icpc-to-plan',
  number: 26,
  name: 'Initial conferences that made a plan',
  area: 'section-47',
  unit: '%',
  polarity: 'band',
  basis: 'happened',
  periods: ['rolling-year', 'month'],
  outOf: 'Initial conferences held in the period, one for each child',
  counted: 'A child protection plan was made',
  leftOut:
    'Conferences whose outcome cannot be read. Nothing recorded, and no plan that names the conference, is no plan',
  rule: 'By the day of the conference',
  source: 'Local. The band is a default',
  marks: ['D'],
  needs: ['conferences.heldOn', 'conferences.planMade'],
  thresholds: { shape: 'band', green: [80, 92], amber: [72, 101.2] },
  stateWords: { met: 'Plan made', late: 'No plan' },
  count: countHappened(conferencesHeld, ({ conference }, { history: { records } }) => {
    const { id, planMade, outcomes, cpPlanId } = conference
    if (planMade !== null) return isSo(planMade)
    if (cpPlanId !== null || outcomes?.includes('cp-plan')) return 'met'
    if (rowsBy(records.cpPlans, 'conferenceId').has(id)) return 'met'
    return isUnread(conference, 'planMade', 'outcomes') ? { leftOut: 'unread' } : 'late'
  }),
  examples: [
    {
      that: 'by the mark, by the outcome where there is no mark, by the plan that names it, nothing recorded, and what could not be read',
      records: {
        conferences: [
          { id: 'i1', personId: '1', heldOn: '2016-03-01', planMade: true },
          { id: 'i2', personId: '2', heldOn: '2016-03-01', planMade: false, outcomes: ['services'] },
          { id: 'i3', personId: '3', heldOn: '2016-03-01', outcomes: ['cp-plan'] },
          { id: 'i4', personId: '4', heldOn: '2016-03-01', outcomes: ['services'] },
          { id: 'i5', personId: '5', heldOn: '2016-03-01' },
          { id: 'i6', personId: '6', heldOn: '2016-03-01' },
          { id: 'i7', personId: '7', heldOn: '2016-03-01', unread: ['planMade'] },
        ],
        cpPlans: [{ id: 'p5', personId: '5', startedOn: '2016-03-01', conferenceId: 'i5' }],
      },
      at: '2016-03',
      gives: {
        numerator: 3,
        denominator: 6,
        value: 50,
        excluded: 1,
        states: { i1: 'met', i2: 'late', i3: 'met', i4: 'late', i5: 'met', i6: 'late', i7: 'excluded' },
      },
    },
    {
      that: 'the first day of the rolling year, and the day before',
      records: {
        conferences: [
          { id: 'i1', personId: '1', heldOn: '2015-04-01', planMade: true },
          { id: 'i2', personId: '2', heldOn: '2015-03-31', planMade: false },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
  ],
})
