import { describe, expect, test } from 'vitest'
import { coverageInWords, coverageOfSources } from './coverage.ts'
import { planOfSketch, type PlanSketch } from './plan-sketch.ts'
import { threadOfAction, threadOfFinding } from './thread.ts'
import { actionsUnder, objectivesAlone } from './under-objective.ts'

const SKETCH: PlanSketch = {
  findings: [
    { ref: '4.1', heading: 'Protect children', text: 'see every child alone' },
    { ref: '4.2', heading: 'Protect children', text: 'record what the child says' },
    { ref: '4.3', heading: 'Protect children', text: 'share decisions with partners' },
    { ref: '5.1', heading: 'Lead well', text: 'supervise every month' },
  ],
  objectives: [
    { text: 'See children', section: '1.1 Practice', cites: ['DfE Notice 4.2'] },
    { text: 'Assess well', section: '1.1 Practice' },
    { text: 'Supervise', section: '1.2 Supervision', cites: ['DfE Notice 5.1'] },
  ],
  actions: [
    { objectiveId: 1, cites: ['DfE Notice 4.1'], measureText: '' },
    { objectiveId: 2, cites: ['DfE Notice 4.1', 'DfE Notice 4.9'], delivery: 'completed', impact: 'made' },
    { cites: [], measureText: 'Improved practice embedded' },
  ],
}
const checked = planOfSketch(SKETCH)
const [source] = checked.sources
const thread = (ref: string, from = checked) =>
  threadOfFinding(
    from.plan,
    from.sources,
    from.sources[0]!,
    from.sources[0]!.findings.find(each => each.ref === ref)!,
  )

describe('coverage of a source', () => {
  test('each finding is answered by an action, only by an objective, closed earlier, or by nothing', () => {
    const closed = planOfSketch(SKETCH)
    closed.sources[0]!.findings[2]!.closed = { on: '2026-01-01' as never, reason: 'Done in the first plan' }
    const [covered] = coverageOfSources(closed.plan, closed.sources)
    expect(covered!.findings.map(({ finding, coverage }) => [finding.ref, coverage])).toEqual([
      ['4.1', 'action'],
      ['4.2', 'objective'],
      ['4.3', 'closed'],
      ['5.1', 'objective'],
    ])
    expect(coverageInWords(covered!.counts)).toBe('1 answered by an action, 2 only by an objective, 1 closed earlier')
  })

  test('is counted clause by clause', () => {
    const [covered] = coverageOfSources(checked.plan, checked.sources)
    expect(covered!.clauses.map(({ ref, heading, counts }) => [ref, heading, counts.findings, counts.none])).toEqual([
      ['4', 'Protect children', 3, 1],
      ['5', 'Lead well', 1, 0],
    ])
  })

  test('a clause that is cited whole answers each finding under it', () => {
    const { plan, sources } = planOfSketch({ ...SKETCH, actions: [{ cites: ['DfE Notice 4'] }] })
    expect(coverageOfSources(plan, sources)[0]!.counts).toMatchObject({ action: 3, objective: 1, none: 0 })
  })
})

