import { expect, test } from 'vitest'
import { actionRefs, askAbout, promisesIn, quote, refsByTheme, refsInWords } from './asking.ts'
import { planOfSketch } from './plan-sketch.ts'

test.each([
  [['1'], '1'],
  [['1', '2'], '1 and 2'],
  [['1', '2', '7', '8', '9', '14'], '1, 2, 7 to 9 and 14'],
  [['5.3.1', '5.3.2', '5.3.3', '5.4.1'], '5.3.1 to 5.3.3 and 5.4.1'],
  [['9', '10', '11'], '9 to 11'],
  [['3.1', '3.1b', '3.2'], '3.1, 3.1b and 3.2'],
])('the references %s read %s', (refs, words) => expect(refsInWords(refs)).toBe(words))

test.each([
  ['Reduction in number of escalations`', '“Reduction in number of escalations”'],
  ['two\n lines;', '“two lines”'],
  ['a promise that is cut after a whole word', '“a promise that is cut …”'],
])('%s is quoted %s', (text, quoted) => expect(quote(text, 24 + (text.startsWith('R') ? 20 : 0))).toBe(quoted))

test('a cell is cut into its promises, not into its abbreviations', () => {
  expect(promisesIn('90% in time. All children seen; CAFs led\nby e.g. schools')).toEqual([
    '90% in time',
    'All children seen',
    'CAFs led',
    'by e.g. schools',
  ])
})

test('one or two actions are asked about each, three together and by theme', () => {
  const { plan } = planOfSketch({ actions: [{}, {}, {}] })
  const actions = plan.themes[0]!.actions
  const asking = { one: () => 'One?', many: (which: string) => `Of the ${which}?`, because: () => 'It is so' }
  expect(askAbout(plan, [], asking)).toEqual([])
  expect(askAbout(plan, actions.slice(1), asking).map(each => each.where)).toEqual(['action 2', 'action 3'])
  expect(askAbout(plan, actions, asking)).toEqual([
    {
      where: 'actions 1, 2 and 3',
      actionIds: [1, 2, 3],
      question: 'Of the three actions (1 to 3)?',
      because: 'It is so',
    },
  ])
  expect(actionRefs(actions.slice(0, 2))).toBe('actions 1 and 2')
  const two = {
    ...plan,
    themes: [
      { ...plan.themes[0]!, actions: actions.slice(0, 1) },
      { ...plan.themes[0]!, ref: '2', actions: actions.slice(1) },
    ],
  }
  expect(refsByTheme(two, actions)).toBe('theme 1: 1; theme 2: 2 and 3')
  const named = two.themes.map(theme => ({
    ...theme,
    actions: theme.actions.map(action => ({ ...action, ref: `${theme.ref}.${action.ref}` })),
  }))
  expect(
    refsByTheme(
      { ...plan, themes: named },
      named.flatMap(theme => theme.actions),
    ),
  ).toBe('1.1, 2.2 and 2.3')
})
