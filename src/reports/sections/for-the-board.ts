/** What needs the board: the decisions that the state of the plan asks for, and the most serious questions of the checks. */
import { isLate } from '../../plan/action.ts'
import type { Words } from '../description.ts'
import { claim } from '../figure.ts'
import { refsOf } from '../actions-in-words.ts'
import type { PackFacts } from '../pack-facts.ts'
import { unansweredIn } from './coverage.ts'
import { mostPressing } from './questions.ts'

/** How many questions stand on the summary page. */
const QUESTIONS_IN_SUMMARY = 3

/** One sentence each, in the order a board would take them; empty where nothing needs it. */
export function forTheBoard(facts: PackFacts): Words[] {
  const { moved, standing, asAt, coverage } = facts
  const justSlipped = (moved ?? []).filter(({ moved }) => moved.includes('slipped')).map(({ action }) => action)
  const reopened = (moved ?? []).filter(({ moved }) => moved.includes('reopened')).map(({ action }) => action)
  const overdue = standing.late.filter(action => isLate(action, asAt))
  const unanswered = coverage.reduce((sum, source) => sum + unansweredIn(source).length, 0)
  const asked: [number, Words][] = [
    [
      justSlipped.length,
      [
        'Agree or challenge: ',
        ...the(justSlipped, 'action has a new, later date', 'actions have a new, later date'),
        '.',
      ],
    ],
    [
      reopened.length,
      [
        'Ask why: ',
        ...the(
          reopened,
          'action that had been completed was reopened',
          'actions that had been completed were reopened',
        ),
        '.',
      ],
    ],
    [
      overdue.length,
      [
        'Decide what brings them back: ',
        ...the(overdue, 'action is past its date', 'actions are past their dates'),
        '.',
      ],
    ],
    [
      standing.withoutImpact.length,
      [
        'Ask for the evidence: ',
        ...the(
          standing.withoutImpact,
          'completed action shows no impact for children',
          'completed actions show no impact for children',
        ),
        '.',
      ],
    ],
    [
      unanswered,
      [
        'Decide who answers: ',
        ...claim(
          { count: unanswered, asAt, to: '#coverage' },
          'finding is answered by nothing in the plan',
          'findings are answered by nothing in the plan',
        ),
        '.',
      ],
    ],
  ]
  const questions = mostPressing(facts.questions)
    .filter(question => question.check.severity === 'serious')
    .slice(0, QUESTIONS_IN_SUMMARY)
    .map(({ question }): Words => ['Question: ', question])
  return [...asked.filter(([count]) => count > 0).map(([, words]) => words), ...questions]

  function the(actions: typeof overdue, one: string, many: string): Words {
    return [...claim({ count: actions.length, of: standing.actions.length, asAt }, one, many), ...refsOf(actions, asAt)]
  }
}