describe('the thread of a finding', () => {
  test('goes down to the actions that cite it and the objectives they stand under', () => {
    const { coverage, objectives, actions } = thread('4.1')
    expect(coverage).toBe('action')
    expect(actions.map(strand => [strand.action.ref, strand.cites])).toEqual([
      ['1', true],
      ['2', true],
    ])
    expect(objectives.map(strand => [strand.objective.ref, strand.cites])).toEqual([
      ['1.1', false],
      ['1.2', false],
    ])
  })

  test('goes through an objective that cites it to every action of its section', () => {
    const { coverage, actions, gaps } = thread('4.2')
    expect(coverage).toBe('objective')
    expect(actions.map(strand => [strand.action.ref, strand.cites])).toEqual([
      ['1', false],
      ['2', false],
    ])
    expect(gaps[0]).toMatchObject({
      kind: 'objective-only',
      words: 'No action cites this finding, only an objective does',
    })
  })

  test('says in words what is missing', () => {
    expect(thread('4.3').gaps.map(gap => gap.words)).toEqual(['No action or objective cites this finding'])
    expect(thread('5.1').gaps.map(gap => gap.words)).toContain('No action stands under objective 1.3')
    expect(thread('4.1').gaps.map(gap => [gap.words, gap.actions.map(action => action.ref)])).toEqual([
      ['One of two actions has no measure', ['1']],
      ['One of two actions has been completed without evidence of impact', ['2']],
    ])
  })

  test('has no gap where every link is there', () => {
    const sound = planOfSketch({
      ...SKETCH,
      actions: [{ objectiveId: 1, cites: ['DfE Notice 4.1'], delivery: 'completed', impact: 'made', evidence: [{}] }],
    })
    expect(thread('4.1', sound).gaps).toEqual([])
    expect(thread('4.1', sound).actions[0]!.impactEvidence).toHaveLength(1)
  })

  test('names the findings that the same work answers', () => {
    const { plan, sources } = planOfSketch({ ...SKETCH, actions: [{ cites: ['DfE Notice 4.1', 'DfE Notice 4.3'] }] })
    const found = threadOfFinding(plan, sources, sources[0]!, sources[0]!.findings[0]!)
    expect(found.alsoAnswers.map(each => each.finding.ref)).toEqual(['4.3'])
  })
})

describe('the thread of an action', () => {
  const actions = checked.plan.themes[0]!.actions
  test('goes up to the findings it answers, by itself and through its objectives', () => {
    const { answers, objectives } = threadOfAction(checked.plan, checked.sources, actions[0]!)
    expect(objectives.map(objective => objective.ref)).toEqual(['1.1', '1.2'])
    expect(answers.map(({ finding, through }) => [finding.ref, through === 'action' ? through : through.ref])).toEqual([
      ['4.1', 'action'],
      ['4.2', '1.1'],
    ])
  })

  test('says where a citation leads nowhere and where nothing is cited', () => {
    const second = threadOfAction(checked.plan, checked.sources, actions[1]!)
    expect(second.leadsNowhere.map(each => [each.citation.ref, each.state])).toEqual([['4.9', 'points-nowhere']])
    expect(second.gaps.map(gap => gap.words)).toEqual(['DfE Notice has no 4.9', 'Completed, but no evidence of impact'])
    const third = threadOfAction(checked.plan, checked.sources, actions[2]!)
    expect(third.gaps.map(gap => gap.words)).toEqual(['Cites no finding', 'A measure with nothing to count'])
  })

  test('can be walked back: every finding it answers has it on its thread', () => {
    for (const action of actions)
      for (const { finding } of threadOfAction(checked.plan, checked.sources, action).answers)
        expect(
          threadOfFinding(checked.plan, checked.sources, source!, finding).actions.map(strand => strand.action),
        ).toContain(action)
  })

  test('is not walked for an action of another plan', () => {
    expect(() => threadOfAction(checked.plan, checked.sources, planOfSketch({}).plan.themes[0]!.actions[0]!)).toThrow(
      RangeError,
    )
  })
})

test('an objective stands alone where neither it nor one beside it in its section has an action', () => {
  const { plan } = planOfSketch({
    objectives: [
      { text: 'See children', section: '1.1 Practice' },
      { text: 'Assess well', section: '1.1 Practice' },
      { text: 'Supervise', section: '1.2 Supervision' },
      { text: 'Lead', section: '' },
      { text: 'Learn', section: '' },
    ],
    actions: [{ objectiveId: 2 }, { objectiveId: 4 }, { objectiveId: null }],
  })
  const [theme] = plan.themes
  expect(objectivesAlone(theme!).map(({ text }) => text)).toEqual(['Supervise', 'Learn'])
  expect(theme!.objectives.filter(each => actionsUnder(theme!, each).length === 0)).toEqual(objectivesAlone(theme!))
})
