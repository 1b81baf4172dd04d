/** What the home page says, worked out once. */
import type { Meeting } from '../governance/body.ts'
import { type Action, isLate } from '../plan/action.ts'
import type { RaisedQuestion } from '../plan/check.ts'
import { raiseQuestions, topQuestions } from '../plan/checks.ts'
import { coverageOfSources, type SourceCoverage } from '../plan/coverage.ts'
import { allActions, type Plan } from '../plan/plan.ts'
import { isStale } from '../plan/register.ts'
import type { Source } from '../plan/source.ts'
import { type Counts, standingOf } from '../plan/standing.ts'
import { type Moved, type Movement, movements } from '../reports/movement.ts'
import { addDays, type Day } from '../terms/day.ts'
import type { Person } from '../terms/permission.ts'

export type HomeFacts = {
  plan: Plan
  counts: Counts
  coverage: SourceCoverage[]
  board: string | null
  last: Meeting | null
  next: Meeting | null
  since: Day
  /** What moved since the last board, by what moved; a movement may stand under several. Null where there was no plan then. */
  moved: Map<Moved, Movement[]> | null
  questions: RaisedQuestion[]
  questionsRaised: number
  late: Action[]
  dueSoon: Action[]
  /** What the person's own post leads that is late, or that nobody has heard of for eight weeks. */
  mine: Action[]
}

/** How far ahead home looks for what falls due, and how many questions it puts. [D] */
const WEEKS_AHEAD = 4
const QUESTIONS = 6

export type HomeOf = {
  plan: Plan
  before: Plan | null
  since: Day
  sources: Source[]
  board: string | null
  last: Meeting | null
  next: Meeting | null
  person: Person
}

export function factsOf(given: HomeOf): HomeFacts {
  const { plan, before, person, sources, ...rest } = given
  const actions = allActions(plan)
  const questions = raiseQuestions({ plan, sources, asAt: plan.asAt })
  const soon = addDays(plan.asAt, WEEKS_AHEAD * 7)
  const dueOn = (action: Action) => action.timescale.nextTestOn ?? action.timescale.latest
  const open = actions.filter(action => action.delivery !== 'completed')
  return {
    ...rest,
    plan,
    counts: standingOf(plan),
    coverage: coverageOfSources(plan, sources),
    moved: before && grouped(movements(before, plan)),
    questions: topQuestions(questions, QUESTIONS),
    questionsRaised: questions.length,
    late: byDay(
      actions.filter(action => isLate(action, plan.asAt)),
      action => action.timescale.latest,
    ),
    dueSoon: byDay(
      open.filter(action => dueOn(action) !== null && dueOn(action)! >= plan.asAt && dueOn(action)! <= soon),
      dueOn,
    ),
    mine: open.filter(action => leads(person, action) && (isLate(action, plan.asAt) || isStale(action, plan.asAt))),
  }
}

const leads = (person: Person, action: Action) =>
  person.postId !== null && action.leads.some(lead => lead.postId === person.postId)

const byDay = (actions: Action[], dayOf: (action: Action) => Day | null) =>
  actions.toSorted((a, b) => (dayOf(a) ?? '').localeCompare(dayOf(b) ?? ''))

function grouped(all: Movement[]): Map<Moved, Movement[]> {
  const groups = new Map<Moved, Movement[]>()
  for (const movement of all)
    for (const moved of movement.moved) groups.set(moved, [...(groups.get(moved) ?? []), movement])
  return groups
}
