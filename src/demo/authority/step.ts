/** What comes next for some of a family's children: each part of a story answers the steps that follow it. */
import type { DayNumber } from '../../terms/day-number.ts'
import type { Case } from './episode.ts'

export type Planned = { one: Case; planId: string; conferenceId: string }

/** What came before a child in need plan; it sets how long the plan goes on and where it may lead. */
export type Before = 'assessment' | 'plan' | 'care' | 'conference'

export type Step =
  | { to: 'need'; cases: readonly Case[]; on: DayNumber; after: Before }
  | { to: 'conference'; cases: readonly Case[]; on: DayNumber }
  | { to: 'plan'; planned: readonly Planned[]; on: DayNumber }
  | { to: 'care'; cases: readonly Case[]; on: DayNumber }
