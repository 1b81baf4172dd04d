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
})

realTest('text that holds no plan says so', async () => {
  for (const file of ['seeds/dfe-improvement-notice-2014.txt', 'seeds/coventry-progress-note-2018.txt']) {
    const reading = await read(file)
    expect(reading.themes).toEqual([])
    expect(reading.problems.map(one => one.problem).join()).toMatch(/No table of a plan was found/)
  }
})
