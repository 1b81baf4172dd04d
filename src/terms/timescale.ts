/**
 * A timescale: when something in a plan is to be done, as the plan words it, with a typed reading beside the words.
 * The words are kept for ever; the reading is what can be sorted, counted and called late.
 */
import type { Day } from './day.ts'

export const TIMESCALE_KIND = {
  by: 'By a date',
  range: 'Between two dates',
  from: 'From a date and ongoing',
  ongoing: 'Ongoing',
  milestone: 'Milestone',
  'on-hold': 'On hold',
  tbc: 'To be confirmed',
  blank: 'Not given',
  unread: 'Not understood',
} as const

export type TimescaleKind = keyof typeof TIMESCALE_KIND

/**
 * `earliest` is the first day the words allow work to start or finish on, `latest` the last day they allow it to be done by
 * (the end of a month that is only named). Either is null where the words name none: something ongoing has no latest day.
 */
export type Timescale = { kind: TimescaleKind; earliest: Day | null; latest: Day | null }
