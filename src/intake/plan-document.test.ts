import { expect, test } from 'vitest'
import { documentOf, heading, paragraph, table } from './made-document.ts'
import { readPlan } from './plan-document.ts'

const only = (reading: ReturnType<typeof readPlan>) => reading.themes.flatMap(theme => theme.actions)
const problemsAt = (reading: ReturnType<typeof readPlan>, where: string) =>
  reading.problems.filter(one => one.where === where).map(one => one.problem)

test('a plan in plain questions, its columns in another order', () => {
  const reading = readPlan(
    documentOf([
      paragraph('Our Improvement Plan 2027-28', { heading: 1 }),
      heading('Priority 1: Front door', 2),
      table(`
        By when  | What will we do?       | Who             | How will we know?   | BRAG     | Budget
        May 2027 | Answer every call      | Service manager | 95% answered by May 2027 | #00B050 | £10k
                 | Train the team         |                 |                     | Amber    |
      `),
    ]),
  )
  expect(reading.title).toBe('Our Improvement Plan 2027-28')
  expect(reading.themes).toMatchObject([{ ref: '1', title: 'Front door' }])
  expect(only(reading)).toMatchObject([
    {
      ref: '1.1',
      text: 'Answer every call',
      leadText: 'Service manager',
      timescaleText: 'May 2027',
      timescale: { kind: 'by', latest: '2027-05-31' },
      measureText: '95% answered by May 2027',
      targets: [{ value: 95, dueOn: '2027-05-31' }],
      delivery: { text: '', colour: '00B050', meaning: null },
      impact: null,
      unmapped: { Budget: '£10k' },
    },
    {
      ref: '1.2',
      text: 'Train the team',
      leadText: '',
      timescaleText: '',
      delivery: { text: 'Amber', colour: null },
      unmapped: {},
    },
  ])
})

test('a theme in a column: merged, repeated, or written once', () => {
  const picture = (second: string) => `
    Theme      | Action         | Lead | Timescale
    Leadership | Appoint a head | DCS  | May 2027
    ${second}  | Meet weekly    | DCS  | Ongoing
    Practice   | Launch a tool  | PSW  | June 2027
  `
  for (const second of ['^', 'Leadership', '']) {
    const { themes } = readPlan(documentOf([table(picture(second))]))
    expect(themes.map(theme => [theme.ref, theme.title, theme.actions.length])).toEqual([
      ['1', 'Leadership', 2],
      ['2', 'Practice', 1],
    ])
  }
})

test('objectives as rows across the table, each with its own citations', () => {
  const { themes } = readPlan(
    documentOf([
      heading('Theme 2 - Practice'),
      table(`
        Action | Lead | Timescale | Measure
        Objective 2.1 – Improve recording (Ofsted PA 28) | < | < | <
        Write within a day | Team managers | May 2027 | Audit
        Objective 2.2 – Improve plans | < | < | <
        Make plans SMART | Team managers | May 2027 | Audit
      `),
    ]),
  )
  expect(themes[0]!.objectives).toMatchObject([
    { ref: '2.1', text: 'Improve recording (Ofsted PA 28)', cites: [{ source: 'Ofsted', ref: 'PA 28' }] },
    { ref: '2.2', text: 'Improve plans', cites: [] },
  ])
  expect(themes[0]!.actions.map(action => action.objective)).toEqual(['2.1', '2.2'])
})

