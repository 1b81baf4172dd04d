/** Reviews, unaccompanied children, missing episodes and social workers: a row of the return is a record. */
import { made } from '../gathered.ts'
import { day, dayAhead, number, oneOf } from '../ssd/column.ts'
import { CHANGES } from '../ssd/involvements.ts'
import { PARTICIPATIONS } from '../ssd/lists.ts'
import { TYPES } from '../ssd/missing.ts'
import { SEXES } from '../ssd/person.ts'
import { addChild, CHILD, returnTable } from './table.ts'

export const reviews = returnTable('Reviews', {
  rows: 'looked-after reviews',
  into: 'claReviews',
  brings: ['claReviews'],
  mainDay: 'heldOn',
  fields: { ...CHILD, heldOn: day('REVIEW'), participation: oneOf(PARTICIPATIONS, 'REVIEW_CODE') },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, heldOn, participation } = row
      into.add('claReviews', made(row, { id, careId: null, personId, dueOn: null, heldOn, isCancelled: null, participation })) // prettier-ignore
    }
  },
})

/** `DUC` is the day the status ends, mostly the 18th birthday. */
export const uasc = returnTable('UASC', {
  rows: 'unaccompanied asylum-seeking children',
  into: 'immigrationStatuses',
  brings: ['immigrationStatuses'],
  fields: { ...CHILD, sex: oneOf(SEXES, 'SEX'), untilOn: dayAhead('DUC') },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, untilOn } = row
      into.add('immigrationStatuses', made(row, { id, personId, fromOn: null, untilOn, status: 'UASC' as const }))
    }
  },
})

/** Days only, and nothing of return interviews. */
export const missing = returnTable('Missing', {
  rows: 'missing episodes',
  into: 'missing',
  brings: ['missing'],
  mainDay: 'startedOn',
  inOrder: [['startedOn', 'endedOn']],
  fields: { ...CHILD, type: oneOf(TYPES, 'MISSING'), startedOn: day('MIS_START'), endedOn: day('MIS_END') },
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, type, startedOn, endedOn } = row
      const unknown = { startedAt: null, endedAt: null, interviewOffered: null, interviewAccepted: null }
      into.add('missing', made(row, { id, personId, type, startedOn, endedOn, ...unknown }))
    }
  },
})

/** Since 2023/24, for children looked after on 31 March; a worker without a registration is `XX` and a number. */
export const socialWorkers = returnTable('SWEpisodes', {
  rows: 'episodes of social workers',
  into: 'involvements',
  brings: ['involvements', 'professionals'],
  mainDay: 'fromOn',
  inOrder: [['fromOn', 'untilOn']],
  fields: { ...CHILD, workerId: number('SW_ID'), fromOn: day('SW_DECOM'), untilOn: day('SW_DEC'), changeReason: oneOf(CHANGES, 'SW_REASON') }, // prettier-ignore
  bring(rows, into, places) {
    for (const [at, row] of rows.entries()) {
      addChild(row, into, places[at]!)
      const { id, personId, fromOn, untilOn, changeReason } = row
      const workerId = into.worker(row.workerId)
      into.add('involvements', made(row, { id, personId, workerId, role: 'CW' as const, teamId: null, fromOn, untilOn, changeReason, referralId: null })) // prettier-ignore
    }
  },
})
