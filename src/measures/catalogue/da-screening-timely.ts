/** Police notifications of domestic abuse that are screened together with partners in time. */
import { measure } from '../measure.ts'

export default measure({
  id: 'da-screening-timely',
  number: 11,
  name: 'Domestic abuse notifications screened in time',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month'],
  outOf: 'Police notifications of domestic abuse with children in the household, due in the period',
  counted: 'Screened together with partners on or before the day due',
  leftOut: 'Notifications with no child in the household',
  rule: 'One working day, or three where the risk is medium or standard; the day of the notification is day 0',
  source: 'Local protocol with the police',
  marks: ['D'],
  needs: [{ notHeld: 'Notifications of domestic abuse, their grade of risk and when each was screened' }],
  thresholds: { shape: 'higher', green: 95, amber: 85 },
  clock: 'da-screening',
  count: () => {},
  examples: [
    {
      that: 'a contact from the police does not say that it was of domestic abuse: no figure comes of it',
      records: { contacts: [{ id: 'c1', personId: '1', receivedOn: '2016-06-01', source: '6' }] },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
