/** The three published plans, cell by cell: what the workbook's own cells say, read here without the reader, is what was read. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { readPlan } from './plan-document.ts'
import type { ActionReading, PlanReading } from './plan-reading.ts'
import { ratingWords } from './rating-key.ts'
import { readDocument } from './read-document.ts'

const PLANS = join(import.meta.dirname, '../../../shared/plans')
const isHere = existsSync(PLANS)
if (!isHere) console.warn(`${PLANS} is not here: the published plans are not tested`)
const realTest = test.skipIf(!isHere)

const COVENTRY = 'coventry-improvement-plan-2016-17'
const HILLINGDON = 'hillingdon-service-improvement-action-plan-2015-16'
const LEICESTER = 'leicester-refreshed-improvement-plan-2016-18'

const read = async (file: string) => readPlan(await readDocument(file, readFileSync(join(PLANS, file))))
const actionsOf = (reading: PlanReading) => reading.themes.flatMap(theme => theme.actions)
const rowsOf = (reading: PlanReading) => new Set(actionsOf(reading).map(action => action.row)).size

/** Every sheet's rows as words and colours, a merged cell standing in each row it covers. */
async function cellsOf(plan: string): Promise<{ words: string; colour: string | null }[][][]> {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(join(PLANS, `${plan}.xlsx`))
  return book.worksheets.map(sheet =>
    Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_, column) => {
        const cell = sheet.getRow(row + 1).getCell(column + 1).master
        const fill =
          cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid' ? (cell.fill.fgColor?.argb ?? null) : null
        return { words: String(cell.text ?? '').trim(), colour: fill?.slice(2) ?? null }
      }),
    ),
  )
}

realTest('the counts of the published plans, in Word and in Excel', async () => {
  const counts = async (plan: string, format: string) => {
    const reading = await read(`${plan}.${format}`)
    const objectives = reading.themes.flatMap(theme => theme.objectives).length
    return [reading.themes.length, objectives, rowsOf(reading), actionsOf(reading).length]
  }
  for (const format of ['docx', 'xlsx']) {
    expect(await counts(COVENTRY, format)).toEqual([5, 45, 57, 57])
    expect(await counts(LEICESTER, format)).toEqual([9, 59, 60, 123])
    expect(await counts(HILLINGDON, format)).toEqual([7, 0, 51, 51])
  }
})

/** What the two files of a plan must agree on: everything but where it stands, and what only one of them has. */
const comparable = (reading: PlanReading) =>
  reading.themes.map(({ ref, title, objectives, actions }) => ({
    ref,
    title: title.slice(0, 30),
    objectives: objectives.map(({ where: _, ...rest }) => rest),
    actions: actions.map(({ where: _, delivery, impact, ...rest }) => ({
      ...rest,
      colours: [delivery?.colour, delivery?.text, impact?.colour, impact?.text],
    })),
  }))

realTest.each([COVENTRY, LEICESTER, HILLINGDON])('%s reads the same from Word as from Excel', async plan => {
  expect(comparable(await read(`${plan}.xlsx`))).toEqual(comparable(await read(`${plan}.docx`)))
})

realTest('every cell of the Coventry plan', async () => {
  const expected = (await cellsOf(COVENTRY)).flatMap(sheet =>
    sheet
      .slice(2)
      .filter(row => row[0]!.words !== row[3]!.words)
      .map(([outcome, lead, timescale, action, measure]) => {
        const [, ref, text] = /^(\d+)\.? (.*)$/s.exec(action!.words)!
        return {
          ref,
          text,
          desiredOutcome: outcome!.words,
          leadText: lead!.words,
          timescaleText: timescale!.words,
          measureText: measure!.words,
          unmapped: {},
        }
      }),
  )
  const actual = actionsOf(await read(`${COVENTRY}.docx`))
  expect(actual.map(action => action.ref)).toEqual(Array.from({ length: 57 }, (_, index) => String(index + 1)))
  expect(actual).toMatchObject(expected)
})

