/** Decisions after adoption and fostering panels made in time: entered, for no extract holds panels. */
import { measure } from '../measure.ts'

export default measure({
  id: 'adoption-adm-decision-timely',
  number: 84,
  name: 'Panel business decided in time',
  area: 'adoption',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['quarter'],
  outOf: 'Items of adoption and fostering panels held in the period',
  counted: 'The agency decision maker decided within seven working days',
  leftOut: 'Items that the panel deferred',
  rule: 'Seven working days; the day of the panel is day 0',
  source: 'Adoption Agencies Regulations 2005; panel administrator',
  marks: ['K'],
  needs: [{ notHeld: 'panel items, and when each was decided' }],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'adm',
  count: () => {},
  variants: {
    minutes: {
      name: 'Panel minutes signed within two weeks',
      outOf: 'Panels held in the period',
      counted: 'Minutes signed within 14 days of the panel',
      rule: '14 days after the panel',
      source: 'Local policy; panel administrator',
      marks: ['D'],
      clock: 'adm/2-weeks',
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
