/** The questions a board member could ask: what the plan checks found, the most serious first; all of them in an annex. */
import { type RaisedQuestion, SEVERITY, type Severity } from '../../plan/check.ts'
import { topQuestions } from '../../plan/checks.ts'
import { allActions } from '../../plan/plan.ts'
import { refList } from '../actions-in-words.ts'
import { type Block, paragraph, type Table, type Tag, type Tone, type Words } from '../description.ts'
import { amount, claim, listed } from '../figure.ts'
import { table } from '../long-table.ts'
import type { Draft } from '../number.ts'
import type { PackFacts } from '../pack-facts.ts'

/** How many stand in the section itself. */
const TOP = 10

const RANK = Object.keys(SEVERITY) as Severity[]
const SEVERITY_TONE: Record<Severity, Tone> = { serious: 'stopped', moderate: 'held', minor: 'waiting' }

export function questions(facts: PackFacts): Draft[] {
  const asked = facts.questions
  const top = topQuestions(asked, TOP)
  const blocks: Block[] = [
    paragraph(
      ...claim(
        { count: asked.length, asAt: facts.asAt, to: asked.length > TOP ? '#all-questions' : null },
        'question is raised by the checks of the plan',
        'questions are raised by the checks of the plan',
      ),
      ...(asked.length === 0 ? ['.'] : [': ', ...bySeverity(asked), '. Each check is a rule with a reason.']),
      ...(asked.length > TOP ? [' All are in ', { see: 'all-questions' }, '.'] : []),
    ),
  ]
  if (top.length > 0) blocks.push(questionTable('top-questions', topCaption(asked.length), top, facts))
  if (asked.length <= TOP) return [{ id: 'questions', heading: 'Questions to expect', blocks }]
  const annex = questionTable('all-questions-table', 'All questions, the most serious first', asked, facts)
  return [
    { id: 'questions', heading: 'Questions to expect', blocks },
    { id: 'all-questions', heading: 'All questions of the checks', annex: true, blocks: [annex] },
  ]
}

const topCaption = (count: number): string =>
  count > TOP ? `The ${TOP} questions to expect first` : 'Questions, the most serious first'

const bySeverity = (asked: RaisedQuestion[]): Words =>
  listed(
    RANK.map(severity => ({ severity, count: asked.filter(({ check }) => check.severity === severity).length }))
      .filter(({ count }) => count > 0)
      .map(({ severity, count }) => amount(count, SEVERITY[severity].toLowerCase(), SEVERITY[severity].toLowerCase())),
  )

function questionTable(id: string, caption: string, asked: RaisedQuestion[], { plan, asAt }: PackFacts): Table {
  const known = new Map(allActions(plan).map(action => [action.actionId, action]))
  const tag = (severity: Severity): Tag => ({ tag: SEVERITY[severity], tone: SEVERITY_TONE[severity] })
  return table(
    id,
    caption,
    [
      { heading: 'Question', share: 43 },
      { heading: 'Actions', share: 13 },
      { heading: 'Because', share: 30 },
      { heading: 'Weight', share: 13 },
    ],
    asked.map(({ question, actionIds, because, where, check }): Words[] => {
      const concerned = actionIds.flatMap(id => known.get(id) ?? [])
      return [
        [question],
        concerned.length > 0 ? refList(concerned, asAt, 5) : [where],
        [because],
        [tag(check.severity)],
      ]
    }),
  )
}
