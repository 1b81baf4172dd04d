/** Children missing, and away without authorisation. */
import type { DayNumber } from '../../terms/day-number.ts'
import { caseOfCare } from '../count-looked-after.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { type MissingEpisode, careDuring, missingEpisodes } from '../histories/missing-episodes.ts'
import { isOpen, wasOpenIn } from '../histories/span.ts'
import type { History } from '../history.ts'
import { type Case, type Count, measure } from '../measure.ts'

const caseOf = ({ id, personId, from, until }: MissingEpisode, asAt: DayNumber): Case => ({
  id,
  personId,
  start: from,
  due: null,
  done: until !== null && until <= asAt ? until : null,
})

const missing = (history: History) => history.of(missingEpisodes).filter(({ type }) => type === 'M')

/** A child once, with the first episode of the period. */
const children: Count = (history, { from, to, asAt }, take) => {
  const counted = new Set<string>()
  for (const episode of history.of(missing)) {
    if (!wasOpenIn(episode, from, to) || counted.has(episode.personId)) continue
    counted.add(episode.personId)
    take(caseOf(episode, asAt), 'met')
  }
}

const episodes: Count = (history, { from, to, asAt }, take) => {
  for (const episode of history.of(missing)) if (wasOpenIn(episode, from, to)) take(caseOf(episode, asAt), 'met')
}

const ofFrequent: Count = (history, { from, to, asAt }, take) => {
  for (const episode of history.of(missing))
    if (wasOpenIn(episode, from, to))
      take(caseOf(episode, asAt), episode.thirdOn !== null && episode.thirdOn <= asAt ? 'met' : 'late')
}

/** A child once, whatever episodes nobody has ended. */
const now: Count = (history, { asAt }, take) => {
  const open = new Map<string, MissingEpisode>()
  for (const episode of history.of(missing)) if (isOpen(episode, asAt)) open.set(episode.personId, episode)
  for (const episode of open.values()) take(caseOf(episode, asAt), 'met')
}

const fromCare = (history: History) =>
  history.of(missingEpisodes).filter(episode => careDuring(history, episode) !== undefined)

/** Of the children looked after at any time in the period, those who were away from care in it. */
const lookedAfter =
  (type: MissingEpisode['type']): Count =>
  (history, { from, to }, take) => {
    const away = new Set<string>()
    for (const episode of history.of(fromCare))
      if (episode.type === type && wasOpenIn(episode, from, to)) away.add(episode.personId)
    const counted = new Set<string>()
    for (const period of history.of(carePeriods)) {
      if (period.isShortBreaks || !wasOpenIn(period, from, to) || counted.has(period.personId)) continue
      counted.add(period.personId)
      take(caseOfCare(period), away.has(period.personId) ? 'met' : 'late')
    }
  }

const away = (id: string, personId: string, startedOn: string, endedOn: string | null = null) => ({
  id,
  personId,
  type: 'M' as const,
  startedOn,
  endedOn,
})

