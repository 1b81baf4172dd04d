/** OC2, OC3 and the earlier permanence of a child: what was so in the year, without the days. */
import type { Sdq } from '../../../children/sdq.ts'
import { made } from '../gathered.ts'
import { ACTIVITIES, ROOMS, TOUCHES } from '../ssd/care-leavers.ts'
import { amount, dayInPart, oneOf, text, yesNo } from '../ssd/column.ts'
import { OPTIONS } from '../ssd/previous-permanence.ts'
import { REASONS } from '../ssd/sdq.ts'
import { addChild, CHILD, returnTable } from './table.ts'

/** Children looked after for twelve months or more at 31 March. */
export const oc2 = returnTable('OC2', {
  rows: 'outcomes of children looked after for twelve months',
  into: 'sdqs',
  brings: ['immunisations'],
  says: ['sdqs', 'healthChecks', 'convictions', 'substanceMisuse'],
  fields: {
    ...CHILD,
    score: amount({ to: 40 }, 'SDQ_SCORE'),
    reason: oneOf(REASONS, 'SDQ_REASON'),
    isConvicted: yesNo('CONVICTED'),
    upToDate: yesNo('IMMUNISATIONS'),
    sawDentist: yesNo('TEETH_CHECK'),
    wasAssessed: yesNo('HEALTH_ASSESSMENT'),
    misused: yesNo('SUBSTANCE_MISUSE'),
    interventionReceived: yesNo('INTERVENTION_RECEIVED'),
  },
  notKept: ['HEALTH_CHECK', 'INTERVENTION_OFFERED'],
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, score, reason, upToDate, interventionReceived } = row
      if (score !== null || reason !== null) into.add('sdqs', made<Sdq>(row, { id, personId, completedOn: null, score, reason })) // prettier-ignore
      into.add('immunisations', made(row, { personId, upToDate, asAt: into.asAt }))
      const check = { personId, checkedOn: null, status: 'completed' as const, unread: ['checkedOn'] }
      if (row.wasAssessed) into.add('healthChecks', { ...check, id: `${id}|assessment`, kind: 'assessment' })
      if (row.sawDentist) into.add('healthChecks', { ...check, id: `${id}|dental`, kind: 'dental' })
      if (row.isConvicted) into.add('convictions', { id, personId, offenceOn: null, unread: ['offenceOn'] })
      if (row.misused) into.add('substanceMisuse', made(row, { id, personId, identifiedOn: null, substance: null, interventionReceived })) // prettier-ignore
    }
  },
})

/** Care leavers at a birthday of 17 to 21, which is not everyone who has a service now. */
export const oc3 = returnTable('OC3', {
  rows: 'care leavers at their birthday',
  into: 'careLeavers',
  says: ['careLeavers'],
  fields: {
    ...CHILD,
    inTouch: oneOf(TOUCHES, 'IN_TOUCH'),
    activity: oneOf(ACTIVITIES, 'ACTIV'),
    accommodation: oneOf(ROOMS, 'ACCOM'),
    homeText: text('ACCOM'),
  },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, inTouch, activity, accommodation, homeText } = row
      const digit = accommodation === null ? null : /([12])$/.exec(homeText ?? '')?.[1]
      const isAccommodationSuitable = digit ? digit === '1' : null
      const unknown = { eligibility: null, lastContactOn: null, pathwayPlanOn: null, personalAdviserId: null, teamId: null, workerId: null } // prettier-ignore
      into.add('careLeavers', made(row, { id, personId, inTouch, activity, accommodation, isAccommodationSuitable, ...unknown })) // prettier-ignore
    }
  },
})

/** Z1 says that there was none. The day may be known in part: `zz/03/2015`. */
export const previousPermanence = returnTable('PrevPerm', {
  rows: 'earlier permanence options',
  into: 'previousPermanence',
  brings: ['previousPermanence'],
  fields: {
    ...CHILD,
    option: oneOf(OPTIONS, 'PREV_PERM'),
    arrangedBy: text('LA_PERM'),
    orderedOn: dayInPart('DATE_PERM'),
    orderText: text('DATE_PERM'),
  },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, option, arrangedBy, orderedOn, orderText } = row
      into.add('previousPermanence', made(row, { id, personId, option, arrangedBy, orderedOn, orderText }))
    }
  },
})
