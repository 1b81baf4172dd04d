import { expect, test } from 'vitest'
import type { Action } from '../plan/action.ts'
import { dueBy, inventedAction, inventedPlan, SINCE } from './examples/invented-plan.ts'
import { movements } from './movement.ts'

const moved = (was: Partial<Action>, is: Partial<Action>) =>
  movements(inventedPlan([inventedAction(was)], SINCE), inventedPlan([inventedAction(is)]))[0]

const DIRECTOR = { postId: 1, title: 'Director' }
const HEAD = { postId: 2, title: 'Head of Court Work' }

test.each<[string, Partial<Action>, Partial<Action>, string[] | undefined]>([
  ['nothing', {}, {}, undefined],
  ['only a reason', { reason: 'a' }, { reason: 'b' }, undefined],
  ['completed', { delivery: 'on-task' }, { delivery: 'completed' }, ['completed']],
  ['reopened', { delivery: 'completed' }, { delivery: 'on-task' }, ['reopened']],
  ['put on hold', { delivery: 'on-task' }, { delivery: 'on-hold' }, ['delivery-changed']],
  ['first impact', { impact: 'none' }, { impact: 'starting' }, ['impact-rose']],
  ['impact lost', { impact: 'made' }, { impact: 'starting' }, ['impact-fell']],
  ['slipped', { timescale: dueBy('2027-01-31') }, { timescale: dueBy('2027-02-01'), revisions: 1 }, ['slipped']],
  ['lost its date', { timescale: dueBy('2027-01-31') }, { timescale: dueBy(null), revisions: 1 }, ['slipped']],
  [
    'brought forward',
    { timescale: dueBy('2027-01-31') },
    { timescale: dueBy('2027-01-30'), revisions: 1 },
    ['brought-forward'],
  ],
  ['given a date', { timescale: dueBy(null) }, { timescale: dueBy('2027-01-31'), revisions: 1 }, ['dated']],
  ['still without a date', { timescale: dueBy(null) }, { timescale: dueBy(null) }, undefined],
  ['led by another', { leads: [DIRECTOR] }, { leads: [HEAD] }, ['leads-changed']],
  ['led with another', { leads: [DIRECTOR] }, { leads: [DIRECTOR, HEAD] }, ['leads-changed']],
  ['answered for by another', { leads: [DIRECTOR, HEAD] }, { leads: [HEAD, DIRECTOR] }, ['leads-changed']],
  ['led by a post of another name', { leads: [DIRECTOR] }, { leads: [{ ...DIRECTOR, title: 'DCS' }] }, undefined],
  ['newly late', { timescale: dueBy('2026-10-14') }, { timescale: dueBy('2026-10-14') }, ['newly-late']], // due on the day of the last board
  ['late already', { timescale: dueBy('2026-10-13') }, { timescale: dueBy('2026-10-13') }, undefined],
  [
    'late no more',
    { timescale: dueBy('2026-10-01') },
    { timescale: dueBy('2027-01-01'), revisions: 1 },
    ['slipped', 'caught-up'],
  ],
  [
    'late, then completed',
    { timescale: dueBy('2026-10-01') },
    { timescale: dueBy('2026-10-01'), delivery: 'completed' },
    ['completed'],
  ],
])('%s', (_, was, is, kinds) => {
  expect(moved(was, is)?.moved).toEqual(kinds)
})

test('what moved is said in words, with each reason once', () => {
  const was = { delivery: 'on-task', impact: 'none', reason: '' } as const
  const is = { delivery: 'completed', impact: 'made', reason: 'Audit of 20 files' } as const
  expect(moved(was, is)).toMatchObject({
    changes: ['Delivery from On task to Completed', 'Impact from No impact to Progress made'],
    reasons: ['Audit of 20 files'],
  })
})

test('who led and who leads now is said in words', () => {
  expect(moved({ leads: [] }, { leads: [DIRECTOR, HEAD] })?.changes).toEqual([
    'Lead from nobody to Director and Head of Court Work',
  ])
})

test('a date that is new says there was none', () => {
  const is = { timescale: dueBy('2027-01-31', { reason: 'Agreed at last' }) }
  expect(moved({ timescale: dueBy(null) }, is)).toMatchObject({
    changes: ['Due date from no date to 31 Jan 2027'],
    reasons: ['Agreed at last'],
  })
})

test('a late action tells the day after it was due', () => {
  const due = { timescale: dueBy('2026-10-31') }
  expect(moved(due, due)?.changes).toEqual(['Late since 1 Nov 2026'])
})

test('actions that came and went are told', () => {
  const found = movements(
    inventedPlan([inventedAction({ actionId: 1 })], SINCE),
    inventedPlan([inventedAction({ actionId: 2 })]),
  )
  expect(found.map(({ moved }) => moved)).toEqual([['added'], ['gone']])
})