test('a section with a title and several objectives in one cell', () => {
  const { themes } = readPlan(
    documentOf([
      table(`
        THEME 1 – Early help | < | < | <
        Outcome | Lead | Timescale | Action
        1.2 Sharing information / Objectives: Share early (LGA PR) / Screen well (DfE Notice 4.5) | < | < | <
        Safe | HoS | Ongoing | 7. Screen every contact (DfE Notice 4.5)
        1.3 Missing | < | < | <
        Objective: Speak to every child | < | < | <
        Safe | HoS | Ongoing | 8 Speak within 72 hours
      `),
    ]),
  )
  expect(themes).toMatchObject([{ ref: '1', title: 'Early help' }])
  expect(themes[0]!.objectives.map(({ ref, section, text }) => [ref, section, text])).toEqual([
    ['1.2-O1', '1.2 Sharing information', 'Share early (LGA PR)'],
    ['1.2-O2', '1.2 Sharing information', 'Screen well (DfE Notice 4.5)'],
    ['1.3-O1', '1.3 Missing', 'Speak to every child'],
  ])
  expect(themes[0]!.actions.map(({ ref, text, objective }) => [ref, text, objective])).toEqual([
    ['7', 'Screen every contact (DfE Notice 4.5)', '1.2-O2'],
    ['8', 'Speak within 72 hours', '1.3-O1'],
  ])
})

test('a section without objectives is what its actions stand under, so it is not lost', () => {
  const { themes } = readPlan(
    documentOf([table('Action | Lead | Timescale \n Recruitment | < | < \n Appoint a head | DCS | May 2027')]),
  )
  expect(themes[0]!.objectives).toMatchObject([{ ref: '1.1', text: 'Recruitment' }])
  expect(themes[0]!.actions[0]!.objective).toBe('1.1')
})

test('several actions under one merged area of improvement, each with its own date and lead', () => {
  const reading = readPlan(
    documentOf([
      heading('Workforce'),
      table(`
        Ref   | Area of Improvement | Action      | Target Date | By Who | RAG     | Evidence | RAG     | Workstream
        SAV   | Skills              | Train       | May 27      | PSW    | #00B050 | Survey   | #FFFF00 | SMT
        ^     | ^                   | Mentor      | Jun 27      | HoS    | #FF0000 | ^        | ^       | ^
        MV1   | Stability           | Recruit     | Ongoing     | HR     |         |          |         | Board
        SAV   | Pay                 | Review pay  | Ongoing     | HR     |         |          |         | Board
      `),
    ]),
  )
  expect(
    only(reading).map(({ ref, text, objective, row, partOfRow }) => [ref, text, objective, row, partOfRow]),
  ).toEqual([
    ['1.1.1', 'Train', '1.1', 1, 1],
    ['1.1.2', 'Mentor', '1.1', 1, 2],
    ['1.2.1', 'Recruit', '1.2', 2, 1],
    ['1.3.1', 'Review pay', '1.3', 3, 1],
  ])
  expect(only(reading)[1]).toMatchObject({
    timescaleText: 'Jun 27',
    leadText: 'HoS',
    evidenceText: 'Survey',
    monitoredBy: 'SMT',
    cites: [{ source: 'SAV', ref: null }],
    delivery: { colour: 'FF0000' },
    impact: { colour: 'FFFF00' },
  })
})

test('a row of lists is as many actions as it has dates; with one date it is one action', () => {
  const rows = (dates: string, leads: string) =>
    only(
      readPlan(
        documentOf([
          table(`Action | Timescale | Lead | Measure \n • Train all / • Audit all | ${dates} | ${leads} | Survey`),
        ]),
      ),
    )
  expect(
    rows('May 2027 / June 2027', 'PSW / QA').map(({ ref, text, timescaleText, leadText, measureText }) => [
      ref,
      text,
      timescaleText,
      leadText,
      measureText,
    ]),
  ).toEqual([
    ['1.1.1', 'Train all', 'May 2027', 'PSW', 'Survey'],
    ['1.1.2', 'Audit all', 'June 2027', 'QA', 'Survey'],
  ])
  expect(rows('May 2027 / June 2027', 'PSW').map(action => action.leadText)).toEqual(['PSW', 'PSW'])
  expect(rows('May 2027', 'PSW').map(action => action.text)).toEqual(['• Train all\n• Audit all'])
  expect(rows('On- / going', 'PSW')).toHaveLength(1) // two lines of one word are not two dates
})

