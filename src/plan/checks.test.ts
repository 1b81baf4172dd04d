import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PLAN_CHECKS, questionsAbout, raiseQuestions, topQuestions } from './checks.ts'
import { largePlan } from './large-plan.ts'
import { planOfSketch } from './plan-sketch.ts'

test('every check is in the list, under the name of its file', () => {
  const files = readdirSync(join(import.meta.dirname, 'checks')).filter(file => !file.endsWith('.test.ts'))
  expect(PLAN_CHECKS.map(check => `${check.id}.ts`).sort()).toEqual(files.sort())
})

describe.each(PLAN_CHECKS.map(check => [check.id, check] as const))('%s', (_, check) => {
  test.each(check.examples.map(example => [example.that, example] as const))('%s', (_, example) => {
    const questions = check.find(planOfSketch(example))
    expect(questions.map(each => each.question)).toHaveLength(example.raises)
    if (example.asks) expect(questions[0]!.question).toMatch(example.asks)
    for (const { question, where, because } of questions) {
      expect(question).toMatch(/^[A-Z].*[?.]$/s)
      expect(where).not.toBe('')
      expect(because).not.toBe('')
    }
  })

  test('has an example that it raises and a near miss that it does not', () => {
    expect(check.examples.some(example => example.raises > 0)).toBe(true)
    expect(check.examples.some(example => example.raises === 0)).toBe(true)
  })
})

test('no check has a question about a sound plan', () => {
  const sound = planOfSketch({
    startsOn: '2026-04-01',
    endsOn: '2028-03-31',
    findings: [
      { ref: '1.1', text: 'bring the family help team to full strength' },
      { ref: '1.2', text: 'offer foster carers support at night' },
    ],
    objectives: [{ text: 'Bring every team to full strength' }],
    actions: [
      { cites: ['DfE Notice 1.1'], objectiveId: 1 },
      { cites: ['DfE Notice 1.2'], objectiveId: 1, text: 'Offer every foster carer support at night' },
      { objectiveId: 1 },
      { objectiveId: 1, delivery: 'completed', impact: 'made', evidence: [{}] },
      { objectiveId: 1 },
      { objectiveId: 1 },
    ],
  })
  expect(raiseQuestions(sound).map(each => each.question)).toEqual([])
})

test('grave questions come first, and each is found again at its action', () => {
  const raised = raiseQuestions(planOfSketch({ actions: [{ lead: '' }, { monitoredBy: '' }] }))
  expect(raised.map(each => each.check.id)).toEqual(['no-lead', 'nobody-monitors'])
  expect(questionsAbout(raised, 2).map(each => each.check.id)).toEqual(['nobody-monitors'])
})

test('the first questions are of different checks, the broadest of each', () => {
  const raised = raiseQuestions(
    planOfSketch({ actions: [{ lead: '', impact: 'made' }, { lead: '' }, { impact: 'made', measureText: '' }] }),
  )
  const top = topQuestions(raised, 3).map(each => each.check.id)
  expect(new Set(top).size).toBe(3)
  expect(topQuestions(raised, 100)).toHaveLength(raised.length)
})

test('every check of a plan of 3,000 actions takes under half a second of processor time', () => {
  const checked = largePlan(3000)
  const took = [1, 2, 3].map(() => {
    const begun = process.cpuUsage()
    raiseQuestions(checked)
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  expect(Math.min(...took)).toBeLessThan(500)
})

test('a promise that is repeated is found wherever the first stands, and groups of it stay apart', () => {
  const visit = 'Visit every child on a protection plan within ten working days'
  const panel = 'Hold a weekly panel that agrees placements of looked after children'
  const texts = [
    visit,
    panel,
    ...Array.from({ length: 40 }, (_, at) => `Word${at} other${at} thing${at}`),
    panel,
    visit,
  ]
  const raised = raiseQuestions(planOfSketch({ actions: texts.map(text => ({ text })) }))
  const repeated = raised.filter(({ check }) => check.id === 'duplicate-actions')
  expect(repeated.map(({ actionIds }) => actionIds)).toEqual([
    [1, 44],
    [2, 43],
  ])
})

test('a thousand promises in one figure and one in another are one question', () => {
  const actions = Array.from({ length: 1000 }, (_, at) => ({
    text: `Word${at} other${at}`,
    measureText: `${at === 500 ? 80 : 90}% of staff have monthly supervision`,
  }))
  const raised = raiseQuestions(planOfSketch({ actions }))
  const different = raised.filter(({ check }) => check.id === 'same-thing-different-targets')
  expect(different.map(({ actionIds }) => actionIds.length)).toEqual([501])
})
