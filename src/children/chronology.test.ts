/** A child's chronology: what happened on its day, what went on with its end, the latest first. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { chronologyOf } from './chronology.ts'
import { recordsOf } from './test-snapshot.ts'

const own = { id: '1', personId: 'P1', unread: [] }
const told = (tables: object) =>
  chronologyOf(recordsOf(day('2026-11-20'), tables as never), 'P1').map(({ on, until, words }) => [on, until, words])

test('the latest is first; what goes on has no end, what happened has none to have, and another child is not in it', () =>
  expect(
    told({
      cpPlans: [
        { ...own, startedOn: day('2026-10-20'), endedOn: null, latestCategory: 'NEG', isOtherAuthority: false },
        { ...own, id: '2', personId: 'P2', startedOn: day('2026-10-21'), endedOn: null, latestCategory: 'NEG' },
      ],
      cpVisits: [{ ...own, visitedOn: day('2026-11-04'), childSeen: true }],
      section47s: [{ ...own, startedOn: day('2026-10-05'), endedOn: day('2026-10-20') }],
    }),
  ).toEqual([
    ['2026-11-04', undefined, 'Child protection visit; child seen'],
    ['2026-10-20', null, 'Child protection plan: neglect'],
    ['2026-10-05', '2026-10-20', 'Section 47 enquiry'],
  ]))

test('a visit that stands in two tables is told once, and what has no day is not there', () =>
  expect(
    told({
      cpVisits: [{ ...own, visitedOn: day('2026-11-04'), childSeen: false }],
      cinVisits: [
        { ...own, visitedOn: day('2026-11-04'), childSeen: false },
        { ...own, id: '9', visitedOn: null, childSeen: null },
      ],
    }),
  ).toEqual([['2026-11-04', undefined, 'Child protection visit; child not seen']]))

test('a referral without further action has no end to come', () =>
  expect(
    told({
      referrals: [{ ...own, referredOn: day('2026-09-01'), noFurtherAction: true, closedOn: null, need: null, closeReason: null }], // prettier-ignore
    }),
  ).toEqual([['2026-09-01', undefined, 'Referral; no further action']]))