test('colours are read by the key of the document: a table, or a sentence', () => {
  const plan = table(
    'Action | Lead | Timescale | RAG \n Train | PSW | May 2027 | #00B050 \n Audit | QA | May 2027 | #FFC000 \n Meet | QA | May 2027 | Green',
  )
  const legend = table(
    'RAG | Action | Impact \n #00B050 | Completed | Progress made \n #FFC000 | On task | Progress starting',
    { where: 'table 0' },
  )
  const said = paragraph('Key: Green – done and checked; Amber – started')
  const meanings = (...blocks: Parameters<typeof documentOf>[0]) =>
    only(readPlan(documentOf(blocks))).map(action => action.delivery?.meaning)
  expect(meanings(legend, plan)).toEqual(['Completed', 'On task', 'Completed'])
  expect(meanings(plan, legend)).toEqual(['Completed', 'On task', 'Completed'])
  expect(meanings(said, plan)).toEqual(['done and checked', 'started', 'done and checked'])
  expect(meanings(plan)).toEqual([null, null, null])
  expect(
    readPlan(documentOf([plan]))
      .problems.map(one => one.problem)
      .join(),
  ).toMatch(/2 ratings are only a colour \(Green, Amber\)/)
})

test('headings below a two-row banner, over two rows, and repeated on the next page', () => {
  const reading = readPlan(
    documentOf([
      table(`
        Work stream 3: Practice | < | < | < | <
        Action and process | < | < | < | Improvement Targets and Outcomes
        Ref | Action | Start | End | Performance
            |        | Date  | Date | Measures
        3.1 | Recruit | May 2027 | June 2027 | In post
        Ref | Action | Start Date | End Date | Performance Measures
        3.2 | Train | May 2027 | On-going | 100%
      `),
    ]),
  )
  expect(reading.themes).toMatchObject([{ ref: '3', title: 'Practice' }])
  expect(only(reading)).toMatchObject([
    {
      ref: '3.1',
      startText: 'May 2027',
      endText: 'June 2027',
      timescaleText: 'May 2027 - June 2027',
      measureText: 'In post',
    },
    { ref: '3.2', timescale: { kind: 'from', earliest: '2027-05-01', latest: null } },
  ])
  expect(reading.layouts).toHaveLength(1)
  expect(reading.surroundings.map(one => one.text)).toContain('Action and process | Improvement Targets and Outcomes')
})

test('a heading merged over two columns, with what it holds in the row below', () => {
  const [action] = only(
    readPlan(
      documentOf([
        table(
          'Ref | Action | Timescale | < | Lead \n ^ | ^ | Start | Finish | ^ \n 1 | Train | May 2027 | June 2027 | PSW \n 2 | Audit | May 2027 | June 2027 | QA',
        ),
      ]),
    ),
  )
  expect(action).toMatchObject({
    ref: '1',
    text: 'Train',
    startText: 'May 2027',
    endText: 'June 2027',
    leadText: 'PSW',
  })
})

test('a row split by a page is put together, across its headings or a second table', () => {
  const first = table(
    'Ref | Action | Lead | Timescale | Measure \n 1.1 | Embed support with clear standards to encourage these | L&D | Ongoing | Re-',
  )
  const rest = table('| newly qualified workers to stay | | | referrals fall', { where: 'table 2', width: 5 })
  const repeated = table(
    'Ref | Action | Lead | Timescale | Measure \n | newly qualified workers to stay | | | referrals fall',
    { where: 'table 2' },
  )
  for (const second of [rest, repeated]) {
    const reading = readPlan(documentOf([first, paragraph(''), second]))
    expect(only(reading)).toHaveLength(1)
    expect(only(reading)[0]).toMatchObject({
      text: 'Embed support with clear standards to encourage these newly qualified workers to stay',
      measureText: 'Re-referrals fall',
    })
    expect(reading.problems.map(one => one.problem).join()).toMatch(/rest of the row before it/)
  }
})