realTest('every cell of the Leicester plan', async () => {
  const sheets = await cellsOf(LEICESTER)
  const reading = await read(`${LEICESTER}.xlsx`)
  for (const [index, sheet] of sheets.entries()) {
    const theme = reading.themes[index]!
    const rows = sheet.slice(1).filter(row => new Set(row.map(cell => cell.words)).size > 1)
    expect(theme.actions).toHaveLength(rows.length)
    rows.forEach(([, area, target, action, date, who, rag, evidence, impact, workstream], at) => {
      const actual = theme.actions[at]!
      expect(actual).toMatchObject({
        text: action!.words,
        desiredOutcome: target!.words,
        timescaleText: date!.words,
        leadText: who!.words,
        evidenceText: evidence!.words,
        measureText: evidence!.words,
        monitoredBy: workstream!.words,
        unmapped: {},
      })
      expect(theme.objectives.find(one => one.ref === actual.objective)?.text ?? '').toBe(area!.words)
      expect([actual.delivery?.colour ?? null, actual.impact?.colour ?? null]).toEqual([rag!.colour, impact!.colour])
      expect(actual.impact?.text ?? '').toBe(impact!.words)
    })
  }
})

realTest('every cell of the Hillingdon plan', async () => {
  const expected = (await cellsOf(HILLINGDON)).flatMap(sheet =>
    sheet.slice(3).map(row => {
      const [ref, text, leadText, startText, endText, evidenceText, measureText, desiredOutcome] = row.map(
        cell => cell.words,
      )
      const timescaleText = [startText, endText].filter(Boolean).join(' - ')
      return {
        ref: ref === '' ? '3.1b' : ref,
        text,
        leadText,
        startText,
        endText,
        timescaleText,
        evidenceText,
        measureText,
        desiredOutcome,
        unmapped: {},
      }
    }),
  )
  expect(expected).toHaveLength(51)
  expect(actionsOf(await read(`${HILLINGDON}.docx`))).toMatchObject(expected)
})

const find = (reading: PlanReading, ref: string): ActionReading =>
  actionsOf(reading).find(action => action.ref === ref)!

realTest('the hard cells of the Coventry plan', async () => {
  const reading = await read(`${COVENTRY}.docx`)
  expect(reading.title).toBe("Coventry Children's Services Improvement Plan 2016/17")
  expect(reading.themes.map(({ ref, title }) => `${ref} ${title}`)).toEqual([
    '1 Early Help and Partnership Working',
    '2 Quality and Effectiveness of Practice',
    '3 Quality Assurance and Audit',
    '4 Leadership and Governance',
    '5 Improving Services for LAC, Care Leavers and Permanency',
  ])
  expect(find(reading, '34').text).toMatch(/^Ensure audit recommendations/) // its number has no full stop
  for (const ref of ['4', '5', '9', '33', '44']) expect(find(reading, ref).desiredOutcome).toBe('') // left blank, not carried down
  expect(find(reading, '46').text.split('\n')).toHaveLength(3) // three paragraphs, one date: one action
  expect(find(reading, '24').cites.map(({ source, ref }) => `${source} ${ref}`)).toEqual([
    'Ofsted PA 27',
    'Ofsted PA 29',
    'SCR DP 16.5',
    'DfE Notice 5.1',
  ])
  const sharing = reading.themes[0]!.objectives.filter(one => one.section?.startsWith('1.2 '))
  expect(sharing.map(one => one.cites.map(({ source, ref }) => `${source} ${ref}`))).toEqual([
    ['Ofsted PA 27', 'Ofsted PA 29', 'SCR DP 16.5'],
    ['Ofsted para 40', 'DfE Notice 4.5'],
    ['LGA PR null'],
    ['Ofsted PA 30', 'SCR DP 16.1'],
    ['SCR DP 16.9'],
    ['SCR DP 16.7', 'DfE Notice 2.3'],
  ])
  expect(reading.themes[0]!.objectives[0]).toMatchObject({
    ref: '1.1-O1',
    section: '1.1 Early Help',
    text: 'Measure the impact and effectiveness of early help to reduce level 4 interventions',
  })
  expect(find(reading, '50').objective).toMatch(/^5\.2-O/)
})

