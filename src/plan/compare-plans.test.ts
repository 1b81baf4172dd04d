import { describe, expect, test } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import type { Plan } from './plan.ts'
import { type ActionSketch, planOfSketch } from './plan-sketch.ts'
import { type Day, day } from '../terms/day.ts'

const planOf = (...actions: ActionSketch[]): Plan => planOfSketch({ actions }).plan
const texts = (plan: Plan) => plan.themes[0]!.actions

const POLICE = 'Ensure police and health attend strategy meetings and conferences'
const FOSTER = 'Generate quality enquiries which lead to more foster carers'
const AUDIT = 'Publish a yearly programme of case file audits'

describe('a newer version', () => {
  test('keeps an action that was reworded under its reference, and shows the words that changed', () => {
    const { pairs, changed, added, gone } = comparePlans(
      planOf({ text: POLICE }, { text: FOSTER }),
      planOf({ text: `${POLICE}, and escalate when not` }, { text: FOSTER }),
    )
    expect(pairs.map(pair => pair.by)).toEqual(['reference', 'reference'])
    expect(changed).toHaveLength(1)
    expect(changed[0]!.changes.map(change => change.field)).toEqual(['text'])
    expect(changed[0]!.changes[0]!.words.at(-1)).toEqual({ kind: 'added', text: 'conferences, and escalate when not' })
    expect([added, gone]).toEqual([[], []])
  })

  test('follows an action to another number', () => {
    const { moved, added, gone } = comparePlans(
      planOf({ text: POLICE }, { text: FOSTER }),
      planOf({ text: AUDIT }, { text: POLICE }, { text: FOSTER }),
    )
    expect(moved.map(pair => [pair.by, pair.moved!.ref])).toEqual([
      ['wording', ['1', '2']],
      ['wording', ['2', '3']],
    ])
    expect(added.map(action => action.text)).toEqual([AUDIT])
    expect(gone).toEqual([])
  })

  test('does not take a reference that now stands for something else', () => {
    const { pairs, added, gone } = comparePlans(planOf({ text: POLICE }), planOf({ text: AUDIT }))
    expect(pairs).toEqual([])
    expect([added.length, gone.length]).toEqual([1, 1])
  })

  test('tells seven actions of one name apart by their references', () => {
    const same = Array.from({ length: 7 }, () => ({ text: 'LAC Service Action plan' }))
    const { pairs, moved } = comparePlans(planOf(...same), planOf(...same))
    expect(pairs).toHaveLength(7)
    expect(moved).toEqual([])
  })

  test('shows every part that changed by its name, and not what is only spaced otherwise', () => {
    const { changed } = comparePlans(
      planOf({
        text: POLICE,
        lead: 'Head of Safeguarding',
        measureText: 'Attendance\nat conferences rises from 62% to 85%',
      }),
      planOf({
        text: POLICE,
        lead: 'Director',
        measureText: 'Attendance at  conferences rises from 62% to 85%',
        delivery: 'delayed',
      }),
    )
    expect(changed[0]!.changes.map(change => `${change.name}: ${change.before} > ${change.after}`)).toEqual([
      'Lead: Head of Safeguarding > Director',
      'Delivery rating: On task > Delayed or stalled',
    ])
  })

  test('suggests where one action became two, and two became one', () => {
    const both = `${FOSTER}; ${AUDIT}`
    const split = comparePlans(planOf({ text: both }), planOf({ text: FOSTER }, { text: AUDIT }))
    expect(split.suggestions).toMatchObject([{ kind: 'split', from: [{ text: both }], to: [{}, {}] }])
    const merged = comparePlans(planOf({ text: FOSTER }, { text: AUDIT }), planOf({ text: both }))
    expect(merged.suggestions).toMatchObject([{ kind: 'merged', from: [{}, {}], to: [{ text: both }] }])
  })

  test('is nothing but pairs where nothing changed', () => {
    const plan = planOf({ text: POLICE }, { text: FOSTER }, { text: '24/7' }, { text: 'A' })
    const { pairs, changed, moved, added, gone, suggestions, themes } = comparePlans(plan, plan)
    expect(pairs).toHaveLength(4)
    expect([changed, moved, added, gone, suggestions]).toEqual([[], [], [], [], []])
    expect(themes).toHaveLength(1)
  })
})

test('one plan on two days is matched by what the store keeps as one action, whatever its words', () => {
  const [before, after] = [planOf({ text: POLICE }), planOf({ text: AUDIT, delivery: 'completed' })]
  const { pairs } = comparePlans(before, after, 'identity')
  expect(pairs[0]).toMatchObject({ by: 'identity', before: texts(before)[0]!, after: texts(after)[0]! })
  expect(pairs[0]!.changes.map(change => change.field)).toEqual(['text', 'delivery'])
})

test('one plan on two days tells the leads and the dates that were changed here, not only the words of the plan', () => {
  const changed = (before: ActionSketch, after: ActionSketch, by: 'wording' | 'identity' = 'identity') =>
    comparePlans(planOf(before), planOf(after), by).pairs[0]!.changes.map(
      change => `${change.name}: ${change.before} > ${change.after}`,
    )
  const ledBy = (...titles: string[]) => ({
    leadText: 'HoS',
    leads: titles.map((title, index) => ({ postId: index + 1, title })),
  })
  expect(changed(ledBy('Director'), ledBy('Director', 'Head of Court Work'))).toEqual([
    'Lead: Director > Director, Head of Court Work',
  ])
  expect(changed(ledBy('Director'), { ...ledBy('Director'), leadText: 'DCS' })).toEqual([
    'Lead, in the plan: HoS > DCS',
  ])
  expect(changed(ledBy('Director'), ledBy('Head of Court Work'), 'wording')).toEqual([])
  const due = (by: string, nextTestOn: Day | null = null) => ({ by, timescale: { text: 'Spring', nextTestOn } })
  expect(changed(due('2027-03-31'), due('2027-06-30'))).toEqual(['Due date: 31 March 2027 > 30 June 2027'])
  expect(changed(due('2027-03-31'), due('2027-06-30'), 'wording')).toEqual(['Due date: 31 March 2027 > 30 June 2027'])
  expect(changed(due('2027-03-31'), due('2027-03-31', day('2027-01-10')))).toEqual([
    'Next test: None > 10 January 2027',
  ])
  expect(changed(due('2027-03-31'), due('2027-03-31', day('2027-01-10')), 'wording')).toEqual([])
  expect(changed({ by: '2027-03-31' }, { by: '2027-06-30' })).toEqual(['Timescale: 2027-03-31 > 2027-06-30'])
})

test('two versions of 500 actions are compared in under 300 ms of processor time', () => {
  const syllables = 'ca re vi sit plan ning fa mi ly co urt he alth pa nel re view sta ff re cord'.split(' ')
  const word = (seed: number) => [seed % 20, (seed * 7) % 19, (seed * 3) % 17].map(at => syllables[at]).join('')
  const action = (seed: number) => ({
    ref: String(seed),
    text: Array.from({ length: 22 }, (_, index) => word(seed * (index + 7) + index * index)).join(' '),
  })
  const [before, after] = [0, 25].map(from =>
    planOf(...Array.from({ length: 500 }, (_, index) => action(from + index))),
  )
  const took = [1, 2, 3].map(() => {
    const begun = process.cpuUsage()
    comparePlans(before!, after!)
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  expect(Math.min(...took)).toBeLessThan(300)
  const { pairs, added, gone } = comparePlans(before!, after!)
  expect([pairs.length, added.length, gone.length]).toEqual([475, 25, 25])
})