test('a row without a reference is an action of its own, and said to be; blank cells stay blank', () => {
  const reading = readPlan(
    documentOf([
      table(`
        Ref | Action | Lead | Start Date | End Date | Measures
        3.1 | Recruit managers | AD | July 2027 | Dec 2027 | In post
            | Recruit family workers | | Dec 2027 | | New
        3.2 | | | | |
      `),
    ]),
  )
  expect(only(reading)).toMatchObject([
    { ref: '3.1' },
    { ref: '3.1b', text: 'Recruit family workers', leadText: '', endText: '', timescaleText: 'Dec 2027' },
    { ref: '3.2', text: '', leadText: '' },
  ])
  expect(problemsAt(reading, 'table 1, row 3').join()).toMatch(/no reference of its own and is called 3.1b.*No lead/)
  expect(problemsAt(reading, 'table 1, row 4').join()).toMatch(/no words for its action/)
})

test('an outcome left blank is not carried down; one that is merged is', () => {
  const outcomes = (second: string) =>
    only(
      readPlan(
        documentOf([
          table(
            `Desired outcome | Action | Lead | Timescale \n Safer | 1. Train | PSW | Ongoing \n ${second} | 2. Audit | QA | Ongoing`,
          ),
        ]),
      ),
    ).map(action => action.desiredOutcome)
  expect(outcomes('')).toEqual(['Safer', ''])
  expect(outcomes('^')).toEqual(['Safer', 'Safer'])
})

test('a number before an action is its reference only where the plan numbers its actions', () => {
  const texts = (...actions: string[]) =>
    only(
      readPlan(
        documentOf([
          table(`Action | Lead | Timescale \n ${actions.map(one => `${one} | PSW | Ongoing`).join(' \n ')}`),
        ]),
      ),
    ).map(({ ref, text }) => [ref, text])
  expect(texts('24. Train', '25. Audit', '26 Meet')).toEqual([['24', 'Train'], ['25', 'Audit'], ['26', 'Meet']]) // prettier-ignore
  expect(texts('24 Hour cover begins', 'Audit', 'Meet')[0]).toEqual(['1.1', '24 Hour cover begins'])
})

test('a list of recommendations with their leads is not a plan, nor is a glossary', () => {
  const reading = readPlan(
    documentOf([
      table(
        'Ref | A Inspection Recommendations – Immediate action | Lead Officer \n A1 | Put in place a framework | Director',
      ),
      table('Abbreviation | Meaning \n CP | Child protection', { where: 'table 2' }),
    ]),
  )
  expect(reading.themes).toEqual([])
  expect(reading.problems.map(one => one.problem).join()).toMatch(/No table of a plan was found/)
  expect(reading.surroundings.map(one => one.text)).toContain('A1 | Put in place a framework | Director')
})

test('a plan of recommendations without actions is read by what it promises, and says it is not sure', () => {
  const reading = readPlan(
    documentOf([table('Recommendation | Lead | By when | Progress \n Improve plans | HoS | May 2027 | Begun')]),
  )
  expect(only(reading)).toMatchObject([{ text: 'Improve plans', leadText: 'HoS', evidenceText: 'Begun' }])
  expect(reading.problems.map(one => one.problem).join()).toMatch(
    /"Recommendation" was taken for text without being sure/,
  )
})

test('a second date, a second lead and a dated row of ratings are kept, not taken', () => {
  const [action] = only(
    readPlan(
      documentOf([
        table(
          'Action | Lead | Supporting lead | Deadline | Revised deadline | RAG May | RAG June \n Train | PSW | QA | May 2027 | July 2027 | Red | Amber',
        ),
      ]),
    ),
  )
  expect(action).toMatchObject({
    leadText: 'PSW',
    timescaleText: 'May 2027',
    delivery: { text: 'Amber' },
    unmapped: { 'Supporting lead': 'QA', 'Revised deadline': 'July 2027', 'RAG May': 'Red' },
  })
})

