/** Rows as the tables take them, by their own column names. Days are ISO dates; instants are UTC. */
import type { Day } from '../terms/day.ts'
import type { By } from '../store/event.ts'

export type EventRow = {
  happened_at: string
  person_id: number
  post_id: number | null
  kind: string
  about: string
  about_id: number | null
  detail: object
}

export type ActionRows = {
  wordings: object[]
  targets: object[]
  citations: CitationRow[]
  timescales: object[]
  leads: {
    action_id: number
    from_on: Day
    reason: string
    recorded_at: string
    recorded_by: number
    posts: number[]
  }[]
  ratings: object[]
  updates: object[]
  evidence: object[]
  milestones: MilestoneRow[]
  events: EventRow[]
}

export type CitationRow = {
  plan_version_id: number
  action_id: number | null
  objective_id: number | null
  source_name: string
  ref: string | null
  text: string
  from_on: Day
  recorded_at: string
  recorded_by: number
}

export type MilestoneRow = {
  action_id: number
  text: string
  due_on: Day
  added_on: Day
  recorded_at: string
  added_by: number
  outcomes: {
    outcome: string
    happened_on: Day
    new_due_on: Day | null
    reason: string
    recorded_at: string
    recorded_by: number
  }[]
}

export const noRows = (): ActionRows => ({
  wordings: [],
  targets: [],
  citations: [],
  timescales: [],
  leads: [],
  ratings: [],
  updates: [],
  evidence: [],
  milestones: [],
  events: [],
})

/** When a day's entry was typed: in office hours, so that entries of one day keep the order they are numbered in. */
export const recordedAt = (on: Day, number = 0): string =>
  `${on}T${String(9 + Math.floor(number / 4)).padStart(2, '0')}:${String((number % 4) * 13 + 4).padStart(2, '0')}:00Z`

export const eventRow = (
  at: string,
  by: By,
  kind: string,
  about: string,
  aboutId: number | null,
  detail: object = {},
): EventRow => ({
  happened_at: at,
  person_id: by.personId,
  post_id: by.postId,
  kind,
  about,
  about_id: aboutId,
  detail,
})