realTest('the hard cells of the Leicester plan', async () => {
  const reading = await read(`${LEICESTER}.docx`)
  expect(reading.themes.map(theme => theme.title)).toEqual([
    'Leadership, Management and Governance',
    'Culture and Practice',
    'Quality Assurance',
    'Workforce',
    'Children in need of Early Help',
    'Casework Improvement',
    'CSE, Missing, Trafficked',
    'Looked After Children and Care Leavers',
    'Voice and Experience of Children and Young People',
  ])
  expect(reading.themes[0]!.objectives.map(one => one.section)).toEqual([
    'Leadership',
    'Leadership',
    'Leadership',
    'Management',
    'Management',
    'Governance',
    'Governance',
    'Governance',
  ])
  // the colours of the workforce rows, by the plan's own key: one word for delivery, another for impact
  expect(reading.themes[3]!.actions.map(action => [ratingWords(action.delivery), ratingWords(action.impact)])).toEqual([
    ['Completed', 'Progress starting'],
    ['On task', 'Progress starting'],
    ['On task', 'Progress starting'],
    ['Completed', 'Progress starting'],
    ['Completed', 'Green Yellow'],
    ['On task', 'Green Yellow'],
    ['Completed', 'Progress starting'],
    ['Completed', 'Progress starting'],
    ['Completed', 'Progress starting'],
  ])
  expect(reading.problems.map(one => one.problem).join()).toMatch(/"Green Yellow": neither was taken/)
  expect(find(reading, '5.1.1').cites.map(({ source, ref }) => [source, ref])).toEqual([['SAV', null], ['LCCIB', null], ['SIF', 'S5'], ['SIF', 'B3']]) // prettier-ignore
  expect(find(reading, '9.3.1').cites.map(one => one.source)).toEqual(['SCR', 'MV1', 'MV2', 'MV3', 'MV4'])
  // the second row of theme 7 has no reference and no area of improvement: a row of its own, under no objective
  const second = reading.themes[6]!.actions.slice(3)
  expect(second.map(({ ref, objective, cites }) => [ref, objective, cites])).toEqual([['7.2.1', null, []], ['7.2.2', null, []], ['7.2.3', null, []]]) // prettier-ignore
  // the recommendations at the back are not the plan, but are kept
  expect(reading.surroundings.map(one => one.text).join('\n')).toMatch(/B18 \| Ensure that care leavers are provided/)
})

realTest('the hard cells of the Hillingdon plan', async () => {
  const reading = await read(`${HILLINGDON}.docx`)
  expect(reading.themes.map(theme => theme.actions.length)).toEqual([9, 7, 8, 8, 6, 6, 7])
  expect(find(reading, '3.1b')).toMatchObject({
    text: 'Recruit family support workers, one to each social work team',
    leadText: '',
    startText: 'Dec 2015',
    endText: '',
  })
  expect(find(reading, '1.4')).toMatchObject({
    timescaleText: 'Jan 2015 - On- going',
    timescale: { kind: 'from', earliest: '2015-01-01', latest: null },
  })
  expect(find(reading, '1.6')).toMatchObject({
    timescale: { kind: 'tbc' },
    startText: 'TBC by L&D',
    endText: 'TBC by L&D',
  })
  expect(find(reading, '1.7').leads.map(lead => lead.offered)).toContain("AD Children's Safeguarding")
  expect(find(reading, '6.2').desiredOutcome).toBe('')
  const series = find(reading, '7.3').targets.filter(target => target.series !== 'first')
  expect(series.map(({ value, dueOn }) => [value, dueOn])).toEqual([[35, '2015-03-31'], [50, '2015-09-30'], [80, '2016-03-31']]) // prettier-ignore
})