test('sheets name their themes, but for one that is only Sheet1', () => {
  const sheet = (name: string) =>
    table('Action | Lead | Timescale \n Train | PSW | Ongoing', { name, where: `sheet ${name}` })
  const themes = (...names: string[]) =>
    readPlan(documentOf(names.map(sheet), { file: 'our-plan.xlsx', format: 'xlsx' })).themes.map(({ title }) => title)
  expect(themes('Leadership', 'Practice')).toEqual(['Leadership', 'Practice'])
  expect(themes('Sheet1')).toEqual(['Our plan'])
  expect(themes('Practice', 'Page 2')).toEqual(['Practice'])
  const cut = readPlan(documentOf([sheet('Leadership, Management and Gove')], { format: 'xlsx' }))
  expect(cut.problems.map(one => one.problem).join()).toMatch(/cut at 31 characters/)
})

test('a key in one row above a plan that is much wider', () => {
  const sheet = table(
    `
    Improvement plan 2027 | | | | | | | | | | | | | |
    Key: | Complete #0070C0 | On track #00B050 | Late #FF0000 | | | | | | | | | | |
    | | | | | | | | | | | | | |
    Ref | Action | Lead | By when | Measure | RAG | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep
    1 | Train | PSW | May 2027 | Survey | #00B050 | | | | | | | | |
  `,
    { name: 'Plan', where: 'sheet Plan' },
  )
  const reading = readPlan(documentOf([sheet], { format: 'xlsx' }))
  expect(reading.title).toBe('Improvement plan 2027')
  expect(only(reading)).toMatchObject([{ ref: '1', delivery: { meaning: 'On track' } }])
})

test('rows that name the same objective share it, wherever they stand, and what they cite', () => {
  const { themes } = readPlan(
    documentOf([
      table(`
        Objective | Source | Action | Lead | By when
        Visits are on time | SAV | Publish lists | PM | May 2027
        Plans are clear | SCR | Use one form | PSW | June 2027
        Visits are on time | MV1 | Report monthly | PM | Ongoing
      `),
    ]),
  )
  expect(themes[0]!.objectives.map(({ ref, text, cites }) => [ref, text, cites.map(cite => cite.source)])).toEqual([
    ['1.1', 'Visits are on time', ['SAV', 'MV1']],
    ['1.2', 'Plans are clear', ['SCR']],
  ])
  expect(themes[0]!.actions.map(action => action.objective)).toEqual(['1.1', '1.2', '1.1'])
})

test('lettered actions beside one merged reference are several', () => {
  const reading = readPlan(
    documentOf([
      table(`
        Ref | Action | Lead | By when
        3.1 | a) Track every child | PM | May 2027
        ^   | b) Review every plan | QA | June 2027
      `),
    ]),
  )
  expect(only(reading).map(({ ref, text }) => [ref, text])).toEqual([
    ['3.1.1', 'a) Track every child'],
    ['3.1.2', 'b) Review every plan'],
  ])
})

test('ratings month by month are one rating, of which the last counts', () => {
  const picture =
    'Action | Lead | Deadline | Progress Jan | RAG Jan | Progress Feb | RAG Feb \n Train | PSW | May 2027 | Draft | Amber | Live | Green'
  expect(only(readPlan(documentOf([table(picture)])))).toMatchObject([{ delivery: { text: 'Green' }, impact: null }])
})

test('a numbered row with a title and nothing beside it names the theme of the rows it numbers', () => {
  const picture = (rows: string) => documentOf([table(`Ref | Action | Lead | By when \n ${rows}`)])
  const { themes } = readPlan(
    picture(
      '1 | Leadership | | \n 1.1 | Appoint a head | CEO | May 2027 \n 2 | Practice | | \n 2.1 | See children | TMs | Ongoing',
    ),
  )
  expect(themes.map(({ ref, title, actions }) => [ref, title, actions.map(action => action.ref)])).toEqual([
    ['1', 'Leadership', ['1.1']],
    ['2', 'Practice', ['2.1']],
  ])
})

test('the sum at the foot of a plan is no action, and is kept', () => {
  const reading = readPlan(
    documentOf([
      table(
        'Ref | Action | Lead | By when \n 1 | Train | PSW | May 2027 \n | Total actions | 1 | \n 2 | Audit | QA | May 2027',
      ),
    ]),
  )
  expect(only(reading).map(action => action.text)).toEqual(['Train', 'Audit'])
  expect(reading.surroundings.map(one => one.text)).toContain('Total actions | 1')
})

