/** How soon what happened is written down on the child's record. */
import { inDays } from '../../terms/length-of-time.ts'
import { withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import type { State } from '../clock-state.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Case, type Count, measure, type Settings } from '../measure.ts'
import { countBegun, type Running, running } from '../running.ts'

const CLOCK = clockNamed('case-record')!

function notes(history: History, settings: Settings): Running[] {
  const days = Number(settings.within)
  const clock = days === 14 ? CLOCK : withLength(CLOCK, inDays(days), `${days} days after the event`)
  return history.records.keyEvents.flatMap(row => {
    if (row.kind !== 'case-note') return []
    const { id, personId, happenedOn, recordedOn } = row
    const leftOut = recordedOn === null || isUnread(row, 'happenedOn', 'recordedOn') ? 'unread' : null
    const began = { id, personId, facts: { start: numbered(happenedOn) }, done: numbered(recordedOn), leftOut } as const
    return [running(clock, began, history, settings)]
  })
}

/** A child once: all the notes of the period that are recorded or due were in time. */
const wholeCases: Count = (history, window, take, settings) => {
  const found = new Map<string, { one: Case; state: State }>()
  countBegun(notes)(
    history,
    window,
    (one, state) => {
      if (state === 'excluded' || state === 'open-in-time' || one.personId === null) return
      const known = found.get(one.personId)
      if (!known || known.state === 'met') found.set(one.personId, { one, state })
    },
    settings,
  )
  for (const [personId, { one, state }] of found) take({ ...one, id: personId }, state)
}

export default measure({
  id: 'case-recording-14d',
  number: 39,
  name: 'Case notes recorded within 14 days',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Case notes of what happened in the period, written by now or due to be',
  counted: 'Recorded within 14 days of the event',
  leftOut: 'Notes without a day of recording, such as those brought over from an older system',
  rule: '14 days, or as many as the council sets; the day of the event is day 0',
  source: 'Local; one council asks it of more than 95% of cases',
  marks: ['D'],
  needs: ['keyEvents.happenedOn', 'keyEvents.recordedOn'],
  thresholds: { shape: 'higher', green: 95, amber: 90 },
  clock: 'case-record',
  settings: { within: { words: 'Days in which it is recorded', value: 14, mark: 'D' } },
  count: countBegun(notes),
  variants: {
    cases: {
      name: 'Children whose case notes were all recorded within 14 days',
      outOf: 'Children of whom something happened in the period that is or should be recorded',
      counted: 'Every case note of the period was recorded within 14 days',
      count: wholeCases,
    },
  },
  examples: [
    {
      that: 'on the 14th day, on the 15th, and without a day of recording',
      records: {
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'case-note', happenedOn: '2016-06-06', recordedOn: '2016-06-20' },
          { id: 'k2', personId: '1', kind: 'case-note', happenedOn: '2016-06-06', recordedOn: '2016-06-21' },
          { id: 'k3', personId: '2', kind: 'case-note', happenedOn: '2016-06-06' },
          { id: 'k4', personId: '2', kind: 'chronology-updated', happenedOn: '2016-06-06', recordedOn: '2016-09-01' },
        ],
      },
      at: '2016-06',
      gives: {
        numerator: 1,
        denominator: 2,
        value: 50,
        excluded: 1,
        states: { k1: 'met', k2: 'late', k3: 'excluded' },
      },
    },
    {
      that: 'one late note of a child is one child late, in whichever order',
      variant: 'cases',
      records: {
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'case-note', happenedOn: '2016-06-06', recordedOn: '2016-06-21' },
          { id: 'k2', personId: '1', kind: 'case-note', happenedOn: '2016-06-07', recordedOn: '2016-06-07' },
          { id: 'k3', personId: '2', kind: 'case-note', happenedOn: '2016-06-06', recordedOn: '2016-06-06' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 2, value: 50, states: { '1': 'late', '2': 'met' } },
    },
    {
      that: 'within five days, where the council says so: a note of yesterday is not due yet',
      settings: { within: 5 },
      records: {
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'case-note', happenedOn: '2016-06-06', recordedOn: '2016-06-12' },
          { id: 'k2', personId: '1', kind: 'case-note', happenedOn: '2016-06-29', recordedOn: '2016-07-20' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, states: { k1: 'late', k2: 'open-in-time' } },
    },
    {
      that: 'a child of whom nothing is due yet, and one whose note has no day, are not counted',
      variant: 'cases',
      records: {
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'case-note', happenedOn: '2016-06-29', recordedOn: '2016-07-20' },
          { id: 'k2', personId: '2', kind: 'case-note', happenedOn: '2016-06-06' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 0, openOverdue: 0 },
    },
  ],
})
