/** Return home interviews offered, accepted and held. */
import { isInterviewRecorded, type Return, returns } from '../histories/returns.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

/** What is not dated is as it is now; an interview held after the day is not seen. */
const countReturns =
  (
    isSo: (one: Return, isHeld: boolean) => boolean,
    isTold: (history: History, one: Return) => boolean = () => true,
  ): Count =>
  (history, { from, to, asAt }, take) => {
    for (const one of history.of(returns)) {
      if (one.start < from || one.start > to) continue
      if (one.leftOut !== null) take(one, 'excluded', 1, one.leftOut)
      else if (!isTold(history, one)) take(one, 'excluded', 1, 'not-recorded')
      else take(one, isSo(one, one.done !== null && one.done <= asAt) ? 'met' : 'late')
    }
  }

const back = (id: string) => ({
  id,
  personId: id,
  type: 'M' as const,
  startedOn: '2016-08-01',
  endedOn: '2016-08-03',
})

const held = (missingId: string, heldOn: string) => ({ id: `i-${missingId}`, missingId, heldOn })

/** Five returns: three interviewed, one declined, one never offered. */
const FIVE = {
  missing: ['1', '2', '3', '4', '5'].map(back),
  returnInterviews: [
    held('1', '2016-08-06'),
    held('2', '2016-08-07'),
    { id: 'i-3', missingId: '3', offeredOn: '2016-08-04', outcome: 'declined' },
    { id: 'i-4', missingId: '4', outcome: 'not-offered' },
    held('5', '2016-08-03'),
  ],
} as const

export default measure({
  id: 'rhi-offered-and-completed',
  number: 93,
  name: 'Return home interviews offered',
  area: 'missing',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Returns in the period from being missing, each one counted',
  counted: 'An interview was offered',
  leftOut: 'Young people of 18 and over; returns recorded as needing none',
  rule: 'By the day of the return; held, or declined, was offered',
  source: 'Statutory guidance on children who run away or go missing from home or care (2014)',
  marks: ['F', 'D'],
  needs: ['missing.endedOn', 'missing.interviewOffered'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  stateWords: { met: 'Offered', late: 'Not offered' },
  count: countReturns(({ isOffered }) => isOffered),
  variants: {
    accepted: {
      name: 'Return home interviews accepted',
      counted: 'The child accepted an interview',
      rule: 'By the day of the return; held was accepted',
      needs: ['missing.endedOn', 'missing.interviewAccepted'],
      thresholds: { shape: 'none' },
      stateWords: { met: 'Accepted', late: 'Not accepted' },
      count: countReturns(({ isAccepted }) => isAccepted),
    },
    completed: {
      name: 'Return home interviews held',
      counted: 'An interview was held, however late',
      rule: 'By the day of the return',
      needs: ['missing.endedOn', 'returnInterviews.heldOn'],
      thresholds: { shape: 'none' },
      stateWords: { met: 'Held', late: 'Not held' },
      count: countReturns((_, isHeld) => isHeld, isInterviewRecorded),
    },
  },
  examples: [
    {
      that: 'offered and not accepted was offered; not offered and so not accepted was not',
      records: {
        missing: [
          { ...back('1'), interviewOffered: 'Y', interviewAccepted: 'N' },
          { ...back('2'), interviewOffered: 'N', interviewAccepted: 'N' },
          { ...back('3'), interviewAccepted: 'N' },
        ],
      },
      at: '2016-08',
      gives: { numerator: 1, denominator: 3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'five returns, one of them never offered an interview (N02)',
      records: FIVE,
      at: '2016-08',
      gives: { numerator: 4, denominator: 5, value: 80, states: { 3: 'met', 4: 'late' } },
    },
    {
      that: 'of the five three were interviewed',
      variant: 'completed',
      records: FIVE,
      at: '2016-08',
      gives: { numerator: 3, denominator: 5, value: 60, states: { 2: 'met', 3: 'late' } },
    },
    {
      that: 'an interview that was held after the end of the month is not seen',
      variant: 'completed',
      records: { missing: [back('1')], returnInterviews: [held('1', '2016-09-01'), held('9', '2016-01-04')] },
      at: '2016-08',
      asAt: '2016-09-30',
      gives: { numerator: 0, denominator: 1, value: 0 },
    },
    {
      that: 'by the flags of the episode alone: accepted, declined, and not applicable',
      variant: 'accepted',
      records: {
        missing: [
          { ...back('1'), interviewOffered: 'Y', interviewAccepted: 'Y' },
          { ...back('2'), interviewOffered: 'Y', interviewAccepted: 'N' },
          { ...back('3'), interviewOffered: 'NA', interviewAccepted: 'NA' },
        ],
      },
      at: '2016-08',
      gives: { numerator: 1, denominator: 2, value: 50, excluded: 1, states: { 3: 'excluded' } },
    },
  ],
})