test('ten thousand rows are read within seconds', { timeout: 20_000 }, () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) =>
      `${index + 1} | Do thing ${index} for every child | Head of service ${index % 7} | May 2027 | 95% by May 2027 | Green`,
  )
  const began = performance.now()
  const reading = readPlan(documentOf([table(`Ref | Action | Lead | Timescale | Measure | RAG \n ${rows.join('\n')}`)]))
  expect(only(reading)).toHaveLength(10_000)
  expect(only(reading).at(-1)).toMatchObject({ ref: '10000', leadText: 'Head of service 3' })
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('an objective over each table, in a row above the headings or in a heading of its own', () => {
  const rows = 'Action | Lead | Timescale \n Train | PSW | Ongoing'
  const inRows = [
    heading('Theme 1: Practice'),
    table(`Objective 1: Record well | < | < \n Outcome: Children are safer | < | < \n ${rows}`),
    table(`Objective 2: Plan well | < | < \n ${rows}`, { where: 'table 2' }),
  ]
  const inHeadings = [
    heading('Theme 1: Practice'),
    heading('1.1 Record well', 2),
    table(rows),
    heading('1.2 Plan well', 2),
    table(rows, { where: 'table 2' }),
  ]
  for (const blocks of [inRows, inHeadings]) {
    const { themes } = readPlan(documentOf(blocks))
    expect(themes.map(({ ref, title }) => [ref, title])).toEqual([['1', 'Practice']])
    expect(themes[0]!.actions).toHaveLength(2)
    const [first, second] = themes[0]!.actions.map(
      action => themes[0]!.objectives.find(one => one.ref === action.objective)!.text,
    )
    expect(first).toMatch(/Record well/)
    expect(second).toMatch(/Plan well/)
  }
})

test('a sheet with its key, a plan, and below it a plan with other columns', () => {
  const sheet = table(
    `
    Improvement plan 2027
    Key | |
    #00B050 | Done and checked |
    #FF0000 | Late |
    | |
    Action | Lead | By when | RAG
    Train | PSW | May 2027 | #00B050
    | | |
    Theme 2: Practice
    Ref | What will we do? | Owner | Start date | Deadline
    2.1 | Audit | QA | May 2027 | June 2027
  `,
    { name: 'Plan', where: 'sheet Plan' },
  )
  const reading = readPlan(documentOf([sheet], { format: 'xlsx', file: 'plan.xlsx' }))
  expect(reading.title).toBe('Improvement plan 2027')
  expect(reading.layouts).toHaveLength(2)
  expect(only(reading)).toMatchObject([
    { text: 'Train', timescaleText: 'May 2027', delivery: { meaning: 'Done and checked' } },
    { ref: '2.1', text: 'Audit', leadText: 'QA', startText: 'May 2027', endText: 'June 2027' },
  ])
  expect(reading.themes[1]).toMatchObject({ ref: '2', title: 'Practice' })
})

test('a form for each action, its headings down the left side', () => {
  const form = (ref: string, action: string, where: string) =>
    table(
      `Action ${ref} in full | < \n Reference | ${ref} \n What will we do? | ${action} \n Lead officer | HoS \n By when | May 2027 \n How will we know? | Audit`,
      { where },
    )
  const reading = readPlan(
    documentOf([heading('Theme 1: Practice'), form('1.1', 'Train', 'table 1'), form('1.2', 'Audit', 'table 2')]),
  )
  expect(reading.layouts).toHaveLength(1)
  expect(reading.themes).toMatchObject([{ ref: '1', title: 'Practice' }])
  expect(only(reading)).toMatchObject([
    { ref: '1.1', text: 'Train', leadText: 'HoS', timescaleText: 'May 2027', measureText: 'Audit' },
    { ref: '1.2', text: 'Audit', leadText: 'HoS', timescaleText: 'May 2027', measureText: 'Audit' },
  ])
  expect(reading.surroundings.map(one => one.text)).toContain('Action 1.1 in full')
})