export default measure({
  id: 'missing-children',
  number: 91,
  name: 'Children missing',
  area: 'missing',
  unit: '',
  polarity: 'lower',
  basis: 'happened',
  periods: ['month', 'year-to-date', 'rolling-year'],
  outOf: 'Every child known to have been missing',
  counted: 'Children missing at some time in the period, each once; those who were missing when it began too',
  leftOut: 'Away without authorisation, which is counted apart; episodes with days that cannot be right',
  rule: 'By the days of the episodes',
  source: 'Children looked after return (SSDA903), missing episodes; every child with a record, looked after or not',
  marks: ['F', 'D'],
  needs: ['missing.startedOn'],
  stateWords: { met: 'Missing' },
  count: children,
  variants: {
    episodes: {
      name: 'Missing episodes',
      counted: 'Episodes in the period; those going on when it began too',
      count: episodes,
    },
    current: {
      name: 'Children missing now',
      basis: 'snapshot',
      periods: ['snapshot'],
      counted: 'Children missing at the end of the day',
      thresholds: { shape: 'lower', green: 4, amber: 8 },
      count: now,
    },
    repeat: {
      name: 'Missing episodes of children missing three times in 90 days',
      unit: '%',
      valued: 'percentage',
      outOf: 'Missing episodes in the period',
      counted: 'One of three episodes of the same child that began within 90 days',
      rule: 'The third by the end of the period',
      stateWords: { met: 'One of three or more', late: 'Not one of three' },
      count: ofFrequent,
    },
    'cla-missing': {
      name: 'Looked after children who were missing',
      unit: '%',
      valued: 'percentage',
      outOf: 'Children looked after at any time in the period',
      counted: 'Missing from care at some time in the period',
      leftOut: 'Children only in short breaks',
      needs: ['missing.startedOn', 'claEpisodes.startedOn'],
      stateWords: { met: 'Was missing', late: 'Was not missing' },
      count: lookedAfter('M'),
    },
    'cla-away': {
      name: 'Looked after children who were away without authorisation',
      unit: '%',
      valued: 'percentage',
      outOf: 'Children looked after at any time in the period',
      counted: 'Away from care without authorisation at some time in the period',
      leftOut: 'Children only in short breaks',
      needs: ['missing.startedOn', 'claEpisodes.startedOn'],
      stateWords: { met: 'Was away', late: 'Was not away' },
      count: lookedAfter('A'),
    },
  },
  examples: [
    {
      that: 'a child missing twice counts once; back on the first day counts, back the day before does not',
      records: {
        missing: [
          away('m1', '1', '2016-08-03', '2016-08-04'),
          away('m2', '1', '2016-08-20'),
          away('m3', '2', '2016-07-30', '2016-08-01'),
          away('m4', '3', '2016-07-30', '2016-07-31'),
          { ...away('m5', '4', '2016-08-05'), type: 'A' },
        ],
      },
      at: '2016-08',
      gives: { numerator: 2, denominator: null, value: 2, states: { m1: 'met', m3: 'met' } },
    },
    {
      that: 'episodes are counted each',
      variant: 'episodes',
      records: { missing: [away('m1', '1', '2016-08-03', '2016-08-04'), away('m2', '1', '2016-08-20')] },
      at: '2016-08',
      gives: { numerator: 2, value: 2 },
    },
    {
      that: 'a child whose first episode nobody ended is missing once',
      variant: 'current',
      records: { missing: [away('m1', '1', '2016-08-03'), away('m2', '1', '2016-08-20')] },
      at: '2016-08-31',
      gives: { numerator: 1, value: 1, states: { m2: 'met' } },
    },
    {
      that: 'back on the day is no longer missing; back the day after still is',
      variant: 'current',
      records: { missing: [away('m1', '1', '2016-08-03', '2016-08-31'), away('m2', '2', '2016-08-20', '2016-09-01')] },
      at: '2016-08-31',
      gives: { numerator: 1, states: { m2: 'met' } },
    },
    {
      that: 'three that began within 90 days; on the 91st day the third is too late',
      variant: 'repeat',
      records: {
        missing: [
          away('m1', '1', '2016-06-03', '2016-06-04'),
          away('m2', '1', '2016-08-03', '2016-08-04'),
          away('m3', '1', '2016-08-31', '2016-08-31'),
          away('m4', '2', '2016-06-02', '2016-06-02'),
          away('m5', '2', '2016-08-03', '2016-08-04'),
          away('m6', '2', '2016-08-31', '2016-08-31'),
        ],
      },
      at: '2016-08',
      gives: { numerator: 2, denominator: 4, value: 50, states: { m2: 'met', m3: 'met', m5: 'late', m6: 'late' } },
    },
    {
      that: 'the third that is still to come is not seen',
      variant: 'repeat',
      records: {
        missing: ['2016-07-03', '2016-07-13', '2016-08-03'].map((on, at) => away(`m${at}`, '1', on, on)),
      },
      at: '2016-07',
      asAt: '2016-08-31',
      gives: { numerator: 0, denominator: 2, value: 0 },
    },
    {
      that: 'missing from care; missing only before coming into care; away without authorisation',
      variant: 'cla-missing',
      records: {
        claEpisodes: ['1', '2', '3'].map(id => ({
          id,
          personId: id,
          startedOn: '2016-08-10',
          startReason: 'S' as const,
        })),
        missing: [
          away('m1', '1', '2016-08-12', '2016-08-13'),
          away('m2', '2', '2016-08-03', '2016-08-04'),
          { ...away('m3', '3', '2016-08-12', '2016-08-13'), type: 'A' },
        ],
      },
      at: '2016-08',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { 1: 'met', 2: 'late', 3: 'late' } },
    },
    {
      that: 'away without authorisation is counted apart',
      variant: 'cla-away',
      records: {
        claEpisodes: [{ id: '1', personId: '1', startedOn: '2016-08-10', startReason: 'S' }],
        missing: [{ ...away('m3', '1', '2016-08-12', '2016-08-13'), type: 'A' }],
      },
      at: '2016-08',
      gives: { numerator: 1, denominator: 1, value: 100, states: { 1: 'met' } },
    },
    {
      that: 'on the day of leaving care, and in short breaks, nobody is missing from care',
      variant: 'cla-missing',
      records: {
        claEpisodes: [
          { id: '1', personId: '1', startedOn: '2016-01-04', startReason: 'S', ceasedOn: '2016-08-12', ceasedReason: 'E4A' }, // prettier-ignore
          { id: '2', personId: '2', startedOn: '2016-01-04', startReason: 'S', ceasedOn: '2016-08-13', ceasedReason: 'E4A' }, // prettier-ignore
          { id: '3', personId: '3', startedOn: '2016-01-04', startReason: 'S', ceasedOn: '2016-08-20', ceasedReason: 'E4A' }, // prettier-ignore
          { id: '3b', personId: '3', startedOn: '2016-08-25', startReason: 'S' },
        ],
        legalStatuses: [
          { id: 'l', personId: '3', status: 'V4', fromOn: '2016-01-04', untilOn: '2016-08-20' },
          { id: 'm', personId: '3', status: 'C2', fromOn: '2016-08-25' },
        ],
        missing: ['1', '2', '3'].map(id => away(`m${id}`, id, '2016-08-12', '2016-08-13')),
      },
      at: '2016-08',
      gives: { numerator: 1, denominator: 3, states: { 1: 'late', 2: 'met', '3b': 'late' } },
    },
  ],
})
