/** What needs the board: the decisions that the state of the plan asks for, and the most serious questions of the checks. */
import type { Action } from '../../plan/action.ts'
import { topQuestions } from '../../plan/checks.ts'
import { cut, refsOf } from '../actions-in-words.ts'
import type { Words } from '../description.ts'
import { claim } from '../figure.ts'
import type { Moved } from '../movement.ts'
import type { PackFacts } from '../pack-facts.ts'
import { unansweredIn } from './coverage.ts'

/** How many questions stand on the summary page. */
const QUESTIONS_IN_SUMMARY = 3

/** One sentence each, in the order a board would take them; empty where nothing needs it. */
export const forTheBoard = (facts: PackFacts): Words[] => [...decisions(facts), ...unanswered(facts), ...gravest(facts)]

/** What is asked of the board, of which actions, and how that is said of one and of many. */
type Asked = { ask: string; of: Action[]; one: string; many: string }

function decisions({ moved, standing, asAt }: PackFacts): Words[] {
  const just = (kind: Moved) => (moved ?? []).filter(({ moved }) => moved.includes(kind)).map(({ action }) => action)
  const asked: Asked[] = [
    {
      ask: 'Agree or challenge',
      of: just('slipped'),
      one: 'action has a new, later date',
      many: 'actions have a new, later date',
    },
    {
      ask: 'Ask why',
      of: just('reopened'),
      one: 'action that had been completed was reopened',
      many: 'actions that had been completed were reopened',
    },
    {
      ask: 'Decide what brings them back',
      of: standing.late,
      one: 'action is past its date',
      many: 'actions are past their dates',
    },
    {
      ask: 'Ask for the evidence',
      of: standing.withoutImpact,
      one: 'action is completed and shows no impact for children',
      many: 'actions are completed and show no impact for children',
    },
  ]
  return asked
    .filter(({ of }) => of.length > 0)
    .map(({ ask, of, one, many }) => [
      `${ask}: `,
      ...claim({ count: of.length, of: standing.actions.length, asAt }, one, many),
      ...refsOf(of, asAt),
      '.',
    ])
}

function unanswered({ coverage, asAt }: PackFacts): Words[] {
  const count = coverage.reduce((sum, source) => sum + unansweredIn(source).length, 0)
  if (count === 0) return []
  const of = coverage.reduce((sum, { counts }) => sum + counts.findings, 0)
  const one = 'finding is answered by nothing in the plan.'
  const many = 'findings are answered by nothing in the plan.'
  return [['Decide who answers: ', ...claim({ count, of, asAt, to: '#coverage' }, one, many)]]
}

const gravest = ({ questions }: PackFacts): Words[] =>
  topQuestions(
    questions.filter(({ check }) => check.severity === 'serious'),
    QUESTIONS_IN_SUMMARY,
  ).map(({ question }) => ['Question: ', cut(question, 600)])
