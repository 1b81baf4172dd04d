import { expect, test } from 'vitest'
import { documentOf, table } from './made-document.ts'
import type { PlanCorrections } from './plan-corrections.ts'
import { readPlan } from './plan-document.ts'

const plan = documentOf([
  table(`
    Ref | Action          | Lead | Timescale | Zebra  | Notes
    1.1 | Train the team  | PSW  | May 2027  | Survey | Begun
    1.2 | Audit the plans | QA   | TBC       | Audit  |
    1.3 | Total           |      |           |        |
    1.4 | Meet every      | HoS  | Ongoing   |        |
    1.5 | fortnight       |      |           |        |
    1.6 | Recruitment     |      |           |        |
    1.7 | Appoint a head  | DCS  | May 2027  |        |
  `),
])
/** Corrections are kept as JSON between one reading and the next. */
const reread = (corrections: PlanCorrections, document = plan) => {
  const reading = readPlan(document, JSON.parse(JSON.stringify(corrections)) as PlanCorrections)
  return { ...reading, actions: reading.themes.flatMap(theme => theme.actions) }
}

test('without corrections the reading is the same as ever', () => {
  expect(readPlan(plan, {})).toEqual(readPlan(plan))
  expect(reread({}).actions).toHaveLength(7)
})

test('a column put right holds what the person says, and is then sure', () => {
  const { actions, layouts, problems } = reread({
    columns: [
      { layout: 0, column: 4, fields: ['measure'] },
      { layout: 0, column: 5, fields: [] },
    ],
  })
  expect(actions[0]).toMatchObject({ measureText: 'Survey', evidenceText: '', unmapped: { Notes: 'Begun' } })
  expect(layouts[0]!.columns[4]).toMatchObject({ fields: ['measure'], confidence: 1 })
  expect(problems.map(one => one.problem).join()).not.toMatch(/Zebra/)
})

test('rows put right: left out with a reason, the rest of the row above, a section', () => {
  const { actions, surroundings, themes } = reread({
    rows: [
      { where: 'table 1, row 4', as: 'left-out', reason: 'A sum, not an action' },
      { where: 'table 1, row 6', as: 'continuation' },
      { where: 'table 1, row 7', as: 'section' },
    ],
  })
  expect(actions.map(({ ref, text }) => [ref, text])).toEqual([
    ['1.1', 'Train the team'],
    ['1.2', 'Audit the plans'],
    ['1.4', 'Meet every fortnight'],
    ['1.7', 'Appoint a head'],
  ])
  expect(surroundings).toContainEqual({ where: 'table 1, row 4', text: '1.3 | Total' })
  expect(themes[0]!.objectives.map(one => one.text)).toEqual(['1.6 Recruitment'])
  expect(actions[3]!.objective).toBe(themes[0]!.objectives[0]!.ref)
})

test('words put right are read as if the document had them; the other fields stay', () => {
  const { actions, title } = reread({
    title: 'Our plan',
    rows: [
      { where: 'table 1, row 3', part: 1, field: 'timescaleText', text: 'by June 2027' },
      { where: 'table 1, row 3', part: 1, field: 'leadText', text: 'QA manager' },
    ],
  })
  expect(title).toBe('Our plan')
  expect(actions[1]).toMatchObject({
    text: 'Audit the plans',
    leadText: 'QA manager',
    timescaleText: 'by June 2027',
    timescale: { kind: 'by', latest: '2027-06-30' },
  })
})

test('a table that was not known for a plan is one when a person says what its columns hold', () => {
  const strange = documentOf([table('Gweithred | Arweinydd | Dyddiad \n Hyfforddi | PSW | May 2027')])
  const { layouts, actions, problems } = reread({}, strange)
  expect(actions).toEqual([])
  expect(problems.map(one => one.problem).join()).toMatch(/No table of a plan was found/)
  expect(layouts[0]!.columns.map(({ heading, fields }) => [heading, fields])).toEqual([['Gweithred', ['unmapped']], ['Arweinydd', ['unmapped']], ['Dyddiad', ['unmapped']]]) // prettier-ignore
  const fields = ['text', 'lead', 'timescale'] as const
  const put = reread({ columns: fields.map((field, column) => ({ layout: 0, column, fields: [field] })) }, strange)
  expect(put.actions).toMatchObject([
    { text: 'Hyfforddi', leadText: 'PSW', timescale: { kind: 'by', latest: '2027-05-31' } },
  ])
})

test('a row said to hold the headings does', () => {
  const late = documentOf([table('a | b | c \n Gweithred | Arweinydd | Dyddiad \n Hyfforddi | PSW | May 2027')])
  const put = reread(
    {
      rows: [{ where: 'table 1, row 2', as: 'heading' }],
      columns: [
        { layout: 0, column: 0, fields: ['text'] },
        { layout: 0, column: 2, fields: ['timescale'] },
      ],
    },
    late,
  )
  expect(put.actions).toMatchObject([{ text: 'Hyfforddi', timescaleText: 'May 2027', unmapped: { Arweinydd: 'PSW' } }])
})

test('an action whose number stands before its words keeps it when the words are put right', () => {
  const numbered = documentOf([
    table('Action | Lead | Timescale \n 24. Ensure attendence | WMP | Ongoing \n 25. Recruit | HR | Ongoing'),
  ])
  const put = reread(
    { rows: [{ where: 'table 1, row 2', part: 1, field: 'text', text: 'Ensure attendance' }] },
    numbered,
  )
  expect(put.actions.map(({ ref, text }) => [ref, text])).toEqual([['24', 'Ensure attendance'], ['25', 'Recruit']]) // prettier-ignore
})
