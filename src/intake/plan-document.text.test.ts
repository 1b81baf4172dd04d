/** The published plans as plain text, with the damage that the text has: the same counts, and the differences named. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlan } from './plan-document.ts'
import type { PlanReading } from './plan-reading.ts'
import { readDocument } from './read-document.ts'

const SHARED = join(import.meta.dirname, '../../../shared')
const isHere = existsSync(join(SHARED, 'seeds'))
if (!isHere) console.warn(`${SHARED}/seeds is not here: the published plans as text are not tested`)
const realTest = test.skipIf(!isHere)

const read = async (file: string) => readPlan(await readDocument(file, readFileSync(join(SHARED, file))))
const actionsOf = (reading: PlanReading) => reading.themes.flatMap(theme => theme.actions)
const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** References of the actions whose words differ between two readings, however spaces and line ends fall. */
function differences(
  one: PlanReading,
  other: PlanReading,
  field: 'text' | 'leadText' | 'timescaleText' | 'desiredOutcome' | 'measureText',
) {
  const others = new Map(actionsOf(other).map(action => [action.ref, action]))
  return actionsOf(one)
    .filter(action => letters(action[field]) !== letters(others.get(action.ref)?.[field] ?? '-'))
    .map(action => action.ref)
}

realTest('Coventry: every action and its cells as in Word; two objectives run into others', async () => {
  const text = await read('seeds/coventry-improvement-plan-and-progress-note-2016.txt')
  const word = await read('plans/coventry-improvement-plan-2016-17.docx')
  expect(text.title).toBe("Coventry Children's Services Improvement Plan 2016/17")
  expect(text.themes.map(({ ref, title }) => [ref, title])).toEqual(word.themes.map(({ ref, title }) => [ref, title]))
  for (const field of ['text', 'leadText', 'timescaleText', 'desiredOutcome', 'measureText'] as const)
    expect(differences(text, word, field)).toEqual([])
  const objectives = (reading: PlanReading) =>
    reading.themes.flatMap(theme => theme.objectives.map(one => letters(one.text)))
  expect(objectives(text)).toHaveLength(43)
  expect(objectives(text).join('')).toBe(objectives(word).join('')) // not a word is lost: only where one ends and the next begins
})

realTest('Hillingdon: 51 rows in 7 work streams; what the text has damaged differs and is said', async () => {
  const text = await read('seeds/hillingdon-improvement-action-plan-2015-16.txt')
  const word = await read('plans/hillingdon-service-improvement-action-plan-2015-16.docx')
  expect(text.themes.map(({ ref, title, actions }) => [ref, title, actions.length])).toEqual(
    word.themes.map(({ ref, title, actions }) => [ref, title, actions.length]),
  )
  expect(actionsOf(text).map(action => action.ref)).toEqual(actionsOf(word).map(action => action.ref))
  // 5.3 and 6.6 lost the end of their action to lines too broken to place
  expect(differences(text, word, 'text')).toEqual(['5.3', '6.6'])
  expect(text.problems.map(one => one.problem).join()).toMatch(/Too little of a row to tell its columns/)
})

realTest('Leicester: 60 rows in 9 areas; actions that the text runs together stay together', async () => {
  const text = await read('seeds/leicester-refreshed-improvement-plan-2016-18.txt')
  const word = await read('plans/leicester-refreshed-improvement-plan-2016-18.docx')
  expect(text.themes.map(theme => theme.title)).toEqual(word.themes.map(theme => theme.title))
  const rows = (reading: PlanReading) =>
    reading.themes.map(({ actions }) => new Set(actions.map(action => action.row)).size)
  expect(rows(text)).toEqual(rows(word))
  const objectives = (reading: PlanReading) =>
    reading.themes.flatMap(theme => theme.objectives.map(one => letters(one.text)))
  expect(objectives(text)).toEqual(objectives(word))
  // the board that watches a row stands where its rating should, once the blank cell before it is lost
  const of = (reading: PlanReading, ref: string) => actionsOf(reading).find(action => action.ref === ref)!
  for (const ref of ['1.6.1', '1.7.1', '1.8.1', '8.12.2'])
    expect([ref, of(text, ref).impact, of(text, ref).monitoredBy]).toEqual([ref, null, of(word, ref).monitoredBy])
  for (const ref of ['2.3.1', '2.3.2', '2.4.2', '2.10.3'])
    for (const field of ['text', 'timescaleText', 'desiredOutcome', 'measureText', 'monitoredBy'] as const)
      expect(letters(of(text, ref)[field])).toBe(letters(of(word, ref)[field]))
})

const textOfPlan = async (...lines: string[]) =>
  readPlan(await readDocument('plan.txt', Buffer.from(lines.map(line => line.replaceAll(' | ', '\t')).join('\n'))))
const HEADINGS = 'Objective | Outcome | Action | By when | Lead | RAG | Evidence | Impact RAG | Board'

test.each([
  [
    'the rating is lost',
    'See children | Safe | Publish lists | May 2027 | PM | Lists are in daily use | Green | Practice Board',
  ],
  [
    'the impact is lost',
    'See children | Safe | Publish lists | May 2027 | PM | Amber | Lists are in daily use | Practice Board',
  ],
  [
    'the outcome is lost',
    'See children | Publish lists | May 2027 | PM | Amber | Lists are in daily use | Green | Practice Board',
  ],
])('a row of text that lost a cell is put right by what its cells can be: %s', async (_, row) => {
  const [action] = actionsOf(await textOfPlan(HEADINGS, row, row.replace('lists', 'names')))
  expect(action).toMatchObject({
    text: 'Publish lists',
    timescaleText: 'May 2027',
    leadText: 'PM',
    evidenceText: 'Lists are in daily use',
    monitoredBy: 'Practice Board',
  })
})

test('in text the actions of one objective share the cells beside them, and that is said', async () => {
  const blank = ''
  const reading = await textOfPlan(
    HEADINGS,
    'See children | Safe | Publish lists | May 2027 | PM | Amber | In use | Green | Practice Board',
    [blank, blank, 'Chase daily', 'June 2027', 'TM', blank, blank, blank, blank].join(' | '),
  )
  expect(actionsOf(reading)[1]).toMatchObject({ text: 'Chase daily', leadText: 'TM', delivery: null, desiredOutcome: 'Safe', monitoredBy: 'Practice Board' }) // prettier-ignore
  expect(reading.problems.map(one => one.problem).join()).toMatch(/taken from the row above \(line 2\)/)
})

realTest('text that holds no plan says so', async () => {
  for (const file of ['seeds/dfe-improvement-notice-2014.txt', 'seeds/coventry-progress-note-2018.txt']) {
    const reading = await read(file)
    expect(reading.themes).toEqual([])
    expect(reading.problems.map(one => one.problem).join()).toMatch(/No table of a plan was found/)
  }
})
